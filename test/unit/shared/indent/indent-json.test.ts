import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indented } from '../../../../app/shared/indent/indent.ts';
import { indentJson } from '../../../../app/shared/indent/indent-json.ts';

const formatJson = (text: string): string => indented(indentJson, text);

describe('JSON put into lines', { timeout: 60_000 }, () => {
  it('is what JSON.stringify would write, whatever the white space before', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), fc.constantFrom(undefined, 1, '\t'), (value, indent) => {
        expect(formatJson(JSON.stringify(value, null, indent))).toBe(JSON.stringify(value, null, 2));
      }),
      { numRuns: 500 },
    );
  });

  it('keeps every digit, equal keys and the order', () => {
    expect(formatJson('{"b":1.50,"a":12345678901234567890,"b":1E2}')).toBe(
      '{\n  "b": 1.50,\n  "a": 12345678901234567890,\n  "b": 1E2\n}',
    );
  });

  it('puts values of NDJSON under each other', () => {
    expect(formatJson('{"a":1}\n{"a":2}\n')).toBe('{\n  "a": 1\n}\n{\n  "a": 2\n}');
  });

  it('does not outgrow a text that nests very deep', () => {
    const depth = 20_000;
    expect(formatJson('['.repeat(depth) + ']'.repeat(depth)).length).toBeLessThan(depth * 2 * 90);
  });
});
