import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { becomeFirstInstance } from '../../app/hosts/instance.ts';

const instanceFile = join(dirname(fileURLToPath(import.meta.url)), '../../app/hosts/instance.ts');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tokenboard-instance-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A start in a process of its own: says `first` and stays, or `second` and ends. */
function startInstance() {
  const source = `
    const { becomeFirstInstance } = await import(${JSON.stringify(instanceFile)});
    const instance = await becomeFirstInstance(${JSON.stringify(folder)});
    console.log(instance === undefined ? 'second' : 'first');
    if (instance !== undefined) setInterval(() => {}, 1000);`;
  const process_ = spawn(process.execPath, ['--input-type=module', '-e', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said = new Promise<string>((resolve) =>
    process_.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim())),
  );
  const ended = new Promise((resolve) => process_.once('exit', resolve));
  return { said, ended, kill: () => process_.kill('SIGKILL') };
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
  expect(await killed.said).toBe('first');
  killed.kill();
  await killed.ended;
  const next = await becomeFirstInstance(folder);
  expect(next).toBeDefined();
  next?.release();
});

it('lets one of many that start at once be the first [40]', async () => {
  const starts = Array.from({ length: 6 }, startInstance);
  const said = await Promise.all(starts.map((start) => start.said));
  expect(said.toSorted()).toEqual(['first', 'second', 'second', 'second', 'second', 'second']);
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
