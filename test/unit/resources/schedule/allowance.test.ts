import { describe, expect, it } from 'vitest';
import { readAllowance } from '../../../../app/resources/schedule/allowance.ts';
import { excessDemand, isNearLimit } from '../../../../app/shared/resource/allowance.ts';

const now = Date.UTC(2026, 0, 1);

describe('what a service allows', () => {
  it.each<[string, Record<string, string>, ReturnType<typeof readAllowance>]>([
    [
      'the standard’s fields',
      { ratelimit: '"default";r=50;t=30', 'ratelimit-policy': '"default";q=100;w=60' },
      { limit: 100, remaining: 50, resetAt: now + 30_000, windowSeconds: 60 },
    ],
    [
      'the fields of its earlier drafts',
      { ratelimit: 'limit=100, remaining=0, reset=5', 'ratelimit-policy': '100;w=60' },
      { limit: 100, remaining: 0, resetAt: now + 5000, windowSeconds: 60 },
    ],
    [
      'three fields with a window',
      { 'ratelimit-limit': '100, 100;w=3600', 'ratelimit-remaining': '7', 'ratelimit-reset': '12' },
      { limit: 100, remaining: 7, resetAt: now + 12_000, windowSeconds: 3600 },
    ],
    [
      'GitHub: epoch seconds',
      { 'x-ratelimit-limit': '60', 'x-ratelimit-remaining': '59', 'x-ratelimit-reset': String(now / 1000 + 600) },
      { limit: 60, remaining: 59, resetAt: now + 600_000, windowSeconds: null },
    ],
    [
      'epoch milliseconds',
      { 'x-rate-limit-limit': '15', 'x-rate-limit-remaining': '3', 'x-rate-limit-reset': String(now + 900_000) },
      { limit: 15, remaining: 3, resetAt: now + 900_000, windowSeconds: null },
    ],
    [
      'Kong: the longest window',
      {
        'x-ratelimit-limit-minute': '20',
        'x-ratelimit-remaining-minute': '19',
        'x-ratelimit-limit-hour': '500',
        'x-ratelimit-remaining-hour': '12',
      },
      { limit: 500, remaining: 12, resetAt: null, windowSeconds: 3600 },
    ],
    ['nothing', { 'content-type': 'application/json' }, undefined],
    ['nonsense', { 'x-ratelimit-limit': 'many', ratelimit: 'ok', 'ratelimit-limit': '-5' }, undefined],
  ])('is read from %s', (_, headers, allowance) => {
    expect(readAllowance(headers, now)).toEqual(allowance);
  });

  it('is compared with what intervals need', () => {
    const hourly = { limit: 60, remaining: 50, resetAt: null, windowSeconds: 3600 };
    expect(excessDemand(hourly, 1 / 10, now)).toEqual({ needed: 360, allowed: 60, windowSeconds: 3600 });
    expect(excessDemand(hourly, 1 / 60, now)).toBeUndefined();
    const left = { limit: 60, remaining: 10, resetAt: now + 600_000, windowSeconds: null };
    expect(excessDemand(left, 1 / 10, now)).toEqual({ needed: 60, allowed: 10, windowSeconds: null });
    expect(excessDemand(left, 1 / 60, now)).toBeUndefined();
    expect(excessDemand({ ...left, resetAt: now - 1 }, 1, now)).toBeUndefined();
    expect(isNearLimit({ ...left, remaining: 5 })).toBe(true);
    expect(isNearLimit({ ...left, remaining: 6 })).toBe(false);
  });
});
