import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { formatBytes, formatCount, formatDuration } from '../../../../renderer/common/numbers.ts';
import { shortcutText } from '../../../../renderer/common/platform.ts';
import { setRegion } from '../../../../renderer/common/region.ts';
import { absoluteTime, dateOnly, relativeTime } from '../../../../renderer/common/time.ts';
import { loadLanguage } from '../../../../renderer/messages/language.ts';

const minute = 60_000;

describe('times in words', () => {
  it('are relative, and never promise more than there is [28]', () => {
    expect(relativeTime(52 * minute + 59_000, 0)).toBe('in 52 min');
    expect(relativeTime(-3 * 24 * 60 * minute, 0)).toBe('3 days ago');
    expect(relativeTime(2000, 0)).toBe('in a moment');
    expect(relativeTime(-2000, 0)).toBe('just now');
    expect(relativeTime(45_000, 0)).toBe('in 45 sec');
  });

  it('are no dates where a server sends what no calendar has, and never an error [55]', () => {
    for (const time of [1.7e18, -1e20, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(relativeTime(time, 0)).toBe('no date');
      expect(absoluteTime(time)).toBe('no date');
      expect(dateOnly(time)).toBe('no date');
    }
    expect(absoluteTime(Date.UTC(2026, 5, 1))).toMatch(/2026/);
  });
});

describe('numbers in words', () => {
  it('have the unit that keeps them short', () => {
    expect(formatBytes(999)).toBe('999 B');
    expect(formatBytes(12_300)).toMatch(/^12[.,]3 KB$/);
    expect(formatBytes(999_990)).toBe('1 MB');
    expect(formatDuration(84.4)).toBe('84 ms');
    expect(formatDuration(1300)).toMatch(/^1[.,]3 s$/);
  });
});

describe('in German', () => {
  beforeEach(async () => {
    // What the language sets beside the texts.
    vi.stubGlobal('document', { documentElement: { lang: 'en' } });
    await loadLanguage('de');
    setRegion({ dates: 'de-DE', numbers: 'de-DE' });
  });
  afterEach(async () => {
    await loadLanguage('en');
    vi.unstubAllGlobals();
    setRegion({ dates: null, numbers: null });
  });

  it('times have German words, and abbreviations their point', () => {
    expect(relativeTime(52 * minute, 0)).toBe('in 52 Min.');
    expect(relativeTime(-3 * 24 * 60 * minute, 0)).toBe('vor 3 Tagen');
    expect(relativeTime(2000, 0)).toBe('gleich');
    expect(relativeTime(-2000, 0)).toBe('gerade eben');
    expect(absoluteTime(Number.NaN)).toBe('kein Datum');
  });

  it('sizes and durations keep their units', () => {
    expect(formatBytes(12_300)).toBe('12,3 KB');
    expect(formatDuration(1300)).toBe('1,3 s');
  });

  it('keys have the names of a German keyboard', () =>
    expect(shortcutText({ main: true, shift: true, key: 'Enter' })).toBe('Strg Umschalt Eingabe'));
});

describe('dates and numbers', () => {
  afterEach(() => setRegion({ dates: null, numbers: null }));

  it('are written as the region of the user writes them, each by its own locale', () => {
    setRegion({ dates: 'de-CH', numbers: 'fr-FR' });
    expect(dateOnly(Date.UTC(2026, 2, 9, 12))).toBe('09.03.2026');
    expect(formatCount(1_234_567)).toBe(new Intl.NumberFormat('fr-FR').format(1_234_567));
    expect(formatBytes(12_300)).toBe('12,3 KB');
    setRegion({ dates: 'en-GB', numbers: 'de-DE' });
    expect(dateOnly(Date.UTC(2026, 2, 9, 12))).toBe('9 Mar 2026');
    expect(formatCount(1_234_567)).toBe('1.234.567');
  });

  it.each(['xx-YY', 'not a locale', ''])('are those of the browser engine where %j is no locale', (locale) => {
    const usual = [dateOnly(0), formatCount(1234)];
    setRegion({ dates: locale, numbers: locale });
    expect([dateOnly(0), formatCount(1234)]).toEqual(usual);
  });
});
