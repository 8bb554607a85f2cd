import { readFileSync } from 'node:fs';
import { isRunning } from '../../process/is-running.ts';

/**
 * Distinguishes a running process from a later one with the same ID. On Linux: boot ID and start tick. Elsewhere the
 * mark is empty, so only the process ID counts. `undefined`: no such process runs.
 */
export function processMark(pid: number): string | undefined {
  if (!isRunning(pid)) return undefined;
  if (process.platform !== 'linux') return '';
  try {
    // proc(5): the name in parentheses may contain anything, so count fields after it. Field 3 is the state, 22 the
    // start.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, ...fields] = stat.slice(stat.lastIndexOf(') ') + 2).split(' ');
    // A zombie: dead, but its parent has not collected the exit code.
    if (state === 'Z') return undefined;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fields[18]}`;
  } catch {
    return isRunning(pid) ? '' : undefined;
  }
}
