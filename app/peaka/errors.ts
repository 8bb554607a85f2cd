import { createKnownSecrets } from '../console/mask/known-secrets.ts';
import { createMasker } from '../console/mask/masker.ts';
import { redact } from '../console/mask/redact.ts';
import type { HttpResponse } from '../http/request-text.ts';
import { retryAfterSeconds } from '../http/retry-after.ts';
import { readServiceError, readTextSaid } from '../oauth/service-error.ts';
import type { CodeOf } from '../shared/error-codes.ts';
import { type ErrorDetails, HttpError, RequestError } from '../shared/errors.ts';
import { type Message, message } from '../shared/messages/message.ts';
import { parseUrl } from '../shared/parse-url.ts';
import { safeText } from '../shared/safe-text.ts';
import { type PeakaBody, readBody } from './body.ts';

/**
 * What a request was about: the account, an organization or workspace, a project, or a connection in one. Decides what
 * 403 and 404 mean.
 */
export type PeakaSubject = 'account' | 'place' | 'project' | 'connection';

export interface RefusalFacts {
  response: HttpResponse;
  /** The request's URL. */
  url: URL;
  about: PeakaSubject;
  /** Epoch ms. */
  now: number;
  /** What was sent and may be said back. */
  secrets: readonly string[];
}

/** By status. The window's advice says more (`advice-peaka.ts`). */
const byStatus: Record<number, [code: CodeOf<'peaka'>, text: Message]> = {
  400: ['peaka.invalid_request', message('peaka.invalidRequest')],
  409: ['peaka.conflict', message('peaka.conflict')],
  422: ['peaka.invalid_request', message('peaka.invalidRequest')],
};

/** A key that Peaka knows, but that does not reach this. */
const forbidden: Record<PeakaSubject, Message> = {
  account: message('peaka.forbidden.account'),
  place: message('peaka.forbidden.place'),
  project: message('peaka.forbidden.project'),
  connection: message('peaka.forbidden.project'),
};
const notFound: Record<PeakaSubject, Message> = {
  account: message('peaka.notFound.account'),
  place: message('peaka.notFound.place'),
  project: message('peaka.notFound.project'),
  connection: message('peaka.notFound.connection'),
};

/** The error for a response with a status other than 2xx. Masks secrets in Peaka's words (rows 36, 37). */
export function refusalError(facts: RefusalFacts): RequestError {
  const { response, url, about, now, secrets } = facts;
  const { status, headers } = response;
  const { host } = url;
  const body = readBody(response);
  const seconds = retryAfterSeconds(headers['retry-after'], now);
  const details = { host, status };
  const again = seconds === undefined ? {} : { retryAfterSeconds: seconds };
  const error = (code: CodeOf<'peaka'>, text: Message, more: ErrorDetails = {}): RequestError =>
    new RequestError(code, text, { serviceMessage: wordsOf(body, secrets), details: { ...details, ...more } });

  if (status === 401) return error('peaka.key_refused', message('peaka.keyRefused'));
  if (status === 429) return error('peaka.rate_limited', message('peaka.rateLimited'), again);
  if (status >= 500) return error('peaka.server_error', message('peaka.serverError', { status }), again);
  const location = headers.location;
  if (status >= 300 && status < 400 && location !== undefined) {
    const target = redact(safeText(parseUrl(location)?.host ?? host, 300), secrets);
    return error('peaka.redirected', message('peaka.redirected', { host: target }), { host: target });
  }
  if ('text' in body && body.isHtml) return error('peaka.not_json', message('peaka.notJson', { host }));
  if (status === 403) return error('peaka.forbidden', forbidden[about], { reason: forbidden[about] });
  if (status === 404 || status === 410) return error('peaka.not_found', notFound[about], { reason: notFound[about] });
  const known = byStatus[status];
  return known === undefined ? error('peaka.refused', message('peaka.refused', { status })) : error(known[0], known[1]);
}

/** The error for a 2xx response that is not the expected one. */
export function unexpectedError({ response, url, secrets }: Omit<RefusalFacts, 'about' | 'now'>): RequestError {
  const { host } = url;
  const body = readBody(response);
  const facts = { serviceMessage: wordsOf(body, secrets), details: { host, status: response.status } };
  return 'text' in body
    ? new RequestError('peaka.not_json', message('peaka.notJson', { host }), facts)
    : new RequestError('peaka.unexpected_response', message('peaka.unexpectedResponse'), facts);
}

/** The request may have arrived, and Peaka may have carried it out. */
export const responseLost: ReadonlySet<string> = new Set([
  'http.timeout',
  'http.interrupted',
  'http.malformed',
  'http.too_large',
  'http.cancelled',
] satisfies CodeOf<'http'>[]);

/**
 * The error for a request without a response. A POST whose response was lost must not be repeated blindly: a timeout
 * counts too, because the request may have been sent.
 */
export function lostError(error: unknown, method: string, url: URL): unknown {
  if (method !== 'POST' || !(error instanceof HttpError) || !responseLost.has(error.code)) return error;
  return new RequestError('peaka.result_unknown', message('peaka.resultUnknown'), {
    details: { host: url.host, reason: error.code },
  });
}

/** Peaka's words: those of JSON, the first line of a text, the title of a page. Masked (rows 36, 37). */
function wordsOf(body: PeakaBody, secrets: readonly string[]): string | undefined {
  const words =
    'value' in body
      ? wordsIn(body.value)
      : readTextSaid(body.isHtml ? body.text : (body.text.split('\n', 1)[0] ?? ''), body.isHtml);
  if (words === undefined || words === '') return undefined;
  // Also a secret that is not known here, by its form or the name before it: an error may be stored.
  return createMasker(createKnownSecrets()).text(redact(words, secrets), 'data');
}

/** Peaka documents no errors. These names were seen. */
const wordNames = ['error', 'errorCode', 'code', 'message', 'reason'];

function wordsIn(value: unknown): string | undefined {
  if (typeof value === 'string') return safeText(value, 300);
  const said =
    typeof value === 'object' && value !== null ? wordNames.map((name) => Reflect.get(value, name)).filter(isWord) : [];
  return said.length === 0 ? readServiceError(value).serviceMessage : safeText([...new Set(said)].join(': '));
}

const isWord = (value: unknown): value is string | number =>
  typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');
