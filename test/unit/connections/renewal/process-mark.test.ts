import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { processMark } from '../../../../app/connections/renewal/process-mark.ts';

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
