import { afterEach, describe, expect, it, vi } from 'vitest';
import { absoluteTime, isExpired, readExpiry, tokenEnd, tokenExpiry } from '../../../app/oauth/expiry.ts';

const now = 1_800_000_000_000;

describe('tokenExpiry', () => {
  it.each([
    ['a number', 3600, now + 3_600_000],
    ['a text', '3600', now + 3_600_000],
    ['a text with spaces', ' 3600 ', now + 3_600_000],
    ['a fraction', 0.5, now + 500],
    ['zero', 0, now],
    ['a negative number', -5, now],
    ['a negative text', '-5', now],
    ['an immense number', 1e300, 8.64e15],
    ['nothing', undefined, undefined],
    ['null', null, undefined],
    ['an empty text', '', undefined],
    ['words', 'one hour', undefined],
    ['a date', '2030-01-01', Date.parse('2030-01-01T00:00:00Z')],
    ['a time in epoch seconds', 1_893_456_000, 1_893_456_000_000],
    ['an object', {}, undefined],
    ['a list', [3600], undefined],
    ['yes', true, undefined],
    ['blanks', '  ', undefined],
    ['the first number that is a time', 1e9, 1e12],
    ['infinity', Number.POSITIVE_INFINITY, undefined],
  ])('reads expires_in as %s [28]', (_, value, expected) => {
    expect(tokenExpiry(value, now)).toBe(expected);
  });
});

describe('tokenEnd', () => {
  it.each([
    ['a lifetime', 3600, now + 3_600_000],
    ['a time in epoch seconds', 1_893_456_000, 1_893_456_000_000],
    ['the first number that is a time', 1e9, 1e12],
    ['a date', '2030-01-01', Date.parse('2030-01-01T00:00:00Z')],
    ['nothing', undefined, undefined],
    ['zero', 0, undefined],
  ])('reads a field that is called a time as %s [28]', (_, value, expected) => {
    expect(tokenEnd(value, now)).toBe(expected);
  });
});

describe('absoluteTime', () => {
  const end = Date.parse('2025-01-01T00:00:00Z');
  it.each([
    ['epoch seconds', 1_735_689_600, end],
    ['epoch seconds as a text', '1735689600', end],
    ['epoch seconds with a fraction', 1_735_689_600.25, end + 250],
    ['epoch milliseconds', 1_735_689_600_000, end],
    ['epoch microseconds', 1_735_689_600_000_000, end],
    ['epoch nanoseconds', 1_735_689_600_000_000_000, end],
    ['ISO 8601', '2025-01-01T00:00:00Z', end],
    ['ISO 8601 with an offset', '2025-01-01T01:00:00+01:00', end],
    ['ISO 8601 without a zone, which is UTC', '2025-01-01T00:00:00', end],
    ['a date as HTTP writes it', 'Wed, 01 Jan 2025 00:00:00 GMT', end],
    ['ISO 8601 with a space and microseconds', '2025-01-01 00:00:00.000000', end],
    ['ISO 8601 with a small t and no zone', '2025-01-01t00:00', end],
    ['ISO 8601 with two spaces and a zone', '2025-01-01  01:00:00+01:00', end],
    ['ISO 8601 with a short offset', '2025-01-01T01:00:00+0100', end],
    ['ISO 8601 with spaces around it', ' 2025-01-01T00:00:00 ', end],
    ['a date of HTTP with spaces around it', ' Wed, 01 Jan 2025 00:00:00 GMT ', end],
    ['a number with a date behind it', '7 2025-01-01', undefined],
    ['a date of HTTP behind a word', 'on Wed, 01 Jan 2025 00:00:00 GMT', undefined],
    ['a date of HTTP with more behind it', 'Wed, 01 Jan 2025 00:00:00 GMT+1', undefined],
    ['blanks', '  ', undefined],
    ['the largest seconds', 1e11 - 1, (1e11 - 1) * 1000],
    ['the least milliseconds', 1e11, 1e11],
    ['the least microseconds', 1e14, 1e11],
    ['the least nanoseconds', 1e17, 1e11],
    ['an immense number', 1e300, 8.64e15],
    ['zero', 0, undefined],
    ['a negative number', -1, undefined],
    ['nothing', undefined, undefined],
    ['null', null, undefined],
    ['an empty text', '', undefined],
    ['words', 'tomorrow', undefined],
    ['a date that is none', '2025-99-99', undefined],
    ['an object', {}, undefined],
  ])('reads %s [28]', (_, value, expected) => {
    expect(absoluteTime(value)).toBe(expected);
  });
});

describe('a date, wherever the computer is', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it.each([
    ['2025-01-01T00:00:00', '2025-01-01T00:00:00Z'],
    ['2025-01-01t00:00', '2025-01-01T00:00:00Z'],
    ['2025-01-01 00:00:00.5', '2025-01-01T00:00:00.500Z'],
    ['2025-01-01', '2025-01-01T00:00:00Z'],
    ['2025-01-01T00:00:00Z', '2025-01-01T00:00:00Z'],
    ['2025-01-01T00:00:00z', '2025-01-01T00:00:00Z'],
    ['2025-01-01T12:30:00+05:30', '2025-01-01T07:00:00Z'],
    ['2025-01-01T12:30:00-0530', '2025-01-01T18:00:00Z'],
    ['Wed, 01 Jan 2025 00:00:00 GMT', '2025-01-01T00:00:00Z'],
  ])('%s is %s: UTC where it names no zone [28]', (text, expected) => {
    vi.stubEnv('TZ', 'Asia/Kolkata');
    expect(new Date(0).getTimezoneOffset()).toBe(-330);
    expect(absoluteTime(text)).toBe(Date.parse(expected));
  });
});

describe('isExpired', () => {
  const token = { obtainedAt: now, expiresAt: now + 3_600_000 };

  it('renews 60 s before the end [28]', () => {
    expect(isExpired(token, now + 3_540_000 - 1)).toBe(false);
    expect(isExpired(token, now + 3_540_000)).toBe(true);
    expect(isExpired(token, now + 9_000_000)).toBe(true);
  });

  it('never calls a token expired whose end the service did not say [28]', () => {
    expect(isExpired({ obtainedAt: now }, now + 1e12)).toBe(false);
    expect(readExpiry({ obtainedAt: now }, now)).toEqual({ status: 'unknown' });
  });

  it('uses a token that lives shorter than the margin at least for half its life [28]', () => {
    const short = { obtainedAt: now, expiresAt: now + 10_000 };
    expect(isExpired(short, now + 1)).toBe(false);
    expect(isExpired(short, now + 5_000)).toBe(true);
  });

  it('renews when the clock was set back, as nobody knows the rest of its life then [28]', () => {
    expect(isExpired(token, now - 86_400_000)).toBe(true);
    expect(readExpiry(token, now - 86_400_000)).toMatchObject({ status: 'clock_set_back' });
    expect(isExpired(token, now - 1_000)).toBe(false);
    // Clocks are corrected by a moment all the time.
    expect(readExpiry(token, now - 60_000)).toMatchObject({ status: 'valid' });
    expect(readExpiry(token, now - 60_001)).toMatchObject({ status: 'clock_set_back' });
  });

  it('tells how long a token still lasts [28]', () => {
    expect(readExpiry(token, now + 600_000)).toEqual({
      status: 'valid',
      expiresAt: token.expiresAt,
      remainingMs: 3_000_000,
    });
    expect(readExpiry(token, token.expiresAt)).toMatchObject({ status: 'expired' });
  });
});
