import type { ErrorReport } from '../shared/errors.ts';
import type { PeakaLink } from '../shared/peaka/link.ts';
import type { PeakaLinks } from './links.ts';
import {
  dueAt,
  failedUpdate,
  leavesNothing,
  mayHaveArrived,
  newUpdate,
  type PendingUpdate,
  unknownUpdate,
  withoutWait,
} from './updates-failures.ts';

/**
 * The updates that Peaka has to receive (PUT), one at a time per link. They are stored before they are sent, so they
 * survive a restart, and each sends the newest values.
 */
export interface PeakaUpdates {
  /** Sends what is stored, and from now on what comes. */
  start(): void;
  /** Peaka has to receive the link's values. An update that waits, or needs the user, keeps its time. */
  queue(linkId: string): void;
  /** Sends the link's values now, after a running update. Rejects with an AppError: the update then stays stored. */
  send(linkId: string): Promise<void>;
  /** Runs `work` while no update of the link runs or starts. */
  alone<Value>(linkId: string, work: () => Promise<Value>): Promise<Value>;
  /** The vault was unlocked, or the practice service runs. */
  changedAll(): void;
  /** The user saved the account: its key may be right now. */
  accountChanged(accountId: string): void;
  /** The computer woke up, or the network is back. */
  woke(): void;
  close(): void;
}

export interface PeakaUpdatesDeps {
  links: Pick<PeakaLinks, 'list' | 'find' | 'change'>;
  /** Sends Peaka the newest values of the link. Rejects with an AppError. */
  put(link: PeakaLink): Promise<void>;
  /** Nothing can be sent at present, or should be sent without the user. */
  isAsleep(link: PeakaLink): boolean;
  /** Masks secrets in Peaka's words, so that the error can be stored. */
  storedError(error: ErrorReport): ErrorReport;
  /** Epoch ms. */
  now(): number;
  /** 0 to 1. */
  random(): number;
}

/** Timers stop during sleep. A timer this short notices a wake-up that no event reports. */
const longestTimerMs = 60_000;

export function createPeakaUpdates(deps: PeakaUpdatesDeps): PeakaUpdates {
  const { links, put, isAsleep, storedError, now, random } = deps;
  /** These promises never reject. */
  const running = new Map<string, Promise<void>>();
  /** Links with newer values than those that are on their way. */
  const again = new Set<string>();
  let state: 'new' | 'started' | 'closed' = 'new';
  let timer: NodeJS.Timeout | undefined;

  /** What a full disk has no room for: neither the renewal that led to an update, nor the queue, may fail because of it. */
  const unsaved = new Map<string, PendingUpdate | null>();

  const save = (id: string, pending: PendingUpdate | null, more: Partial<PeakaLink> = {}): void => {
    if (links.find(id) === undefined) return;
    try {
      links.change(id, { ...more, pending });
      unsaved.delete(id);
    } catch {
      unsaved.set(id, pending);
    }
  };
  /** `undefined`: the link is gone. */
  const pendingOf = (id: string): PendingUpdate | null | undefined => {
    const link = links.find(id);
    const held = unsaved.get(id);
    return link === undefined || held === undefined ? link?.pending : held;
  };

  const afterFailure = ({ renewal }: PeakaLink, pending: PendingUpdate, error: unknown): PendingUpdate => {
    const isRepeatable = renewal === 'update_peaka' || !mayHaveArrived(error);
    const failed = isRepeatable ? failedUpdate(pending, error, now(), random()) : unknownUpdate(pending);
    return { ...failed, error: storedError(failed.error) };
  };

  /** Returns the error of a failed update. */
  async function attempt(id: string): Promise<unknown> {
    for (;;) {
      const link = links.find(id);
      if (link === undefined) return undefined;
      again.delete(id);
      const failed = await put(link).then(
        () => undefined,
        (error: unknown) => ({ error }),
      );
      if (failed !== undefined) {
        const pending = pendingOf(id);
        if (pending) save(id, leavesNothing(failed.error) ? null : afterFailure(link, pending, failed.error));
        again.delete(id);
        return failed.error;
      }
      const isNewer = again.has(id);
      save(id, isNewer ? newUpdate(now()) : null, { updatedAt: now() });
      if (!isNewer) return undefined;
    }
  }

  async function alone<Value>(id: string, work: () => Promise<Value>): Promise<Value> {
    while (running.has(id)) await running.get(id);
    const done = Promise.withResolvers<void>();
    running.set(id, done.promise);
    try {
      return await work();
    } finally {
      running.delete(id);
      done.resolve();
      arm();
    }
  }

  /** Sends all that is due, and wakes up for the next. */
  function tick(): void {
    clearTimeout(timer);
    timer = undefined;
    if (state !== 'started') return;
    for (const { id } of links.list()) {
      if (running.has(id) || msUntil(id) > 0) continue;
      void alone(id, () => attempt(id)).catch(() => undefined);
    }
    arm();
  }

  /** `Infinity`: not by itself. */
  const msUntil = (id: string): number => {
    const link = links.find(id);
    const pending = pendingOf(id);
    const at = pending ? dueAt(pending, now()) : undefined;
    return link === undefined || at === undefined || isAsleep(link) ? Number.POSITIVE_INFINITY : at - now();
  };

  function arm(): void {
    clearTimeout(timer);
    timer = undefined;
    if (state !== 'started') return;
    const waiting = links.list().filter(({ id }) => !running.has(id));
    const next = Math.min(...waiting.map(({ id }) => msUntil(id)));
    if (next !== Number.POSITIVE_INFINITY)
      timer = setTimeout(tick, Math.min(Math.max(next, 0), longestTimerMs)).unref();
  }

  /** Ends the waits of the updates that this applies to. */
  const hurry = (applies: (link: PeakaLink, pending: PendingUpdate) => boolean): void => {
    if (state !== 'started') return;
    for (const link of links.list()) {
      const { id } = link;
      const pending = pendingOf(id);
      if (!pending || running.has(id) || !applies(link, pending)) continue;
      const hurried = withoutWait(pending, now());
      if (hurried.retryAt !== pending.retryAt) save(id, hurried);
    }
    tick();
  };

  return {
    start: () => {
      if (state !== 'new') return;
      state = 'started';
      hurry(() => true);
    },
    queue: (id) => {
      if (running.has(id)) again.add(id);
      if (pendingOf(id) === null) save(id, newUpdate(now()));
      arm();
    },
    send: async (id) => {
      if (pendingOf(id) === null) save(id, newUpdate(now()));
      if (running.has(id)) {
        again.add(id);
        await running.get(id);
        // Sent with the newest values after the running update.
        if (pendingOf(id) === null) return;
      }
      const error = await alone(id, () => attempt(id));
      if (error !== undefined) throw error;
    },
    alone,
    changedAll: () => hurry((_link, { error }) => error?.code.startsWith('vault.') ?? false),
    accountChanged: (accountId) => hurry((link) => link.accountId === accountId),
    woke: () => hurry((_link, { retryAt }) => retryAt !== null),
    close: () => {
      state = 'closed';
      clearTimeout(timer);
    },
  };
}
