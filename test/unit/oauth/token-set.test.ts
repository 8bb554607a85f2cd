import { describe, expect, it } from 'vitest';
import { secretsOf, tokenSetSchema } from '../../../app/oauth/token-set.ts';

const least = { accessToken: 'a1', tokenType: 'Bearer', obtainedAt: 1 };

describe('a stored token set', () => {
  it('is read whole, also one of an older version, which says less', () => {
    const whole = {
      ...least,
      refreshToken: 'r1',
      expiresAt: 2,
      values: { realm: '7' },
      scopes: ['read'],
      owner: { origins: ['https://as.example'], clientId: 'client' },
    };
    for (const stored of [least, whole]) expect(tokenSetSchema.parse(stored)).toEqual(stored);
    expect(tokenSetSchema.parse({ ...least, idTokenProblem: 'of a later version' })).toEqual(least);
  });

  it('is refused where it is none, or does not say whom it belongs to', () => {
    for (const stored of [{}, { ...least, accessToken: undefined }, { ...least, owner: {} }])
      expect(tokenSetSchema.safeParse(stored).success).toBe(false);
  });

  it('tells what of it must never be shown, and no empty text among that [37]', () => {
    expect(secretsOf({ ...least, refreshToken: 'r1', tokenSecret: 's1' })).toEqual(['a1', 'r1', 's1']);
    expect(secretsOf({ ...least, accessToken: '', tokenSecret: '' })).toEqual([]);
  });
});
