import { expect, it } from 'vitest';
import { createTurns } from '../../../app/peaka/turns.ts';

it('runs one after another, also after a failure', async () => {
  const turns = createTurns();
  const order: string[] = [];
  const first = Promise.withResolvers<void>();
  const works = [
    turns.take('a', async () => {
      await first.promise;
      order.push('first');
      throw new Error('failed');
    }),
    turns.take('a', async () => order.push('second')),
    turns.take('b', async () => order.push('of another')),
  ];
  await works[2];
  first.resolve();
  await Promise.allSettled(works);
  expect(order).toEqual(['of another', 'first', 'second']);
});
