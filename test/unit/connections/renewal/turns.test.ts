import { expect, it } from 'vitest';
import { createTurns } from '../../../../app/connections/renewal/turns.ts';

const { signal } = new AbortController();

/** Work that ends when the test says so. */
function played(log: string[], name: string) {
  const { promise, resolve } = Promise.withResolvers<void>();
  const work = async (): Promise<string> => {
    log.push(`${name} in`);
    await promise;
    log.push(`${name} out`);
    return name;
  };
  return { work, end: resolve };
}
const settle = () => new Promise((resolve) => setImmediate(resolve));

it('lets two in one after the other, and other connections at once [30]', async () => {
  const turns = createTurns();
  const log: string[] = [];
  const [first, second, other] = [played(log, 'first'), played(log, 'second'), played(log, 'other')];
  const all = [
    turns.hold('c', signal, first.work),
    turns.hold('c', signal, second.work),
    turns.hold('d', signal, other.work),
  ];
  await settle();
  expect(log).toEqual(['first in', 'other in']);
  second.end();
  first.end();
  other.end();
  expect(await Promise.all(all)).toEqual(['first', 'second', 'other']);
  expect(log.filter((line) => !line.startsWith('other'))).toEqual(['first in', 'first out', 'second in', 'second out']);
});

it('goes on after work that failed', async () => {
  const turns = createTurns();
  const failing = turns.hold('c', signal, () => Promise.reject(new Error('refused')));
  const next = turns.hold('c', signal, async () => 'next');
  await expect(failing).rejects.toThrow('refused');
  expect(await next).toBe('next');
});

it('does not wait for ever, and lets nobody in before the work that was waited for has ended', async () => {
  const turns = createTurns();
  const log: string[] = [];
  const [first, third] = [played(log, 'first'), played(log, 'third')];
  const running = turns.hold('c', signal, first.work);
  const impatient = new AbortController();
  const second = turns.hold('c', impatient.signal, played(log, 'second').work);
  impatient.abort(new Error('too long'));
  await expect(second).rejects.toThrow('too long');
  await expect(turns.hold('c', impatient.signal, played(log, 'late').work)).rejects.toThrow('too long');
  const last = turns.hold('c', signal, third.work);
  await settle();
  expect(log).toEqual(['first in']);
  first.end();
  third.end();
  await Promise.all([running, last]);
  expect(log).toEqual(['first in', 'first out', 'third in', 'third out']);
});
