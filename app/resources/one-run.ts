import { withDeadline } from '../http/deadline.ts';
import { cancelledError, timeoutError } from '../http/errors.ts';
import type { ArrivingRun, PagesProgress, Preferences, RunSummary } from '../shared/contract/contract.ts';
import type { Pages } from '../shared/resource/pages.ts';
import type { RunStarter } from '../shared/resource/past-run.ts';
import type { Resource } from '../shared/resource/resource.ts';
import { type FetchDeps, type FetchedResponse, fetchResource } from './fetch.ts';
import { type FollowedPages, followPages } from './pages/follow-pages.ts';
import { recognisePages } from './pages/recognise.ts';
import type { ServicePauses } from './pages/service-pauses.ts';
import { createWalk, type PageWalk } from './pages/walk.ts';
import type { PageFacts } from './preview/messages.ts';
import type { Previews } from './preview/previews.ts';
import { watchPages } from './progressive-table.ts';
import { type ReceivedResponse, receive } from './receive.ts';
import { requestOf } from './request-of.ts';
import type { ResourceStore } from './store.ts';

export interface OneRunDeps {
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
  now(): number;
}

export interface StartedRun {
  id: string;
  by: RunStarter;
  /** Epoch ms. The clock of relative dates, for all pages. */
  at: number;
  /** The request that it sends (`requestOf`). */
  request: string;
}

/**
 * The reason of a signal: nobody wants the run's result, or another run replaced it. Any other cancelled run keeps the
 * rows of its pages.
 */
export const unwanted = Symbol('unwanted');

export interface Running {
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

/**
 * Sends the request, follows its pages, and has the preview process read what arrives. Rejects with an AppError. An
 * unsuccessful response resolves, with `error` set.
 */
export async function runOnce(run: StartedRun, deps: OneRunDeps, running: Running): Promise<RunSummary> {
  const { id, by, at } = run;
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
    run.request = requestOf(resource);
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
  deps: OneRunDeps,
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
    if (signal.reason === unwanted) throw cancelledError();
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
