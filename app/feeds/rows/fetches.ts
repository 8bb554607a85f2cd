import { cancelledError } from '../../http/errors.ts';
import type { StartedRun } from '../../resources/one-run.ts';
import { requestOf } from '../../resources/request-of.ts';
import type { EndedRun, Runs } from '../../resources/runs.ts';
import { failureKind, waitAfterFailure } from '../../resources/schedule/failures.ts';
import { createLanes } from '../../resources/schedule/lanes.ts';
import type { RunSummary } from '../../shared/contract/contract.ts';
import { type ErrorReport, RequestError, reportError } from '../../shared/errors.ts';
import { message } from '../../shared/messages/message.ts';
import type { Resource } from '../../shared/resource/resource.ts';

export interface FetchesDeps {
  find(id: string): Resource | undefined;
  /** Joins a run that is under way, or starts one. */
  run: Runs['join'];
  /** A text that changes when the user may have fixed what stopped the resource. */
  stamp(resource: Resource): string;
  /** Resources with the same value share a service's limit. */
  serviceOf(resource: Resource): string;
  /** Takes the rows of a run, which any part of the app may have started. Throws an AppError if the response has none. */
  onRows(run: StartedRun, summary: RunSummary): void;
  /** A failure was noted or forgotten. */
  onChange(id: string): void;
  /** Epoch ms. */
  now(): number;
  /** ms on a clock that nobody sets. */
  monotonic(): number;
}

/** Why no newer rows came. */
export interface Failure {
  error: ErrorReport;
  /** Epoch ms. `null`: not before the user has acted. */
  retryAt: number | null;
}

/** One fetch for all readers of a resource. */
export interface Fetches {
  /** Joins the running fetch of the resource, or starts one. `undefined`: none may start now; `failure` says why. */
  fetch(resource: Resource): Promise<void> | undefined;
  /** `undefined`: the last run had rows, or there was none. */
  failure(resource: Resource): Failure | undefined;
  /** Why the resource cannot be fetched now although its last fetch did not fail: the limit of its service. */
  held(resource: Resource): Failure | undefined;
  started(run: StartedRun): void;
  ended(run: StartedRun, end: EndedRun): void;
  forget(id: string): void;
  close(): void;
}

/** A moment on both clocks. The first clock to reach it counts, so that neither sleep nor a clock set back delays it. */
interface Due {
  at: number;
  monotonic: number;
}

interface Noted extends Failure {
  due: Due;
  stamp: string;
}

interface Flight {
  promise: Promise<void>;
  settle(): void;
  /** Runs that were started for it. */
  attempts: number;
  state: 'waits' | 'runs';
  service: string;
}

/** A run that the user cancels is started again for the readers that wait, so often at most. */
const mostAttempts = 3;
/** A service's word for the end of its window is believed for a day. */
const longestHoldMs = 86_400_000;

export function createFetches(deps: FetchesDeps): Fetches {
  const { now, monotonic } = deps;
  const running = new Map<string, StartedRun>();
  const flights = new Map<string, Flight>();
  const noted = new Map<string, Noted>();
  /** In a row. */
  const failures = new Map<string, number>();
  const lanes = createLanes();
  /** By service, how long it asked to be left alone. */
  const holds = new Map<string, Due>();
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  const inMs = (ms: number): Due => ({ at: now() + ms, monotonic: monotonic() + ms });
  const msUntil = ({ at, monotonic: mono }: Due): number => Math.min(at - now(), mono - monotonic());
  const stampOf = (resource: Resource): string => JSON.stringify([deps.stamp(resource), requestOf(resource)]);
  const settle = (id: string): void => {
    const flight = flights.get(id);
    flights.delete(id);
    flight?.settle();
  };
  const begin = (id: string, flight: Flight): void => {
    const { service } = flight;
    flight.state = 'runs';
    flight.attempts++;
    lanes.started(service, monotonic());
    const ended = (): void => {
      lanes.ended(service);
      pump();
    };
    deps.run(id, 'feed').then(ended, ended);
  };
  /** Starts what may start: a slow service is not asked by all feeds at once. */
  const pump = (): void => {
    clearTimeout(timer);
    if (isClosed) return;
    let soonest = Number.POSITIVE_INFINITY;
    for (const [id, flight] of flights) {
      if (flight.state !== 'waits' || running.has(id)) continue;
      const ms = lanes.msUntilFree(flight.service, monotonic());
      if (ms === 0) begin(id, flight);
      else if (ms !== undefined) soonest = Math.min(soonest, ms);
    }
    if (soonest !== Number.POSITIVE_INFINITY) timer = setTimeout(pump, Math.ceil(soonest)).unref();
  };
  const blocking = (resource: Resource): Noted | undefined => {
    const failure = noted.get(resource.id);
    if (failure === undefined) return undefined;
    if (failure.retryAt === null) return failure.stamp === stampOf(resource) ? failure : undefined;
    return msUntil(failure.due) > 0 ? failure : undefined;
  };
  const held = (resource: Resource): Failure | undefined => {
    const due = holds.get(deps.serviceOf(resource));
    const ms = due === undefined ? 0 : msUntil(due);
    if (ms <= 0) return undefined;
    const error = new RequestError('resource.rate_limited', message('feeds.limit'), {
      details: { retryAfterSeconds: Math.ceil(ms / 1000) },
    });
    return { error: reportError(error), retryAt: Math.ceil(now() + ms) };
  };
  const hold = (resource: Resource, ms: number): void => {
    const service = deps.serviceOf(resource);
    const known = holds.get(service);
    if (ms > 0 && (known === undefined || msUntil(known) < ms)) holds.set(service, inMs(Math.min(ms, longestHoldMs)));
  };
  const note = (id: string, error: ErrorReport): void => {
    const resource = deps.find(id);
    const count = (failures.get(id) ?? 0) + 1;
    failures.set(id, count);
    if (resource === undefined) {
      noted.set(id, { error, retryAt: null, due: inMs(0), stamp: '' });
      return;
    }
    const { waitMs, isAsked } = waitAfterFailure(error, { intervalMs: 0, failures: count });
    const isForUser = failureKind(error.code) === 'needs_user';
    // The limit counts for every resource of the service.
    if (isAsked && !isForUser) hold(resource, waitMs);
    noted.set(id, {
      error,
      retryAt: isForUser ? null : now() + waitMs,
      due: inMs(waitMs),
      stamp: stampOf(resource),
    });
  };
  const rowsOf = (run: StartedRun, end: EndedRun): ErrorReport | undefined => {
    if ('error' in end) return reportError(end.error);
    if (end.summary.error !== undefined) return end.summary.error;
    try {
      deps.onRows(run, end.summary);
      return undefined;
    } catch (error) {
      return reportError(error);
    }
  };

  return {
    fetch: (resource) => {
      const { id } = resource;
      const flight = flights.get(id);
      if (flight !== undefined) return flight.promise;
      if (isClosed) return undefined;
      // A run of the user counts, whatever failed before.
      if (!running.has(id) && (blocking(resource) !== undefined || held(resource) !== undefined)) return undefined;
      const { promise, resolve } = Promise.withResolvers<void>();
      flights.set(id, { promise, settle: resolve, attempts: 0, state: 'waits', service: deps.serviceOf(resource) });
      pump();
      return promise;
    },
    failure: ({ id }) => noted.get(id),
    held,
    started: (run) => {
      running.set(run.id, run);
      const flight = flights.get(run.id);
      if (flight !== undefined) flight.state = 'runs';
    },
    ended: (run, end) => {
      // A run that another replaced has no outcome.
      if (isClosed || running.get(run.id) !== run) return;
      running.delete(run.id);
      const { id } = run;
      const resource = deps.find(id);
      const flight = flights.get(id);
      const error = rowsOf(run, end);
      if (error?.code === 'http.cancelled' && resource !== undefined) {
        if (flight === undefined) return;
        if (flight.attempts < mostAttempts) {
          flight.state = 'waits';
          return pump();
        }
        note(id, reportError(cancelledError()));
      } else if (error === undefined) {
        failures.delete(id);
        noted.delete(id);
      } else note(id, error);
      const { allowance } = ('summary' in end && end.summary) || {};
      if (resource && allowance?.remaining === 0 && allowance.resetAt !== null)
        hold(resource, allowance.resetAt - now());
      settle(id);
      deps.onChange(id);
    },
    forget: (id) => {
      noted.delete(id);
      failures.delete(id);
      settle(id);
    },
    close: () => {
      isClosed = true;
      clearTimeout(timer);
      for (const id of [...flights.keys()]) settle(id);
    },
  };
}
