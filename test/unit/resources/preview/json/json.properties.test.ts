import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellCharacters, cut } from '../../../../../app/resources/preview/json/cells.ts';
import { childPointer, readIndex } from '../../../../../app/shared/json-pointer.ts';
import { formatEnglish } from '../../../../../app/shared/messages/format.ts';
import { parsed, previewId, receive } from '../read-body.ts';

const json = fc.jsonValue({ maxDepth: 5, stringUnit: 'grapheme' });
const cuts = fc.array(fc.nat(10_000), { maxLength: 12 });
const indent = fc.constantFrom(undefined, 1, '\t');

/** What the engine must say of a value, made from JSON.parse and plain JavaScript. */
function expectedCell(value: unknown): { kind: string; text?: string; count?: number } {
  if (value === undefined) return { kind: 'missing', text: '' };
  if (value === null) return { kind: 'null', text: 'null' };
  if (Array.isArray(value)) return { kind: 'array', count: value.length };
  if (typeof value === 'object') return { kind: 'object', count: Object.keys(value).length };
  return {
    kind: typeof value,
    text: cut(String(typeof value === 'number' ? JSON.stringify(value) : value), cellCharacters),
  };
}

const isContainer = (value: unknown): value is Record<string, unknown> | unknown[] =>
  typeof value === 'object' && value !== null;

/** Object.entries, also of prototype-like keys: JSON.parse makes them own properties. */
function at(value: unknown, pointer: string): unknown {
  let found = value;
  for (const token of pointer === '' ? [] : pointer.slice(1).split('/')) {
    const key = token.replaceAll('~1', '/').replaceAll('~0', '~');
    if (!isContainer(found) || (Array.isArray(found) && readIndex(key) === -1)) return undefined;
    found = Object.hasOwn(found, key) ? Reflect.get(found, key) : undefined;
  }
  return found;
}

// Thousands of cases: on a busy machine they take their time.
const patient = { timeout: 120_000 };

describe('any JSON value, in any pieces', patient, () => {
  it('has the tree that JSON.parse gives', () => {
    fc.assert(
      fc.property(json, indent, cuts, (value, space, pieces) => {
        const text = JSON.stringify(value, null, space);
        const { body, summary } = receive(text, {}, pieces);
        expect(parsed(summary).rootKind).toBe(expectedCell(value).kind);
        const visit = (pointer: string, plain: unknown) => {
          const { nodes, total } = body.tree({ previewId, pointer, start: 0, count: 1000 });
          const entries = isContainer(plain) ? Object.entries(plain) : [];
          expect(total).toBe(entries.length);
          expect(nodes.map(({ key }) => key).sort()).toEqual(entries.map(([key]) => key).sort());
          for (const node of nodes) {
            const child = at(plain, childPointer('', node.key));
            expect(node.cell).toMatchObject(expectedCell(child));
            visit(node.pointer, child);
          }
        };
        visit('', JSON.parse(text));
      }),
      { numRuns: 300 },
    );
  });

  it('has the rows that JSON.parse gives', () => {
    const rowsOf = fc.array(fc.oneof(fc.dictionary(fc.string({ maxLength: 4 }), json, { maxKeys: 6 }), json), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(rowsOf, cuts, (rows, pieces) => {
        const text = JSON.stringify({ data: rows });
        const { body, summary } = receive(text, { dataPath: '/data' }, pieces);
        const { columns, dataPath, rowCount } = parsed(summary);
        expect(dataPath).toBe('/data');
        expect(rowCount).toBe(rows.length);
        const pointers = columns.map(({ pointer }) => pointer);
        const response = body.rows({ previewId, dataPath: '/data', columns: pointers, start: 0, count: 1000 });
        for (const [index, row] of JSON.parse(text).data.entries())
          for (const [column, pointer] of pointers.entries())
            expect(response.rows[index]?.[column]).toMatchObject(expectedCell(at(row, pointer)));
      }),
      { numRuns: 300 },
    );
  });

  it('has the text that was sent', () => {
    fc.assert(
      fc.property(json, indent, cuts, (value, space, pieces) => {
        const text = JSON.stringify(value, null, space);
        const { body, summary } = receive(text, {}, pieces);
        const { lines, total } = body.text({ previewId, startLine: 0, count: 5000 });
        expect(total).toBe(parsed(summary).lineCount);
        expect(lines.join('\n')).toBe(text);
        expect(body.value({ previewId, pointer: '' }).text).toBe(text);
      }),
      { numRuns: 200 },
    );
  });

  it('has the value that a pointer means', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), json), cuts, (value, pieces) => {
        const { body } = receive(JSON.stringify(value), {}, pieces);
        for (const [key, child] of Object.entries(value)) {
          const { text } = body.value({ previewId, pointer: childPointer('', key) });
          expect(typeof child === 'string' ? text : JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(child)));
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('any text, in any pieces', patient, () => {
  const parses = (text: string) => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  const damaged = fc
    .tuple(
      json,
      fc.nat(),
      fc.constantFrom('', ' ', '"', '\\', '{', ']', ',', ':', '-', '0', 'e', '.', 'nul', '\u0007', '\n'),
    )
    .map(([value, place, insert]) => {
      const text = JSON.stringify(value);
      const cutAt = place % (text.length + 1);
      return text.slice(0, cutAt) + insert + text.slice(cutAt + (place % 3));
    });

  it('is parsed exactly when JSON.parse takes it, and else has a line and a column', () => {
    fc.assert(
      fc.property(fc.oneof(damaged, fc.string()), cuts, (text, pieces) => {
        const { summary } = receive(text, {}, pieces);
        const expected = parses(text) ? 'parsed' : 'unparsed';
        expect(summary.status).toBe(text.trim() === '' ? 'empty' : expected);
        if (summary.status === 'unparsed' && !formatEnglish(summary.message).startsWith('The service sent'))
          expect([summary.line, summary.column].every((place) => (place ?? 0) >= 1)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('never breaks the engine, whatever the format and the bytes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('json', 'xml', 'csv'),
        cuts,
        (bytes, format, pieces) => {
          const { body, summary } = receive(bytes, { format }, pieces);
          expect(['parsed', 'unparsed', 'empty']).toContain(summary.status);
          body.text({ previewId, startLine: 0, count: 100 });
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('the columns of any rows', patient, () => {
  /** Objects with up to three levels, as `a.b.c`: every path that leads to something else, an empty object or a list. */
  function pathsOf(value: unknown, pointer: string, depth: number, into: Set<string>): void {
    if (depth < 3 && isContainer(value) && !Array.isArray(value) && Object.keys(value).length > 0)
      for (const [key, child] of Object.entries(value)) pathsOf(child, childPointer(pointer, key), depth + 1, into);
    else into.add(pointer);
  }

  it('are all their paths, wherever in the rows they stand', () => {
    const field = fc.constantFrom('a', 'b', 'c', 'd\n"é', '__proto__', '');
    const cell = fc.oneof(
      fc.nat(),
      fc.string({ minLength: 1 }),
      fc.constant({ x: [1, {}], y: {} }),
      fc.constant({ z: { w: 'w' } }),
    );
    const row = fc
      .array(fc.tuple(field, cell), { minLength: 1, maxLength: 5 })
      .map((fields) => Object.fromEntries(fields));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), fc.nat(2000), indent, (rare, place, space) => {
        const rows = Array.from({ length: 2000 }, (_, index) => ({ a: index }) as object);
        rows.splice(place, 0, ...rare);
        const { body } = receive(JSON.stringify(rows, null, space));
        let found = body.columns({ previewId, dataPath: '' });
        while (!found.hasAllColumns) found = body.columns({ previewId, dataPath: '' });
        const paths = new Set<string>();
        for (const each of rows) pathsOf(each, '', 0, paths);
        expect(new Set(found.columns.map(({ pointer }) => pointer))).toEqual(paths);
      }),
      { numRuns: 100 },
    );
  });
});
