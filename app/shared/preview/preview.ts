import { z } from 'zod';

/** One value as the renderer draws it: text is capped (500 characters), the whole value is asked for by `preview.value`. */
export const cellSchema = z.object({
  kind: z.enum(['missing', 'null', 'boolean', 'number', 'string', 'array', 'object']),
  text: z.string(),
  /** Children of an array or object. */
  count: z.number().optional(),
  truncated: z.boolean().optional(),
});
export type Cell = z.infer<typeof cellSchema>;

/** A table column. Nested objects are flattened: `pointer` is relative to the row, `label` is dotted (`address.city`). */
export const columnSchema = z.object({
  pointer: z.string(),
  label: z.string(),
  kind: cellSchema.shape.kind,
});
export type Column = z.infer<typeof columnSchema>;

/** A node of the tree; children are asked for by `pointer` (RFC 6901). */
export const treeNodeSchema = z.object({ pointer: z.string(), key: z.string(), cell: cellSchema });
export type TreeNode = z.infer<typeof treeNodeSchema>;

/** A list that could be the table, or an object that could be its one row (`row-path.ts`). */
export const dataPathSchema = z.object({ pointer: z.string(), label: z.string(), rowCount: z.number() });
export type DataPath = z.infer<typeof dataPathSchema>;

/** The table as far as a body has arrived. Rows that are there stay; more come, and columns may. */
export const arrivingTableSchema = z.object({
  dataPath: z.string(),
  rowCount: z.number(),
  columns: z.array(columnSchema),
});
export type ArrivingTable = z.infer<typeof arrivingTableSchema>;

/** What is known of a table without its rows. */
export const tableSchema = z.object({
  columns: z.array(columnSchema),
  /** `false`: not all rows were looked at, and those may have more. `preview.columns` goes on looking. */
  hasAllColumns: z.boolean(),
  rowCount: z.number(),
  /** Of all rows at the service, where the body says that there are more (`"total": 500`). */
  totalRows: z.number().nullable(),
  /** What is left out of the table, or assumed: sentences. */
  notes: z.array(z.string()),
});
export type Table = z.infer<typeof tableSchema>;

/** What a worker knows of a body after parsing. */
export const parsedSummarySchema = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('parsed'),
    rootKind: cellSchema.shape.kind,
    /** Lists found, largest first, at most 50; then objects that can be one row. */
    dataPaths: z.array(dataPathSchema),
    /** The one chosen: the resource's `dataPath` when it exists in this body, else the best guess; `null`: no array. */
    dataPath: z.string().nullable(),
    ...tableSchema.shape,
    lineCount: z.number(),
  }),
  /** Not in the format: raw text can still be shown. `line` and `column` from 1. */
  z.object({
    status: z.literal('unparsed'),
    message: z.string(),
    line: z.number().optional(),
    column: z.number().optional(),
    lineCount: z.number(),
  }),
  /** Nothing in the body. */
  z.object({ status: z.literal('empty') }),
]);
export type ParsedSummary = z.infer<typeof parsedSummarySchema>;
