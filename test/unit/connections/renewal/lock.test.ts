import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createRenewalLock } from '../../../../app/connections/renewal/lock.ts';

// Windows: a file that somebody reads, or that is about to go, can neither be opened nor removed for a moment.
const trouble = vi.hoisted(() => ({ opens: [] as string[], removals: 0 }));
vi.mock(import('node:fs'), async (importOriginal) => {
  const real = await importOriginal();
  const failure = (code: string) => Object.assign(new Error(code), { code });
  const openSync: typeof real.openSync = (...call) => {
    const code = trouble.opens.shift();
    if (code !== undefined) throw failure(code);
    return real.openSync(...call);
  };
  const lockRm: typeof real.rmSync = (path, options) => {
    if (trouble.removals > 0 && options?.recursive !== true) {
      trouble.removals -= 1;
      throw failure('EPERM');
    }
    real.rmSync(path, options);
  };
  return { ...real, openSync, rmSync: lockRm };
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tokenboard-lock-'));
  trouble.opens = [];
  trouble.removals = 0;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const { signal } = new AbortController();

it('waits for a file that is being removed, and does not renew without a lock for it [30]', async () => {
  const lock = createRenewalLock({ folder });
  const log: string[] = [];
  let leave: () => void = () => undefined;
  const first = lock.hold('c', signal, async () => {
    log.push('first in');
    await new Promise<void>((resolve) => {
      leave = resolve;
    });
    log.push('first out');
  });
  await expect.poll(() => log).toEqual(['first in']);
  trouble.opens = ['EPERM', 'EACCES', 'EBUSY'];
  leave();
  await first;
  // The first of the three was met by the one who left: it could not write that it is done.
  await lock.hold('c', signal, async () => void log.push('second in'));
  expect(log).toEqual(['first in', 'first out', 'second in']);
  expect(trouble.opens).toEqual([]);
});

it('takes its turn though an old file cannot be removed', async () => {
  const lock = createRenewalLock({ folder });
  await lock.hold('c', signal, async () => undefined);
  trouble.removals = 1;
  const log: string[] = [];
  const work = async () => {
    log.push('in');
    await new Promise((resolve) => setImmediate(resolve));
    log.push('out');
  };
  await Promise.all([lock.hold('c', signal, work), lock.hold('c', signal, work)]);
  expect(trouble.removals).toBe(0);
  expect(log).toEqual(['in', 'out', 'in', 'out']);
});
