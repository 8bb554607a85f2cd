// Errors read their English from it.
import '../../app/shared/messages/format.ts';
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { becomeFirstInstance } from '../../app/platform/instance.ts';
import { readHolder } from '../../app/platform/instance-holder.ts';
import { holdLock, thisHolder } from '../../app/platform/instance-lock.ts';
import { mayMount, useMounts } from '../servers/mounts.ts';

const instanceFile = join(dirname(fileURLToPath(import.meta.url)), '../../app/platform/instance.ts');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tokenboard-instance-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A start in a process of its own: says `first` and stays, or `second` and ends. */
function startInstance(dataFolder = folder, environment: Record<string, string> = {}) {
  const source = `
    const { becomeFirstInstance } = await import(${JSON.stringify(instanceFile)});
    const instance = await becomeFirstInstance(${JSON.stringify(dataFolder)});
    console.log(instance === undefined ? 'second' : 'first');
    if (instance !== undefined) setInterval(() => {}, 1000);`;
  const process_ = spawn(process.execPath, ['--input-type=module', '-e', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  });
  const message = new Promise<string>((resolve) =>
    process_.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim())),
  );
  const ended = new Promise((resolve) => process_.once('exit', resolve));
  const signal = (name: NodeJS.Signals) => process_.kill(name);
  return { message, ended, signal, kill: () => signal('SIGKILL') };
}

it('tells the first that a second was started, and the second that it is one [40]', async () => {
  const first = await becomeFirstInstance(folder);
  let shown = 0;
  first?.onSecond(() => {
    shown += 1;
  });
  expect(await becomeFirstInstance(folder)).toBeUndefined();
  expect(await becomeFirstInstance(folder)).toBeUndefined();
  await expect.poll(() => shown).toBe(2);
  expect(statSync(join(folder, 'instance.socket')).mode & 0o077).toBe(0);
  first?.release();
});

it('leaves the first as it is when the second is started at login, without a window [40]', async () => {
  const first = await becomeFirstInstance(folder);
  let shown = 0;
  first?.onSecond(() => {
    shown += 1;
  });
  expect(await becomeFirstInstance(folder, { showsWindow: false })).toBeUndefined();
  expect(shown).toBe(0);
  expect(await becomeFirstInstance(folder)).toBeUndefined();
  await expect.poll(() => shown).toBe(1);
  first?.release();
  // Alone, it is the first, and shows its window to those that come later.
  const alone = await becomeFirstInstance(folder, { showsWindow: false });
  expect(alone).toBeDefined();
  alone?.release();
});

it('meets in a folder of its own where the data folder’s path is too long, never in one that others may write to [40]', async () => {
  const temporary = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    const deep = join(folder, 'd'.repeat(90));
    const first = await becomeFirstInstance(deep);
    expect(first).toBeDefined();
    expect(await becomeFirstInstance(deep)).toBeUndefined();
    first?.release();
    const meeting = join(folder, `tokenboard-${process.getuid?.()}`);
    expect(statSync(meeting).mode & 0o077).toBe(0);
    chmodSync(meeting, 0o777);
    await expect(becomeFirstInstance(deep)).rejects.toMatchObject({ code: 'settings.foreign_folder' });
  } finally {
    if (temporary === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = temporary;
  }
});

it('takes the folder however it is written, and whatever its mode [40]', async () => {
  chmodSync(folder, 0o755);
  const first = await becomeFirstInstance(`${folder}/`);
  expect(first).toBeDefined();
  expect(await becomeFirstInstance(folder)).toBeUndefined();
  first?.release();
});

it.each(['', String(process.pid)])('takes away a claim that a crash left behind: %j [40]', async (text) => {
  const claim = join(folder, 'instance.claim');
  writeFileSync(claim, text);
  utimesSync(claim, new Date(0), new Date(0));
  const first = await becomeFirstInstance(folder);
  expect(first).toBeDefined();
  first?.release();
});

it('takes over from one that was killed [40]', async () => {
  const killed = startInstance();
  expect(await killed.message).toBe('first');
  killed.kill();
  await killed.ended;
  const next = await becomeFirstInstance(folder);
  expect(next).toBeDefined();
  next?.release();
});

it('lets one of many that start at once be the first [40]', async () => {
  const starts = Array.from({ length: 6 }, () => startInstance());
  const messages = await Promise.all(starts.map((start) => start.message));
  expect(messages.toSorted()).toEqual(['first', 'second', 'second', 'second', 'second', 'second']);
  for (const start of starts) start.kill();
  await Promise.all(starts.map((start) => start.ended));
});

it('keeps two data folders apart [40]', async () => {
  const one = await becomeFirstInstance(join(folder, 'one'));
  const two = await becomeFirstInstance(join(folder, 'two'));
  expect([one, two]).not.toContain(undefined);
  one?.release();
  two?.release();
});

it('takes a link to the folder for the folder [53]', async () => {
  const link = `${folder}-link`;
  symlinkSync(folder, link);
  try {
    const first = await becomeFirstInstance(folder);
    expect(first?.dataFolder).toBe(realpathSync.native(folder));
    expect(await becomeFirstInstance(link)).toBeUndefined();
    first?.release();
    const through = await becomeFirstInstance(link);
    expect(through?.dataFolder).toBe(realpathSync.native(folder));
    expect(await becomeFirstInstance(folder)).toBeUndefined();
    through?.release();
  } finally {
    rmSync(link);
  }
});

it('finds the first where both have a folder for temporary files each [53]', async () => {
  const deep = join(folder, 'd'.repeat(90));
  const first = startInstance(deep, { TMPDIR: join(folder, 'a') });
  expect(await first.message).toBe('first');
  const second = startInstance(deep, { TMPDIR: join(folder, 'b') });
  expect(await second.message).toBe('second');
  first.kill();
  await Promise.all([first.ended, second.ended]);
});

it('starts nothing where the first cannot be reached but holds the folder’s lock [53]', async () => {
  const first = startInstance();
  expect(await first.message).toBe('first');
  // As a cleaner of temporary files does.
  rmSync(join(folder, 'instance.socket'));
  await expect(becomeFirstInstance(folder)).rejects.toMatchObject({
    code: 'settings.folder_in_use',
    message: expect.stringContaining('on this computer (process'),
  });
  first.kill();
  await first.ended;
});

it('starts nothing where another computer holds the lock of a shared folder, until it is left behind [53]', async () => {
  const lock = join(folder, 'instance.lock');
  writeFileSync(lock, JSON.stringify({ pid: 1, hostname: 'the-other-computer', address: '/nowhere' }));
  await expect(becomeFirstInstance(folder)).rejects.toMatchObject({
    code: 'settings.folder_in_use',
    message: expect.stringContaining('the computer the-other-computer'),
  });
  utimesSync(lock, new Date(0), new Date(0));
  const first = await becomeFirstInstance(folder);
  expect(first).toBeDefined();
  first?.release();
  expect(existsSync(lock)).toBe(false);
});

it.runIf(process.platform !== 'win32')('says that a stopped first instance does not respond [40]', async () => {
  const first = startInstance();
  expect(await first.message).toBe('first');
  first.signal('SIGSTOP');
  await expect(becomeFirstInstance(folder, { patienceMs: 300 })).rejects.toMatchObject({
    code: 'settings.instance_silent',
    message: expect.stringMatching(/process \d+\) but does not respond/),
  });
  first.signal('SIGCONT');
  expect(await becomeFirstInstance(folder)).toBeUndefined();
  first.kill();
  await first.ended;
});

it('ends its hold when another computer took the folder while this one slept [53]', () => {
  vi.useFakeTimers();
  try {
    const lock = join(folder, 'instance.lock');
    let lost = 0;
    const release = holdLock(lock, thisHolder('/somewhere'), () => {
      lost += 1;
    });
    utimesSync(lock, new Date(0), new Date(0));
    vi.advanceTimersByTime(15_000);
    expect(lost).toBe(0);
    expect(statSync(lock).mtimeMs).toBeGreaterThan(0);
    writeFileSync(lock, JSON.stringify({ pid: 1, hostname: 'the-other-computer', address: '/nowhere' }));
    vi.advanceTimersByTime(60_000);
    expect(lost).toBe(1);
    release();
    expect(readHolder(lock)?.hostname).toBe('the-other-computer');
  } finally {
    vi.useRealTimers();
  }
});

it('names a folder that cannot be made, and why [48]', async () => {
  const file = join(folder, 'a-file');
  writeFileSync(file, '');
  for (const path of [file, join(file, 'below')])
    await expect(becomeFirstInstance(path)).rejects.toMatchObject({
      code: 'settings.folder_unusable',
      message: expect.stringContaining(`${path}: a file is in its place`),
    });
});

it('says why it does not start in the language of the system', () => {
  const file = join(folder, 'a-file');
  writeFileSync(file, '');
  const started = spawnSync(process.execPath, [join(dirname(instanceFile), '../browser.ts')], {
    env: { ...process.env, TOKENBOARD_DATA: file, TOKENBOARD_HEADLESS: '1', LC_ALL: 'de_AT.UTF-8' },
    encoding: 'utf8',
  });
  expect(started.stderr).toContain(`den Ordner ${file} nicht verwenden: An seiner Stelle ist eine Datei (EEXIST).`);
  expect(started.status).toBe(1);
});

describe.runIf(mayMount())('a folder that cannot be written', () => {
  const mount = useMounts();

  it.each([
    ['read-only', 'ro', 'it is read-only (EROFS)'],
    ['full', 'size=4k', 'the disk is full (ENOSPC)'],
  ])('is named where it is %s, and the start ends at once [48]', async (_, options, reason) => {
    const place = mount(options);
    if (options !== 'ro') writeFileSync(join(place, 'filler'), Buffer.alloc(4096));
    await expect(becomeFirstInstance(place)).rejects.toMatchObject({
      code: 'settings.folder_unusable',
      message: expect.stringContaining(`${place}: ${reason}`),
    });
    const started = spawnSync(process.execPath, [join(dirname(instanceFile), '../browser.ts')], {
      env: { ...process.env, TOKENBOARD_DATA: place, TOKENBOARD_HEADLESS: '1' },
      encoding: 'utf8',
    });
    expect(started.stderr).toContain(`${place}: ${reason}`);
    expect(started.status).toBe(1);
  });
});
