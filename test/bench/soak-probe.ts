// Preloaded into the process that is measured (`node --expose-gc --import`): tells its memory to who asks.
import { readFileSync } from 'node:fs';

/** In MiB, after a collection. */
export interface MemorySample {
  /** The heap in use and what hangs on it outside, of the process itself. */
  inUse: number;
  /** Resident, of the process itself. */
  own: number;
  /** Resident, of this process and of those that it started. */
  all: number;
  handles: number;
}

const mebibytes = (bytes: number): number => bytes / 2 ** 20;
/** Only Linux tells of other processes. */
const childProcesses = (): number[] =>
  process.platform === 'linux'
    ? readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)
    : [];
function residentOf(pid: number): number {
  try {
    return mebibytes(Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4096);
  } catch {
    return 0; // it has ended
  }
}

function sample(): MemorySample {
  for (let pass = 0; pass < 3; pass++) globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  const own = mebibytes(rss);
  return {
    inUse: mebibytes(heapUsed + external),
    own,
    all: childProcesses().reduce((sum, pid) => sum + residentOf(pid), own),
    handles: process.getActiveResourcesInfo().length,
  };
}

process.on('message', () => process.send?.(sample()));
process.channel?.unref();
