import type { Preferences } from '../../shared/contract/contract.ts';
import type { ReloadState } from '../../shared/contract/reload.ts';
import { type ErrorReport, reportError } from '../../shared/errors.ts';
import type { RunHistory } from '../history/history.ts';
import type { LastRuns } from '../last-runs.ts';
import type { StartedRun } from '../one-run.ts';
import type { EndedRun } from '../runs.ts';
import type { ResourceStore } from '../store.ts';
import { createFetchability, type FetchabilityDeps } from './fetchability.ts';
import { createRunNews } from './run-news.ts';
import { createRunNotifications } from './run-notifications.ts';
import { createScheduler, type SchedulerDeps } from './scheduler.ts';
import type { Watched, WindowFeed } from './window-feed.ts';

export interface ReloadsDeps extends FetchabilityDeps {
  resources: Pick<ResourceStore, 'list' | 'find'>;
  lastRuns: Pick<LastRuns, 'of'>;
  history: RunHistory;
  feed: WindowFeed;
  run: SchedulerDeps['run'];
  preferences(): Pick<Preferences, 'notifiesOfRuns'>;
  /** The platform's. */
  notify(title: string, body: string): void;
  /** Epoch ms. */
  now(): number;
}

/** Everything about the time of a resource: its reloads, its history, and who is told how a run ended. */
export interface Reloads {
  start(): void;
  runStarted(run: StartedRun): void;
  runEnded(run: StartedRun, end: EndedRun): void;
  changed(ids: readonly string[]): void;
  changedAround(): void;
  pauseAll(isPaused: boolean): void;
  list(): { isPaused: boolean; states: ReloadState[] };
  watch(watched: Watched): void;
  woke(): void;
  close(): void;
}

export function createReloads(deps: ReloadsDeps): Reloads {
  const { resources, history, feed, now } = deps;
  const scheduler = createScheduler({
    ...createFetchability(deps),
    list: resources.list,
    find: resources.find,
    run: deps.run,
    onChange: (states) => {
      for (const state of states)
        feed.send('reload.changed', { isPaused: scheduler.isPaused(), states: [state] }, `reload:${state.id}`);
    },
    now,
    monotonic: () => performance.now(),
  });
  const notifications = createRunNotifications({
    notify: deps.notify,
    show: (kind, ids) => feed.send('reload.news', { kind, ids }, `news:${kind}`),
    nameOf: (id) => resources.find(id)?.name,
  });
  const news = createRunNews({
    hasWorked: (id) => deps.lastRuns.of(id)?.code === null,
    isWatched: feed.isWatched,
    tell: (kind, id) => {
      if (deps.preferences().notifiesOfRuns) notifications.tell(kind, id);
    },
    now,
  });

  return {
    start: scheduler.start,
    runStarted: (run) => {
      news.started(run.id);
      scheduler.started(run);
      // The window already knows about the runs that it started.
      if (run.by !== 'user') feed.send('resources.runStarted', { id: run.id, by: run.by }, `run:${run.id}`);
    },
    runEnded: (run, end) => {
      const { id, by, at } = run;
      const summary = 'summary' in end ? end.summary : undefined;
      const error: ErrorReport | undefined = 'summary' in end ? end.summary.error : reportError(end.error);
      if (error?.code !== 'http.cancelled') {
        const { body } = summary ?? {};
        history.note(id, {
          at,
          durationMs: Math.round(end.durationMs),
          status: summary?.status ?? statusIn(error),
          rows: body?.status === 'parsed' && error === undefined && body.dataPath !== null ? body.rowCount : null,
          bytes: summary?.bytes ?? 0,
          code: error?.code ?? null,
          by,
        });
        feed.send('resources.historyGrew', { id }, `history:${id}`);
      }
      scheduler.ended(run, { error, allowance: summary?.allowance });
      news.ended(run, error?.code ?? null);
      if (by === 'user') return;
      const told = summary === undefined ? (error ?? null) : null;
      feed.send('resources.runEnded', { id, by, run: summary ?? null, error: told }, `run:${id}`);
    },
    changed: (ids) => {
      for (const id of ids) {
        if (!resources.find(id)) news.forget(id);
        scheduler.changed(id);
      }
    },
    changedAround: scheduler.changedAround,
    pauseAll: (isPaused) => {
      scheduler.pauseAll(isPaused);
      feed.send('reload.changed', { isPaused, states: [] }, 'reload');
    },
    list: () => ({ isPaused: scheduler.isPaused(), states: scheduler.states() }),
    watch: feed.watch,
    woke: scheduler.woke,
    close: () => {
      scheduler.close();
      notifications.close();
    },
  };
}

const statusIn = (error: ErrorReport | undefined): number | null => {
  const status = error?.details?.status;
  return typeof status === 'number' ? status : null;
};
