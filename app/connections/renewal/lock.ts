import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { processMark } from './process-mark.ts';

/** Keeps two processes of the app on one machine from renewing the same connection at once: one would burn the other's token. */
export interface RefreshLock {
  /**
   * Runs `work` when no other process is at this connection. It runs, too, where no lock can be made (a full or
   * read-only disk): the lock is a precaution, and must not end what it protects. Rejects as `work` does, and with the
   * signal's reason when that comes first.
   */
  hold<Value>(id: string, signal: AbortSignal, work: () => Promise<Value>): Promise<Value>;
}

export interface RefreshLockOptions {
  folder: string;
  /**
   * Who is seen to hold a lock for longer is stuck: a renewal ends after 30 s by itself. Counted by the one who waits,
   * on a clock that nobody sets.
   */
  patienceMs?: number;
}

const ownerSchema = z.object({ pid: z.number().int().positive(), mark: z.string() });
const free = 'free';
/** Files that this process holds. */
const held = new Set<string>();
const firstLookMs = 15;
const longestLookMs = 250;
const busyMs = 2_000;

/**
 * A folder per connection, and in it a file per turn: 1, 2, 3 … Only one process can make the next number (O_EXCL), and
 * only when the newest is free or its process is gone. So a lock of a dead process is never taken away, which two could
 * do at once, but passed over. A file holds its owner, or the word `free`.
 */
export function createRefreshLock({ folder, patienceMs = 60_000 }: RefreshLockOptions): RefreshLock {
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
    // This process would know: it could not write that it is done.
    if (owner.pid === process.pid) return true;
    const mark = processMark(owner.pid);
    return mark === undefined || (mark !== '' && owner.mark !== '' && mark !== owner.mark);
  };

  /** Returns the file that is now ours, or the number of the blocking turn. Throws what the file system throws. */
  const take = (turns: string, stuck: number | undefined): string | number => {
    const newest = newestTurn(turns);
    if (newest > 0 && newest !== stuck && !isFree(join(turns, String(newest)))) return newest;
    const path = join(turns, String(newest + 1));
    const file = openSync(path, 'wx', 0o600);
    // At once: this process's next would take a file with its own id for one that it forgot to free.
    held.add(path);
    try {
      writeSync(file, ownFile());
    } catch (error) {
      giveUp(path);
      throw error;
    } finally {
      closeSync(file);
    }
    // Others may have had this turn and ended it since we looked: then it was made a second time, and counts for nothing.
    const later = newestTurn(turns);
    if (later > newest + 1) {
      giveUp(path);
      return later;
    }
    // Whoever reads an old one may keep it from being removed: the next to come removes it.
    for (const turn of readdirQuietly(turns)) if (Number(turn) <= newest) rmQuietly(join(turns, turn));
    return path;
  };

  async function wait(turns: string, signal: AbortSignal): Promise<string | undefined> {
    let blocking = { turn: 0, since: 0 };
    let busySince: number | undefined;
    for (let delay = firstLookMs; ; delay = Math.min(delay * 1.5, longestLookMs)) {
      signal.throwIfAborted();
      const since = performance.now();
      try {
        const stuck = blocking.turn > 0 && since - blocking.since > patienceMs ? blocking.turn : undefined;
        const taken = take(turns, stuck);
        busySince = undefined;
        if (typeof taken === 'string') return taken;
        if (taken !== blocking.turn) blocking = { turn: taken, since };
      } catch (error) {
        // Another was faster: at making the file, or at removing an old one.
        const code = error instanceof Error && 'code' in error ? error.code : undefined;
        if (code === 'EPERM' || code === 'EACCES' || code === 'EBUSY') {
          // Windows says so of a file that another is removing, or that a virus scanner reads. It passes; a folder that
          // nobody may write to does not.
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
      if (!mkdirQuietly(turns)) return work();
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

/** Over the beginning of what is there, which a full disk allows. */
function release(path: string): void {
  try {
    const file = openSync(path, 'r+');
    writeSync(file, free, 0);
    closeSync(file);
  } catch {
    // Passed over meanwhile. Or it cannot be written: this process knows that it is done, others see when it has ended.
  }
}

/** Made, and not ours after all. */
function giveUp(path: string): void {
  held.delete(path);
  if (!rmQuietly(path)) release(path);
}

function rmQuietly(path: string): boolean {
  try {
    rmSync(path, { force: true });
    return true;
  } catch {
    // Windows: somebody has it open.
    return false;
  }
}

function readdirQuietly(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

const newestTurn = (turns: string): number =>
  readdirSync(turns).reduce((newest, name) => Math.max(newest, Number(name) || 0), 0);

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
