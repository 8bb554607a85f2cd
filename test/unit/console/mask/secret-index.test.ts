import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codesOf, SecretIndex } from '../../../../app/console/mask/secret-index.ts';

const indexOf = (secrets: readonly string[]) => {
  const index = new SecretIndex();
  for (const secret of secrets) index.add(secret);
  return index;
};
const placesIn = (index: SecretIndex, text: string, length = text.length): number[] => {
  const starts: number[] = [];
  index.find(codesOf(text), length, (start, end) => {
    expect(end - start).toBe(6);
    starts.push(start);
  });
  return starts;
};
const folded = (text: string) => text.toLowerCase().replaceAll('+', ' ');
const sixes = (text: string) => Array.from({ length: Math.max(0, text.length - 5) }, (_, at) => text.slice(at, at + 6));
/** The same by a search that nobody can get wrong. */
const plainly = (secrets: readonly string[], text: string): number[] => {
  const pieces = new Set(secrets.flatMap((secret) => sixes(folded(secret))));
  return sixes(folded(text)).flatMap((piece, at) => (pieces.has(piece) ? [at] : []));
};

describe('the index of pieces of secrets', () => {
  it('finds each piece of six characters, and nothing else [37]', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'B', 'b', '+', ' '), maxLength: 14 });
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 5 }),
        fc.string({ unit: fc.constantFrom('a', 'b', 'A', ' '), maxLength: 40 }),
        (secrets, text) => {
          expect(placesIn(indexOf(secrets), text)).toEqual(plainly(secrets, text));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('finds them among hundreds of secrets, whose pieces share places in its table [37]', () => {
    const secrets = Array.from({ length: 200 }, (_, at) => `${at * 7_919}-${at}x${at * 31}`);
    const index = indexOf(secrets);
    const pieces = new Set(secrets.flatMap(sixes));
    expect(index.count).toBe(pieces.size);
    for (const secret of secrets) expect(placesIn(index, secret)).toHaveLength(secret.length - 5);
    const text = Array.from({ length: 200 }, (_, at) => `${at * 104_729}/${at}`).join(' ');
    expect(placesIn(index, text)).toEqual(sixes(text).flatMap((piece, at) => (pieces.has(piece) ? [at] : [])));
  });

  it('counts a piece once, and looks no further than it is told', () => {
    const index = indexOf(['abcdefgh', 'abcdefgh', 'xabcdef']);
    expect(index.count).toBe(4);
    expect(placesIn(index, 'abcdefgh', 7)).toEqual([0, 1]);
    expect(placesIn(index, 'abcdefgh', 5)).toEqual([]);
    expect(placesIn(new SecretIndex(), 'abcdefgh')).toEqual([]);
  });

  it('tells characters beyond ASCII from those of ASCII and from each other', () => {
    expect([...codesOf('a\u007f')]).toEqual([0x61, 0x7f]);
    expect([...codesOf('\u0080é中')].every((code) => code >= 128)).toBe(true);
    const index = indexOf(['пароль-длинный']);
    expect(placesIn(index, 'пароль-длинный')).toHaveLength(9);
    expect(placesIn(index, 'другие-слова-тут')).toEqual([]);
  });
});
