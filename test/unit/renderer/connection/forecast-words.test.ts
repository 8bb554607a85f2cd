import { describe, expect, it } from 'vitest';
import { newConnection } from '../../../../renderer/connection/draft.ts';
import {
  type Authorized,
  fixWords,
  forecastWords,
  type RenewalForecast,
  refreshFacts,
  withFix,
} from '../../../../renderer/connection/forecast-words.ts';

const now = Date.UTC(2026, 0, 1);
const day = 86_400_000;
const facts = (forecast: RenewalForecast, rest: Partial<Authorized> = {}): Authorized => ({
  status: 'authorized',
  obtainedAt: now,
  renewsByItself: true,
  hasRefreshToken: true,
  forecast,
  ...rest,
});
const none = { hasRefreshToken: false, renewsByItself: false };

describe('whether it will keep running', () => {
  it.each<[string, Authorized, string, RegExp]>([
    ['renews without a known end', facts({ kind: 'renews' }), 'good', /^Yes\. .*renews by itself/],
    [
      'renews while it is used',
      facts({ kind: 'renews_until', endsAt: now + 90 * day, rotates: true, extends: true }),
      'good',
      /^Yes, while the connection is used\. .*Without renewals, the login ends in 3 mo/,
    ],
    [
      'renews until a day that no renewal moves',
      facts({ kind: 'renews_until', endsAt: now + 7 * day, rotates: false, extends: false }),
      'limited',
      /^Only temporarily\. Renewals do not extend the login, which ends in 7 days\./,
    ],
    [
      'has an end that no renewal has moved or kept yet',
      facts({ kind: 'renews_until', endsAt: now + 29 * 60_000 }),
      'limited',
      /^Probably\. The refresh token expires in 29 min\. The first renewal shows/,
    ],
    [
      'ends with the access token',
      facts({ kind: 'ends', endsAt: now + 3_600_000 }, none),
      'warning',
      /^No\. The service gave no refresh token\. .* expires in 1 hr\./,
    ],
    ['does not expire', facts({ kind: 'lasts' }, none), 'good', /do not expire/],
    ['is not known', facts({ kind: 'unknown' }, none), 'warning', /no refresh token and no expiry/],
  ])('says of a token that %s in one sentence', (_case, authorized, tone, sentence) => {
    const words = forecastWords(authorized, now);
    expect(words.tone).toBe(tone);
    expect(words.sentence).toMatch(sentence);
  });

  it('names the facts of the refresh token, and nothing where the sentence has said it', () => {
    expect(refreshFacts(facts({ kind: 'renews', rotates: true }))).toEqual([
      'Has a refresh token',
      'a new one with every renewal',
    ]);
    expect(refreshFacts(facts({ kind: 'renews', rotates: false }))).toContain('the same one every time');
    expect(refreshFacts(facts({ kind: 'renews' }))).toEqual(['Has a refresh token']);
    expect(refreshFacts(facts({ kind: 'ends' }, none))).toEqual([]);
    expect(refreshFacts(facts({ kind: 'ends', isPublicClient: true }, none))[0]).toMatch(/client without a secret/);
    expect(refreshFacts(facts({ kind: 'renews' }, { hasRefreshToken: false }))).toHaveLength(1);
  });
});

describe('the fix for a missing refresh token', () => {
  it('adds scope, access type and parameters, and leaves the rest', () => {
    const before = { ...newConnection(), scopes: ['read'], extraAuthorizationParameters: { hd: 'example.org' } };
    const fix = { scope: 'offline_access', accessType: 'offline', authorizationParameters: { prompt: 'consent' } };
    expect(withFix(before, fix)).toEqual({
      ...before,
      scopes: ['read', 'offline_access'],
      accessType: 'offline',
      extraAuthorizationParameters: { hd: 'example.org', prompt: 'consent' },
    });
  });

  it('adds no scope twice', () => {
    const before = { ...newConnection(), scopes: ['offline_access'] };
    expect(withFix(before, { scope: 'offline_access' }).scopes).toEqual(['offline_access']);
  });

  it('says what it will ask for', () => {
    expect(fixWords({ scope: 'offline_access' })).toBe('Log in again with the scope offline_access');
    expect(fixWords({ accessType: 'offline', authorizationParameters: { prompt: 'consent' } })).toBe(
      'Log in again with access type offline and prompt=consent',
    );
  });
});
