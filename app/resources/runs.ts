import { withDeadline } from '../http/deadline.ts';
import { cancelledError, timeoutError } from '../http/errors.ts';
import type { ArrivingRun, PagesProgress, Preferences, RunSummary } from '../shared/contract/contract.ts';
import { reportError } from '../shared/errors.ts';
import type { Pages } from '../shared/resource/pages.ts';
import type { RunStarter } from '../shared/resource/past-run.ts';
import type { Resource } from '../shared/resource/resource.ts';
import { type FetchDeps, type FetchedResponse, fetchResource } from './fetch.ts';
import type { LastRuns } from './last-runs.ts';
import { type FollowedPages, followPages } from './pages/follow-pages.ts';
import { recognisePages } from './pages/recognise.ts';
import { createServicePauses, type ServicePauses } from './pages/service-pauses.ts';
import { createWalk, type PageWalk } from './pages/walk.ts';
import type { PageFacts } from './preview/messages.ts';
import type { Previews } from './preview/previews.ts';
import { watchPages } from './progressive-table.ts';
import { type ReceivedResponse, receive } from './receive.ts';
import type { ResourceStore } from './store.ts';

export interface RunsDeps {
  fetch: FetchDeps;
  resources: ResourceStore;
  previews: Previews;
  preferences(): Preferences;
  /** Starts the practice service if the resource needs it. This may change the resource's URL. */
  prepare(resource: Resource): Promise<void>;
  /** Rows of a response that is still arriving. `null`: they cannot be shown after all. */
  onArriving(id: string, run: ArrivingRun | null): void;
  /** Progress of a run that follows pages. `null`: it has ended. */
  onPages(id: string, progress: PagesProgress | null): void;
  lastRuns: Pick<LastRuns, 'note'>;
  /** Called before `run` returns. */
  onStart(run: StartedRun): void;
  /** `run`: the object of `onStart`. Called after the outcome is stored and the preview is kept. */
  onEnd(run: StartedRun, end: EndedRun): void;
  now(): number;
}

export interface StartedRun {
  id: string;
  by: RunStarter;
  /** Epoch ms. The clock of relative dates, for all pages. */
  at: number;
}

export type EndedRun = { durationMs: number } & ({ summary: RunSummary } | { error: unknown });

/** GETs for the preview. One at a time per resource: a new one cancels the older. */
export interface Runs {
  /**
   * Rejects with an AppError. An unsuccessful response resolves, with `error` set. If no user started the run, such
   * a response has no preview, and the data of the run before stays.
   */
  run(id: string, by?: RunStarter): Promise<RunSummary>;
  cancel(id: string): void;
  /** The resource whose response a preview shows. */
  resourceOf(previewId: string): string | undefined;
  close(): void;
}

/** The reason of a signal: the run's result is no longer wanted. Any other cancelled run keeps the rows of its pages. */
const replaced = Symbol('replaced');

export function createRuns(deps: RunsDeps): Runs {
  const running = new Map<string, AbortController>();
  const shown = new Map<string, string>();
  const pauses = createServicePauses();
  const stop = (id: string, reason?: symbol): void => {
    running.get(id)?.abort(reason);
    running.delete(id);
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
  return {
    run: async (id, by = 'user') => {
      stop(id, replaced);
      const controller = new AbortController();
      running.set(id, controller);
      const run: StartedRun = { id, by, at: deps.now() };
      const startedAt = performance.now();
      deps.onStart(run);
      const ended = (end: { summary: RunSummary } | { error: unknown }): void =>
        deps.onEnd(run, { ...end, durationMs: performance.now() - startedAt });
      try {
        const summary = keepPreview(run, await runOnce(run, deps, { controller, pauses, startedAt }));
        // A cancelled run has no outcome, even if rows of its pages are shown.
        if (summary.pages?.end === 'stopped') ended({ error: cancelledError() });
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
        if (running.get(id) === controller) running.delete(id);
      }
    },
    cancel: (id) => stop(id),
    resourceOf: (previewId) => [...shown].find(([, shownId]) => shownId === previewId)?.[0],
    close: () => {
      for (const id of [...running.keys()]) stop(id, replaced);
    },
  };
}

interface Running {
  controller: AbortController;
  pauses: ServicePauses;
  /** Of `performance.now()`. */
  startedAt: number;
}

interface RunningPages extends Running, Pick<StartedRun, 'at' | 'by'> {
  limitBytes: number;
  timeoutMs: number;
}

/** The first page of several. */
interface FirstPage {
  walk: PageWalk;
  pages: Pages;
  facts: PageFacts;
}

async function runOnce({ id, by, at }: StartedRun, deps: RunsDeps, running: Running): Promise<RunSummary> {
  const preferences = deps.preferences();
  const limitBytes = preferences.maximumBodyMebibytes * 2 ** 20;
  const timeoutMs = preferences.requestTimeoutSeconds * 1000;
  const { controller, startedAt } = running;
  const { signal } = controller;
  let resource = deps.resources.get(id);
  let url: URL | undefined;
  // Start the worker while the service prepares its response.
  deps.previews.warm();
  const timedOut = () => timeoutError(url ?? fallbackUrl(resource));
  const first = await withDeadline({ timeoutMs, signal, timedOut }, async (during) => {
    await deps.prepare(resource);
    resource = deps.resources.get(id);
    const { pages } = resource;
    const walk = pages === null ? undefined : createWalk(resource, pages);
    const response = await fetchResource(walk?.first ?? resource, deps.fetch, during, at);
    url = response.finalUrl;
    const received = await receive(resource, response, deps, { limitBytes, startedAt, signal: during, by });
    const whole = received.bytes <= limitBytes && received.error === undefined;
    if (pages === null || walk === undefined || !whole)
      return { summary: await endRun(resource, response, received, during) };
    return { response, received, page: { walk, pages, facts: await endFirstPage(received, walk, during) } };
  });
  if ('summary' in first) return first.summary;
  return runPages(resource, first, deps, { ...running, limitBytes, timeoutMs, at, by });
}

/** The body is no longer wanted when the signal aborts: building its rows can take seconds. */
async function untilAborted<Value>({ sink }: ReceivedResponse, signal: AbortSignal, work: () => Promise<Value>) {
  signal.addEventListener('abort', sink.abort, { once: true });
  try {
    return await work();
  } catch (error) {
    sink.abort();
    throw error;
  } finally {
    signal.removeEventListener('abort', sink.abort);
  }
}

const endFirstPage = (received: ReceivedResponse, { wants, dropRepeat }: PageWalk, signal: AbortSignal) =>
  untilAborted(received, signal, () => received.sink.endPage(wants, dropRepeat));

async function endRun(
  resource: Resource,
  { links, headers }: FetchedResponse,
  received: ReceivedResponse,
  signal: AbortSignal,
): Promise<RunSummary> {
  const { facts, sink, bytes, durationMs, receivedAt, error } = received;
  const { summary: body, fields } = await untilAborted(received, signal, sink.end);
  const offer =
    error === undefined && body.status === 'parsed'
      ? recognisePages({ resource, links, headers, fields, body })
      : undefined;
  return {
    ...facts,
    previewId: sink.previewId,
    durationMs,
    bytes,
    receivedAt,
    body,
    ...(error === undefined ? {} : { error }),
    ...(offer === undefined ? {} : { pagesOffer: offer }),
  };
}

async function runPages(
  resource: Resource,
  { response, received, page }: { response: FetchedResponse; received: ReceivedResponse; page: FirstPage },
  deps: RunsDeps,
  { controller, pauses, limitBytes, timeoutMs, startedAt, at, by }: RunningPages,
): Promise<RunSummary> {
  const { signal } = controller;
  const { facts, sink } = received;
  const { id } = resource;
  const soFar = () => ({ durationMs: performance.now() - startedAt, receivedAt: deps.now() });
  const table = watchPages(sink, (arrived, pages) =>
    deps.onArriving(id, { ...facts, ...soFar(), ...pages, previewId: sink.previewId, table: arrived }),
  );
  try {
    const followed = await followPages(
      { ...page, sink, first: { response, facts: page.facts, bytes: received.bytes }, limitBytes, timeoutMs, signal },
      {
        fetch: (each, during, next) => fetchResource(each, deps.fetch, during, at, next),
        pauses,
        onProgress: (progress) => deps.onPages(id, progress),
        // The rows of a run that nobody waits for replace the earlier ones when all have arrived.
        onPage: (pages) => (by === 'user' ? table.look(pages) : undefined),
        now: deps.now,
      },
    );
    table.end();
    if (signal.reason === replaced) throw cancelledError();
    const { summary: body } = await sink.end();
    return { ...facts, previewId: sink.previewId, body, ...soFar(), ...told(facts, followed) };
  } catch (error) {
    sink.abort();
    throw error;
  } finally {
    table.end();
    deps.onPages(id, null);
  }
}

const told = (
  { notes }: ReceivedResponse['facts'],
  { count, end, bytes, notes: ofPages, error }: FollowedPages,
): Pick<RunSummary, 'bytes' | 'notes' | 'pages' | 'error'> => ({
  bytes,
  notes: [...notes, ...ofPages],
  pages: { count, end },
  ...(error === undefined ? {} : { error }),
});

function fallbackUrl(resource: Resource): URL {
  try {
    return new URL(resource.url);
  } catch {
    return new URL('https://the-service.invalid');
  }
}
