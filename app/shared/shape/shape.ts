import { z } from 'zod';

// How the rows at a resource's path become the rows that a dashboard gets. Stored with the resource. The preview, the
// export and later feeds apply it with one engine (`resources/preview/shape/`).

/**
 * What a column's values mean. `date`: a calendar day. `datetime`: a day and a time, with or without a zone. `time`: a
 * time of day.
 */
export const valueTypes = ['text', 'number', 'boolean', 'date', 'datetime', 'time', 'duration'] as const;
export type ValueType = (typeof valueTypes)[number];

/** A column in a table, relative to the row: a JSON Pointer, or a Relative JSON Pointer for keys and parents. */
const columnPointer = z.string().max(2000);

/** How numbers and dates look. The value itself stays what it is. Absent members follow the region. */
export const displayFormatSchema = z.object({
  /** Digits after the decimal mark. */
  decimals: z.number().int().min(0).max(10).optional(),
  /** Whether thousands are separated. */
  thousands: z.boolean().optional(),
  dateStyle: z.enum(['iso', 'short', 'medium', 'long']).optional(),
});
export type DisplayFormat = z.infer<typeof displayFormatSchema>;

/** What the user chose for a column. Absent members: as found. */
export const columnChoiceSchema = z.object({
  name: z.string().min(1).max(200).optional(),
  hidden: z.literal(true).optional(),
  /** CSS pixels. */
  width: z.number().int().min(20).max(2000).optional(),
  /** Stays in view at the left. */
  pinned: z.literal(true).optional(),
  type: z.enum(valueTypes).optional(),
  /** How the values are written, by its name in `patterns.ts`. Absent: guessed. */
  pattern: z.string().max(60).optional(),
  format: displayFormatSchema.optional(),
});
export type ColumnChoice = z.infer<typeof columnChoiceSchema>;

/**
 * How a filter compares. For dates and times, `less` means before and `more` after. `between` includes both ends.
 * `contains`, `starts` and `ends` compare text without regard to case; `is` compares values of the column's type.
 */
export const filterTests = [
  'is',
  'is_not',
  'one_of',
  'contains',
  'contains_not',
  'starts',
  'ends',
  'less',
  'at_most',
  'more',
  'at_least',
  'between',
  'empty',
  'not_empty',
] as const;
export type FilterTest = (typeof filterTests)[number];

const stepId = z.string().min(1).max(64);

/** Keeps the rows whose value in a column passes the test. `null`, missing and empty text count as empty. */
const filterStepSchema = z.object({
  kind: z.literal('filter'),
  id: stepId,
  column: columnPointer,
  test: z.enum(filterTests),
  /** In canonical form (`cell.value`), or a relative date (`{{today-7d}}`). */
  value: z.string().max(2000).default(''),
  /** The end of `between`. */
  to: z.string().max(2000).default(''),
  /** Of `one_of`. */
  values: z.array(z.string().max(2000)).max(1000).default([]),
});

/** Sorts by the first key, rows that are equal there by the next. Stable. Empty values are last in both directions. */
const sortStepSchema = z.object({
  kind: z.literal('sort'),
  id: stepId,
  keys: z
    .array(z.object({ column: columnPointer, descending: z.boolean() }))
    .min(1)
    .max(20),
});

/** Keeps the first of the rows that are equal in these columns. No columns: in all that are shown. */
const distinctStepSchema = z.object({
  kind: z.literal('distinct'),
  id: stepId,
  columns: z.array(columnPointer).max(500),
});

const limitStepSchema = z.object({
  kind: z.literal('limit'),
  id: stepId,
  count: z.number().int().min(1).max(100_000_000),
  from: z.enum(['first', 'last']),
});

export const stepSchema = z.discriminatedUnion('kind', [
  filterStepSchema,
  sortStepSchema,
  distinctStepSchema,
  limitStepSchema,
]);
export type Step = z.infer<typeof stepSchema>;
export type FilterStep = z.infer<typeof filterStepSchema>;
export type SortStep = z.infer<typeof sortStepSchema>;
export type DistinctStep = z.infer<typeof distinctStepSchema>;
export type LimitStep = z.infer<typeof limitStepSchema>;

export const shapeSchema = z.object({
  /** Columns in the user's order. Others follow in the order found. */
  order: z.array(columnPointer).max(2000).default([]),
  columns: z.record(columnPointer, columnChoiceSchema).default({}),
  /** Applied in this order. */
  steps: z.array(stepSchema).max(100).default([]),
});
export type Shape = z.infer<typeof shapeSchema>;

/** All rows and columns, as found. */
export const noShape: Shape = { order: [], columns: {}, steps: [] };
