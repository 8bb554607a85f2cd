/** The calls that work on a whole table in its shape. A part of the contract (`contract.ts`). */
import { z } from 'zod';
import { tableViewSchema } from '../preview/preview.ts';
import { valueTypes } from '../shape/shape.ts';
import { call } from './common.ts';

/** A column, relative to the row. */
const pointer = z.string().max(20_000);
const place = z.object({ row: z.number().int().min(0), column: pointer });

/**
 * What a column holds. Counts are exact. Values are in canonical form (`cell.value`), so that the window can format
 * them; sums and means are absent for types that have none.
 */
export const statisticsSchema = z.object({
  type: z.enum(valueTypes),
  /** Rows of the table, after the steps. */
  count: z.number(),
  /** `null`, missing, or empty text. */
  empty: z.number(),
  /** Values that do not have the type. No figure below includes them. */
  unfit: z.number(),
  /** Different values of the type. */
  distinct: z.number(),
  min: z.string().optional(),
  max: z.string().optional(),
  /** Numbers and durations. Exact if `isExact`, otherwise to 15 digits. */
  sum: z.string().optional(),
  isExact: z.literal(true).optional(),
  /** Of numbers, dates, times and durations, to 15 digits or milliseconds. */
  mean: z.string().optional(),
  /** Of numbers, dates, times and durations: the lower one of two in the middle. */
  median: z.string().optional(),
  /** At most 20, of equal width. Each includes its start, the last also its end. For types with a mean. */
  bins: z.array(z.object({ from: z.string(), to: z.string(), count: z.number() })),
  /** The most frequent values, at most 10, for text and booleans. Text is cut at 500 characters. */
  top: z.array(z.object({ text: z.string(), count: z.number() })),
});
export type Statistics = z.infer<typeof statisticsSchema>;

/** Where a text was found. `row` counts from 0 in the table after its steps. */
export const foundSchema = z.object({
  /** `null`: none in the cells searched so far. */
  place: place.nullable(),
  /** Which match `place` is, from 1. 0: not counted yet, or no match. */
  number: z.number(),
  /** Cells that match, so far. */
  matchCount: z.number(),
  /** `false`: call again with the same request. */
  isDone: z.boolean(),
});
export type Found = z.infer<typeof foundSchema>;

export const mostCopiedBytes = 32 * 1024 * 1024;

export const tableCalls = {
  /** Works on the column's values after the steps. */
  'preview.statistics': call(tableViewSchema.extend({ column: pointer }), statisticsSchema),
  /**
   * Searches the shown columns in their order, row by row, in values as written and in canonical form. Returns the next
   * match after `from` (before it: `backwards`), and continues at the other end. `from` `null`: the first match. A match
   * at `from` itself is the last choice.
   */
  'preview.findInTable': call(
    tableViewSchema.extend({
      text: z.string().min(1).max(1000),
      matchCase: z.boolean(),
      from: place.nullable(),
      backwards: z.boolean(),
    }),
    foundSchema,
  ),
  /**
   * Cells as tab-separated text, as spreadsheets expect it: a cell with a tab, a line break or a quote is in quotes.
   * Numbers are in canonical form with `decimalMark`, other values as written. Formulas stay: pasted text is the user's own
   * act. `isCut`: the text would exceed 32 MiB, and ends after `rowCount` rows.
   */
  'preview.copy': call(
    tableViewSchema.extend({
      columns: z.array(pointer).min(1).max(500),
      start: z.number().int().min(0),
      /** `null`: to the end. */
      count: z.number().int().min(0).nullable(),
      withHeader: z.boolean(),
      decimalMark: z.enum(['.', ',']).default('.'),
    }),
    z.object({ text: z.string(), rowCount: z.number(), isCut: z.boolean() }),
  ),
};
