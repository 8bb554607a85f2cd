/** The calls and events about files that a table is written to. A part of the contract (`contract.ts`). */
import { z } from 'zod';
import { exportChoicesSchema } from '../export/export.ts';
import { tableViewSchema } from '../preview/preview.ts';
import { call, id, nothing } from './common.ts';

const count = z.number();

export const exportCalls = {
  /**
   * Writes a table to a file that the user picks, and responds when the file is whole. `id`: a new ID, so that the window
   * can follow and cancel it. `null`: the user picked no file, or cancelled. Nothing is left behind then.
   */
  'export.start': call(
    z.object({ id, ...tableViewSchema.shape, choices: exportChoicesSchema }),
    z
      .object({
        path: z.string(),
        rows: count,
        bytes: count,
        /** Texts that Excel is too small for. */
        cutTexts: count,
      })
      .nullable(),
  ),
  'export.cancel': call(z.object({ id }), nothing),
  /** Shows the file of a finished export in the system's file manager. */
  'export.showInFolder': call(z.object({ id }), nothing),
} as const;

export const exportEvents = {
  /** `rows` of `rowCount` are written. Before the first one, the table may be sorted. */
  'export.progress': z.object({ id, rows: count, rowCount: count, bytes: count }),
} as const;
