import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { collectGarbage } from '../../../../app/resources/preview/garbage.ts';

/** By then V8 has freed what it found; without a collection it would be far from having looked. */
const mostCollections = 10;

it('gives back memory that nothing holds', async () => {
  const before = process.memoryUsage().arrayBuffers;
  const held = () => process.memoryUsage().arrayBuffers - before;
  let large: Buffer[] = Array.from({ length: 20 }, () => Buffer.alloc(1024 * 1024, 1));
  expect(held()).toBeGreaterThanOrEqual(20 * 1024 * 1024);
  large = [];
  expect(large).toEqual([]);
  // V8 frees array buffers on a thread of its own, which may still be at it when a collection returns.
  for (let collection = 0; collection < mostCollections && held() >= 1024 * 1024; collection += 1) {
    collectGarbage();
    await setImmediate();
  }
  expect(held()).toBeLessThan(1024 * 1024);
});
