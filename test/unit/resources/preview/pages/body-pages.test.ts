import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { Body } from '../../../../../app/resources/preview/body.ts';
import { GrowingBytes } from '../../../../../app/resources/preview/json/growing-bytes.ts';
import { JsonScanner } from '../../../../../app/resources/preview/json/scanner.ts';
import { parsed, previewId, receive } from '../read-body.ts';
import { readPages, rowsOf } from './read-pages.ts';

const row = fc.record(
  {
    id: fc.integer(),
    name: fc.string({ unit: 'grapheme' }),
    at: fc.record({ city: fc.string({ unit: 'grapheme', maxLength: 5 }) }),
    extra: fc.jsonValue({ maxDepth: 2 }),
  },
  { requiredKeys: ['id', 'name'] },
);
const pagesOfRows = fc.array(fc.array(row, { maxLength: 6 }), { minLength: 1, maxLength: 6 });
const chunk = fc.integer({ min: 1, max: 400 });
const isFilled = (pages: readonly (readonly unknown[])[]) => (pages[0]?.length ?? 0) > 0;
/** What a test compares: the body that a service without pages would send. */
const whole = (text: string, options: Parameters<typeof receive>[1] = {}) => rowsOf(receive(text, options));

describe('the pages of a list', () => {
  it('are the list of all rows, however they are split and however their bytes arrive', () => {
    fc.assert(
      fc.property(pagesOfRows.filter(isFilled), chunk, fc.boolean(), (pages, size, isNested) => {
        const written = (rows: unknown, at: number) =>
          JSON.stringify(isNested ? { page: at, data: { items: rows }, next: `/p/${at + 1}` } : rows);
        const read = readPages(pages.map(written), {}, { chunk: size });
        expect(rowsOf(read)).toEqual(whole(written(pages.flat(), 0)));
        expect(read.facts.map(({ rowCount }) => rowCount)).toEqual(pages.map(({ length }) => length));
        const text = read.body.value({ previewId, pointer: '' }).text;
        expect(JSON.parse(text)).toEqual(JSON.parse(written(pages.flat(), 0)));
      }),
      { numRuns: 150 },
    );
  });

  it('are lines of JSON after each other', () => {
    fc.assert(
      fc.property(pagesOfRows, chunk, (pages, size) => {
        const lines = (rows: readonly unknown[]) => rows.map((each) => JSON.stringify(each)).join('\n');
        const [first = [], ...later] = pages;
        const all = [[{ id: 0, name: '' }, { id: 1, name: '' }, ...first], ...later];
        const read = readPages(all.map(lines), {}, { chunk: size });
        expect(rowsOf(read)).toEqual(whole(lines(all.flat())));
      }),
      { numRuns: 100 },
    );
  });

  it('are members of one object where its members are the rows', () => {
    const read = readPages(['{"rows":{"a":{"n":1,"m":2},"b":{"n":3,"m":4}}}', '{"rows":{"c":{"n":5,"m":6}}}'], {
      dataPath: '/rows',
    });
    expect(rowsOf(read).rows).toEqual([
      ['a', '1', '2'],
      ['b', '3', '4'],
      ['c', '5', '6'],
    ]);
  });

  it('may be empty at the start, in the middle and at the end, also as null', () => {
    const read = readPages(['{"items":[],"n":1}', '{"items":[{"a":1}]}', '{"items":null}', '', '{"items":[{"a":2}]}'], {
      dataPath: '/items',
    });
    expect(rowsOf(read).rows).toEqual([['1'], ['2']]);
    expect(JSON.parse(read.body.value({ previewId, pointer: '' }).text)).toEqual({ items: [{ a: 1 }, { a: 2 }], n: 1 });
  });

  it('follow a JSONPath that leads to one list', () => {
    for (const dataPath of ["$.a['b c'][*]", "$.a['b c']", "$.a['b c'][?@.n > 1]"]) {
      const read = readPages(['{"a":{"b c":[{"n":1},{"n":2}]}}', '{"a":{"b c":[{"n":3}]}}'], { dataPath });
      expect(rowsOf(read).rows).toEqual(dataPath.includes('?') ? [['2'], ['3']] : [['1'], ['2'], ['3']]);
    }
    const several = readPages(['{"a":[{"n":1}],"b":[{"n":2}]}'], { dataPath: '$..n' });
    expect(several.facts[0]?.problem?.id).toBe('preview.pages.oneRow');
  });

  it('are put in shape as a whole', () => {
    const steps = [{ kind: 'sort' as const, id: 's', keys: [{ column: '/n', descending: true }] }];
    const shape = { order: [], columns: {}, steps };
    const body = new Body({ format: 'json', dataPath: null, contentType: '', limitBytes: 1e9, shape });
    for (const text of ['[{"n":1},{"n":5}]', '[{"n":3}]', '[{"n":9}]']) {
      body.write(Buffer.from(text));
      body.endPage({ previewId, wants: [], dropRepeat: false });
    }
    expect(parsed(body.end())).toMatchObject({ rowCount: 4, stepRowCounts: [4] });
    const view = { previewId, dataPath: '', withParents: false, shape };
    const { rows } = body.rows({ ...view, columns: ['/n'], start: 0, count: 9 });
    expect(rows.flat().map(({ text }) => text)).toEqual(['9', '5', '3', '1']);
  });
});

describe('the pages of a CSV', () => {
  const cell = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 8 }), fc.integer().map(String));
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const written = (names: readonly string[], rows: readonly (readonly string[])[], end: string) =>
    [names, ...rows].map((cells) => cells.map(quoted).join(',')).join(end);
  const record = fc.tuple(cell, cell, cell);
  const names = ['id', 'the "name"', 'city'];

  it('are the lines of all pages under one header, with columns matched by their names', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(record, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 }),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        chunk,
        (pages, end, isMixed, size) => {
          const texts = pages.map((rows, at) =>
            isMixed && at % 2 === 1
              ? written(
                  [...names].reverse(),
                  rows.map((cells) => [...cells].reverse()),
                  end,
                )
              : written(names, rows, end),
          );
          const read = readPages(texts, { format: 'csv', firstRow: 'names', contentType: 'text/csv' }, { chunk: size });
          const all = receive(written(names, pages.flat(), end), {
            format: 'csv',
            firstRow: 'names',
            contentType: 'text/csv',
          });
          expect(rowsOf(read)).toEqual(rowsOf(all));
        },
      ),
      { numRuns: 100 },
    );
  });

  it('gain the columns that only a later page has', () => {
    const read = readPages(['a;b\n1;2\n', 'b;c\n3;4\n', 'a;b;c\n5;6;7'], { format: 'csv' });
    expect(rowsOf(read)).toMatchObject({
      labels: ['a', 'b', 'c'],
      rows: [
        ['1', '2', undefined],
        ['', '3', '4'],
        ['5', '6', '7'],
      ],
    });
  });

  it('without names are lines alone', () => {
    const read = readPages(['1,x\n2,y', '3,z\r\n'], { format: 'csv' });
    expect(rowsOf(read).rows).toEqual([
      ['1', 'x'],
      ['2', 'y'],
      ['3', 'z'],
    ]);
  });
});

describe('the pages of an XML', () => {
  const page = (names: readonly string[]) =>
    `<?xml version="1.0"?><r><n>1</n>${names.map((name) => `<i><a>${name}</a></i>`).join('')}</r>`;

  it('are one list, also where a page has one element or none', () => {
    const read = readPages([page(['x', 'y']), page(['z']), page([]), page(['u', 'v'])], {
      format: 'xml',
      dataPath: '/r/i',
    });
    expect(rowsOf(read).rows).toEqual([['x'], ['y'], ['z'], ['u'], ['v']]);
    const one = readPages([page(['x']), page(['y', 'z'])], { format: 'xml', dataPath: '/r/i' });
    expect(rowsOf(one).rows).toEqual([['x'], ['y'], ['z']]);
    expect(one.body.value({ previewId, pointer: '' }).text.match(/<\?xml/g)).toHaveLength(2);
  });
});

describe('a page', () => {
  it('says what the next one is, and how many rows and pages there are', () => {
    const text = (last: number) =>
      `{"data":[{"id":1},{"id":${last}}],"meta":{"next":"c\\"1","n":12345678901234567890,"more":true,"none":null},"total":9,"total_pages":5}`;
    const wants = ['/meta/next', '/meta/n', '/meta/more', '/meta/none', '/gone', '/data', '/data/-/id'];
    const { facts } = readPages([text(2), text(4)], {}, { wants });
    expect(facts[1]).toEqual({
      rowCount: 2,
      values: ['"c\\"1"', '12345678901234567890', 'true', 'null', null, null, '4'],
      totalRows: 9,
      totalPages: 5,
    });
  });

  it('of another shape is told, and adds nothing', () => {
    const read = readPages(['{"items":[{"a":1}]}', '{"error":"x"}'], { dataPath: '/items' });
    expect(read.facts[1]).toMatchObject({
      rowCount: null,
      problem: { id: 'preview.pages.noList', values: { path: '/items' } },
    });
    expect(rowsOf(read).rows).toEqual([['1']]);
    const broken = readPages(['[{"a":1}]', '<html>'], { contentType: 'text/html' });
    expect(broken.facts[1]?.problem?.id).toBe('preview.html');
    expect(rowsOf(broken).rows).toEqual([['1']]);
  });

  it('cannot follow one row, or a first page without a list', () => {
    expect(readPages(['{"items":[{"a":1}]}'], { dataPath: '.' }).facts[0]?.problem?.id).toBe('preview.pages.oneRow');
    expect(readPages(['{"a":1}']).facts[0]).toMatchObject({ rowCount: null, problem: { id: 'preview.pages.noTable' } });
  });

  it('that repeats the one before is left out where that means the end', () => {
    const { facts, ...read } = readPages(['[1,2]', '[3]', '[3]'], {}, { dropRepeat: true });
    expect(facts.map(({ isRepeat }) => isRepeat)).toEqual([undefined, undefined, true]);
    expect(parsed(read.summary).rowCount).toBe(3);
  });

  it('that did not arrive as a whole is dropped, and the rows before stay', () => {
    const body = new Body({ format: 'json', dataPath: null, contentType: '', limitBytes: 1e9 });
    const end = () => body.endPage({ previewId, wants: [], dropRepeat: false });
    body.write(Buffer.from('[{"a":1}]'));
    end();
    body.write(Buffer.from('[{"a":2}]'));
    end();
    expect(body.arriving()).toMatchObject({ dataPath: '', rowCount: 2 });
    body.write(Buffer.from('[{"a":3},{"a'));
    expect(parsed(body.end()).rowCount).toBe(2);
  });
});

it('copies each byte of a thousand pages twice at most: as it arrives, and into the whole', () => {
  const append = vi.spyOn(GrowingBytes.prototype, 'append');
  onTestFinished(() => append.mockRestore());
  const scan = vi.spyOn(JsonScanner.prototype, 'scan');
  onTestFinished(() => scan.mockRestore());
  const pages = Array.from({ length: 1000 }, (_, at) =>
    JSON.stringify({
      items: Array.from({ length: 20 }, (_none, each) => ({ id: at * 20 + each, name: `row ${each}` })),
    }),
  );
  const { summary } = readPages(pages);
  expect(parsed(summary).rowCount).toBe(20_000);
  const bytes = pages.reduce((sum, page) => sum + page.length, 0);
  const copied = append.mock.calls.reduce((sum, [chunk]) => sum + chunk.byteLength, 0);
  expect(copied).toBeLessThan(bytes * 2 + 10_000);
  // Each call goes on where the last one ended.
  expect(scan.mock.calls.length).toBeLessThan(pages.length * 6);
});
