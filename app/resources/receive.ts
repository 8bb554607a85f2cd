import { cancelledError, toHttpError, tooLargeError } from '../http/errors.ts';
import type { ArrivingRun } from '../shared/contract/contract.ts';
import { AppError, type ErrorReport } from '../shared/errors.ts';
import type { RunStarter } from '../shared/resource/past-run.ts';
import type { Resource } from '../shared/resource/resource.ts';
import { safeText } from '../shared/safe-text.ts';
import type { FetchedResponse } from './fetch.ts';
import { decodeText } from './preview/formats/charset.ts';
import type { Previews } from './preview/previews.ts';
import type { PreviewSink } from './preview/sink.ts';
import { watchProgressiveTable } from './progressive-table.ts';
import { refusalOf } from './refusal.ts';
import { readAllowance } from './schedule/allowance.ts';

/** An endless body must not fill the disk. */
const mostBytes = 4 * 2 ** 30;
/** Enough of a refusal to find its message. */
const refusalBytes = 64 * 1024;
/** A service chooses the target of its redirects, and the window shows that URL. */
const mostUrlCharacters = 2_000;

type Facts = Pick<ArrivingRun, 'status' | 'statusText' | 'contentType' | 'finalUrl' | 'notes' | 'allowance'>;

/** A response whose body is in a preview. The body has not ended there. */
export interface ReceivedResponse {
  facts: Facts;
  sink: PreviewSink;
  bytes: number;
  durationMs: number;
  receivedAt: number;
  /** Set if the response was not a success. */
  error: ErrorReport | undefined;
}

export interface ReceiveDeps {
  previews: Pick<Previews, 'open'>;
  onArriving(id: string, run: ArrivingRun | null): void;
  now(): number;
}

interface Receiving {
  limitBytes: number;
  startedAt: number;
  signal: AbortSignal;
  by: RunStarter;
}

/** Whether the status is not a success (RFC 9110 §15.3). */
export const isRefused = ({ status }: { status: number }): boolean => status < 200 || status >= 300;

/** Reads a body into a new preview, and shows its rows as they come. Rejects with an AppError. */
export async function receive(
  resource: Resource,
  response: FetchedResponse,
  { previews, onArriving, now }: ReceiveDeps,
  { limitBytes, startedAt, signal, by }: Receiving,
): Promise<ReceivedResponse> {
  const { status, headers, finalUrl, notes } = response;
  // Text chosen by the service (row 36).
  const statusText = safeText(response.statusText, 100);
  const contentType = safeText(headers['content-type'] ?? '', 200);
  const expected = headers['content-encoding'] === undefined ? Number(headers['content-length']) : Number.NaN;
  const refused = isRefused(response);
  const sink = previews.open({
    format: resource.format,
    dataPath: resource.dataPath,
    withParents: resource.withParents,
    shape: resource.shape,
    timeZone: resource.timeZone,
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
  try {
    for await (const chunk of chunksOf(response)) {
      if (refused && bytes < refusalBytes) start.push(Buffer.from(chunk.subarray(0, refusalBytes - bytes)));
      bytes += chunk.length;
      if (bytes > mostBytes) throw tooLargeError(finalUrl, mostBytes);
      const behind = sink.write(chunk);
      if (behind) await behind;
      if (!refused) watch.look(bytes);
    }
    watch.end();
    // Nobody waits for this run any more: stop reading it, and keep the earlier preview.
    if (signal.aborted) throw cancelledError();
  } catch (error) {
    watch.end();
    sink.abort();
    throw asAppError(error, response);
  }
  const receivedAt = now();
  const text = Buffer.concat(start);
  const error = refused ? refusalIn(resource, response, text, receivedAt) : undefined;
  return { facts, sink, bytes, durationMs: performance.now() - startedAt, receivedAt, error };
}

/** A stream without an encoding gives Buffers. */
export const chunksOf = ({ body }: FetchedResponse): AsyncIterable<Buffer> => body as AsyncIterable<Buffer>;

export const asAppError = (error: unknown, { finalUrl }: FetchedResponse): AppError =>
  error instanceof AppError ? error : toHttpError(error, finalUrl);

/** What an unsuccessful response says. `start`: of its body. */
const refusalIn = (
  { authorization }: Resource,
  { status, statusText, headers, renewedInVain, isSigned }: FetchedResponse,
  start: Buffer,
  now: number,
): ErrorReport =>
  refusalOf({
    status,
    statusText: safeText(statusText, 100),
    headers,
    text: decodeText(start, headers['content-type'] ?? ''),
    authorization: authorization.type,
    renewedInVain,
    isSigned,
    now,
  });

/** Reads the start of a refusal's body, and drops the rest. */
export async function readRefusal(resource: Resource, response: FetchedResponse, now: number): Promise<ErrorReport> {
  const start: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of chunksOf(response)) {
      start.push(Buffer.from(chunk.subarray(0, refusalBytes - bytes)));
      bytes += chunk.length;
      if (bytes >= refusalBytes) break;
    }
  } catch {
    // The status says enough.
  }
  return refusalIn(resource, response, Buffer.concat(start), now);
}
