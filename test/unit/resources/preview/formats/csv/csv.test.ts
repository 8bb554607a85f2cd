import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Body } from '../../../../../../app/resources/preview/body.ts';
import type { BodyOptions } from '../../../../../../app/resources/preview/messages.ts';
import { parsed, previewId, receive, tableOf } from '../../read-body.ts';

const csv = (text: string | Uint8Array, options: Partial<BodyOptions> = {}) =>
  tableOf(text, { format: 'csv', ...options });
const labels = (text: string, options: Partial<BodyOptions> = {}) => csv(text, options).labels;

describe('the names of the columns', () => {
  it('are in the first row also where some are numbers: years above figures', () => {
    expect(csv('Country,2019,2020,2021\nFrance,1.8,-7.8,6.8\nSpain,2.0,-11.3,5.5\n')).toEqual({
      labels: ['Country', '2019', '2020', '2021'],
      kinds: ['string', 'number', 'number', 'number'],
      rows: [
        ['France', '1.8', '-7.8', '6.8'],
        ['Spain', '2.0', '-11.3', '5.5'],
      ],
    });
  });

  it.each([
    ['years above whole numbers', 'Country,2019,2020\nFrance,18,78\nSpain,20,113\n', 'Country,2019,2020'],
    [
      'years above numbers that look like years',
      'Land,2019,2020,2021\nA,1850,2005,1990\nB,2010,1800,1999\n',
      'Land,2019,2020,2021',
    ],
    ['months by number', 'Product,1,2,3\nA,10,20,35\nB,11,29,31\n', 'Product,1,2,3'],
    [
      'dates above counts',
      'Province/State,Lat,1/22/20,1/23/20\nHubei,30.9,444,444\n',
      'Province/State,Lat,1/22/20,1/23/20',
    ],
    ['one name above numbers', '2021\n6.8\n5.5\n', '2021'],
    ['texts above texts', 'name,city\nAlice,NYC\nBob,LA\n', 'name,city'],
    ['a pivot table without a name for its first column', ',2019,2020\nFrance,1.8,-7.8\n', 'Column 1,2019,2020'],
  ])('are in the first row: %s', (_name, text, expected) => {
    expect(labels(text)).toEqual(expected.split(','));
  });

  it.each([
    ['numbers and texts', '1,x\n2,y\n'],
    ['years among years', 'Bridge,2019,2020\nRoad,2018,2021\n'],
    ['dates', '2026-01-01,12.5\n2026-01-02,13\n'],
    ['addresses', 'ann@example.org,Ann\nbob@example.org,Bob\n'],
    ['counting numbers above others', '1,2,3\n4,5,6\n'],
    ['one row of numbers', '1,2,3\n'],
    ['decimal commas', '1,5;2,5\n3,5;4,5\n'],
    ['a first row without anything', ',,\n1,2,3\n'],
  ])('are numbered where every cell of the first row looks like the rows below: %s', (_name, text) => {
    const table = csv(text);
    expect(table.labels).toEqual(table.labels.map((_label, index) => `Column ${index + 1}`));
    expect(table.rows).toHaveLength(text.trim().split('\n').length);
  });

  it('are where the resource says that they are', () => {
    expect(csv('1,x\n2,y\n', { firstRow: 'names' })).toMatchObject({ labels: ['1', 'x'], rows: [['2', 'y']] });
    expect(csv('name,city\nAnn,Bonn\n', { firstRow: 'data' })).toMatchObject({
      labels: ['Column 1', 'Column 2'],
      rows: [
        ['name', 'city'],
        ['Ann', 'Bonn'],
      ],
    });
  });

  it('are where the Content-Type says that they are (RFC 4180 §3)', () => {
    expect(labels('1,x\n2,y\n', { contentType: 'text/csv; header=present' })).toEqual(['1', 'x']);
    expect(csv('a,b\nc,d\n', { contentType: 'text/csv; header=absent; charset=utf-8' }).rows).toHaveLength(2);
  });

  it('may be any names, those of JavaScript too, and none is renamed', () => {
    expect(csv('constructor,__proto__,toString,hasOwnProperty\nRed,10,a,b\n')).toMatchObject({
      labels: ['constructor', '__proto__', 'toString', 'hasOwnProperty'],
      rows: [['Red', '10', 'a', 'b']],
    });
  });

  it('all differ, also where a name is what another would be called', () => {
    expect(labels('a,a,a (2),,Column 4\n1,2,3,4,5,6\n')).toEqual([
      'a',
      'a (2)',
      'a (2) (2)',
      'Column 4',
      'Column 4 (2)',
      'Column 6',
    ]);
  });

  it('are all there, also those that no row has a value for', () => {
    expect(tableOf('day,amount,remark\n1,2\n3,4\n', { format: 'csv' })).toMatchObject({
      labels: ['day', 'amount', 'remark'],
      kinds: ['number', 'number', 'null'],
      rows: [
        ['1', '2', undefined],
        ['3', '4', undefined],
      ],
    });
    // A query without results.
    expect(tableOf('day;amount\n', { format: 'csv' })).toMatchObject({ labels: ['day', 'amount'], rows: [] });
    // In the order of the first row, wherever a value comes first.
    const late = `day,amount,remark\n${'1,,\n'.repeat(400)}2,,x\n3,4\n`;
    expect(tableOf(late, { format: 'csv' }).labels).toEqual(['day', 'amount', 'remark']);
  });

  it('may stand in angle brackets: that is no XML', () => {
    expect(csv('<TICKER>,<PER>,<DATE>,<CLOSE>\nXYZ.US,D,20240102,185.64\nXYZ.US,D,20240103,184.25\n')).toMatchObject({
      labels: ['<TICKER>', '<PER>', '<DATE>', '<CLOSE>'],
      rows: [
        ['XYZ.US', 'D', '20240102', '185.64'],
        ['XYZ.US', 'D', '20240103', '184.25'],
      ],
    });
    expect(labels('<TICKER>;<PER>\nXYZ;D\n', { contentType: 'text/html' })).toEqual(['<TICKER>', '<PER>']);
    expect(labels('<NAME>\nAnn\n')).toEqual(['<NAME>']);
  });
});

describe('the lines of a CSV', () => {
  it('end with LF below a header that ends with CR LF', () => {
    expect(csv('name,city\r\nAlice,NYC\nBob,LA\nCarol,SF\n')).toEqual({
      labels: ['name', 'city'],
      kinds: ['string', 'string'],
      rows: [
        ['Alice', 'NYC'],
        ['Bob', 'LA'],
        ['Carol', 'SF'],
      ],
    });
  });

  it('are read and dropped where Excel names the delimiter: sep=;', () => {
    const right = {
      labels: ['One', 'Two', 'Three'],
      rows: [
        ['1', '2', '3'],
        ['5', '6', '7'],
      ],
    };
    expect(csv('sep=;\nOne;Two;Three\n1;2;3\n5;6;7\n')).toMatchObject(right);
    expect(csv('\ufeff"sep=^"\r\nOne^Two^Three\r\n1^2^3\r\n5^6^7')).toMatchObject(right);
    // The comma fits as well, but the first line is clear.
    expect(csv('SEP=|\na,b|c\n1,2|3\n')).toMatchObject({ labels: ['a,b', 'c'], rows: [['1,2', '3']] });
  });

  it('without anything are no rows; an empty text in quotes is one', () => {
    expect(csv('name\r\n\r\nAnn\r\r\n""\n  \nBob\n').rows).toEqual([['Ann'], [''], ['Bob']]);
  });

  it('may hold quotes that are neither doubled nor at the end of a cell', () => {
    expect(csv('a,b\n"He said "hi" to me",2\n5" disk,3\n"x" ,4\n').rows).toEqual([
      ['He said "hi" to me', '2'],
      ['5" disk', '3'],
      ['x', '4'],
    ]);
  });
});

describe('the delimiter', () => {
  it.each([';', ',', '\t', '|'])('%j is found in two columns, whatever the number of rows', (delimiter) => {
    for (let count = 1; count <= 12; count++) {
      const rows = Array.from({ length: count }, (_, index) => ['ABCDEFGHIJKL'[index] ?? '', String(index + 1)]);
      const text = [['name', 'value'], ...rows].map((row) => `${row.join(delimiter)}\n`).join('');
      expect(csv(text)).toMatchObject({ labels: ['name', 'value'], rows });
    }
  });

  it('is not the comma of decimals, nor one inside of texts', () => {
    expect(csv('Station;Valeur\nForbach - centre;1,5\nMulhouse;2,5\n').rows).toEqual([
      ['Forbach - centre', '1,5'],
      ['Mulhouse', '2,5'],
    ]);
    expect(csv('name;city\nDoe, Jane;Bonn, Rhein\nRoe, Max;Köln, Rhein\n').rows).toEqual([
      ['Doe, Jane', 'Bonn, Rhein'],
      ['Roe, Max', 'Köln, Rhein'],
    ]);
    expect(csv('1,5;2,5\n3,5;4,5\n').rows).toEqual([
      ['1,5', '2,5'],
      ['3,5', '4,5'],
    ]);
  });

  it('is not the comma of a name, in quotes or not', () => {
    // Read with commas, the cell in quotes goes on to the end of the text.
    expect(csv('Name;Price, net\n"""";1,5\n')).toMatchObject({
      labels: ['Name', 'Price, net'],
      rows: [['"', '1,5']],
    });
    expect(csv('"Temp, °C";"Note"\r\n21,5;"two\nlines, here"\r\n')).toMatchObject({
      labels: ['Temp, °C', 'Note'],
      rows: [['21,5', 'two\nlines, here']],
    });
    expect(csv('"Price,net";"Price,gross"\n"1,00";"1,19"\n').labels).toEqual(['Price,net', 'Price,gross']);
    expect(csv('Temp, °C;Height (m, MSL)\n5;3\n').labels).toEqual(['Temp, °C', 'Height (m, MSL)']);
  });

  it('is the comma where a text holds semicolons in some rows, or in quotes', () => {
    expect(csv('id,tags\n1,a;b\n2,c;d\n3,e;f\n').labels).toEqual(['id', 'tags']);
    expect(csv('id,"a;b"\n1,"x;y"\n').labels).toEqual(['id', 'a;b']);
  });
});

/** Cells as texts, written by RFC 4180 with the given line ends, read again: what JSON calls a number keeps its digits. */
describe('any cells, with any delimiter and any mixture of line ends, in any pieces', { timeout: 120_000 }, () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom('', '"', '""', 'a,b', 'a;b', 'a\tb', 'a|b', 'x\r\ny', '\r', '\n', '007', '1.50', '-3', ' pad '),
  );
  const quoted = (text: string, delimiter: string) =>
    text === '' || /["\r\n]/.test(text) || text.includes(delimiter) || /^\s|\s$/.test(text)
      ? `"${text.replaceAll('"', '""')}"`
      : text;

  it('are the same rows', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 30 }),
        fc.constantFrom(',', ';', '\t', '|'),
        fc.array(fc.constantFrom('\n', '\r\n', '\r', '\n\n', '\r\r\n'), { minLength: 40, maxLength: 40 }),
        fc.array(fc.nat(3000), { maxLength: 6 }),
        (rows, delimiter, ends, cuts) => {
          const lines = [['one', 'two', 'three'], ...rows];
          const text = lines
            .map((row, index) => row.map((each) => quoted(each, delimiter)).join(delimiter) + (ends[index] ?? '\n'))
            .join('');
          const { body, summary } = receive(`sep=${delimiter}\n${text}`, { format: 'csv', firstRow: 'names' }, cuts);
          expect(parsed(summary)).toMatchObject({ rowCount: rows.length, dataPath: '' });
          const request = { previewId, dataPath: '', columns: ['/one', '/two', '/three'], start: 0, count: 1000 };
          expect(body.rows(request).rows.map((row) => row.map(({ text }) => text))).toEqual(rows);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('have their delimiter found', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(word, fc.nat(), word), { minLength: 1, maxLength: 20 }),
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n', '\r'),
        (rows, delimiter, end) => {
          const text = [['name', 'count', 'kind'], ...rows].map((row) => row.join(delimiter)).join(end);
          expect(csv(text)).toMatchObject({
            labels: ['name', 'count', 'kind'],
            rows: rows.map((row) => row.map(String)),
          });
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('the delimiter of cells with commas and quotes', { timeout: 60_000 }, () => {
  const alone = ['Name', 'Plant', '1,5', '2.345,67', '31.12.2026', '12:30', 'Doe, Jane', 'a, b, c', '', 'x "y" z', '"'];
  const inQuotes = [...alone, 'a,b', 'Temp, °C', 'two\nlines, here', '"a", "b"'];
  const quoted = (text: string, delimiter: string, always: boolean) =>
    always || text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

  it.each([';', ',', '\t', '|'])('%j is found', (delimiter) => {
    const table = fc.tuple(fc.integer({ min: 2, max: 4 }), fc.boolean()).chain(([columns, always]) =>
      fc.record({
        always: fc.constant(always),
        end: fc.constantFrom('\n', '\r\n'),
        rows: fc.array(
          fc.array(fc.constantFrom(...(always ? inQuotes : alone)), { minLength: columns, maxLength: columns }),
          { minLength: 1, maxLength: 5 },
        ),
      }),
    );
    fc.assert(
      fc.property(table, ({ rows, always, end }) => {
        const names = (rows[0] ?? []).map((_, index) => `Name ${index}, in words`);
        const text = [names, ...rows]
          .map((row) => row.map((each) => quoted(each, delimiter, always)).join(delimiter) + end)
          .join('');
        expect(csv(text, { firstRow: 'names' })).toMatchObject({ labels: names, rows });
      }),
      { numRuns: 150 },
    );
  });
});

describe('a CSV that still arrives', () => {
  it('has a table, with the rows that are whole', () => {
    const text = `id,name\n${Array.from({ length: 40_000 }, (_, id) => `${id},row ${id}\n`).join('')}`;
    const bytes = Buffer.from(text);
    const body = new Body({ format: 'csv', dataPath: null, contentType: 'text/csv', limitBytes: 1e9 });
    body.write(bytes.subarray(0, 2000));
    expect(body.arriving()).toBeNull();
    body.write(bytes.subarray(2000, bytes.length - 3));
    const table = body.arriving();
    expect(table).toMatchObject({ dataPath: '', columns: [{ label: 'id' }, { label: 'name' }] });
    expect(table?.rowCount).toBeGreaterThan(10_000);
    const last = { previewId, dataPath: '', columns: ['/id', '/name'], start: (table?.rowCount ?? 0) - 1, count: 9 };
    expect(body.rows(last).rows).toMatchObject([[{ text: String(last.start) }, { text: `row ${last.start}` }]]);
    body.write(bytes.subarray(bytes.length - 3));
    expect(body.end()).toMatchObject({ status: 'parsed', rowCount: 40_000 });
  });

  it('has none where it turns out to be another format', () => {
    const body = new Body({ format: 'csv', dataPath: null, contentType: '', limitBytes: 1e9 });
    body.write(Buffer.from(`{"rows":[\n${'{"a":1,"b":2},\n'.repeat(50_000)}`));
    expect(body.arriving()).toBeNull();
  });
});
