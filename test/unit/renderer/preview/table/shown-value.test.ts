import { describe, expect, it } from 'vitest';
import { createFormats } from '../../../../../renderer/common/region.ts';
import { createShownValue, fractionDigits } from '../../../../../renderer/preview/table/shown-value.ts';

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
