import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { processMark } from './process-mark.ts';

/**
 * Keeps two processes of the app on one machine from renewing a connection at once: one would invalidate the other's
 * refresh token.
 */
export interface RenewalLock {
  /**
   * Runs `work` while no other process works on this connection. Also runs it if no lock can be made (a full or
   * read-only disk): the lock is a precaution and must not stop the renewal. Rejects as `work` does, or with the
   * signal's reason if that comes first.
   */
  hold<Value>(id: string, signal: AbortSignal, work: () => Promise<Value>): Promise<Value>;
}

export interface RenewalLockOptions {
  folder: string;
  /**
   * A process that holds a lock for longer is stuck: a renewal times out after 30 s. The waiting process counts, on a
   * monotonic clock.
   */
  patienceMs?: number;
}

const ownerSchema = z.object({ pid: z.number().int().positive(), mark: z.string() });
const free = 'free';
/** Lock files that this process holds. */
const held = new Set<string>();
const firstLookMs = 15;
const longestLookMs = 250;
const busyMs = 2_000;

/**
 * One folder per connection, with one file per turn: 1, 2, 3 … Only one process can create the next number (O_EXCL),
 * and only if the newest is free or its process has ended. So a dead process's lock is skipped, never removed: two
 * processes could remove it at once. A file holds its owner, or the word `free`.
 */
export function createRenewalLock({ folder, patienceMs = 60_000 }: RenewalLockOptions): RenewalLock {
  let ownMark: string | undefined;
  const ownFile = (): string => {
    ownMark ??= processMark(process.pid) ?? '';
    return JSON.stringify({ pid: process.pid, mark: ownMark });
  };

  const isFree = (path: string): boolean => {
    if (held.has(path)) return false;
    const text = readFileSync(path, 'utf8');
    if (text.startsWith(free)) return true;
    const owner = readOwner(text);
    // Empty: its owner is about to write it.
    if (!owner) return false;
    // This process holds no such lock: it could not write `free` when it finished.
    if (owner.pid === process.pid) return true;
    const mark = processMark(owner.pid);
    return mark === undefined || (mark !== '' && owner.mark !== '' && mark !== owner.mark);
  };

  /** Returns the file that this process now holds, or the number of the blocking turn. Throws file system errors. */
  const take = (turns: string, stuck: number | undefined): string | number => {
    const newest = newestTurn(readdirSync(turns));
    if (newest > 0 && newest !== stuck && !isFree(join(turns, String(newest)))) return newest;
    const path = join(turns, String(newest + 1));
    const file = openSync(path, 'wx', 0o600);
    // Record the file at once: otherwise this process would treat it as one that it failed to free.
    held.add(path);
    try {
      writeSync(file, ownFile());
    } catch (error) {
      giveUp(path);
      throw error;
    } finally {
      closeSync(file);
    }
    // Others may have taken and ended this turn since the check. Then the file was created again, and does not count.
    const names = readdirSync(turns);
    const later = newestTurn(names);
    if (later > newest + 1) {
      giveUp(path);
      return later;
    }
    // A process that reads an old file may block its removal: a later holder removes it.
    for (const name of names) if (Number(name) <= newest) tryRemove(join(turns, name));
    return path;
  };

  async function wait(turns: string, signal: AbortSignal): Promise<string | undefined> {
    let blocking = { turn: 0, since: 0 };
    let busySince: number | undefined;
    for (let delay = firstLookMs; ; delay = Math.min(delay * 1.5, longestLookMs)) {
      signal.throwIfAborted();
      const since = performance.now();
      try {
        const taken = take(turns, since - blocking.since > patienceMs ? blocking.turn : undefined);
        busySince = undefined;
        if (typeof taken === 'string') return taken;
        if (taken !== blocking.turn) blocking = { turn: taken, since };
      } catch (error) {
        // Another process was faster: it created the file, or removed an old one.
        const code = error instanceof Error && 'code' in error ? error.code : undefined;
        if (code === 'EPERM' || code === 'EACCES' || code === 'EBUSY') {
          // Windows reports this for a file that another process removes or a virus scanner reads. That is transient; a
          // folder without write permission is not.
          busySince ??= since;
          if (since - busySince > busyMs) return undefined;
        } else if (code !== 'EEXIST' && code !== 'ENOENT') return undefined;
        if (!mkdirQuietly(turns)) return undefined;
      }
      await sleep(delay, undefined, { signal }).catch(() => undefined);
    }
  }

  return {
    hold: async (id, signal, work) => {
      const turns = join(folder, createHash('sha256').update(id).digest('hex').slice(0, 32));
      mkdirQuietly(turns);
      const path = await wait(turns, signal);
      if (path === undefined) return work();
      try {
        return await work();
      } finally {
        held.delete(path);
        release(path);
      }
    },
  };
}

/** Overwrites the start of the file, which works on a full disk. */
function release(path: string): void {
  try {
    const file = openSync(path, 'r+');
    writeSync(file, free, 0);
    closeSync(file);
  } catch {
    // Others skipped this lock, or it cannot be written. This process knows that it is free; others notice when it
    // ends.
  }
}

/** Frees a file that turned out not to be ours. */
function giveUp(path: string): void {
  held.delete(path);
  if (!tryRemove(path)) release(path);
}

function tryRemove(path: string): boolean {
  try {
    rmSync(path);
    return true;
  } catch {
    // Windows: another process has the file open.
    return false;
  }
}

const newestTurn = (names: readonly string[]): number =>
  names.reduce((newest, name) => Math.max(newest, Number(name) || 0), 0);

function mkdirQuietly(path: string): boolean {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    return true;
  } catch {
    return false;
  }
}

function readOwner(text: string): z.infer<typeof ownerSchema> | undefined {
  try {
    return ownerSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
