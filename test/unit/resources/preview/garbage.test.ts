import { expect, it } from 'vitest';
import { collectGarbage } from '../../../../app/resources/preview/garbage.ts';

it('gives back memory that nothing holds', async () => {
  const before = process.memoryUsage().arrayBuffers;
  let large: Buffer[] = Array.from({ length: 20 }, () => Buffer.alloc(1024 * 1024, 1));
  expect(process.memoryUsage().arrayBuffers - before).toBeGreaterThanOrEqual(20 * 1024 * 1024);
  large = [];
  expect(large).toEqual([]);
  // V8 frees array buffers on a thread of its own, which may still be at it when the collection returns.
  await expect
    .poll(() => {
      collectGarbage();
      return process.memoryUsage().arrayBuffers - before;
    })
    .toBeLessThan(1024 * 1024);
});
