import { expect, it } from 'vitest';
import { formatEnglish } from '../../../../app/shared/messages/format.ts';
import type { Shape } from '../../../../app/shared/shape/shape.ts';
import { parsed, previewId, receive } from './read-body.ts';
import { patiently } from './shape/patiently.ts';

const shop = JSON.stringify({
  orders: Array.from({ length: 300 }, (_, id) => ({
    id,
    at: `2026-01-${String((id % 28) + 1).padStart(2, '0')}`,
    lines: [{ n: id * 2 }, { n: id * 2 + 1 }],
  })),
});
const dataPath = '$.orders[*].lines[*]';

it('filters and sorts by the fields of parents, and each row still tells where it is', () => {
  const { body } = receive(shop, { dataPath, withParents: true });
  const shape: Shape = {
    order: [],
    columns: {},
    steps: [
      { kind: 'filter', id: 'f', column: '2/id', test: 'at_most', value: '1', to: '', values: [] },
      { kind: 'sort', id: 's', keys: [{ column: '/n', descending: true }] },
    ],
  };
  const view = { previewId, dataPath, withParents: true, shape };
  let table = patiently(() => body.table(view));
  while (!table.hasAllColumns) table = patiently(() => body.columns(view));
  expect(table).toMatchObject({ rowCount: 4, sourceRowCount: 600, stepProblems: [] });
  expect(table.columns.map(({ label, type }) => [label, type])).toEqual([
    ['n', 'number'],
    ['order.id', 'number'],
    ['order.at', 'date'],
  ]);
  const { rows, pointers } = patiently(() =>
    body.rows({ ...view, columns: ['/n', '2/id', '2/at'], start: 0, count: 10 }),
  );
  expect(rows.map((row) => row.map(({ text }) => text))).toEqual([
    ['3', '1', '2026-01-02'],
    ['2', '1', '2026-01-02'],
    ['1', '0', '2026-01-01'],
    ['0', '0', '2026-01-01'],
  ]);
  expect(pointers).toEqual(['/orders/1/lines/1', '/orders/1/lines/0', '/orders/0/lines/1', '/orders/0/lines/0']);
});

it('keeps a stored path without rows today, and says why another cannot be followed', () => {
  expect(parsed(receive('{"orders":[]}', { dataPath }).summary)).toMatchObject({ dataPath, rowCount: 0 });
  const wrong = parsed(receive(shop, { dataPath: '$.orders[' }).summary);
  expect(wrong).toMatchObject({ dataPath: '/orders', rowCount: 300 });
  expect(wrong.notes.map(formatEnglish)).toEqual([
    'The path of this resource cannot be followed, so the first list is shown. A bracket is not closed. Add “]” or “)” at character 10.',
  ]);
});

it('shows a whole value of XML without marks, and a text as it is', () => {
  const xml = '<l><r><t k="1">a</t><t>b</t><u>{"#text":"x"}</u></r></l>';
  const { body } = receive(xml, { format: 'xml' });
  expect(body.value({ previewId, pointer: '/l/r/t' }).text.replaceAll(/\s/g, '')).toBe('[{"text":"a","k":1},"b"]');
  expect(body.value({ previewId, pointer: '/l/r/u' }).text).toBe('{"#text":"x"}');
});
