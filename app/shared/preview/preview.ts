import { z } from 'zod';
import { messageSchema } from '../contract/common.ts';
import { displayFormatSchema, noShape, shapeSchema, valueTypes } from '../shape/shape.ts';

/** One value as the renderer draws it. Text is cut at 500 characters; `preview.value` returns the whole value. */
export const cellSchema = z.object({
  kind: z.enum(['missing', 'null', 'boolean', 'number', 'string', 'array', 'object']),
  text: z.string(),
  /** The number of children of an array or object. */
  count: z.number().optional(),
  truncated: z.boolean().optional(),
  /**
   * The value in the column's type, in canonical form: digits as written, with a decimal point (`-1234.50`); `true`;
   * `2026-11-30`; `2026-11-30T12:00:00.5` with `Z` if the zone is known (then in UTC); `12:30:00`; for a duration its
   * seconds. Absent: the value as it is (text).
   */
  value: z.string().optional(),
  /** The value does not have the column's type. It counts as it is, sorted after the others. */
  unfit: z.literal(true).optional(),
});
export type Cell = z.infer<typeof cellSchema>;

/**
 * A table column. Nested objects are flattened: `pointer` is relative to the row, `label` is dotted (`address.city`).
 */
export const columnSchema = z.object({
  pointer: z.string(),
  label: z.string(),
  kind: cellSchema.shape.kind,
  /** The user's name. Absent: `label`. */
  name: z.string().optional(),
  /** Chosen, or guessed from all values. Absent while the body arrives. */
  type: z.enum(valueTypes).optional(),
  /** How the values are written: a name in `patterns.ts`. */
  pattern: z.string().optional(),
  /** The values fit another pattern as well (`03/04/2026`). */
  isAmbiguous: z.literal(true).optional(),
  /** The user chose type or pattern. */
  isTypeChosen: z.literal(true).optional(),
  /** The number of values that do not have the type. */
  unfitCount: z.number().optional(),
  hidden: z.literal(true).optional(),
  pinned: z.literal(true).optional(),
  width: z.number().optional(),
  format: displayFormatSchema.optional(),
});
export type Column = z.infer<typeof columnSchema>;

/** A node of the tree. The renderer requests its children by `pointer` (RFC 6901). */
export const treeNodeSchema = z.object({ pointer: z.string(), key: z.string(), cell: cellSchema });
export type TreeNode = z.infer<typeof treeNodeSchema>;

/** A list that could be the table, or an object that could be its only row (`row-path.ts`). */
export const dataPathSchema = z.object({ pointer: z.string(), label: z.string(), rowCount: z.number() });
export type DataPath = z.infer<typeof dataPathSchema>;

/** The table while a body arrives. Existing rows stay; more rows and columns may follow. */
export const arrivingTableSchema = z.object({
  dataPath: z.string(),
  rowCount: z.number(),
  columns: z.array(columnSchema),
});
export type ArrivingTable = z.infer<typeof arrivingTableSchema>;

/** Which rows: those at the path, in their shape. */
export const tableViewSchema = z.object({
  previewId: z.string().min(1).max(64),
  /** `row-path.ts`, or a JSONPath. */
  dataPath: z.string().max(2000),
  /** Columns of the objects that contain the row, beside its own. */
  withParents: z.boolean().default(false),
  shape: shapeSchema.default(noShape),
});
export type TableView = z.input<typeof tableViewSchema>;

/** What is known about a table without its rows. */
export const tableSchema = z.object({
  /** In their order, hidden ones too. */
  columns: z.array(columnSchema),
  /** `false`: some rows were not checked and may have more columns. `preview.columns` continues the search. */
  hasAllColumns: z.boolean(),
  /** After the steps. */
  rowCount: z.number(),
  /** Before the steps. */
  sourceRowCount: z.number(),
  /** How many rows are left after each step. */
  stepRowCounts: z.array(z.number()),
  /** Steps that could not be applied (their column is not there), by their ID. */
  stepProblems: z.array(z.object({ id: z.string(), message: messageSchema })),
  /** The number of rows at the service, if the body says that there are more (`"total": 500`). */
  totalRows: z.number().nullable(),
  /** What the table omits or assumes, as sentences. */
  notes: z.array(messageSchema),
});
export type Table = z.infer<typeof tableSchema>;

/** What a worker knows about a body after parsing. */
export const parsedSummarySchema = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('parsed'),
    rootKind: cellSchema.shape.kind,
    /** The lists in the body, largest first, at most 50, followed by objects that could be a single row. */
    dataPaths: z.array(dataPathSchema),
    /** The chosen path: the resource's `dataPath` if this body has it, otherwise the best guess. `null`: no array. */
    dataPath: z.string().nullable(),
    ...tableSchema.shape,
    lineCount: z.number(),
  }),
  /** The body is not in the format; raw text can still be shown. `line` and `column` count from 1. */
  z.object({
    status: z.literal('unparsed'),
    message: messageSchema,
    line: z.number().optional(),
    column: z.number().optional(),
    lineCount: z.number(),
  }),
  /** The body is empty. */
  z.object({ status: z.literal('empty') }),
]);
export type ParsedSummary = z.infer<typeof parsedSummarySchema>;
