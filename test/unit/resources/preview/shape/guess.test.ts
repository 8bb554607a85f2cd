import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TypeGuess } from '../../../../../app/resources/preview/shape/guess.ts';
import type { ColumnChoice } from '../../../../../app/shared/shape/shape.ts';

function guess(label: string, values: readonly unknown[], { isJson = true, choice = {} as ColumnChoice } = {}) {
  const texts = values.map((value) => JSON.stringify(value));
  const bytes = Buffer.from(`[${texts.join(',')}]`);
  const found = new TypeGuess(label, choice, isJson, values.length);
  let at = 1;
  for (const text of texts) {
    found.note(bytes, at);
    at += Buffer.byteLength(text) + 1;
  }
  return found.found();
}
const short = (...args: Parameters<typeof guess>) => {
  const { type, pattern, isAmbiguous, unfitCount } = guess(...args);
  return [type, pattern, isAmbiguous === true ? 'ambiguous' : '', unfitCount].filter(Boolean).join(' ');
};

describe('the type of a column', () => {
  it.each<[string, string, unknown[], string]>([
    ['numbers', 'amount', [1, 2.5, -3], 'number plain'],
    ['numbers in texts', 'price', ['10.00', '5'], 'number plain'],
    ['German numbers', 'amount', ['1.234,5', '2', '1.234'], 'number point_comma'],
    ['thousands or decimals', 'amount', ['1.234', '2.345'], 'number plain ambiguous'],
    ['numbers with an exponent', 'amount', [1e300, 5], 'number plain'],
    ['prices', 'price', ['1.234,50 €', '€ 3'], 'number point_comma_currency'],
    ['percentages', 'share', ['12 %', '5%'], 'number plain_percent'],
    ['IDs of digits', 'customerId', ['123', '456'], 'text'],
    ['long IDs', 'page', ['17841400000000001', '17841400000000002'], 'text'],
    ['postal codes', 'zip', ['01067', '10115'], 'text'],
    ['postal codes without zeros', 'plz', ['10115', '80331'], 'text'],
    ['a leading zero anywhere', 'room', ['12', '07'], 'text'],
    ['seconds since 1970', 'createdAt', [1796040000, 1796040001], 'datetime epoch_s'],
    ['ms since 1970', 'ts', [1796040000123], 'datetime epoch_ms'],
    ['a number as large', 'bytes', [1796040000], 'number plain'],
    ['an ID as large', 'update_id', [1796040000], 'number plain'],
    ['days in digits', 'Buchungsdatum', [20261130, '20261201'], 'date yyyyMMdd'],
    ['a number like a day', 'order', [20261130], 'number plain'],
    ['day or month first', 'd', ['03/04/2026', '05/06/2026'], 'date dd/MM/yyyy ambiguous'],
    ['day first, by one value', 'd', ['03/04/2026', '25/06/2026'], 'date dd/MM/yyyy'],
    ['month first, by one value', 'd', ['03/04/2026', '03/24/2026'], 'date MM/dd/yyyy'],
    ['days', 'd', ['2026-11-30', null, ''], 'date iso'],
    ['times among days', 'd', ['2026-11-30T12:00:00Z', '2026-11-30'], 'datetime iso'],
    ['days of mail', 'd', ['Mon, 30 Nov 2026 12:00:00 GMT'], 'datetime rfc2822'],
    ['German days and times', 'd', ['30.11.2026 12:00', '1.1.2026'], 'datetime dd.MM.yyyy'],
    ['times', 't', ['12:00', '13:00:00'], 'time HH:mm'],
    ['more than a day', 't', ['12:00', '33:00:00'], 'duration hh:mm:ss'],
    ['durations by their name', 'Dauer', ['12:00:00'], 'duration hh:mm:ss'],
    ['durations of ISO', 't', ['PT1H'], 'duration iso'],
    ['units', 't', ['5 min', '3 s'], 'duration unit'],
    ['truth by its name', 'isActive', [0, 1, 1], 'boolean 1_0'],
    ['ones and zeros', 'n', [0, 1, 1], 'number plain'],
    ['yes and no', 'paid', ['Ja', 'nein', ''], 'boolean ja_nein'],
    ['one letter alone', 'grade', ['y', 'y'], 'text'],
    ['crosses', 'done', ['x', '', 'x'], 'boolean x_empty'],
    ['literals', 'f', [true, false, null], 'boolean true_false'],
    ['versions', 'v', ['1.2.10', '1.3.4'], 'text'],
    ['names', 'name', ['Ann', 'Bob'], 'text'],
    ['half of each', 'mixed', [1, 'a'], 'text'],
    ['nearly all numbers', 'n', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 'n/a'], 'number plain 1'],
    ['objects', 'o', [{ a: 1 }], 'text'],
    ['nothing', 'o', [null, ''], 'text'],
  ])('is guessed: %s', (_name, label, values, expected) => {
    expect(short(label, values)).toBe(expected);
  });

  it('of a CSV is decided by all values, because its numbers may be written in any way', () => {
    const isJson = false;
    expect(short('n', ['1.234,5', 2, 1.234], { isJson })).toBe('number point_comma');
    expect(short('n', [1.234, 2.345], { isJson })).toBe('number plain ambiguous');
    expect(short('n', [1.25, 2.345], { isJson })).toBe('number plain');
    expect(short('zip', [10115], { isJson })).toBe('text');
    expect(short('id', [10115], { isJson })).toBe('number plain');
  });

  it('may be chosen, with the pattern that fits best, or with a chosen one', () => {
    expect(short('x', [5, 6], { choice: { type: 'duration' } })).toBe('duration seconds');
    expect(short('x', ['2026-01-01T10:00:00'], { choice: { type: 'date' } })).toBe('date iso');
    expect(short('x', [1, 0], { choice: { type: 'boolean' } })).toBe('boolean 1_0');
    expect(short('x', ['abc', 5], { choice: { type: 'number' } })).toBe('number plain 1');
    expect(short('x', ['abc', 5], { choice: { type: 'number', pattern: 'point_comma' } })).toBe('number point_comma 1');
    expect(short('x', [5], { choice: { type: 'text' } })).toBe('text');
  });

  it('counts every value that does not have it, wherever it stands', () => {
    const odd = fc.uniqueArray(fc.nat({ max: 999 }), { maxLength: 90 });
    fc.assert(
      fc.property(odd, fc.constantFrom('2026-11-30', '1.234,5', '12:30', 'yes', '/Date(5)/', 17), (places, usual) => {
        const values = Array.from({ length: 1000 }, (_none, index): unknown =>
          places.includes(index) ? 'other' : usual,
        );
        // A yes or no among other words is a word.
        if (usual === 'yes' && places.length > 0) expect(guess('x', values).type).toBe('text');
        else expect(guess('x', values).unfitCount).toBe(places.length);
      }),
      { numRuns: 30 },
    );
  });
});
