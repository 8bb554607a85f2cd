import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { processMark } from '../../../../app/connections/renewal/process-mark.ts';
import { isRunning } from '../../../../app/process/is-running.ts';
import { temporaryFolder } from '../../vault/folders.ts';

const waitingProcess = () => spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], { stdio: 'ignore' });

it('is the same for a process as long as it runs, and nothing once it has ended', async () => {
  expect(processMark(process.pid)).toBe(processMark(process.pid));
  const child = waitingProcess();
  await once(child, 'spawn');
  const pid = child.pid ?? 0;
  expect(processMark(pid)).toBeDefined();
  child.kill();
  await once(child, 'exit');
  expect(processMark(pid)).toBeUndefined();
});

it.runIf(process.platform === 'linux')(
  'names this start of the computer and the tick at which the process began',
  () => {
    const bootId = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const start = readFileSync('/proc/self/stat', 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')[19];
    expect(processMark(process.pid)).toBe(`${bootId} ${start}`);
  },
);

describe.runIf(process.platform === 'linux')('a process on Linux', () => {
  it('is read right although its name looks like what comes after the name', async () => {
    const program = join(temporaryFolder(), 'a) Z 1 2');
    symlinkSync('/bin/sleep', program);
    const child = spawn(program, ['60'], { stdio: 'ignore' });
    await once(child, 'spawn');
    const { pid = 0 } = child;
    // The name has three spaces of its own.
    const start = readFileSync(`/proc/${pid}/stat`, 'utf8').split(' ')[21 + 3];
    expect(processMark(pid)).toBe(`${processMark(process.pid)?.split(' ')[0]} ${start}`);
    child.kill();
    await once(child, 'exit');
  });

  it('has ended although its parent never asked how', async () => {
    // `exec` replaces the shell by a program that does not wait for the shell's children.
    const script = 'cat <&3 >/dev/null & echo $!; exec sleep 60';
    const parent = spawn('/bin/sh', ['-c', script], { stdio: ['ignore', 'pipe', 'ignore', 'pipe'] });
    const [said] = await once(parent.stdout ?? parent, 'data');
    const pid = Number(String(said));
    await expect.poll(() => readFileSync(`/proc/${parent.pid}/comm`, 'utf8')).toBe('sleep\n');
    expect(processMark(pid)).toBeDefined();
    const end = parent.stdio[3];
    if (end instanceof Writable) end.end();
    await expect.poll(() => processMark(pid)).toBeUndefined();
    expect(isRunning(pid)).toBe(true);
    parent.kill();
    await once(parent, 'exit');
  });
});

it('only says whether the process runs where the system does not tell its start', async () => {
  const child = waitingProcess();
  await once(child, 'spawn');
  const pid = child.pid ?? 0;
  const { platform } = process;
  Object.defineProperty(process, 'platform', { value: 'win32' });
  try {
    expect(processMark(pid)).toBe('');
    child.kill();
    await once(child, 'exit');
    expect(processMark(pid)).toBeUndefined();
  } finally {
    Object.defineProperty(process, 'platform', { value: platform });
  }
});
