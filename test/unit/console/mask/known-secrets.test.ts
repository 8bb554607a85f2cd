import { describe, expect, it } from 'vitest';
import { createKnownSecrets, type KnownSecrets } from '../../../../app/console/mask/known-secrets.ts';

const covers = (known: KnownSecrets, text: string): boolean => {
  const covered = new Set<number>();
  known.find(text, (start, end) => {
    for (let at = start; at < end; at += 1) covered.add(at);
  });
  return covered.size === text.length;
};
const finds = (known: KnownSecrets, text: string): boolean => {
  let isFound = false;
  known.find(text, () => {
    isFound = true;
  });
  return isFound;
};
/** None shares six characters with another. */
const token = (at: number) =>
  Array.from({ length: 40 }, (_, part) => (at * 1_000_003 + part * 7_368_787).toString(36).padStart(6, '0')).join('.');
/** So large that room is made as soon as it may be forgotten. */
const large = Array.from({ length: 1000 }, (_, at) => token(at)).join('');
const partOfLarge = large.slice(5_000, 5_100);

describe('the secrets that the app knows', () => {
  it('are found from four characters on, those of six and more in pieces [37]', () => {
    const known = createKnownSecrets();
    for (const secret of ['abc', 'hush', 'sécret', 'longer-one']) known.learn(secret);
    expect(['abc', 'hush', 'sécret', 'ger-on'].map((text) => covers(known, text))).toEqual([false, true, true, true]);
    expect(finds(known, 'hus')).toBe(false);
    expect(finds(known, Buffer.from('sécret').toString('latin1'))).toBe(true);
    expect(finds(known, Buffer.from('sécret').toString('base64'))).toBe(true);
  });

  it('have a new version with each new one, and none with what is known or empty', () => {
    const known = createKnownSecrets();
    const versions = [
      () => known.learn('first-secret'),
      () => known.learn('first-secret'),
      () => known.learn(''),
      () => known.note('a', 'x', 'second-secret'),
      () => known.note('a', 'x', 'second-secret'),
      () => known.note('a', 'x', ''),
      () => known.learn('hush'),
    ].map((change) => {
      change();
      return known.version();
    });
    expect(versions).toEqual([1, 1, 1, 2, 2, 2, 3]);
  });

  it('are three under each name, and once room is made older ones are forgotten [37]', () => {
    const known = createKnownSecrets();
    known.learn('a-learned-secret');
    known.note('other', 'x', 'another-owner');
    known.note('a', 'y', 'another-name');
    for (const value of [large, 'second-value', 'third-value']) known.note('a', 'x', value);
    expect(covers(known, partOfLarge)).toBe(true);
    known.note('a', 'x', 'fourth-value');
    expect(covers(known, partOfLarge)).toBe(false);
    const kept = ['a-learned-secret', 'another-owner', 'another-name', 'second-value', 'third-value', 'fourth-value'];
    expect(kept.filter((text) => !covers(known, text))).toEqual([]);
  });

  it('are a thousand of those that nobody stores, the newest ones [37]', () => {
    const known = createKnownSecrets();
    known.note('a', 'x', 'a-stored-secret');
    known.learn(large);
    const others = Array.from({ length: 1000 }, (_, at) => token(at).slice(0, 20));
    for (const other of others.slice(1)) known.learn(other);
    expect(covers(known, partOfLarge)).toBe(true);
    known.learn(others[0] ?? '');
    expect(covers(known, partOfLarge)).toBe(false);
    expect(['a-stored-secret', ...others].filter((text) => !covers(known, text))).toEqual([]);
  });

  it('are found in each of their words where nothing else is said', () => {
    const known = createKnownSecrets();
    known.learn('sandbox-secret');
    expect(covers(known, 'secret')).toBe(true);
  });

  it('stay known until room has to be made: an old token may still be good', () => {
    const known = createKnownSecrets();
    for (let at = 0; at < 10; at += 1) known.note('a', 'x', token(at));
    expect(covers(known, token(0))).toBe(true);
  });
});
