import { describe, expect, it } from 'vitest';
import { CsvReader } from '../../../../app/resources/preview/formats/csv/csv-reader.ts';
import { findTooComplex } from '../../../../app/resources/preview/formats/xml/too-complex.ts';
import { maximumOffsets, OffsetList } from '../../../../app/resources/preview/json/offset-list.ts';
import { formatEnglish } from '../../../../app/shared/messages/format.ts';
import { says } from '../../../servers/english.ts';
import { parsed, previewId, receive, tableOf } from './read-body.ts';

const csv = { format: 'csv', contentType: 'text/csv' } as const;

function readCsv(text: string, mostBytes?: number): CsvReader {
  const bytes = Buffer.from(text);
  const options = { firstRow: 'auto', contentType: '', expectedBytes: 0 } as const;
  const reader = new CsvReader(0, mostBytes === undefined ? options : { ...options, mostBytes });
  reader.end(bytes, bytes.length);
  return reader;
}

describe('what is made of a response', () => {
  it('keeps 500 cells of a CSV of nothing but commas, and says how many there are [46]', () => {
    const made = readCsv(','.repeat(2_000_000));
    expect(made.json.length).toBeLessThan(10_000);
    expect(made.notes.map(formatEnglish)).toEqual([
      'The table shows 500 columns. The widest row has 2,000,001; Raw shows all of them.',
    ]);
    const { body, summary } = receive(','.repeat(200_000), csv);
    expect(parsed(summary)).toMatchObject({ rowCount: 1, columns: { length: 500 } });
    expect(body.text({ previewId, startLine: 0, count: 1 }).lines[0]).toMatch(/^,{2000}$/);
  });

  it('has the first 500 columns of a wide CSV, and says how many there are [46]', () => {
    const row = (cell: string) => Array.from({ length: 800 }, (_, column) => `${cell}${column}`).join(',');
    const text = `${row('name')}\n${row('x')}\n${row('y')}\n`;
    const { columns, rowCount, notes } = parsed(receive(text, csv).summary);
    expect([columns.length, rowCount]).toEqual([500, 2]);
    expect(columns.at(-1)?.label).toBe('name499');
    expect(notes.map(formatEnglish)).toEqual([
      'The table shows 500 columns. The widest row has 800; Raw shows all of them.',
    ]);
  });

  it('does not repeat long header names in every row [46]', () => {
    const names = Array.from({ length: 100 }, (_, column) => `${column}${'n'.repeat(20_000)}`).join(',');
    const text = `${names}\n${`${'1,'.repeat(99)}1\n`.repeat(400)}`;
    expect(readCsv(text).json.length).toBeLessThan(10 * text.length);
  });

  it('stops making rows of CSV at a limit, and says how many there are [46]', () => {
    const text = `name,value\n${'abc,1\n'.repeat(200_000)}`;
    const made = readCsv(text, 1_000_000);
    const rowCount = (JSON.parse(made.json.toString()) as unknown[]).length;
    expect(made.json.length).toBeLessThan(1_500_000);
    expect(rowCount).toBeGreaterThan(10_000);
    expect(rowCount).toBeLessThan(200_000);
    expect(made.notes.map(formatEnglish)).toEqual([
      `The table shows the first ${rowCount.toLocaleString('en')} rows. The others need too much memory; Raw shows all of them.`,
    ]);
  });

  it('makes no objects of XML with millions of elements or attributes [46]', () => {
    expect(findTooComplex(Buffer.from(`<r>${'<a/>'.repeat(3_000_001)}</r>`))).toMatchObject({
      message: says('3 million elements'),
    });
    expect(findTooComplex(Buffer.from(`<r ${'a="1" '.repeat(3_000_001)}/>`))).toBeDefined();
    expect(findTooComplex(Buffer.from(`<r>${'<a>==</a>'.repeat(1_000_000)}</r>`))).toBeUndefined();
  });

  it('keeps a bounded number of positions [46]', () => {
    const list = new OffsetList(1024);
    for (let at = 0; at < 2000; at++) list.push(at);
    expect([list.length, list.byteLength, list.at(1023)]).toEqual([1024, 4096, 1023]);
    expect(maximumOffsets).toBe(2 ** 26);
  });
});

describe('what crosses to the window', () => {
  const manyLongKeys = (length: number) =>
    JSON.stringify([
      Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`${index}${'k'.repeat(length)}`, index])),
    ]);

  it('is small for 500 keys of 20 kB, and says what is left out [55]', () => {
    const { body, summary } = receive(manyLongKeys(20_000));
    expect(JSON.stringify(summary).length).toBeLessThan(10_000);
    expect(parsed(summary).notes.map(formatEnglish)).toEqual([
      'Columns with names over 2,000 characters are left out. The tree shows them.',
    ]);
    const { nodes, total } = body.tree({ previewId, pointer: '/0', start: 0, count: 500 });
    expect(total).toBe(500);
    expect(JSON.stringify(nodes).length).toBeLessThan(200_000);
    const node = nodes[7];
    expect(node?.key).toMatch(/^7k{198}…$/);
    expect(body.value({ previewId, pointer: node?.pointer ?? '' }).text).toBe('7');
  });

  it('has column names of at most 200 characters, and still finds their cells [55]', () => {
    const { labels, rows } = tableOf(manyLongKeys(1000));
    expect(labels).toHaveLength(500);
    expect(Math.max(...labels.map((label) => label.length))).toBe(200);
    expect(rows[0]?.slice(0, 3)).toEqual(['0', '1', '2']);
  });

  it('offers no list whose path has a megabyte [55]', () => {
    const long = 'k'.repeat(1_000_000);
    const inner = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`list${index}`, [{ a: 1 }, { a: 2 }]]));
    const { dataPaths } = parsed(receive(JSON.stringify({ [long]: inner, short: [{ b: 1 }] })).summary);
    expect(dataPaths.map(({ pointer }) => pointer)).toEqual(['/short', '.']);
  });

  it('reads a key that looks like the place of a member as a key [55]', () => {
    const { body } = receive('{"a":1,"~#0":2}');
    expect(body.value({ previewId, pointer: '/~0#0' }).text).toBe('2');
    expect(body.value({ previewId, pointer: '/~#0' }).text).toBe('1');
    expect(() => body.value({ previewId, pointer: '/~#9' })).toThrow('no such value');
  });
});
