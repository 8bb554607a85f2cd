import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest';

const trouble = vi.hoisted(() => ({
  /** Windows: a file that somebody reads, or that is about to go, can neither be opened nor removed for a moment. */
  opens: [] as string[],
  removals: 0,
  /** A full disk. */
  writes: [] as string[],
  folders: false,
  /** What another process does between this one's look and its turn. */
  meanwhile: undefined as (() => void) | undefined,
}));
vi.mock(import('node:fs'), async (importOriginal) => {
  const real = await importOriginal();
  const fail = (code: string | undefined) => {
    if (code !== undefined) throw Object.assign(new Error(code), { code });
  };
  const openSync: typeof real.openSync = (...call) => {
    fail(trouble.opens.shift());
    trouble.meanwhile?.();
    trouble.meanwhile = undefined;
    return real.openSync(...call);
  };
  const lockRm: typeof real.rmSync = (path, options) => {
    if (trouble.removals > 0 && options?.recursive !== true) {
      trouble.removals -= 1;
      fail('EPERM');
    }
    real.rmSync(path, options);
  };
  const writeSync = ((...call: Parameters<typeof real.writeSync>) => {
    fail(trouble.writes.shift());
    return real.writeSync(...call);
  }) as typeof real.writeSync; // one of its forms
  const mkdirSync = ((...call: Parameters<typeof real.mkdirSync>) => {
    fail(trouble.folders ? 'EROFS' : undefined);
    return real.mkdirSync(...call);
  }) as typeof real.mkdirSync; // one of its forms
  return { ...real, openSync, rmSync: lockRm, writeSync, mkdirSync };
});
/** `played`: each delay passes at once, on the clock that the lock reads. */
const time = vi.hoisted(() => ({ played: false, passed: 0, delays: [] as number[] }));
vi.mock(import('node:timers/promises'), async (importOriginal) => {
  const real = await importOriginal();
  const setTimeout: typeof real.setTimeout = async (ms = 0, value, options) => {
    if (!time.played) return real.setTimeout(ms, value, options);
    time.delays.push(ms);
    time.passed += ms;
    return real.setTimeout(0, value, options);
  };
  return { ...real, setTimeout };
});

// Unit tests share their modules, and one before this may have loaded the lock with the real file system.
vi.resetModules();
const { createRenewalLock } = await import('../../../../app/connections/renewal/lock.ts');
afterAll(() => {
  vi.resetModules();
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tokenboard-lock-'));
  Object.assign(trouble, { opens: [], removals: 0, writes: [], folders: false, meanwhile: undefined });
  Object.assign(time, { played: false, passed: 0, delays: [] });
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});
const { signal } = new AbortController();
const turns = () => join(folder, createHash('sha256').update('c').digest('hex').slice(0, 32));
/** The files of turns while this process has its own, which is none if it got no lock. */
const filesWhileHeld = (patienceMs = 60_000) =>
  createRenewalLock({ folder, patienceMs }).hold('c', signal, async () =>
    existsSync(turns()) ? readdirSync(turns()) : [],
  );
function playTime(): void {
  time.played = true;
  vi.spyOn(performance, 'now').mockImplementation(() => time.passed);
}

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

it.each(['EPERM', 'EACCES', 'EBUSY', 'EEXIST', 'ENOENT'])(
  'tries again after %s, and then has its turn [30]',
  async (code) => {
    trouble.opens = [code];
    expect(await filesWhileHeld()).toEqual(['1']);
  },
);

it('tries again for 2 s where files cannot be opened for a moment, and does without a lock after that', async () => {
  playTime();
  trouble.opens = Array.from({ length: 1000 }, () => 'EPERM');
  expect(await filesWhileHeld()).toEqual([]);
  expect(time.passed).toBeGreaterThan(2000);
  expect(time.passed).toBeLessThan(2500);
});

it('does without a lock at once where the disk says that it will not work', async () => {
  playTime();
  trouble.opens = ['ENOSPC'];
  expect(await filesWhileHeld()).toEqual([]);
  expect(time.delays).toEqual([]);
});

it('does without a lock where its folder cannot be made', async () => {
  trouble.folders = true;
  expect(await filesWhileHeld()).toEqual([]);
});

it('leaves no file that others would wait for where the disk is full', async () => {
  trouble.writes = ['ENOSPC'];
  expect(await filesWhileHeld()).toEqual([]);
  expect(readdirSync(turns())).toEqual([]);
  // The empty file cannot be removed: it is freed instead.
  trouble.writes = ['ENOSPC'];
  trouble.removals = 1;
  expect(await filesWhileHeld()).toEqual(['1']);
  expect(await filesWhileHeld()).toEqual(['2']);
});

it('waits for the process that took this turn and the next one since it looked [30]', async () => {
  trouble.meanwhile = () => writeFileSync(join(turns(), '2'), 'free');
  expect(await filesWhileHeld()).toEqual(['3']);
  // Its own file cannot be removed: it goes with the next turn.
  trouble.meanwhile = () => writeFileSync(join(turns(), '5'), 'free');
  trouble.removals = 1;
  expect(await filesWhileHeld()).toEqual(['6']);
});

it('looks often at first, then four times a second, until the process that holds the turn is stuck', async () => {
  playTime();
  time.passed = 5_000_000;
  await filesWhileHeld();
  writeFileSync(join(turns(), '7'), JSON.stringify({ pid: process.ppid, mark: '' }));
  time.delays = [];
  expect(await filesWhileHeld(1000)).toEqual(['8']);
  expect(time.delays.slice(0, 2)).toEqual([15, 22.5]);
  expect(time.delays.at(-1)).toBe(250);
  expect(Math.max(...time.delays)).toBe(250);
  expect(time.passed - 5_000_000).toBeGreaterThan(1000);
});

it.runIf(process.platform === 'linux')('leaves no file open', async () => {
  const open = () => readdirSync('/proc/self/fd').length;
  const before = open();
  for (let turn = 0; turn < 20; turn += 1) await filesWhileHeld();
  expect(open()).toBeLessThan(before + 20);
});
