import type { ReloadState } from '../../shared/contract/reload.ts';
import type { ErrorCode } from '../../shared/error-codes.ts';
import type { ErrorReport } from '../../shared/errors.ts';
import type { Allowance } from '../../shared/resource/allowance.ts';
import type { RunStarter } from '../../shared/resource/past-run.ts';
import type { Resource } from '../../shared/resource/resource.ts';
import { failureKind, waitAfterFailure } from './failures.ts';
import { createLanes } from './lanes.ts';

export interface SchedulerDeps {
  list(): readonly Resource[];
  find(id: string): Resource | undefined;
  /** Starts a run. Settles when it has ended. */
  run(id: string, by: RunStarter): Promise<unknown>;
  /** What keeps the resource from being fetched without the user. `undefined`: nothing. */
  obstacle(resource: Resource): ErrorCode | undefined;
  /** A text that changes when the user may have fixed what stopped the resource. */
  stamp(resource: Resource): string;
  /** Resources with the same value share a service's limit. */
  serviceOf(resource: Resource): string;
  onChange(states: ReloadState[]): void;
  /** Epoch ms. */
  now(): number;
  /** ms on a monotonic clock, which may stop while the computer sleeps. */
  monotonic(): number;
}

/** A run of any resource, told by `Runs`. The same object at its start and its end. */
export interface ScheduledRun {
  id: string;
  by: RunStarter;
}

export interface RunEnd {
  /** `undefined`: the run succeeded. */
  error: ErrorReport | undefined;
  allowance: Allowance | undefined;
}

/** Fetches resources at their intervals: one timer for the next due run, none if nothing is due. */
export interface Scheduler {
  /** Starts reloading, and the runs at the start of the app. */
  start(): void;
  started(run: ScheduledRun): void;
  ended(run: ScheduledRun, end: RunEnd): void;
  /** The resource was saved, deleted or restored. */
  changed(id: string): void;
  /** Something else that a run needs may have changed: a connection, the vault, the practice service. */
  changedAround(): void;
  /** Until the app ends. */
  pauseAll(isPaused: boolean): void;
  isPaused(): boolean;
  states(): ReloadState[];
  /** The computer woke up. */
  woke(): void;
  close(): void;
}

/** A moment on both clocks. The first clock to reach it counts, so that neither sleep nor a clock set back delays it. */
interface Due {
  at: number;
  monotonic: number;
}

interface Entry {
  id: string;
  seconds: number;
  isPaused: boolean;
  due: Due;
  delayedBy: ReloadState['delayedBy'];
  /** In a row. */
  failures: number;
  stopped: { code: ErrorCode; stamp: string } | undefined;
  /** The newest run, whoever started it. */
  running: ScheduledRun | undefined;
  service: string;
}

/** After an edit the user may go on typing. */
const restAfterEditMs = 2_000;
/** After a fix, a resume or a wake-up: not at once, because the network may need a moment. */
const soonMs = 1_000;
const afterWakeMs = 3_000;
/** A service's word for the end of its window is believed for a day. */
const longestHoldMs = 86_400_000;

export function createScheduler(deps: SchedulerDeps): Scheduler {
  const { now, monotonic } = deps;
  const entries = new Map<string, Entry>();
  const allowances = new Map<string, Allowance>();
  const lanes = createLanes();
  /** Resources whose run at the start of the app has not begun. */
  let waitingStarts: string[] = [];
  let state: 'new' | 'started' | 'closed' = 'new';
  let isPaused = false;
  let restsUntil = 0;
  let timer: NodeJS.Timeout | undefined;

  const inMs = (ms: number): Due => ({ at: now() + ms, monotonic: monotonic() + ms });
  const msUntil = ({ at, monotonic: mono }: Due): number => Math.min(at - now(), mono - monotonic());
  const notBefore = (due: Due, ms: number): Due => (msUntil(due) >= ms ? due : inMs(ms));
  const heldMs = (service: string): number => lanes.heldUntil(service) - monotonic();

  const stateOf = (entry: Entry): ReloadState => {
    const { id, stopped, running, service } = entry;
    const isHeld = heldMs(service) > msUntil(entry.due);
    const waits = !isPaused && !entry.isPaused && stopped === undefined;
    const status = isPaused || entry.isPaused ? 'paused' : stopped ? 'stopped' : running ? 'running' : 'waits';
    return {
      id,
      status,
      nextAt: waits ? Math.round(now() + Math.max(0, msUntil(entry.due), heldMs(service))) : null,
      delayedBy: waits ? (isHeld ? 'service' : entry.delayedBy) : null,
      code: stopped?.code ?? null,
      allowance: allowances.get(service) ?? null,
    };
  };
  const tell = (...changed: readonly Entry[]): void => {
    if (changed.length > 0) deps.onChange(changed.map(stateOf));
  };

  /** Arms the timer for the earliest run that may start. */
  const arm = (): void => {
    clearTimeout(timer);
    if (state !== 'started') return;
    const waits: number[] = [];
    const add = (service: string, ms: number): void => {
      const free = lanes.msUntilFree(service, monotonic());
      if (free !== undefined) waits.push(Math.max(ms, free, restsUntil - monotonic(), 0));
    };
    if (!isPaused) for (const entry of entries.values()) if (isWaiting(entry)) add(entry.service, msUntil(entry.due));
    for (const id of waitingStarts) {
      const resource = deps.find(id);
      if (resource) add(deps.serviceOf(resource), 0);
    }
    // Rounded up: a timer that fires early would start twice.
    if (waits.length > 0) timer = setTimeout(tick, Math.ceil(Math.min(...waits))).unref();
  };

  function tick(): void {
    if (state !== 'started') return;
    if (monotonic() >= restsUntil) {
      runStarts();
      if (!isPaused) runDue();
    }
    arm();
  }

  const isFree = (service: string): boolean => lanes.msUntilFree(service, monotonic()) === 0;

  function runDue(): void {
    const due = [...entries.values()].filter((entry) => isWaiting(entry) && msUntil(entry.due) <= 0);
    due.sort((one, other) => msUntil(one.due) - msUntil(other.due));
    for (const entry of due) {
      const resource = deps.find(entry.id);
      if (!resource) {
        entries.delete(entry.id);
        continue;
      }
      if (!isFree(entry.service)) continue;
      const code = deps.obstacle(resource);
      if (code === undefined) begin(resource, 'reload');
      else {
        entry.stopped = { code, stamp: deps.stamp(resource) };
        tell(entry);
      }
    }
  }

  function runStarts(): void {
    waitingStarts = waitingStarts.filter((id) => {
      const resource = deps.find(id);
      // The user was faster, or has switched it off.
      if (!resource?.reload.atStart || running.has(id)) return false;
      if (!isFree(deps.serviceOf(resource))) return true;
      // A connection that is not usable is told by its own mark. Nothing here opens a login.
      if (deps.obstacle(resource) === undefined) begin(resource, 'start');
      return false;
    });
  }

  /** Runs that have not ended, of resources with or without an interval. */
  const running = new Map<string, ScheduledRun>();

  function begin(resource: Resource, by: RunStarter): void {
    const service = deps.serviceOf(resource);
    lanes.started(service, monotonic());
    const settled = (): void => {
      lanes.ended(service);
      arm();
    };
    (async () => deps.run(resource.id, by))().then(settled, settled);
  }

  const put = (resource: Resource): Entry | undefined => {
    const { id, reload } = resource;
    const { seconds } = reload;
    const entry = entries.get(id);
    if (seconds === null) {
      entries.delete(id);
      if (entry) deps.onChange([{ ...stateOf(entry), status: 'off', nextAt: null, delayedBy: null, code: null }]);
      return undefined;
    }
    const service = deps.serviceOf(resource);
    if (entry === undefined || entry.seconds !== seconds) {
      const made: Entry = {
        id,
        seconds,
        isPaused: reload.isPaused,
        due: inMs(seconds * 1000),
        delayedBy: null,
        failures: 0,
        stopped: undefined,
        running: running.get(id),
        service,
      };
      entries.set(id, made);
      return made;
    }
    const isResumed = entry.isPaused && !reload.isPaused;
    Object.assign(entry, { isPaused: reload.isPaused, service, stopped: undefined });
    entry.due = notBefore(entry.due, isResumed ? soonMs : restAfterEditMs);
    return entry;
  };

  return {
    start: () => {
      if (state !== 'new') return;
      state = 'started';
      for (const resource of deps.list()) {
        if (resource.reload.atStart) waitingStarts.push(resource.id);
        put(resource);
      }
      tell(...entries.values());
      // Not in the caller's turn: the first runs begin when the window has nothing to do.
      arm();
    },
    started: (run) => {
      running.set(run.id, run);
      const entry = entries.get(run.id);
      if (!entry) return;
      entry.running = run;
      entry.due = inMs(entry.seconds * 1000);
      tell(entry);
      arm();
    },
    ended: (run, { error, allowance }) => {
      if (running.get(run.id) !== run) return;
      running.delete(run.id);
      const resource = deps.find(run.id);
      if (!resource) return;
      const service = deps.serviceOf(resource);
      if (allowance) allowances.set(service, allowance);
      if (allowance?.remaining === 0 && allowance.resetAt !== null) holdUntil(service, allowance.resetAt - now());
      const entry = entries.get(run.id);
      if (!entry) return;
      entry.running = undefined;
      // A cancelled run says nothing about the next one.
      if (error?.code !== 'http.cancelled') settle(entry, resource, error);
      tell(entry);
      arm();
    },
    changed: (id) => {
      if (state !== 'started') return;
      const resource = deps.find(id);
      if (!resource) entries.delete(id);
      else {
        const entry = put(resource);
        if (entry) tell(entry);
      }
      arm();
    },
    changedAround: () => {
      if (state !== 'started') return;
      for (const entry of entries.values()) {
        const resource = entry.stopped && deps.find(entry.id);
        if (!resource || !entry.stopped) continue;
        const stamp = deps.stamp(resource);
        if (stamp === entry.stopped.stamp) continue;
        const code = deps.obstacle(resource);
        if (code !== undefined) entry.stopped = { code, stamp };
        else {
          entry.stopped = undefined;
          entry.due = inMs(soonMs);
        }
        tell(entry);
      }
      arm();
    },
    pauseAll: (value) => {
      isPaused = value;
      if (!value) for (const entry of entries.values()) entry.due = notBefore(entry.due, soonMs);
      tell(...entries.values());
      arm();
    },
    isPaused: () => isPaused,
    states: () => [...entries.values()].map(stateOf),
    woke: () => {
      // Each resource runs once, however many of its runs the computer slept through.
      restsUntil = monotonic() + afterWakeMs;
      arm();
    },
    close: () => {
      state = 'closed';
      clearTimeout(timer);
    },
  };

  function settle(entry: Entry, resource: Resource, error: ErrorReport | undefined): void {
    entry.failures = error === undefined ? 0 : entry.failures + 1;
    entry.delayedBy = null;
    entry.stopped = undefined;
    if (error === undefined) return;
    if (failureKind(error.code) === 'needs_user') {
      entry.stopped = { code: error.code, stamp: deps.stamp(resource) };
      return;
    }
    const { failures } = entry;
    const intervalMs = entry.seconds * 1000;
    const { waitMs, isAsked } = waitAfterFailure(error, { intervalMs, failures });
    if (waitMs <= intervalMs) return;
    entry.due = inMs(waitMs);
    entry.delayedBy = isAsked ? 'service' : 'failure';
    // The limit counts for every resource of the service.
    if (isAsked) holdUntil(entry.service, waitMs);
  }

  function holdUntil(service: string, ms: number): void {
    if (ms > 0) lanes.hold(service, monotonic() + Math.min(ms, longestHoldMs));
  }
}

const isWaiting = ({ isPaused, stopped, running }: Entry): boolean =>
  !isPaused && stopped === undefined && running === undefined;
