import { Body } from '../../../../app/resources/preview/body.ts';
import type { BodyOptions, BodySummary } from '../../../../app/resources/preview/messages.ts';
import { patiently } from './shape/patiently.ts';

export const previewId = 'test';

/** A body that has arrived in the given pieces. */
export function receive(
  text: string | Uint8Array,
  options: Partial<BodyOptions> = {},
  cuts: readonly number[] = [],
): { body: Body; summary: BodySummary } {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const body = new Body({ format: 'json', dataPath: null, contentType: '', limitBytes: 1e9, ...options });
  const places = [...new Set(cuts.map((cut) => 3 + (cut % Math.max(1, bytes.length - 3))))].sort((a, b) => a - b);
  let from = 0;
  for (const to of [...places.filter((place) => place < bytes.length), bytes.length]) {
    if (to > from) body.write(bytes.slice(from, to));
    from = to;
  }
  return { body, summary: patiently(() => body.end()) };
}

export function parsed(summary: BodySummary): Extract<BodySummary, { status: 'parsed' }> {
  if (summary.status !== 'parsed') throw new Error(`not parsed: ${JSON.stringify(summary)}`);
  return summary;
}

/** The columns and all rows, as texts, of the table that is shown. */
export function shownTable({ body, summary }: { body: Body; summary: BodySummary }) {
  const { columns, dataPath, rowCount } = parsed(summary);
  if (dataPath === null) throw new Error('no table');
  const pointers = columns.map(({ pointer }) => pointer);
  const { rows } = body.rows({ previewId, dataPath, columns: pointers, start: 0, count: rowCount });
  return {
    dataPath,
    columns,
    labels: columns.map(({ label }) => label),
    rows: rows.map((row) => row.map((cell) => (cell.kind === 'missing' ? undefined : cell.text))),
  };
}

/** The table of a text that is shown first. */
export function tableOf(text: string | Uint8Array, options: Partial<BodyOptions> = {}) {
  const { columns, labels, rows } = shownTable(receive(text, options));
  return { labels, kinds: columns.map(({ kind }) => kind), rows };
}
