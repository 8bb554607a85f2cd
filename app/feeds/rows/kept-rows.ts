import { promisify } from 'node:util';
import { constants, createGunzip, gzip } from 'node:zlib';
import type { WrittenColumn } from '../../resources/preview/export/write-choices.ts';
import type { Previews } from '../../resources/preview/previews.ts';
import type { ColumnChoice, Shape, ValueType } from '../../shared/shape/shape.ts';
import type { WrittenTable } from './write-table.ts';

/**
 * The rows of a resource in one canonical form, from which every format can be written when the body is gone: a JSON list
 * of lists of values, which the engine reads as a table again.
 */
export interface KeptRows {
  /** Of the resource's shape that the rows have (`viewOf`). */
  view: string;
  /** Names as shown, which may repeat. */
  columns: readonly { name: string; type: ValueType }[];
  rowCount: number;
  /** Differs when the rows or the columns differ. */
  hash: string;
  gzipped: Buffer;
}

const compress = promisify(gzip);

export async function keepRows({ bytes, hash, rowCount, columns }: WrittenTable, view: string): Promise<KeptRows> {
  const kept = columns.map(({ name, type }: WrittenColumn) => ({ name, type }));
  // The lowest level: speed matters more than the last percents.
  const gzipped = await compress(bytes, { level: constants.Z_BEST_SPEED });
  return { view, columns: kept, rowCount, hash: `${hash} ${JSON.stringify(kept)}`, gzipped };
}

/** How values are written in canonical form, by their type (`patterns.ts`). */
const patterns: Record<ValueType, string | undefined> = {
  text: undefined,
  number: 'plain',
  boolean: 'true_false',
  date: 'iso',
  datetime: 'iso',
  time: 'HH:mm',
  duration: 'seconds',
};

/** The rows as a table in the preview process. Returns its view, which the caller drops. */
export async function openKept(
  { columns, gzipped }: KeptRows,
  previews: Pick<Previews, 'open'>,
): Promise<{ previewId: string; dataPath: string; shape: Shape }> {
  const shape: Shape = {
    order: [],
    columns: Object.fromEntries(
      columns.map(({ name, type }, index): [string, ColumnChoice] => {
        const pattern = patterns[type];
        return [`/${index}`, { name, type, ...(pattern === undefined ? {} : { pattern }) }];
      }),
    ),
    steps: [],
  };
  const sink = previews.open({
    format: 'json',
    dataPath: '',
    shape,
    contentType: 'application/json',
    limitBytes: Number.MAX_SAFE_INTEGER,
  });
  try {
    const text = createGunzip();
    text.end(gzipped);
    for await (const chunk of text) await sink.write(chunk as Buffer); // a stream without an encoding gives Buffers
    await sink.end();
    return { previewId: sink.previewId, dataPath: '', shape };
  } catch (error) {
    sink.abort();
    throw error;
  }
}
