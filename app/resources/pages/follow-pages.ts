import { withDeadline } from '../../http/deadline.ts';
import { timeoutError } from '../../http/errors.ts';
import { retryAfterSeconds } from '../../http/retry-after.ts';
import type { PagesProgress } from '../../shared/contract/contract.ts';
import { type ErrorReport, RequestError, reportError } from '../../shared/errors.ts';
import { type Message, message } from '../../shared/messages/message.ts';
import { ceiling, type Pages } from '../../shared/resource/pages.ts';
import type { Resource } from '../../shared/resource/resource.ts';
import type { FetchedResponse } from '../fetch.ts';
import type { PageFacts } from '../preview/messages.ts';
import type { PreviewSink } from '../preview/sink.ts';
import { asAppError, chunksOf, isRefused, readRefusal } from '../receive.ts';
import type { NextPage } from './next-page.ts';
import { pause, type ServicePauses } from './service-pauses.ts';
import { type NextStep, type PageRequest, type PageWalk, saysNone } from './walk.ts';

/** What a run brought, page by page. */
export interface FollowedPages {
  count: number;
  end: 'all' | 'limit' | 'stopped' | 'failed';
  bytes: number;
  notes: Message[];
  /** Of the page that failed. The rows before it are shown. */
  error?: ErrorReport;
}

export interface FollowDeps {
  /** Sends the request of a page. */
  fetch(resource: Resource, signal: AbortSignal, next?: NextPage): Promise<FetchedResponse>;
  pauses: ServicePauses;
  onProgress(progress: PagesProgress): void;
  /** The rows of another page are there. */
  onPage(soFar: { bytes: number; pageCount: number }): void;
  now(): number;
}

export interface FollowOptions {
  walk: PageWalk;
  pages: Pages;
  sink: PreviewSink;
  /** The first page, and what it says. */
  first: { response: FetchedResponse; facts: PageFacts; bytes: number };
  limitBytes: number;
  timeoutMs: number;
  /** Ends the run. The rows so far stay. */
  signal: AbortSignal;
}

/** A longer wait is a failure that says how long it would be. */
const longestWaitSeconds = 300;
const mostWaits = 5;
/** The first wait if the service names none, in seconds. It doubles. */
const defaultWaitSeconds = 5;

/** Requests one page after the other. Never rejects: a page that fails ends the run, and the rows before it stay. */
export async function followPages(
  { walk, pages, sink, first, limitBytes, timeoutMs, signal }: FollowOptions,
  deps: FollowDeps,
): Promise<FollowedPages> {
  let { response, facts, bytes } = first;
  let count = 1;
  let rows = facts.rowCount ?? 0;
  let { totalRows, totalPages } = facts;
  const notes: Message[] = [];
  const done = (end: FollowedPages['end'], ...told: Message[]): FollowedPages => ({
    count,
    end,
    bytes,
    notes: [...notes, ...told],
  });
  const failed = (error: ErrorReport): FollowedPages => {
    const words = { page: count + 1, reason: error.message, rows, pages: count };
    const total =
      totalPages ?? (totalRows === null || count === 0 || rows === 0 ? null : Math.ceil((totalRows * count) / rows));
    const told =
      total === null || total <= count
        ? message('pages.failed', words)
        : message('pages.failedOf', { ...words, total });
    return { ...done('failed'), error: { ...error, message: told } };
  };
  if (facts.problem !== undefined) return done('all', message('pages.first', { reason: facts.problem }));
  deps.onPage({ bytes, pageCount: count });
  try {
    for (;;) {
      totalRows = facts.totalRows ?? totalRows;
      totalPages = facts.totalPages ?? totalPages;
      const step = walk.next({ facts, links: response.links, rowsSoFar: rows, totalRows });
      if ('end' in step) return done('all', ...endNotes(step, count + 1));
      const limit = limitReached(pages, { count, rows });
      if (limit !== undefined) return done('limit', limit);
      const { request } = step;
      const asked = { page: count + 1, rowCount: rows, totalRows };
      const sent = await requestPage(
        request,
        { response, pages, timeoutMs, signal, asked, sink, limitBytes: limitBytes - bytes },
        walk,
        deps,
      );
      if (sent === 'too_large') {
        sink.dropPage();
        return done('limit', message('pages.tooLarge', { mebibytes: Math.round(limitBytes / 2 ** 20) }));
      }
      if ('error' in sent) {
        // Asking for the number after the last one is the only way to find the end.
        const { status } = sent.error.details ?? {};
        if (walk.dropRepeat && (status === 404 || status === 410))
          return done('all', message('pages.notThere', { page: count + 1, status }));
        return failed(sent.error);
      }
      ({ response, facts } = sent);
      notes.push(...newNotes(response.notes, [...first.response.notes, ...notes]));
      if (facts.problem !== undefined && !isEmptyEnd(facts, walk))
        return failed(reportError(new RequestError('resource.page_shape', facts.problem)));
      if (facts.isRepeat) return done('all', message('pages.repeat', { page: count + 1 }));
      bytes += sent.bytes;
      rows += facts.rowCount ?? 0;
      if ((facts.rowCount ?? 0) > 0 || !walk.dropRepeat) count += 1;
      deps.onPage({ bytes, pageCount: count });
    }
  } catch (error) {
    sink.dropPage();
    const report = reportError(error);
    if (report.code !== 'http.cancelled') return failed(report);
    return done('stopped', message('pages.stopped', { rows, pages: count }));
  }
}

/** Some services leave the list out of an empty last page, and say that no page follows. */
const isEmptyEnd = ({ values }: PageFacts, { dropRepeat }: PageWalk): boolean =>
  !dropRepeat && values.some((each) => each !== null && saysNone(each));

function endNotes(step: Extract<NextStep, { end: string }>, page: number): Message[] {
  if (step.end === 'loop') return [message('pages.loop', { page })];
  return step.end === 'repeat' ? [message('pages.repeat', { page })] : [];
}

function limitReached({ mostPages, mostRows }: Pages, { count, rows }: { count: number; rows: number }) {
  if (mostPages !== null && count >= mostPages) return message('pages.limitPages', { count: mostPages });
  if (mostRows !== null && rows >= mostRows) return message('pages.limitRows', { count: mostRows });
  return count >= ceiling ? message('pages.ceiling', { count: ceiling }) : undefined;
}

/** Each page of a service that redirects would say so again. */
const newNotes = (notes: readonly Message[], known: readonly Message[]): Message[] =>
  notes.filter((note) => !known.some((each) => JSON.stringify(each) === JSON.stringify(note)));

interface Requesting extends Pick<FollowOptions, 'pages' | 'timeoutMs' | 'signal' | 'sink' | 'limitBytes'> {
  /** The page before. */
  response: FetchedResponse;
  asked: Omit<PagesProgress, 'waitsUntil'>;
}

type Requested = { response: FetchedResponse; facts: PageFacts; bytes: number } | { error: ErrorReport } | 'too_large';

/** One page: waits as long as the service asks, and requests again what it refused for that reason. */
async function requestPage(
  { resource, href }: PageRequest,
  { response: before, pages, timeoutMs, signal, asked, sink, limitBytes }: Requesting,
  walk: PageWalk,
  { fetch, pauses, onProgress, now }: FollowDeps,
): Promise<Requested> {
  await pause(pages.pauseMs, signal);
  const next = href === undefined ? undefined : { href, from: before };
  let { host } = hostOf(href, before.finalUrl);
  for (let waits = 0; ; waits += 1) {
    const until = pauses.until(host);
    if (until > now()) {
      onProgress({ ...asked, waitsUntil: until });
      await pause(until - now(), signal);
    }
    onProgress({ ...asked, waitsUntil: null });
    const timedOut = () => timeoutError(before.finalUrl);
    const sent = await withDeadline({ timeoutMs, signal, timedOut }, async (during): Promise<Requested | number> => {
      const response = await fetch(resource, during, next);
      ({ host } = response.finalUrl);
      if (!isRefused(response)) return receivePage(response, { sink, limitBytes, walk });
      const seconds = waits < mostWaits ? waitSeconds(response, resource.method, waits, now()) : undefined;
      if (seconds === undefined) return { error: await readRefusal(resource, response, now()) };
      response.body.destroy();
      return seconds;
    });
    if (typeof sent !== 'number') return sent;
    pauses.note(host, now() + sent * 1000);
  }
}

/** Where the next page is requested. A URL that cannot be read fails when it is. */
const hostOf = (href: string | undefined, from: URL): URL =>
  href !== undefined && URL.canParse(href, from) ? new URL(href, from) : from;

/** `undefined`: the refusal stands. A POST is repeated only if it was not carried out. */
function waitSeconds(
  { status, headers }: FetchedResponse,
  method: Resource['method'],
  waits: number,
  now: number,
): number | undefined {
  if (status !== 429 && (status !== 503 || method === 'POST')) return undefined;
  const asked = retryAfterSeconds(headers['retry-after'], now);
  // RFC 9110 §15.6.4: without a time, a 503 says nothing about when to come back.
  if (asked === undefined) return status === 429 ? defaultWaitSeconds * 2 ** waits : undefined;
  return asked <= longestWaitSeconds ? asked : undefined;
}

async function receivePage(
  response: FetchedResponse,
  { sink, limitBytes, walk }: Pick<Requesting, 'sink' | 'limitBytes'> & { walk: PageWalk },
): Promise<Requested> {
  let bytes = 0;
  try {
    for await (const chunk of chunksOf(response)) {
      bytes += chunk.length;
      if (bytes > limitBytes) return 'too_large';
      const behind = sink.write(chunk);
      if (behind) await behind;
    }
  } catch (error) {
    throw asAppError(error, response);
  }
  return { response, bytes, facts: await sink.endPage(walk.wants, walk.dropRepeat) };
}
