import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNumbers } from '../../../../../../app/resources/preview/shape/values/numbers.ts';
import { canonicalReader, readerOf } from '../../../../../../app/resources/preview/shape/values/read-value.ts';
import { patternExample, patternsOf } from '../../../../../../app/shared/shape/patterns.ts';
import { type ValueType, valueTypes } from '../../../../../../app/shared/shape/shape.ts';

const read = (type: ValueType, pattern: string, text: string) => readerOf(type, pattern)?.(text)?.text;

describe('a value', () => {
  it.each<[ValueType, string, string, string | undefined]>([
    ['number', 'plain', '-1234.50', '-1234.50'],
    ['number', 'plain', '12345678901234567890.10', '12345678901234567890.10'],
    ['number', 'plain', '0012', '12'],
    ['number', 'plain', '.5', '0.5'],
    ['number', 'plain', '−4', '-4'],
    ['number', 'plain', '12-', '-12'],
    ['number', 'plain', '1,2', undefined],
    ['number', 'plain', '1e', undefined],
    ['number', 'comma_point', '1,234.5', '1234.5'],
    ['number', 'comma_point', '12,34,567', '1234567'],
    ['number', 'comma_point', '1,23', undefined],
    ['number', 'point_comma', '1.234', '1234'],
    ['number', 'point_comma', '-1.234.567,89', '-1234567.89'],
    ['number', 'point_comma', '1.2345', undefined],
    ['number', 'space_comma', '1\u202f234,50', '1234.50'],
    ['number', 'apostrophe_point', '1’234.5', '1234.5'],
    ['number', 'point_comma_currency', '1.234,50 €', '1234.50'],
    ['number', 'plain_currency', '-$5.00', '-5.00'],
    ['number', 'point_comma_currency', '12', undefined],
    ['number', 'plain_percent', '12.5 %', '12.5'],
    ['boolean', 'ja_nein', 'Ja', 'true'],
    ['boolean', 'ja_nein', 'no', undefined],
    ['boolean', 'x_empty', '', 'false'],
    ['date', 'iso', '2026-02-28', '2026-02-28'],
    ['date', 'iso', '2026-02-29', undefined],
    ['date', 'iso', '2026-11-30T23:00:00+02:00', '2026-11-30'],
    ['date', 'dd.MM.yyyy', '1.2.2026', '2026-02-01'],
    ['date', 'dd.MM.yyyy', '01.02.26', '2026-02-01'],
    ['date', 'dd.MM.yyyy', '1.2.26', undefined],
    ['date', 'MM/dd/yyyy', '03/24/2026', '2026-03-24'],
    ['date', 'yyyyMMdd', '20261130', '2026-11-30'],
    ['datetime', 'iso', '2026-11-30T12:00:00.50+02:00', '2026-11-30T10:00:00.5Z'],
    ['datetime', 'iso', '2026-11-30T00:30:00.123456789+01:00', '2026-11-29T23:30:00.123456789Z'],
    ['datetime', 'iso', '2026-11-30 12:00', '2026-11-30T12:00:00'],
    ['datetime', 'rfc2822', 'Mon, 30 Nov 2026 12:00:00 +0100', '2026-11-30T11:00:00Z'],
    ['datetime', 'rfc2822', '30 Nov 2026 12:00 EST', '2026-11-30T17:00:00Z'],
    ['datetime', 'epoch_s', '1796040000.25', '2026-11-30T12:00:00.25Z'],
    ['datetime', 'epoch_s', '-1.5', '1969-12-31T23:59:58.5Z'],
    ['datetime', 'epoch_ms', '1796040000123', '2026-11-30T12:00:00.123Z'],
    ['datetime', 'aspnet', '/Date(1796040000000+0100)/', '2026-11-30T12:00:00Z'],
    ['datetime', 'MM/dd/yyyy', '11/30/2026 1:05 PM', '2026-11-30T13:05:00'],
    ['datetime', 'yyyyMMdd', '20261130T120000Z', '2026-11-30T12:00:00Z'],
    ['time', 'HH:mm', '7:05:09.50', '07:05:09.5'],
    ['time', 'HH:mm', '24:00', undefined],
    ['time', 'h:mm a', '12:00 AM', '00:00:00'],
    ['duration', 'iso', 'P1DT2S', '86402'],
    ['duration', 'iso', 'P1M', undefined],
    ['duration', 'hh:mm:ss', '1.02:03:04', '93784'],
    ['duration', 'unit', '1h 30m', '5400'],
    ['duration', 'unit', '5 apples', undefined],
    ['duration', 'milliseconds', '1500', '1.5'],
  ])('of %s, %s, is read: %s', (type, pattern, text, value) => {
    expect(read(type, pattern, text)).toBe(value);
  });

  it.each(valueTypes.flatMap((type) => patternsOf[type].map((pattern) => [type, pattern] as const)))(
    'that shows a pattern has it, and keeps its canonical form: %s, %s',
    (type, pattern) => {
      const [example = ''] = (patternExample(type, pattern) ?? '').split('/').slice(type === 'boolean' ? 0 : -99);
      const text = type === 'boolean' ? example : (patternExample(type, pattern) ?? '');
      const value = readerOf(type, pattern)?.(text);
      expect(value).toBeDefined();
      expect(canonicalReader(type)?.(value?.text ?? '')).toEqual(value);
    },
  );

  it('keeps all digits of a number, in whichever pattern it is written', () => {
    const digits = fc.stringMatching(/^(?:0|[1-9]\d{0,29})$/);
    const decimals = fc.stringMatching(/^(?:|\d{1,20})$/);
    fc.assert(
      fc.property(digits, decimals, fc.boolean(), (whole, fraction, isNegative) => {
        const sign = isNegative ? '-' : '';
        const value = `${sign}${whole}${fraction === '' ? '' : `.${fraction}`}`;
        const groups = (mark: string) => sign + whole.replaceAll(/\B(?=(?:\d{3})+$)/g, mark);
        const rest = (mark: string) => (fraction === '' ? '' : mark + fraction);
        expect(read('number', 'plain', value)).toBe(value);
        expect(read('number', 'comma_point', groups(',') + rest('.'))).toBe(value);
        expect(read('number', 'point_comma', groups('.') + rest(','))).toBe(value);
        expect(read('number', 'space_comma', groups('\u00a0') + rest(','))).toBe(value);
        expect(read('number', 'apostrophe_point', groups("'") + rest('.'))).toBe(value);
      }),
    );
  });

  it('of a day and a time is the same moment as that of JavaScript', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true }),
        (date) => {
          const iso = date.toISOString();
          const value = readerOf('datetime', 'iso')?.(iso);
          expect(value?.key).toBe(date.getTime());
          expect(Date.parse(value?.text ?? '')).toBe(date.getTime());
          expect(readerOf('datetime', 'epoch_ms')?.(String(date.getTime()))).toEqual(value);
          expect(readerOf('date', 'iso')?.(iso)?.text).toBe(iso.slice(0, 10));
        },
      ),
    );
  });

  it('of many digits is compared by all of them', () => {
    const number = fc.tuple(fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), fc.nat({ max: 30 }));
    const text = ([units, decimals]: [bigint, number]) => {
      const digits = String(units < 0n ? -units : units).padStart(decimals + 1, '0');
      const at = digits.length - decimals;
      return `${units < 0n ? '-' : ''}${digits.slice(0, at)}${decimals === 0 ? '' : `.${digits.slice(at)}`}`;
    };
    fc.assert(
      fc.property(number, number, (one, other) => {
        const [a, b] = [one[0] * 10n ** BigInt(30 - one[1]), other[0] * 10n ** BigInt(30 - other[1])];
        expect(Math.sign(compareNumbers(text(one), text(other)))).toBe(a < b ? -1 : Number(a > b));
      }),
    );
    expect(compareNumbers('1e999999999', '9e999999998')).toBeGreaterThan(0);
    expect(compareNumbers('1.50', '15e-1')).toBe(0);
  });
});
