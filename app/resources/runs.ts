import { cancelledError } from '../http/errors.ts';
import type { RunSummary } from '../shared/contract/contract.ts';
import { HttpError, reportError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
import type { RunStarter } from '../shared/resource/past-run.ts';
import type { LastRuns } from './last-runs.ts';
import { type OneRunDeps, runOnce, type StartedRun, unwanted } from './one-run.ts';
import { createServicePauses } from './pages/service-pauses.ts';
import { requestOf } from './request-of.ts';

export interface RunsDeps extends OneRunDeps {
  lastRuns: Pick<LastRuns, 'note'>;
  /** Called before `run` and `join` return. */
  onStart(run: StartedRun): void;
  /** `run`: the object of `onStart`. Called after the outcome is stored and the preview is kept. */
  onEnd(run: StartedRun, end: EndedRun): void;
}

export type EndedRun = { durationMs: number } & ({ summary: RunSummary } | { error: unknown });

/** GETs for the preview, feeds and the command line. One at a time per resource, whoever started it. */
export interface Runs {
  /**
   * Starts a run. One that is under way ends, and those that joined it get the result of this one. Rejects with an
   * AppError. An unsuccessful response resolves, with `error` set. If no user started the run, such a response has no
   * preview, and the data of the run before stays.
   */
  run(id: string, by?: RunStarter): Promise<RunSummary>;
  /**
   * Waits for the run that is under way, whoever started it, or starts one if there is none, or if the resource's request
   * was changed meanwhile. Settles as `run`, but rejects with `http.cancelled` also if the user stopped a run after some
   * of its pages. `signal`: this caller no longer waits. The run ends when nobody does.
   */
  join(id: string, by: RunStarter, signal?: AbortSignal): Promise<RunSummary>;
  /** Ends the run for all who wait. */
  cancel(id: string): void;
  /** The resource whose response a preview shows. */
  resourceOf(previewId: string): string | undefined;
  close(): void;
}

/** A run that has not ended. */
interface Flight {
  run: StartedRun;
  controller: AbortController;
  /** How many wait for it. */
  readers: number;
  outcome: Promise<RunSummary>;
  /** By a newer run. */
  isReplaced: boolean;
}

export function createRuns(deps: RunsDeps): Runs {
  const running = new Map<string, Flight>();
  const shown = new Map<string, string>();
  const pauses = createServicePauses();
  const stop = (id: string, reason?: symbol): void => {
    const flight = running.get(id);
    running.delete(id);
    flight?.controller.abort(reason);
  };
  const keepPreview = ({ id, by }: StartedRun, summary: RunSummary): RunSummary => {
    const { previewId } = summary;
    if (previewId === null) return summary;
    if (by !== 'user' && summary.error !== undefined) {
      deps.previews.drop(previewId);
      return { ...summary, previewId: null };
    }
    deps.previews.keep(id, previewId);
    shown.set(id, previewId);
    return summary;
  };
  const outcomeOf = async (run: StartedRun, controller: AbortController): Promise<RunSummary> => {
    const { id } = run;
    const startedAt = performance.now();
    deps.onStart(run);
    const ended = (end: { summary: RunSummary } | { error: unknown }): void =>
      deps.onEnd(run, { ...end, durationMs: performance.now() - startedAt });
    try {
      const summary = keepPreview(run, await runOnce(run, deps, { controller, pauses, startedAt }));
      // A cancelled run has no outcome, even if rows of its pages are shown.
      if (isStopped(summary)) ended({ error: cancelledError() });
      else {
        deps.lastRuns.note(id, { at: summary.receivedAt, code: summary.error?.code ?? null });
        ended({ summary });
      }
      return summary;
    } catch (error) {
      const { code } = reportError(error);
      // A cancelled run has no outcome.
      if (code !== 'http.cancelled') deps.lastRuns.note(id, { at: deps.now(), code });
      ended({ error });
      throw error;
    } finally {
      if (running.get(id)?.controller === controller) running.delete(id);
    }
  };
  const requestNow = (id: string): string => requestOf(deps.resources.get(id));
  const begin = (id: string, by: RunStarter): Flight => {
    const run: StartedRun = { id, by, at: deps.now(), request: requestNow(id) };
    const older = running.get(id);
    if (older !== undefined) older.isReplaced = true;
    stop(id, unwanted);
    const controller = new AbortController();
    const { promise, resolve } = Promise.withResolvers<RunSummary>();
    const flight: Flight = { run, controller, readers: 0, outcome: promise, isReplaced: false };
    running.set(id, flight);
    resolve(outcomeOf(run, controller));
    // Perhaps nobody waits for it any more.
    promise.catch(() => undefined);
    return flight;
  };
  const read = async (id: string, flight: Flight, signal: AbortSignal | undefined): Promise<RunSummary> => {
    const left = Promise.withResolvers<never>();
    const leave = (): void => {
      flight.readers -= 1;
      if (flight.readers === 0 && running.get(id) === flight) stop(id, unwanted);
      left.reject(cancelledError());
    };
    flight.readers += 1;
    signal?.addEventListener('abort', leave, { once: true });
    try {
      return await Promise.race([flight.outcome, left.promise]);
    } finally {
      signal?.removeEventListener('abort', leave);
    }
  };

  return {
    run: async (id, by = 'user') => read(id, begin(id, by), undefined),
    join: async (id, by, signal) => {
      const hasLeft = (): boolean => signal?.aborted === true;
      for (;;) {
        if (hasLeft()) throw cancelledError();
        const known = running.get(id);
        const flight = known?.run.request === requestNow(id) ? known : begin(id, by);
        try {
          const summary = await read(id, flight, signal);
          if (isStopped(summary)) throw cancelledError();
          return summary;
        } catch (error) {
          if (hasLeft() || reportError(error).code !== 'http.cancelled') throw error;
          if (!flight.isReplaced) throw new HttpError('http.cancelled', message('http.cancelledForAll'));
        }
      }
    },
    cancel: (id) => stop(id),
    resourceOf: (previewId) => [...shown].find(([, shownId]) => shownId === previewId)?.[0],
    close: () => {
      for (const id of [...running.keys()]) stop(id, unwanted);
    },
  };
}

const isStopped = ({ pages }: RunSummary): boolean => pages?.end === 'stopped';
