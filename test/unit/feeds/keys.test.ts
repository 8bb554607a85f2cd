import { describe, expect, it } from 'vitest';
import { createFeedKey, findFeedKey } from '../../../app/feeds/keys.ts';

const options = { expiresAt: null, now: 1_000 };

describe('a feed key', () => {
  it('is told once, and only its hash is kept', () => {
    const { key, secret } = createFeedKey('feed', 'Kitchen', options);
    expect(secret).toMatch(/^tbk_[\w-]{43}$/);
    expect(JSON.stringify(key)).not.toContain(secret.slice(4, -4));
    expect(key.ending).toBe(secret.slice(-4));
  });

  it('is found among others, and nothing else is', () => {
    const made = [1, 2, 3].map((number) => createFeedKey('feed', `Key ${number}`, options));
    const keys = made.map(({ key }) => key);
    for (const { key, secret } of made) {
      expect(findFeedKey(keys, secret, 2_000)).toBe(key);
      expect(findFeedKey(keys, `${secret} `, 2_000)).toBeUndefined();
    }
    expect(findFeedKey([], made[0]?.secret ?? '', 2_000)).toBeUndefined();
  });

  it('opens nothing from its expiry on', () => {
    const { key, secret } = createFeedKey('feed', 'Trial', { expiresAt: 5_000, now: 1_000 });
    expect(findFeedKey([key], secret, 4_999)).toBe(key);
    expect(findFeedKey([key], secret, 5_000)).toBeUndefined();
  });
});
