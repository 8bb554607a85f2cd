import { createHash, randomUUID } from 'node:crypto';
import type { WriteChoices, WriteSelection, WrittenColumn } from '../../resources/preview/export/write-choices.ts';
import type { Previews } from '../../resources/preview/previews.ts';
import { reportError } from '../../shared/errors.ts';
import type { TableView } from '../../shared/preview/preview.ts';

/** Of one body. More than this is no feed that a dashboard could read. */
export const mostBodyBytes = 256 * 2 ** 20;

export interface WrittenTable {
  bytes: Buffer;
  /** SHA-256 of the bytes, base64url. */
  hash: string;
  rowCount: number;
  /** Rows of the table, of which a range may be written. */
  totalCount: number;
  columns: readonly WrittenColumn[];
}

const never = new AbortController().signal;

/** Has the preview process write a table into memory. Rejects with a RequestError `feed.too_large` or `preview.*`. */
export async function writeTable(
  previews: Pick<Previews, 'exportTable'>,
  view: TableView,
  choices: WriteChoices,
  selection: WriteSelection,
  limitBytes = mostBodyBytes,
): Promise<WrittenTable> {
  const once = async (): Promise<WrittenTable> => {
    const parts: Uint8Array[] = [];
    const hash = createHash('sha256');
    const request = { ...view, exportId: randomUUID(), target: { limitBytes }, choices, selection };
    const last = await previews.exportTable(request, never, ({ part }) => {
      if (part === undefined) return;
      parts.push(part);
      hash.update(part);
    });
    return {
      bytes: Buffer.concat(parts),
      hash: hash.digest('base64url'),
      rowCount: last?.rows ?? 0,
      totalCount: last?.totalCount ?? 0,
      columns: last?.columns ?? [],
    };
  };
  try {
    return await once();
  } catch (error) {
    // Another body ended the process. The next call opens this one again, if it can.
    if (reportError(error).code !== 'preview.stopped') throw error;
    return once();
  }
}
