import { withDeadline } from '../http/deadline.ts';
import { cancelledError, timeoutError, toHttpError, tooLargeError } from '../http/errors.ts';
import type { ArrivingRun, Preferences, RunSummary } from '../shared/contract/contract.ts';
import { AppError, reportError } from '../shared/errors.ts';
import type { RunStarter } from '../shared/resource/past-run.ts';
import type { Resource } from '../shared/resource/resource.ts';
import { safeText } from '../shared/safe-text.ts';
import { type FetchDeps, type FetchedResponse, fetchResource } from './fetch.ts';
import type { LastRuns } from './last-runs.ts';
import { decodeText } from './preview/formats/charset.ts';
import type { BodySummary } from './preview/messages.ts';
import type { Previews } from './preview/previews.ts';
import { watchProgressiveTable } from './progressive-table.ts';
import { refusalOf } from './refusal.ts';
import { readAllowance } from './schedule/allowance.ts';
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
  lastRuns: Pick<LastRuns, 'note'>;
  /** Told in the turn of the call. */
  onStart(run: StartedRun): void;
  /** `run`: the object of `onStart`. Told after the outcome is stored and the preview kept. */
  onEnd(run: StartedRun, end: EndedRun): void;
  now(): number;
}

export interface StartedRun {
  id: string;
  by: RunStarter;
  /** Epoch ms. */
  at: number;
}

export type EndedRun = { durationMs: number } & ({ summary: RunSummary } | { error: unknown });

/** GETs for the preview. One at a time per resource: a new one cancels the older. */
export interface Runs {
  /**
   * Rejects with an AppError. An unsuccessful response resolves, with `error` set. Where nobody waits for the run, it
   * keeps the data of the run before, and has no preview.
   */
  run(id: string, by?: RunStarter): Promise<RunSummary>;
  cancel(id: string): void;
  /** The resource whose response a preview shows. */
  resourceOf(previewId: string): string | undefined;
  close(): void;
}

/** An endless body must not fill the disk. */
const mostBytes = 4 * 2 ** 30;
/** Enough of a refusal to find its message. */
const refusalBytes = 64 * 1024;
/** A service chooses the target of its redirects, and the window shows that URL. */
const mostUrlCharacters = 2_000;

export function createRuns(deps: RunsDeps): Runs {
  const running = new Map<string, AbortController>();
  const shown = new Map<string, string>();
  const cancel = (id: string): void => {
    running.get(id)?.abort();
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
      cancel(id);
      const controller = new AbortController();
      running.set(id, controller);
      const run: StartedRun = { id, by, at: deps.now() };
      const startedAt = performance.now();
      deps.onStart(run);
      const ended = (end: { summary: RunSummary } | { error: unknown }): void =>
        deps.onEnd(run, { ...end, durationMs: performance.now() - startedAt });
      try {
        const summary = keepPreview(run, await runOnce(run, deps, controller));
        deps.lastRuns.note(id, { at: summary.receivedAt, code: summary.error?.code ?? null });
        ended({ summary });
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
    cancel,
    resourceOf: (previewId) => [...shown].find(([, shownId]) => shownId === previewId)?.[0],
    close: () => {
      for (const id of [...running.keys()]) cancel(id);
    },
  };
}

async function runOnce({ id, by }: StartedRun, deps: RunsDeps, controller: AbortController): Promise<RunSummary> {
  const limits = deps.preferences();
  const startedAt = performance.now();
  const at = deps.now();
  let resource = deps.resources.get(id);
  let url: URL | undefined;
  // Start the worker while the service prepares its response.
  deps.previews.warm();
  const deadline = {
    timeoutMs: limits.requestTimeoutSeconds * 1000,
    signal: controller.signal,
    timedOut: () => timeoutError(url ?? fallbackUrl(resource)),
  };
  return withDeadline(deadline, async (signal) => {
    await deps.prepare(resource);
    resource = deps.resources.get(id);
    const response = await fetchResource(resource, deps.fetch, signal, at);
    url = response.finalUrl;
    return receive(resource, response, deps, {
      limitBytes: limits.maximumBodyMebibytes * 2 ** 20,
      startedAt,
      signal,
      by,
    });
  });
}

async function receive(
  resource: Resource,
  response: FetchedResponse,
  { previews, onArriving, now }: RunsDeps,
  { limitBytes, startedAt, signal, by }: { limitBytes: number; startedAt: number; signal: AbortSignal; by: RunStarter },
): Promise<RunSummary> {
  const { status, headers, body, finalUrl, notes } = response;
  // Text chosen by the service (row 36).
  const statusText = safeText(response.statusText, 100);
  const contentType = safeText(headers['content-type'] ?? '', 200);
  const expected = headers['content-encoding'] === undefined ? Number(headers['content-length']) : Number.NaN;
  const refused = status < 200 || status >= 300;
  const sink = previews.open({
    format: resource.format,
    dataPath: resource.dataPath,
    withParents: resource.withParents,
    shape: resource.shape,
    firstRow: resource.firstRow,
    encoding: resource.encoding,
    contentType,
    limitBytes,
    ...(Number.isSafeInteger(expected) ? { expectedBytes: expected } : {}),
  });
  const allowance = readAllowance(headers, now());
  const facts = {
    status,
    statusText,
    contentType,
    finalUrl: safeText(finalUrl.href, mostUrlCharacters),
    notes,
    ...(allowance === undefined ? {} : { allowance }),
  };
  const start: Buffer[] = [];
  let bytes = 0;
  const watch = watchProgressiveTable(sink, {
    // The rows of a run that nobody waits for replace the earlier ones when all have arrived.
    limitBytes: by !== 'user' || expected > limitBytes ? 0 : limitBytes,
    onTable: (table) => {
      const soFar = { bytes, durationMs: performance.now() - startedAt, receivedAt: now() };
      onArriving(resource.id, table && { ...facts, ...soFar, previewId: sink.previewId, table });
    },
  });
  let receivedAt: number;
  let durationMs: number;
  let summary: BodySummary;
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      // a stream without an encoding gives Buffers
      if (refused && bytes < refusalBytes) start.push(Buffer.from(chunk.subarray(0, refusalBytes - bytes)));
      bytes += chunk.length;
      if (bytes > mostBytes) throw tooLargeError(finalUrl, mostBytes);
      const behind = sink.write(chunk);
      if (behind) await behind;
      if (!refused) watch.look(bytes);
    }
    watch.end();
    receivedAt = now();
    durationMs = performance.now() - startedAt;
    // Nobody waits for this run any more: stop reading it, and keep the earlier preview.
    if (signal.aborted) throw cancelledError();
    signal.addEventListener('abort', sink.abort, { once: true });
    ({ summary } = await sink.end());
    signal.removeEventListener('abort', sink.abort);
  } catch (error) {
    watch.end();
    sink.abort();
    throw error instanceof AppError ? error : toHttpError(error, finalUrl);
  }
  const error = refused
    ? refusalOf({
        status,
        statusText,
        headers,
        text: decodeText(Buffer.concat(start), headers['content-type'] ?? ''),
        authorization: resource.authorization.type,
        renewedInVain: response.renewedInVain,
        isSigned: response.isSigned,
        now: receivedAt,
      })
    : undefined;
  return {
    ...facts,
    previewId: sink.previewId,
    durationMs,
    bytes,
    receivedAt,
    body: summary,
    ...(error === undefined ? {} : { error }),
  };
}

function fallbackUrl(resource: Resource): URL {
  try {
    return new URL(resource.url);
  } catch {
    return new URL('https://the-service.invalid');
  }
}
