import type { CodeOf, ErrorCode } from '../shared/error-codes.ts';
import { AppError, type ErrorReport, HttpError, RequestError, reportError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
import type { PeakaLink } from '../shared/peaka/link.ts';
import { responseLost } from './errors.ts';

export type PendingUpdate = NonNullable<PeakaLink['pending']>;

const firstDelayMs = 5_000;
/** Also if Peaka asks for more. */
const longestDelayMs = 60 * 60_000;
const longestJitterMs = 30_000;

/** Peaka, or what stands before it, may be well again by itself. A PUT may be repeated. */
const passing: ReadonlySet<ErrorCode> = new Set([
  'peaka.server_error',
  'peaka.rate_limited',
  'peaka.result_unknown',
  // A hotel's or company's login page in place of Peaka.
  'peaka.not_json',
  'peaka.redirected',
] satisfies CodeOf<'peaka'>[]);

/** The connection here, or its token, is gone: nothing is left to send. */
const nothingLeft: ReadonlySet<ErrorCode> = new Set(['connection.not_found', 'connection.not_authorized']);
export const leavesNothing = (error: unknown): boolean => error instanceof AppError && nothingLeft.has(error.code);

/** The address itself is wrong, whatever the network does. */
const wrongAddress: ReadonlySet<ErrorCode> = new Set([
  'http.invalid_url',
  'http.insecure_url',
] satisfies CodeOf<'http'>[]);

const mayPass = (error: unknown): boolean =>
  error instanceof HttpError ? !wrongAddress.has(error.code) : error instanceof AppError && passing.has(error.code);

/** The time that Peaka asked to wait, in seconds. */
export function askedSeconds(details: AppError['details']): number | undefined {
  const seconds = details?.retryAfterSeconds;
  return typeof seconds === 'number' ? seconds : undefined;
}

export const newUpdate = (now: number): PendingUpdate => ({ since: now, attempts: 0, retryAt: now });

/**
 * The update after a failure that Peaka may have carried out, where Peaka renews: it may have used up the refresh token by
 * the next try, which would end the authorization. Only new tokens help.
 */
export const unknownUpdate = (pending: PendingUpdate): PendingUpdate & { error: ErrorReport } => ({
  ...pending,
  attempts: pending.attempts + 1,
  retryAt: null,
  error: reportError(lostResult()),
});

/**
 * The update after a failure (row 31). Waits from 5 s, doubled each time up to 1 h, and as long as Peaka asks for up to
 * 1 h. `retryAt` is `null` if the user must fix the cause. `random`: 0 to 1.
 */
export function failedUpdate(
  pending: PendingUpdate,
  error: unknown,
  now: number,
  random: number,
): PendingUpdate & { error: ErrorReport } {
  const report = { ...pending, attempts: pending.attempts + 1, error: reportError(error) };
  if (!mayPass(error)) return { ...report, retryAt: null };
  const asked = error instanceof AppError ? (askedSeconds(error.details) ?? 0) * 1000 : 0;
  const wait = Math.min(Math.max(firstDelayMs * 2 ** pending.attempts, asked), longestDelayMs);
  return { ...report, retryAt: now + wait + Math.round(random * Math.min(wait / 5, longestJitterMs)) };
}

/** When the update is due, epoch ms. A clock that was set back delays it by 1 h at most. */
export const dueAt = ({ retryAt }: PendingUpdate, now: number): number | undefined =>
  retryAt === null ? undefined : retryAt > now + longestDelayMs + longestJitterMs ? now : retryAt;

/** The update without its wait, unless Peaka itself asked for it, or only new tokens help. */
export function withoutWait(pending: PendingUpdate, now: number): PendingUpdate {
  const { error } = pending;
  const isAsked = error?.code === 'peaka.rate_limited' && askedSeconds(error.details) !== undefined;
  return isAsked || error?.code === 'peaka.result_unknown' ? pending : { ...pending, attempts: 0, retryAt: now };
}

/**
 * Whether Peaka may have created a connection although the POST failed. 503: it said that it did nothing.
 */
export function mayBeCreated(error: unknown): boolean {
  if (!(error instanceof RequestError)) return !(error instanceof AppError);
  const status = error.details?.status;
  if (error.code === 'peaka.server_error') return status !== 503;
  if (error.code === 'peaka.not_json') return typeof status === 'number' && status >= 200 && status < 300;
  return error.code === 'peaka.result_unknown' || error.code === 'peaka.unexpected_response';
}

/** Whether Peaka may have carried out the request. */
export const mayHaveArrived = (error: unknown): boolean =>
  error instanceof HttpError ? responseLost.has(error.code) : mayBeCreated(error);

export const lostResult = () => new RequestError('peaka.result_unknown', message('peaka.resultUnknown'));
