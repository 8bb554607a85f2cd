import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createRenewalLock } from '../../../app/connections/renewal/lock.ts';
import { processMark } from '../../../app/connections/renewal/process-mark.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tokenboard-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const { signal } = new AbortController();
const locks = () => join(folder, 'locks');
const lines = () =>
  existsSync(join(folder, 'log')) ? readFileSync(join(folder, 'log'), 'utf8').trim().split('\n') : [];
const holder = (times: number): ChildProcess =>
  fork(new URL('./lock-holder.ts', import.meta.url), [locks(), join(folder, 'log'), String(times)], { execArgv: [] });

/** Makes the lock's folder, as if another process held it; returns where its file is. */
async function heldBy(owner: { pid: number; mark: string } | ''): Promise<string> {
  await createRenewalLock({ folder: locks() }).hold('c', signal, async () => undefined);
  const turns = join(locks(), readdirSync(locks())[0] ?? '');
  const path = join(turns, '2');
  writeFileSync(path, owner === '' ? '' : JSON.stringify(owner));
  return path;
}
const someone = { pid: process.ppid, mark: processMark(process.ppid) ?? '' };

it('never lets two processes in at once, also when holders are killed [30]', { timeout: 240_000 }, async () => {
  const children = Array.from({ length: 4 }, () => holder(60));
  await Promise.all(children.map((child) => once(child, 'message')));
  for (const child of children) child.send('go');
  const [victim] = children;
  await expect.poll(() => lines().filter((line) => line === `begin ${victim?.pid}`).length > 10).toBe(true);
  victim?.kill('SIGKILL');
  await Promise.all(children.map((child) => child.exitCode ?? child.signalCode ?? once(child, 'exit')));
  expect(children.map(({ exitCode }) => exitCode).slice(1)).toEqual([0, 0, 0]);
  let inside: string | undefined;
  for (const line of lines()) {
    const [what, pid = ''] = line.split(' ');
    if (what === 'end') expect(pid).toBe(inside);
    // Only of the one that was killed an end may be missing.
    else if (inside !== undefined) expect(inside).toBe(String(victim?.pid));
    inside = what === 'begin' ? pid : undefined;
  }
  const ends = lines().filter((line) => line.startsWith('end'));
  for (const { pid } of children.slice(1)) expect(ends.filter((line) => line === `end ${pid}`)).toHaveLength(60);
});

it('leaves one small file for a connection, however often it was taken', async () => {
  const lock = createRenewalLock({ folder: locks() });
  for (let turn = 0; turn < 20; turn += 1) await lock.hold('c', signal, async () => undefined);
  const [turns = ''] = readdirSync(locks());
  expect(readdirSync(join(locks(), turns))).toEqual(['20']);
});

it('lets the next in when the work failed', async () => {
  const lock = createRenewalLock({ folder: locks() });
  await expect(lock.hold('c', signal, () => Promise.reject(new Error('offline')))).rejects.toThrow('offline');
  await expect(lock.hold('c', signal, async () => 'in')).resolves.toBe('in');
});

it('passes over a lock whose process has gone, and one whose number another process got', async () => {
  const child = holder(0);
  await once(child, 'message');
  child.kill('SIGKILL');
  await once(child, 'exit');
  await heldBy({ pid: child.pid ?? 0, mark: '' });
  await expect(createRenewalLock({ folder: locks() }).hold('c', signal, async () => 'in')).resolves.toBe('in');
  rmSync(locks(), { recursive: true });
  await heldBy({ pid: someone.pid, mark: 'another boot 1' });
  await expect(createRenewalLock({ folder: locks() }).hold('c', signal, async () => 'in')).resolves.toBe('in');
});

it('waits for a process that runs, until its file says that it is free', async () => {
  const path = await heldBy(someone);
  let inside = false;
  const holding = createRenewalLock({ folder: locks() }).hold('c', signal, async () => {
    inside = true;
  });
  // Others are not kept waiting by it.
  await createRenewalLock({ folder: locks() }).hold('d', signal, async () => undefined);
  expect(inside).toBe(false);
  writeFileSync(path, 'free');
  await holding;
  expect(inside).toBe(true);
});

it('does not wait for ever for a process that is stuck, or died before it could say who it is', async () => {
  await heldBy(someone);
  const patient = createRenewalLock({ folder: locks(), patienceMs: 100 });
  await expect(patient.hold('c', signal, async () => 'in')).resolves.toBe('in');
  rmSync(locks(), { recursive: true });
  await heldBy('');
  await expect(patient.hold('c', signal, async () => 'in')).resolves.toBe('in');
});

it('stops waiting when it is told to', async () => {
  await heldBy(someone);
  const controller = new AbortController();
  const holding = createRenewalLock({ folder: locks() }).hold('c', controller.signal, async () => 'in');
  controller.abort(new Error('superseded'));
  await expect(holding).rejects.toThrow('superseded');
});

it('works without a lock where none can be made', async () => {
  mkdirSync(locks());
  const blocked = join(locks(), 'file');
  writeFileSync(blocked, '');
  await expect(createRenewalLock({ folder: blocked }).hold('c', signal, async () => 'in')).resolves.toBe('in');
});

it('lets two of one process in one after the other [30]', async () => {
  const lock = createRenewalLock({ folder: locks() });
  let inside = 0;
  let most = 0;
  const work = async () => {
    inside += 1;
    most = Math.max(most, inside);
    await new Promise((resolve) => setImmediate(resolve));
    inside -= 1;
  };
  await Promise.all(Array.from({ length: 5 }, () => lock.hold('x', signal, work)));
  expect(most).toBe(1);
});
