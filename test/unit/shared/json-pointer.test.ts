import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  childPointer,
  isPointer,
  parentPointer,
  parsePointer,
  readIndex,
  valueAt,
} from '../../../app/shared/json-pointer.ts';

const formatPointer = (tokens: readonly string[]): string => tokens.reduce(childPointer, '');
const name = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('~', '/', '0', '1', '-', '') }));
const names = fc.array(name, { maxLength: 6 });
const inherited = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];

describe('the value at a JSON Pointer', () => {
  // RFC 6901 §5, with the values that it gives.
  const document = {
    foo: ['bar', 'baz'],
    '': 0,
    'a/b': 1,
    'c%d': 2,
    'e^f': 3,
    'g|h': 4,
    'i\\j': 5,
    'k"l': 6,
    ' ': 7,
    'm~n': 8,
  };
  it.each([
    ['', document],
    ['/foo', ['bar', 'baz']],
    ['/foo/0', 'bar'],
    ['/', 0],
    ['/a~1b', 1],
    ['/c%d', 2],
    ['/e^f', 3],
    ['/g|h', 4],
    ['/i\\j', 5],
    ['/k"l', 6],
    ['/ ', 7],
    ['/m~0n', 8],
  ])('%j is that of RFC 6901', (pointer, value) => {
    expect(valueAt(document, pointer)).toEqual(value);
  });

  it.each([
    '/foo/2',
    '/foo/00',
    '/foo/-',
    '/foo/length',
    '/foo/0/0',
    '/foo/bar',
    '/no',
    '/a/b',
    'foo',
    'foo/0',
    '/m~n/x',
  ])('%j is none', (pointer) => {
    expect(valueAt(document, pointer)).toBeUndefined();
  });

  it.each(inherited)('is never inherited: %s', (key) => {
    for (const value of [{}, { a: {} }, [], ['a'], 'text', 1, true, null, undefined, new Date(), () => 1])
      for (const pointer of [`/${key}`, `/a/${key}`, `/0/${key}`, `/${key}/${key}`])
        expect(valueAt(value, pointer)).toBeUndefined();
    expect(valueAt(JSON.parse(`{"${key}":{"${key}":1}}`), `/${key}/${key}`)).toBe(1);
  });

  it('is found for each value of any JSON, and for nothing else', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), name, (json, key) => {
        const visit = (pointer: string, value: unknown) => {
          expect(valueAt(json, pointer)).toBe(value);
          expect(isPointer(pointer)).toBe(true);
          if (typeof value !== 'object' || value === null) {
            expect(valueAt(json, childPointer(pointer, key))).toBeUndefined();
            return;
          }
          const entries = Object.entries(value);
          for (const [each, child] of entries) visit(childPointer(pointer, each), child);
          if (!entries.some(([each]) => each === key))
            expect(valueAt(json, childPointer(pointer, key))).toBeUndefined();
        };
        visit('', json);
      }),
    );
  });
});

describe('a JSON Pointer', () => {
  it('made of any names is read as these names', () => {
    fc.assert(
      fc.property(names, (tokens) => {
        const pointer = formatPointer(tokens);
        expect(isPointer(pointer)).toBe(true);
        expect(parsePointer(pointer)).toEqual(tokens);
        expect(parentPointer(pointer)).toBe(formatPointer(tokens.slice(0, -1)));
      }),
    );
  });

  it('is written one way: what is read and is well formed gives the same text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('~', '/', '0', '1', 'a') }), (text) => {
        const tokens = parsePointer(text);
        expect(tokens === undefined).toBe(text !== '' && !text.startsWith('/'));
        if (tokens !== undefined) expect(formatPointer(tokens) === text).toBe(isPointer(text));
        else expect(isPointer(text)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('unescapes in the order of RFC 6901 §4', () => {
    expect(parsePointer('/~01/~10/~0~1')).toEqual(['~1', '/0', '~/']);
  });

  it.each(['a', 'a/b', '/a~', '/a~2', '/~/a', '0#', '.'])('is not %j', (text) => {
    expect(isPointer(text)).toBe(false);
  });
});

describe('an index', () => {
  it.each([
    ['0', 0],
    ['10', 10],
    ['4294967295', 4294967295],
  ])('%s is one', (token, index) => {
    expect(readIndex(token)).toBe(index);
  });

  it.each(['', '-', '-0', '-1', '00', '01', '1.0', '1e3', ' 1', '١', '12345678901'])('%j is none', (token) => {
    expect(readIndex(token)).toBe(-1);
  });
});
