import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { writeFileDurably } from '../process/atomic-file.ts';
import { isRunning } from '../process/is-running.ts';

/** Who uses the data folder. Rests in the folder itself, so that computers that share it see each other. */
export interface InstanceHolder {
  pid: number;
  /** Of the computer. */
  hostname: string;
  /** Of the socket or pipe that a second start talks to; of use on the same computer alone. */
  address: string;
}

/** By hand: this is loaded before the window is there, and a schema library would hold it up. */
function isHolder(value: unknown): value is InstanceHolder {
  if (typeof value !== 'object' || value === null) return false;
  const has = (name: string, type: string) => typeof Reflect.get(value, name) === type;
  return has('pid', 'number') && has('hostname', 'string') && has('address', 'string');
}

/** A running instance touches its lock this often. */
const beatMs = 15_000;
/** A lock that nobody touched for so long was left behind by a crash. */
const staleMs = 60_000;

export const thisHolder = (address: string): InstanceHolder => ({ pid: process.pid, hostname: hostname(), address });

/** `undefined`: nobody, or the file is damaged. */
export function readHolder(lock: string): InstanceHolder | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(lock, 'utf8'));
    return isHolder(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether the holder still runs. `reference`: a file written a moment ago in the same folder; its time tells what time it
 * is for the folder's server, whose clock may differ from this computer's.
 */
export function isHeld(lock: string, holder: InstanceHolder, reference: string): boolean {
  const sameComputer = holder.hostname === hostname();
  if (sameComputer && (holder.pid === process.pid || !isRunning(holder.pid))) return false;
  const touched = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
  const now = statSync(reference, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
  // The system may have given the process's number to another program since.
  return touched !== undefined && now - touched < staleMs;
}

/** Takes the lock and keeps it fresh. `onLost`: another computer took it while this one slept. */
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

/** Writes its first byte again: `utimes` would put this computer's clock in place of the folder's server's. */
function touch(lock: string): void {
  try {
    const file = openSync(lock, 'r+');
    try {
      writeSync(file, '{', 0);
    } finally {
      closeSync(file);
    }
  } catch {
    // A share that is away for a moment: the next beat tries again.
  }
}
