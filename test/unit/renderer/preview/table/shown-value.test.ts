import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../../../app/shared/preview/preview.ts';
import { createFormats } from '../../../../../renderer/common/region.ts';
import {
  cellHint,
  createShownValue,
  digitsOf,
  fractionDigits,
  isRight,
  lookOf,
  type ShownColumn,
  shownText,
} from '../../../../../renderer/preview/table/shown-value.ts';

const shownIn = (locale: string) => createShownValue(createFormats({ dates: locale, numbers: locale }));
const german = shownIn('de-DE');
const english = shownIn('en-US');

describe('a number in the table', () => {
  it('is written as the user’s locale writes it, with every digit that came', () => {
    expect(german.number('1234567.891', 3)).toBe('1.234.567,891');
    expect(english.number('1234567.8910', 4)).toBe('1,234,567.8910');
    expect(english.number('12345678901234567890.123456789', 9)).toBe('12,345,678,901,234,567,890.123456789');
    expect(english.number('-0.5', 1)).toBe('-0.5');
  });

  it('has no thousands separators in a column of whole numbers: those are years and IDs too', () => {
    expect(german.number('2026', 0)).toBe('2026');
    expect(english.number('12345678901234567890', 0)).toBe('12345678901234567890');
  });

  it('stays as it came where it has an exponent', () => {
    expect(german.number('1.5E3', 2)).toBe('1.5E3');
    expect(german.pad('1.5E3', 2)).toBe('');
  });

  it('leaves room for the decimals that others in its column have', () => {
    expect(german.pad('12', 2)).toBe(',00');
    expect(english.pad('12.5', 2)).toBe('0');
    expect(english.pad('12.25', 2)).toBe('');
    expect(english.pad('12.12345', 2)).toBe('');
    expect(english.pad('12', 0)).toBe('');
    expect(fractionDigits('12.250')).toBe(3);
  });
});

describe('a date in the table', () => {
  it('is written as the user’s locale writes it', () => {
    expect(german.text('2026-03-09')).toBe('09.03.2026');
    expect(english.text('2026-03-09')).toBe('Mar 9, 2026');
    const zoned = new Intl.DateTimeFormat('de-DE', { dateStyle: 'medium', timeStyle: 'medium' });
    expect(german.text('2026-03-09T10:20:30+02:00')).toBe(zoned.format(Date.UTC(2026, 2, 9, 8, 20, 30)));
  });

  it.each(['2026-13-45', '2026-03-09T10:20:30', '2026-03', '20260309', 'on 2026-03-09', '', '2026-03-09 10:20'])(
    'stays as it came: %j is no date, or has no zone',
    (text) => {
      expect(german.text(text)).toBe(text);
    },
  );
});

describe('a value of a type', () => {
  const column = (type: ShownColumn['type'], format?: ShownColumn['format']): ShownColumn => ({
    kind: 'string',
    type,
    format,
  });

  it('is a number with the chosen decimals and thousands, and no digit of a big one is lost', () => {
    expect(german.typed('1234.5', column('number', { decimals: 2 }), 1)).toBe('1.234,50');
    expect(german.typed('1234.5', column('number', { decimals: 0 }), 1)).toBe('1235');
    expect(german.typed('1234.5', column('number', { decimals: 0, thousands: true }), 1)).toBe('1.235');
    expect(english.typed('1234.5', column('number', { thousands: false }), 1)).toBe('1234.5');
    expect(english.typed('9007199254740993', column('number', { thousands: true }), 0)).toBe('9,007,199,254,740,993');
    expect(english.typed('0.1000', column('number'), 4)).toBe('0.1000');
  });

  it('is a day in the chosen style', () => {
    expect(german.typed('2026-03-09', column('date'), 0)).toBe('09.03.2026');
    expect(german.typed('2026-03-09', column('date', { dateStyle: 'iso' }), 0)).toBe('2026-03-09');
    expect(german.typed('2026-03-09', column('date', { dateStyle: 'long' }), 0)).toBe('9. März 2026');
    expect(english.typed('2026-03-09', column('date', { dateStyle: 'short' }), 0)).toBe('3/9/26');
  });

  it('is a time on its own clock without a zone, and on the user’s with one', () => {
    expect(german.typed('2026-03-09T10:20:30', column('datetime'), 0)).toBe('09.03.2026, 10:20:30');
    expect(german.typed('2026-03-09T10:20:30', column('datetime', { dateStyle: 'iso' }), 0)).toBe(
      '2026-03-09 10:20:30',
    );
    const zoned = new Intl.DateTimeFormat('de-DE', { dateStyle: 'short', timeStyle: 'short' });
    expect(german.typed('2026-03-09T10:20:30Z', column('datetime', { dateStyle: 'short' }), 0)).toBe(
      zoned.format(Date.UTC(2026, 2, 9, 10, 20, 30)),
    );
    expect(english.typed('14:05:00', column('time'), 0)).toMatch(/^2:05\sPM$/);
    expect(german.typed('14:05:07', column('time'), 0)).toBe('14:05:07');
  });

  it('is a duration in hours, minutes and seconds, without losing any', () => {
    expect(english.typed('93784.25', column('duration'), 0)).toBe('26:03:04.25');
    expect(german.typed('-59.5', column('duration'), 0)).toBe('-0:00:59,5');
    expect(german.typed('1e99', column('duration'), 0)).toBe('1e99');
  });

  it('is a word for yes and no', () => {
    expect(english.typed('true', column('boolean'), 0)).toBe('yes');
    expect(english.typed('false', column('boolean'), 0)).toBe('no');
  });
});

describe('a cell', () => {
  const cell = (facts: Partial<Cell>): Cell => ({ kind: 'string', text: '1.234,5', ...facts });
  const numbers: ShownColumn = { kind: 'string', type: 'number' };

  it('that does not have the type stays as it was sent, and says why', () => {
    const unfit = cell({ text: 'n/a', unfit: true });
    expect(shownText(unfit, numbers, 2)).toBe('n/a');
    expect(cellHint(unfit, numbers)).toBe('This value is not a number as the column has them');
    expect(lookOf(unfit, numbers)).toBe('string');
    expect(digitsOf(unfit, numbers)).toBeUndefined();
  });

  it('is aligned and formatted by the type of its column, not by how it was sent', () => {
    const number = cell({ value: '1234.5' });
    expect(digitsOf(number, numbers)).toBe('1234.5');
    expect(lookOf(number, numbers)).toBe('number');
    expect(isRight(numbers)).toBe(true);
    expect(isRight({ kind: 'number', type: 'text' })).toBe(false);
    expect(shownText(cell({ kind: 'number', text: '2026' }), { kind: 'number', type: 'text' }, 0)).toBe('2026');
  });

  it('says what empty, null and missing are', () => {
    const texts: ShownColumn = { kind: 'string', type: 'text' };
    const hints = [cell({ text: '' }), cell({ kind: 'null', text: 'null' }), cell({ kind: 'missing', text: '' })];
    expect(hints.map((each) => cellHint(each, texts))).toEqual([
      'Empty text',
      'null: the service sent no value',
      'Missing: this row has no such field',
    ]);
    expect(cellHint(cell({}), texts)).toBeUndefined();
  });
});
