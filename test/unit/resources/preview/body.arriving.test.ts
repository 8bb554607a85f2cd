import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Body } from '../../../../app/resources/preview/body.ts';
import { previewId } from './read-body.ts';

const options = { format: 'json' as const, dataPath: null, contentType: 'application/json', limitBytes: 64 * 2 ** 20 };
const rowsOf = (count: number) =>
  Array.from({ length: count }, (_, id) => ({ id, name: `row ${id}`, at: { city: `c${id % 7}` } }));

/** A body of which the first bytes have arrived. */
function received(text: string, bytes: number, changes: Partial<typeof options> = {}): Body {
  const body = new Body({ ...options, ...changes });
  body.write(Buffer.from(text).subarray(0, bytes));
  return body;
}

describe('a body that still arrives', () => {
  it('has a table once a hundred rows are whole, and gives its rows', () => {
    const text = JSON.stringify({ meta: { page: 1 }, data: rowsOf(400) });
    const end = text.indexOf('"row 250"') + 3;
    const body = received(text, end);
    const table = body.arriving();
    expect(table).toMatchObject({ dataPath: '/data', rowCount: 250 });
    expect(table?.columns.map(({ label }) => label)).toEqual(['id', 'name', 'at.city']);
    const { rows } = body.rows({ previewId, dataPath: '/data', columns: ['/id', '/at/city'], start: 248, count: 10 });
    expect(rows.map((row) => row.map((cell) => cell.text))).toEqual([
      ['248', 'c3'],
      ['249', 'c4'],
    ]);
    expect(body.value({ previewId, pointer: '/data/249/name' }).text).toBe('row 249');
  });

  it('arrives at the path of a list, also written as JSONPath, but not where rows come from several lists', () => {
    const text = JSON.stringify({ data: rowsOf(400) });
    const so = (dataPath: string) => received(text, text.length - 2, { dataPath: dataPath as never }).arriving();
    for (const path of ['$.data[*]', '$.data', "$['data'][*]"])
      expect(so(path)).toMatchObject({ dataPath: path, rowCount: 399 });
    for (const path of ['$.data[*].at', '$..id', '$.data[']) expect(so(path)).toBeNull();
  });

  it('has none before, nor in a format or a text that is none', () => {
    const text = JSON.stringify(rowsOf(400));
    expect(received(text, 2_000).arriving()).toBeNull();
    expect(received(text, text.length, { format: 'csv' as never }).arriving()).toBeNull();
    expect(received(`{${text}`, text.length).arriving()).toBeNull();
    expect(received('', 0).arriving()).toBeNull();
  });

  it('waits for the list that the resource shows', () => {
    const text = JSON.stringify({ first: rowsOf(300), second: rowsOf(300) });
    expect(received(text, text.indexOf('"second"'), { dataPath: '/second' as never }).arriving()).toBeNull();
    expect(received(text, text.length - 2, { dataPath: '/second' as never }).arriving()).toMatchObject({
      dataPath: '/second',
      rowCount: 299,
    });
  });

  it('shows lines of JSON as they come', () => {
    const text = rowsOf(200)
      .map((row) => JSON.stringify(row))
      .join('\n');
    expect(received(text, text.length - 5).arriving()).toMatchObject({ dataPath: '', rowCount: 199 });
  });

  it('has the rows, at every byte, that it has in the end; nothing that is asked of it fails or hangs', () => {
    const row = fc.jsonValue({ maxDepth: 3, stringUnit: 'grapheme' });
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 120, maxLength: 160 }),
        fc.boolean(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (rows, wrapped, part) => {
          const text = Buffer.from(JSON.stringify(wrapped ? { items: rows } : rows));
          const body = new Body({ ...options, dataPath: (wrapped ? '/items' : '') as never });
          const whole = new Body({ ...options, dataPath: (wrapped ? '/items' : '') as never });
          whole.write(text);
          whole.end();
          const cut = Math.floor(part * text.length);
          body.write(text.subarray(0, cut));
          const dataPath = wrapped ? '/items' : '';
          const table = body.arriving();
          body.tree({ previewId, pointer: '', start: 0, count: 1000 });
          if (table !== null) {
            const ask = {
              previewId,
              dataPath,
              columns: table.columns.map(({ pointer }) => pointer),
              start: 0,
              count: table.rowCount,
            };
            // Types are known in the end only.
            const { rows: cells, pointers } = whole.rows(ask);
            const untyped = cells.map((each) => each.map(({ value: _value, unfit: _unfit, ...cell }) => cell));
            expect(body.rows(ask)).toEqual({ rows: untyped, pointers });
          }
          body.write(text.subarray(cut));
          expect(body.end()).toMatchObject({ status: 'parsed', dataPath, rowCount: rows.length });
        },
      ),
      { numRuns: 150 },
    );
  }, 120_000);
});
