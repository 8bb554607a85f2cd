import { describe, expect, it } from 'vitest';
import { PageCache } from '../../../../../renderer/preview/scroll/page-cache.ts';

/** A source whose responses the test gives. */
function source() {
  const asked: string[] = [];
  const open = new Map<string, { resolve: (page: string) => void; reject: (error: Error) => void }>();
  let changes = 0;
  const errors: unknown[] = [];
  const cache = new PageCache<string>(
    (key) =>
      new Promise((resolve, reject) => {
        asked.push(key);
        open.set(key, { resolve, reject });
      }),
    () => changes++,
    (error) => errors.push(error),
  );
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
  return {
    cache,
    asked,
    errors,
    changes: () => changes,
    respond: async (key: string) => {
      open.get(key)?.resolve(`page ${key}`);
      await settled();
    },
    fail: async (key: string) => {
      open.get(key)?.reject(new Error('gone'));
      await settled();
    },
  };
}

describe('the pages of something long', () => {
  it('are asked for two at a time, what is in view first', async () => {
    const { cache, asked, respond, changes } = source();
    cache.want(['a', 'b', 'c']);
    expect(asked).toEqual(['a', 'b']);
    await respond('a');
    expect(asked).toEqual(['a', 'b', 'c']);
    expect(cache.get('a')).toBe('page a');
    expect(changes()).toBe(1);
  });

  it('are not asked for when they left the view before their turn', async () => {
    const { cache, asked, respond } = source();
    cache.want(['a', 'b', 'c', 'd']);
    cache.want(['x']);
    await respond('a');
    await respond('b');
    expect(asked).toEqual(['a', 'b', 'x']);
    expect(cache.get('b')).toBe('page b');
  });

  it('are asked for once', async () => {
    const { cache, asked, respond } = source();
    cache.want(['a']);
    cache.want(['a']);
    await respond('a');
    cache.want(['a']);
    expect(asked).toEqual(['a']);
  });

  it('are kept as long as there is room, those seen last the longest', async () => {
    const { cache, respond } = source();
    for (let index = 0; index < 300; index++) {
      cache.want([`${index}`, '0']);
      await respond(`${index}`);
    }
    expect(cache.get('299')).toBe('page 299');
    expect(cache.get('0')).toBe('page 0');
    expect(cache.get('5')).toBeUndefined();
  });

  it('are not asked for again after a failure, which is told once', async () => {
    const { cache, asked, errors, fail } = source();
    cache.want(['a', 'b']);
    await fail('a');
    await fail('b');
    cache.want(['c']);
    expect(errors).toEqual([new Error('gone')]);
    expect(asked).toEqual(['a', 'b']);
  });
});
