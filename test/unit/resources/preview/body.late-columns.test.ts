import { expect, it } from 'vitest';
import type { BodyOptions } from '../../../../app/resources/preview/messages.ts';
import { parsed, previewId, receive } from './read-body.ts';

const count = 2000;
/** Not among the rows that are sampled first. */
const late = 951;
const rows = Array.from({ length: count }, (_, id) => ({
  id,
  part: `P${id % 7}`,
  ...(id === late ? { defect: 'burr' } : {}),
}));
const element = ({ id, part, defect }: { id: number; part: string; defect?: string }) =>
  `<inspection id="${id}"><part>${part}</part>${defect === undefined ? '' : `<defect>${defect}</defect>`}</inspection>`;

const orders = rows.map(({ id, part, ...rest }) => ({ id, ...rest, lines: [{ part }] }));

it.each<[string, Partial<BodyOptions>, string, string[]]>([
  ['JSON', {}, JSON.stringify({ rows }), ['id', 'part', 'defect']],
  ['NDJSON', {}, rows.map((row) => JSON.stringify(row)).join('\n'), ['id', 'part', 'defect']],
  [
    'CSV with a longer line',
    { format: 'csv' },
    `id,part\n${rows.map(({ id, part, defect }) => [id, part, ...(defect === undefined ? [] : [defect])].join(',')).join('\n')}`,
    ['id', 'part', 'Column 3'],
  ],
  ['XML', { format: 'xml' }, `<list>${rows.map(element).join('')}</list>`, ['part', 'id', 'defect']],
  ['JSONPath', { dataPath: '$.rows[?@.part]' }, JSON.stringify({ rows }), ['id', 'part', 'defect']],
  [
    'parents of rows',
    { dataPath: '$.orders[*].lines[*]', withParents: true },
    JSON.stringify({ orders }),
    ['part', 'order.id', 'order.defect'],
  ],
])('finds a column that a single late row has: %s', (_name, options, text, labels) => {
  const { body, summary } = receive(text, options);
  const { dataPath, ...first } = parsed(summary);
  if (dataPath === null) throw new Error('no table');
  const view = { previewId, dataPath, withParents: options.withParents ?? false };
  let table: Pick<typeof first, 'columns' | 'hasAllColumns'> = first;
  while (!table.hasAllColumns) table = body.columns(view);
  expect(table.columns.map(({ label }) => label)).toEqual(labels);
  const pointers = table.columns.map(({ pointer }) => pointer);
  const cells = body.rows({ ...view, columns: pointers, start: late, count: 1 }).rows[0];
  expect(cells?.at(-1)?.text).toBe('burr');
});
