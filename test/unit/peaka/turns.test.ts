import { expect, it } from 'vitest';
import { createTurns } from '../../../app/peaka/turns.ts';
import { rejection } from '../oauth/token-settings.ts';

it('runs one after another, also after a failure', async () => {
  const turns = createTurns();
  const order: string[] = [];
  const first = Promise.withResolvers<void>();
  const works = [
    turns.take('a', undefined, async () => {
      await first.promise;
      order.push('first');
      throw new Error('failed');
    }),
    turns.take('a', undefined, async () => order.push('second')),
    turns.take('b', undefined, async () => order.push('of another')),
  ];
  await works[2];
  first.resolve();
  await Promise.allSettled(works);
  expect(order).toEqual(['of another', 'first', 'second']);
});

it('gives up a turn that is cancelled before it comes, and keeps the order [44]', async () => {
  const turns = createTurns();
  const order: string[] = [];
  const first = Promise.withResolvers<void>();
  const controller = new AbortController();
  const running = turns.take('a', undefined, () => first.promise.then(() => order.push('first')));
  const cancelled = rejection(turns.take('a', controller.signal, async () => order.push('cancelled')));
  const last = turns.take('a', new AbortController().signal, async () => order.push('last'));
  controller.abort();
  expect(await cancelled).toMatchObject({ code: 'http.cancelled' });
  expect(order).toEqual([]);
  first.resolve();
  await Promise.all([running, last]);
  expect(order).toEqual(['first', 'last']);
});
