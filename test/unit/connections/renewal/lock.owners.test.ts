import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createRenewalLock } from '../../../../app/connections/renewal/lock.ts';
import { processMark } from '../../../../app/connections/renewal/process-mark.ts';
import { temporaryFolder } from '../../vault/folders.ts';

const run = (script: string) => spawn(process.execPath, ['-e', script], { stdio: 'ignore' });
/** A process that runs for as long as the tests do, and one that has ended. */
let living: ReturnType<typeof run>;
let livingPid = 0;
let deadPid = 0;
beforeAll(async () => {
  living = run('setInterval(() => undefined, 1000)');
  livingPid = living.pid ?? 0;
  const dead = run('');
  deadPid = dead.pid ?? 0;
  await once(dead, 'exit');
});
afterAll(() => void living.kill());

let folder = '';
let turns = '';
beforeEach(() => {
  folder = temporaryFolder();
  turns = join(folder, createHash('sha256').update('c').digest('hex').slice(0, 32));
  mkdirSync(turns);
});
const owner = (pid: number, mark = processMark(pid) ?? '') => JSON.stringify({ pid, mark });
const neverEnds = () => new AbortController().signal;
/** Ends the wait for a lock once it has been looked at a few times. */
function fewLooks(): AbortSignal {
  const controller = new AbortController();
  const { signal } = controller;
  let looks = 0;
  signal.throwIfAborted = () => {
    looks += 1;
    if (looks > 3) controller.abort(new Error('still waiting'));
    AbortSignal.prototype.throwIfAborted.call(signal);
  };
  return signal;
}
const hold = (signal: AbortSignal, patienceMs = 60_000) =>
  createRenewalLock({ folder, patienceMs }).hold('c', signal, async () => readdirSync(turns));

describe('a turn that another process took', () => {
  type Content = [what: string, content: () => string];
  // Only Linux tells when a process began.
  const sameId: Content[] =
    process.platform === 'linux'
      ? [['belongs to a process that had the same ID before', () => owner(livingPid, 'another start')]]
      : [];
  const contents: Content[] = [
    ['is free', () => 'free'],
    ['is free, with what stood there before behind it', () => `free${owner(livingPid).slice(4)}`],
    ['belongs to a process that has ended', () => owner(deadPid, 'any')],
    ['belongs to a process that has ended, whose start nobody knew', () => owner(deadPid, '')],
    ...sameId,
    ['was ours, and could not be freed', () => owner(process.pid)],
  ];
  it.each(contents)('is over where its file %s [30]', async (_, content) => {
    writeFileSync(join(turns, '7'), content());
    // Old files go with the next turn.
    expect(await hold(neverEnds())).toEqual(['8']);
    expect(readFileSync(join(turns, '8'), 'utf8')).toMatch(/^free/);
  });

  it.each([
    ['belongs to a process that runs', () => owner(livingPid)],
    ['belongs to a process that runs, whose start nobody knows', () => owner(livingPid, '')],
    ['is empty, as its owner is about to write it', () => ''],
    ['is half written', () => owner(livingPid).slice(0, 9)],
    ['names no process', () => JSON.stringify({ pid: -1, mark: '' })],
  ])('is waited for where its file %s [30]', async (_, content) => {
    writeFileSync(join(turns, '7'), content());
    await expect(hold(fewLooks())).rejects.toThrow('still waiting');
    expect(readdirSync(turns)).toEqual(['7']);
  });

  it('is waited for where the system does not say when the process that has its ID began [30]', async () => {
    const { platform } = process;
    Object.defineProperty(process, 'platform', { value: 'win32' });
    try {
      writeFileSync(join(turns, '7'), owner(livingPid, 'another start'));
      await expect(hold(fewLooks())).rejects.toThrow('still waiting');
    } finally {
      Object.defineProperty(process, 'platform', { value: platform });
    }
  });

  it('is passed over when it lasts longer than anybody should wait [30]', async () => {
    writeFileSync(join(turns, '7'), owner(livingPid));
    expect(await hold(neverEnds(), 30)).toEqual(['8']);
  });

  it('counts by its number, and what is no number does not', async () => {
    for (const [name, content] of [
      ['9', 'free'],
      ['10', owner(livingPid)],
      ['notes', ''],
    ] as const)
      writeFileSync(join(turns, name), content);
    await expect(hold(fewLooks())).rejects.toThrow('still waiting');
  });
});

it('says in its file who holds it, for the user alone to read', async () => {
  const lock = createRenewalLock({ folder });
  await lock.hold('c', neverEnds(), async () => {
    const path = join(turns, '1');
    expect(readFileSync(path, 'utf8')).toBe(owner(process.pid));
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });
});

it('is free again when the work failed, and has a turn for each connection', async () => {
  const lock = createRenewalLock({ folder });
  const failing = lock.hold('c', neverEnds(), () => Promise.reject(new Error('no network')));
  await expect(failing).rejects.toThrow('no network');
  const other = await lock.hold('c', neverEnds(), () => lock.hold('d', neverEnds(), async () => 'both'));
  expect(other).toBe('both');
});

it('never stops a renewal where no file can be made', async () => {
  writeFileSync(join(folder, 'a-file'), '');
  const lock = createRenewalLock({ folder: join(folder, 'a-file') });
  expect(await lock.hold('c', neverEnds(), async () => 'done')).toBe('done');
});

it('is not waited for once it is cancelled', async () => {
  const lock = createRenewalLock({ folder });
  const reason = new Error('closed');
  const work = async () => 'done';
  await expect(lock.hold('c', AbortSignal.abort(reason), work)).rejects.toBe(reason);
});
