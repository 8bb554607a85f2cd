import { readFileSync } from 'node:fs';
import { isRunning } from '../../process/is-running.ts';

/**
 * Tells a running process from a later one that got the same id: on Linux by the boot and the tick at which it started,
 * elsewhere by its id alone (an empty mark). `undefined`: no such process runs.
 */
export function processMark(pid: number): string | undefined {
  if (!isRunning(pid)) return undefined;
  if (process.platform !== 'linux') return '';
  try {
    // proc(5): the name in brackets may hold anything, so the fields are counted behind it; 3 is the state, 22 the start.
    const [state, ...fields] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    // Killed, and only not yet asked for its exit code.
    if (state === 'Z' || state === 'X') return undefined;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fields[18]}`;
  } catch {
    return isRunning(pid) ? '' : undefined;
  }
}
