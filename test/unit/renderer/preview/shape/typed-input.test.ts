import { describe, expect, it } from 'vitest';
import { createFormats } from '../../../../../renderer/common/region.ts';
import {
  readDuration,
  readNumber,
  readTyped,
  relativeProblem,
  typedText,
} from '../../../../../renderer/preview/shape/typed-input.ts';

const regionOf = (locale: string) => createFormats({ dates: locale, numbers: locale });
const german = regionOf('de-DE');
const english = regionOf('en-US');
const swiss = regionOf('de-CH');
const french = regionOf('fr-FR');

describe('a typed number', () => {
  it.each([
    ['1.234,5', german, '1234.5'],
    ['1234,50', german, '1234.50'],
    ['1.234', german, '1234'],
    ['1.5', german, '1.5'],
    ['-0,5', german, '-0.5'],
    ['1,234.5', english, '1234.5'],
    ['1,5', english, undefined],
    ['12,34', english, undefined],
    ['1’234.5', swiss, '1234.5'],
    ['1 234,5', french, '1234.5'],
    ['12345678901234567890,123', german, '12345678901234567890.123'],
    ['−7', english, '-7'],
    ['abc', english, undefined],
    ['', english, undefined],
  ])('%s is read as the region writes it', (typed, region, value) => {
    expect(readNumber(typed, region)).toBe(value);
  });

  it('is shown as it would be typed', () => {
    expect(typedText('1234.5', 'number', german)).toBe('1234,5');
    expect(typedText('1.5', 'text', german)).toBe('1.5');
  });
});

describe('other typed values', () => {
  it('are durations in seconds, or in hours, minutes and seconds', () => {
    expect(readDuration('1:23:45', english)).toBe('5025');
    expect(readDuration('23:45', english)).toBe('1425');
    expect(readDuration('-0:00:30.5', english)).toBe('-30.5');
    expect(readDuration('90', english)).toBe('90');
  });

  it('are dates and times in canonical form, or relative dates', () => {
    expect(readTyped('2026-11-30', 'date')).toBe('2026-11-30');
    expect(readTyped('30.11.2026', 'date')).toBeUndefined();
    expect(readTyped('2026-11-30T12:00', 'datetime')).toBe('2026-11-30T12:00:00');
    expect(readTyped('14:05', 'time')).toBe('14:05:00');
    expect(readTyped(' {{today-7d}} ', 'date')).toBe('{{today-7d}}');
    expect(readTyped('{{todya}}', 'date')).toBeUndefined();
    expect(relativeProblem('{{todya}}')?.id).toMatch(/^fields[.]date[.]unknown/);
    expect(readTyped('{{name}}', 'text')).toBe('{{name}}');
    expect(readTyped('true', 'boolean')).toBe('true');
    expect(readTyped('maybe', 'boolean')).toBeUndefined();
    expect(readTyped('as it is ', 'text')).toBe('as it is ');
  });
});
