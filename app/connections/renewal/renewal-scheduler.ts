import { type RenewalFailure, retryTime } from './failures.ts';
import { type HostQueue, mayRun, newHostQueue, noteFailure, noteSuccess } from './host-queue.ts';

export interface RenewalSchedulerDeps {
  ids(): readonly string[];
  /** Epoch ms. `undefined`: no automatic renewal. Stays the same until something changes. */
  renewalAt(id: string): number | undefined;
  /** Connections with the same value share a limit. */
  hostOf(id: string): string;
  /** Settles when the renewal ends. `failureOf` tells what went wrong. */
  renew(id: string): Promise<void>;
  failureOf(id: string): RenewalFailure | undefined;
  /** Ends the delay before the next try. */
  forgetWait(id: string): void;
  /** Epoch ms. */
  now(): number;
  /** ms on a monotonic clock, which may stop while the computer sleeps. */
  monotonic(): number;
}

/**
 * Renews tokens before they expire, without waiting for a GET. One timer for all connections, none if nothing is due.
 */
export interface RenewalScheduler {
  start(): void;
  /** The connection's token, settings or failure may have changed. */
  changed(id: string): void;
  /** Any connection may have changed, for example because the vault was unlocked. */
  changedAll(): void;
  /** The computer woke up, or the network is back: retry what failed because of that. */
  woke(): void;
  close(): void;
}

/**
 * A moment on both clocks. The first clock to reach it counts, so that neither sleep nor a clock set back delays it.
 */
interface Due {
  at: number;
  monotonic: number;
}

const never: Due = { at: Number.POSITIVE_INFINITY, monotonic: Number.POSITIVE_INFINITY };

/** Timers stop during sleep. A timer this short notices a wake-up that no event reports. */
const longestTimerMs = 60_000;
/** A timer this late means the computer slept. */
const sleptMs = 30_000;
/** For all hosts together. */
const atOnce = 16;
/** Tokens read per batch at the start: each read may open a file. */
const slice = 50;

export function createRenewalScheduler(deps: RenewalSchedulerDeps): RenewalScheduler {
  const { now, monotonic } = deps;
  const due = new Map<string, Due>();
  /** Connections whose renewal waits or runs. */
  const taken = new Set<string>();
  const hosts = new Map<string, HostQueue>();
  let running = 0;
  let state: 'new' | 'started' | 'closed' = 'new';
  let timer: NodeJS.Timeout | undefined;
  /** When the timer fires, on both clocks. */
  let fires = never;

  /** A failure of one connection must not stop the renewals of all. That connection waits for its next change. */
  const quietly = <Value>(ask: () => Value): Value | undefined => {
    try {
      return ask();
    } catch {
      return undefined;
    }
  };
  const look = (id: string): Due | undefined => {
    const at = quietly(() => deps.renewalAt(id));
    const known = due.get(id);
    if (at === undefined) due.delete(id);
    else if (known?.at !== at) due.set(id, { at, monotonic: monotonic() + (at - now()) });
    return due.get(id);
  };
  const msUntil = (moment: Due, wall = now(), here = monotonic()): number =>
    Math.min(moment.at - wall, moment.monotonic - here);

  const arm = (ms: number): void => {
    const delay = Math.min(Math.max(ms, 0), longestTimerMs);
    if (state !== 'started' || monotonic() + delay >= fires.monotonic) return;
    clearTimeout(timer);
    fires = { at: now() + delay, monotonic: monotonic() + delay };
    timer = setTimeout(tick, delay).unref();
  };

  function tick(): void {
    const [wall, here] = [now(), monotonic()];
    const slept = Math.max(wall - fires.at, here - fires.monotonic) > sleptMs;
    clearTimeout(timer);
    fires = never;
    if (slept) forgetAllWaits();
    let next = Number.POSITIVE_INFINITY;
    for (const [id, known] of due) {
      if (taken.has(id)) continue;
      // The connection may have been deleted or renewed without an event.
      const moment = msUntil(known, wall, here) <= 0 ? look(id) : known;
      if (moment === undefined) continue;
      const ms = msUntil(moment, wall, here);
      if (ms <= 0) enqueue(id);
      else next = Math.min(next, ms);
    }
    if (Number.isFinite(next)) arm(next);
    pump();
  }

  const enqueue = (id: string): void => {
    const host = quietly(() => deps.hostOf(id)) ?? '';
    const queue = hosts.get(host) ?? newHostQueue();
    hosts.set(host, queue);
    queue.waiting.push(id);
    taken.add(id);
  };

  const pump = (): void => {
    for (const queue of hosts.values())
      while (state === 'started' && running < atOnce && mayRun(queue, monotonic())) {
        const id = queue.waiting.shift();
        if (id !== undefined) run(id, queue);
      }
    for (const { waiting, pausedUntil } of hosts.values())
      if (waiting.length > 0 && pausedUntil > monotonic()) arm(pausedUntil - monotonic());
  };

  function run(id: string, queue: HostQueue): void {
    // The renewal may have waited for long, and a GET may have renewed the token meanwhile.
    const moment = look(id);
    if (moment === undefined || msUntil(moment) > 0) {
      taken.delete(id);
      if (moment) arm(msUntil(moment));
      return;
    }
    queue.running += 1;
    running += 1;
    const ended = (succeeded: boolean): void => {
      queue.running -= 1;
      running -= 1;
      taken.delete(id);
      const failure = deps.failureOf(id);
      const retryAt = retryTime(failure);
      if (retryAt !== undefined) noteFailure(queue, retryAt - now(), monotonic());
      else if (succeeded && noteSuccess(queue)) forgetWaits(idsOf(queue));
      const next = look(id);
      // The renewal changed nothing and reported no failure: wait for the next change instead of looping.
      if (next === moment) due.delete(id);
      else if (next) arm(msUntil(next));
      pump();
    };
    (async () => deps.renew(id))().then(
      () => ended(true),
      () => ended(false),
    );
  }

  const idsOf = (queue: HostQueue): string[] =>
    deps.ids().filter((id) => hosts.get(quietly(() => deps.hostOf(id)) ?? '') === queue);

  /** Ends only delays caused by the network or the service. A service that said how long to wait is obeyed. */
  const forgetWaits = (ids: readonly string[]): void => {
    for (const id of ids) {
      const failure = deps.failureOf(id);
      if (retryTime(failure) === undefined || typeof failure?.error.details?.retryAfterSeconds === 'number') continue;
      deps.forgetWait(id);
      const moment = look(id);
      if (moment) arm(msUntil(moment));
    }
  };
  const forgetAllWaits = (): void => {
    forgetWaits(deps.ids());
    for (const queue of hosts.values()) queue.pausedUntil = 0;
  };

  const lookAtAll = (ids: readonly string[]): void => {
    if (state !== 'started') return;
    for (const id of ids.slice(0, slice)) if (!taken.has(id)) look(id);
    if (ids.length > slice) setImmediate(lookAtAll, ids.slice(slice));
    else tick();
  };

  return {
    start: () => {
      if (state !== 'new') return;
      state = 'started';
      lookAtAll(deps.ids());
    },
    changed: (id) => {
      if (state !== 'started' || taken.has(id)) return;
      const moment = look(id);
      if (moment) arm(msUntil(moment));
    },
    changedAll: () => lookAtAll(deps.ids()),
    woke: () => {
      if (state !== 'started') return;
      forgetAllWaits();
      tick();
    },
    close: () => {
      state = 'closed';
      clearTimeout(timer);
    },
  };
}
