import { closeSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { writeFileDurably } from '../process/atomic-file.ts';
import { isRunning } from '../process/is-running.ts';
import { type InstanceHolder, readHolder } from './instance-holder.ts';

/** How often a running instance touches its lock. */
const beatMs = 15_000;
/** A lock untouched for this long was left by a crash. */
const staleMs = 60_000;

export const thisHolder = (address: string): InstanceHolder => ({ pid: process.pid, hostname: hostname(), address });

/**
 * Whether the holder still runs. `reference`: a file just written to the same folder. Its time is that of the folder's
 * server, whose clock may differ from this computer's.
 */
export const isHeld = (lock: string, holder: InstanceHolder, reference: string): boolean =>
  isHeldAt(lock, holder, statSync(reference, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());

/** As `isHeld`. `now`: epoch ms by the clock of the folder's server. */
export function isHeldAt(lock: string, holder: InstanceHolder, now: number): boolean {
  const sameComputer = holder.hostname === hostname();
  if (sameComputer && (holder.pid === process.pid || !isRunning(holder.pid))) return false;
  const touched = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
  // The system may have given the process ID to another program.
  return touched !== undefined && now - touched < staleMs;
}

/** Takes the lock and keeps it fresh. `onLost`: another computer took the lock while this one slept. */
export function holdLock(lock: string, holder: InstanceHolder, onLost: () => void): () => void {
  writeFileDurably(lock, JSON.stringify(holder));
  const isOurs = () => {
    const found = readHolder(lock);
    return found?.pid === holder.pid && found.hostname === holder.hostname;
  };
  const beat = setInterval(() => {
    if (isOurs()) return touch(lock);
    clearInterval(beat);
    onLost();
  }, beatMs).unref();
  return () => {
    clearInterval(beat);
    if (isOurs()) rmSync(lock, { force: true });
  };
}

/** Rewrites the first byte: `utimes` would use this computer's clock instead of the folder's server's. */
function touch(lock: string): void {
  try {
    const file = openSync(lock, 'r+');
    try {
      writeSync(file, '{', 0);
    } finally {
      closeSync(file);
    }
  } catch {
    // A network share may be away for a moment. The next beat tries again.
  }
}
