import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { ShapedCell } from '../../../../../app/resources/preview/shape/shaped-rows.ts';
import { noShape, type Shape } from '../../../../../app/shared/shape/shape.ts';
import { bodyOf, written } from './exported.ts';

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 4 }),
  fc.constantFrom(
    '=1+2',
    'a"b',
    ']]>',
    '<b>&amp;</b>',
    'a\nb',
    'a\rb',
    ' a ',
    '',
    '\u0000\u000b\ufffe',
    '\ud800',
    '1e5',
  ),
);
const value = fc.oneof(
  text,
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom('2026-11-30', '30.11.2026 12:00', '2026-11-30T12:00:00+01:00', '12:30', '1.234,5'),
  fc.record({ x: fc.integer() }),
  fc.array(fc.integer(), { maxLength: 2 }),
);
const names = ['id', '1 €', 'a b', 'A_b', '<x>', 'ü'];
const anyRows = fc.array(fc.record(Object.fromEntries(names.map((name) => [name, value])), { requiredKeys: ['id'] }), {
  minLength: 1,
  maxLength: 8,
});
const anyShape = fc.record({
  order: fc.shuffledSubarray(['/id', '/ü']),
  columns: fc.constantFrom<Shape['columns']>(
    {},
    { '/ü': { type: 'number', pattern: 'point_comma' }, '/a b': { hidden: true } },
  ),
  steps: fc.constantFrom<Shape['steps']>([], [{ kind: 'limit', id: 'l', count: 2, from: 'last' }]),
});
const bodies = fc.tuple(anyRows, anyShape);
const runs = { numRuns: 60 };

/** In canonical form if it has its type. */
const shown = ({ value: typed, text: asIs }: ShapedCell): string => typed ?? asIs;
const isAbsent = (cell: ShapedCell): boolean =>
  cell.value === undefined && (cell.kind === 'missing' || cell.kind === 'null');
/** What a format that is UTF-8, and XML 1.0, can hold. */
const sound = (content: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are replaced
  content.toWellFormed().replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');

const time = { name: 'data_time', text: '2026-11-30T12:00:00.000Z' };

describe('the bodies of a feed have the rows of the preview', () => {
  it('as XML', () => {
    fc.assert(
      fc.property(bodies, ([rows, shape]) => {
        const out = written(bodyOf(JSON.stringify(rows)), { format: 'xml' }, { names: 'unique', time }, { shape });
        expect(XMLValidator.validate(out.text)).toBe(true);
        const parser = new XMLParser({
          parseTagValue: false,
          trimValues: false,
          alwaysCreateTextNode: true,
          htmlEntities: true,
          processEntities: { enabled: true, maxTotalExpansions: 100_000 },
          isArray: (name) => name === 'row',
        });
        const read = parser.parse(out.text) as { rows: { row?: Record<string, { '#text': string }>[] } };
        const elements = (read.rows.row ?? []).map((row) =>
          Object.values(row).flatMap((cell) => ('#text' in Object(cell) ? [cell['#text']] : [])),
        );
        const wanted = out.rows.map((cells) => [
          ...cells.filter((cell) => !isAbsent(cell)).map((cell) => sound(shown(cell))),
          time.text,
        ]);
        expect(elements).toEqual(wanted);
      }),
      runs,
    );
  });

  it('as an HTML page', () => {
    fc.assert(
      fc.property(bodies, ([rows, shape]) => {
        const page = { language: 'en', title: '<Sales>', subtitle: 'Data "now"', refreshSeconds: 60 };
        const out = written(bodyOf(JSON.stringify(rows)), { format: 'html', page }, { names: 'unique' }, { shape });
        const unescaped = (markup: string): string =>
          markup.replaceAll(
            /&(amp|lt|gt|quot|#13);/g,
            (_, mark: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#13': '\r' })[mark] ?? '',
          );
        const cells = [...out.text.matchAll(/<tr>(?:<td(?: class="n")?>[^<]*<\/td>)*<\/tr>/g)].map(([row]) =>
          [...row.matchAll(/<td(?: class="n")?>([^<]*)<\/td>/g)].map(([, content = '']) => unescaped(content)),
        );
        expect(cells).toEqual(out.rows.map((row) => row.map((cell) => sound(shown(cell)))));
        expect(out.text).not.toMatch(/<script|<Sales>/);
        expect(out.text).toContain('<b>&lt;Sales&gt;</b>Data &quot;now&quot;</caption>');
      }),
      runs,
    );
  });

  it('as CSV that keeps every text', () => {
    fc.assert(
      fc.property(bodies, ([rows, shape]) => {
        const out = written(bodyOf(JSON.stringify(rows)), { format: 'csv' }, { names: 'safe', time }, { shape });
        const [header, ...read] = Papa.parse<string[]>(out.text.replace(/\r\n$/, ''), {
          newline: '\r\n',
          delimiter: ',',
        }).data;
        expect(header).toEqual([...out.columns.map(({ name }) => name)]);
        expect(read).toEqual(out.rows.map((row) => [...row.map((cell) => shown(cell).toWellFormed()), time.text]));
      }),
      runs,
    );
  });

  it('as JSON and NDJSON, wrapped or not', () => {
    fc.assert(
      fc.property(bodies, ([rows, shape]) => {
        const body = bodyOf(JSON.stringify(rows));
        const wrapped = written(body, { format: 'json', root: 'wrapped' }, { names: 'safe', time }, { shape });
        const lines = written(body, { format: 'ndjson', root: 'array' }, { names: 'safe', time }, { shape });
        const { data } = JSON.parse(wrapped.text) as { data: Record<string, unknown>[] };
        expect(
          lines.text
            .trimEnd()
            .split('\n')
            .map((line) => JSON.parse(line)),
        ).toEqual(data);
        expect(data.map((row) => Object.keys(row))).toEqual(
          wrapped.rows.map(() => wrapped.columns.map(({ name }) => name)),
        );
        for (const [index, row] of wrapped.rows.entries())
          for (const [column, cell] of row.entries()) {
            const key = wrapped.columns[column]?.name ?? '';
            const found = data[index]?.[key];
            if (isAbsent(cell)) expect(found).toBeNull();
            else if (typeof found === 'string') expect(found).toBe(shown(cell));
            else expect(found).toEqual(JSON.parse(shown(cell)));
          }
      }),
      runs,
    );
  });

  it('in the kept form, from which the same bodies are written', () => {
    fc.assert(
      fc.property(bodies, ([rows, shape]) => {
        const kept = written(bodyOf(JSON.stringify(rows)), { format: 'lists' }, {}, { shape });
        const lists = JSON.parse(kept.text) as unknown[][];
        expect(lists.map((list) => list.length)).toEqual(kept.rows.map(() => kept.columns.length));
      }),
      runs,
    );
  });
});

describe('a body of a feed', () => {
  it('has all digits of large numbers, points in numbers and times of ISO 8601', () => {
    const body = bodyOf('[{"n":9007199254740993123,"d":"1.234,50","t":"30.11.2026 12:00","e":1e400}]');
    const shape: Shape = {
      ...noShape,
      columns: { '/d': { type: 'number', pattern: 'point_comma' }, '/t': { type: 'datetime', pattern: 'dd.MM.yyyy' } },
    };
    expect(written(body, { format: 'json' }, {}, { shape }).text).toBe(
      '[\n{"n":9007199254740993123,"d":1234.50,"t":"2026-11-30T12:00:00","e":1e400}\n]\n',
    );
    expect(written(body, { format: 'xml' }, {}, { shape }).text).toContain(
      '<row><n>9007199254740993123</n><d>1234.50</d><t>2026-11-30T12:00:00</t><e>1e400</e></row>',
    );
  });

  it('is never without bytes', () => {
    const none = bodyOf('[]');
    const texts = (known?: string[]) =>
      (['json', 'csv', 'ndjson', 'xml', 'html'] as const).map(
        (format) => written(none, { format, root: 'array' }, { names: 'safe', ...(known ? { known } : {}) }).text,
      );
    expect(texts().slice(0, 4)).toEqual([
      '[\n]\n',
      '""\r\n',
      '\n',
      '<?xml version="1.0" encoding="UTF-8"?>\n<rows>\n</rows>\n',
    ]);
    expect(texts(['Order No', 'Total'])[1]).toBe('Order_No,Total\r\n');
    expect(texts(['Order No', 'Total'])[4]).toContain('<th scope="col">Order_No</th>');
    expect(written(none, { format: 'json', root: 'wrapped' }, {}).text).toBe('{"data": []}\n');
  });

  it('holds a range of the rows and the chosen columns, in their order', () => {
    const body = bodyOf(JSON.stringify(Array.from({ length: 5 }, (_, id) => ({ id, name: `n${id}`, x: true }))));
    const out = written(
      body,
      { format: 'json' },
      { columns: ['/name', '/id'], names: ['N', 'I'], range: { from: 3, count: 9 } },
    );
    expect(JSON.parse(out.text)).toEqual([
      { N: 'n3', I: 3 },
      { N: 'n4', I: 4 },
    ]);
    expect(out.progress).toMatchObject({ rows: 2, totalCount: 5 });
  });

  it('takes no more memory than allowed', () => {
    const body = bodyOf(JSON.stringify(Array.from({ length: 500 }, () => ({ name: 'x'.repeat(10_000) }))));
    const [small, large] = [2 ** 20, 2 ** 24];
    expect(() => written(body, { format: 'xml' }, {}, {}, small)).toThrow(
      expect.objectContaining({ code: 'feed.too_large' }),
    );
    const out = written(body, { format: 'xml' }, {}, {}, large);
    expect(out.partLengths.length).toBeGreaterThan(1);
    expect(Math.max(...out.partLengths)).toBeLessThanOrEqual(4 * 2 ** 20);
  });
});
