import { Readable } from 'node:stream';
import type { PracticeOrigin } from '../connections/grants/grant-runner.ts';
import type { ConnectionStore } from '../connections/store.ts';
import type { Tokens } from '../connections/tokens.ts';
import type { HttpClient } from '../http/client.ts';
import { readContentCodings, unpacked } from '../http/content-coding.ts';
import { firstHeaders } from '../http/request-text.ts';
import { type HttpResponse, sendRequest } from '../http/send.ts';
import { clockNote } from '../oauth/oauth1-clock-words.ts';
import { secretsOf, type TokenSet } from '../oauth/token-set.ts';
import type { Connection } from '../shared/connection/connection.ts';
import { usesField } from '../shared/connection/grants/definitions.ts';
import { RequestError } from '../shared/errors.ts';
import { type Message, message } from '../shared/messages/message.ts';
import type { Resource, ResourceMethod } from '../shared/resource/resource.ts';
import { carriesSecret } from '../shared/resource/validate.ts';
import { safeText } from '../shared/safe-text.ts';
import type { Vault } from '../vault/vault.ts';
import { insteadAfterRefusal, noteOutcome } from './after-refusal.ts';
import { type NextPage, nextPageOf, type Trail, type Trust } from './pages/next-page.ts';
import { type GetFacts, recordGet } from './record-get.ts';
import { createRedirectCookies, type RedirectCookies } from './redirect-cookies.ts';
import { methodAfterRedirect } from './redirect-method.ts';
import { withoutSecrets } from './redirect-secrets.ts';
import type { RenewedInVain } from './refused-token.ts';
import type { RequestAuthorizer, Signature } from './request-authorizer.ts';
import { type RequestBody, requestBody } from './request-body.ts';
import { onlyHarmless, requestHeaders } from './request-headers.ts';
import { connectionOf, requireValid, usesPractice } from './request-needs.ts';
import { requestUrl } from './request-url.ts';
import { readSecretValues } from './secret-values.ts';

export interface FetchDeps {
  http: HttpClient;
  connections: Pick<ConnectionStore, 'find'>;
  tokens: Pick<Tokens, 'usableToken' | 'noteRefused' | 'noteAccepted'>;
  renewedInVain: RenewedInVain;
  authorizer: RequestAuthorizer;
  vault: Pick<Vault, 'has' | 'read'>;
  practice: PracticeOrigin;
}

/** A response whose body is still arriving. */
export interface FetchedResponse {
  status: number;
  statusText: string;
  /** Names in lower case. Of repeated headers only the first is kept. */
  headers: Record<string, string>;
  /** Decompressed. Errors of the stream are network errors: see `toHttpError`. */
  body: Readable;
  finalUrl: URL;
  /** Notes for the user about redirects and the like. */
  notes: Message[];
  /** The service refused a token, and then the token that replaced it. */
  renewedInVain: boolean;
  /** Whether the GET was signed with OAuth1. */
  isSigned: boolean;
  /** The values of all headers `Link` (RFC 8288). */
  links: string | undefined;
  /** For a URL that the response names. */
  trail: Trail;
}

const redirects = new Set([301, 302, 303, 307, 308]);
const mostRedirects = 10;
/** RFC 1035 §2.3.4, as text. A longer name is not a host, and every note and error would repeat it. */
const longestHost = 253;

/**
 * The authorized GET of a resource (rows 30, 31, 42), or its POST, which is sent again only if it was refused. Renews the
 * token before it expires, and once after a refusal that may be about the token. The signal ends every request. The
 * caller reads the body and keeps the deadline (`withDeadline`). `at`: the clock of relative dates, epoch ms, which the
 * pages of a run share. `next`: a URL to request instead of the resource's own, under the rules for a redirect. Rejects
 * with an AppError: `resource.*`, `connection.*`, `token.*`, `vault.*`, `http.*`.
 */
export async function fetchResource(
  resource: Resource,
  deps: FetchDeps,
  signal: AbortSignal,
  at: number = Date.now(),
  next?: NextPage,
): Promise<FetchedResponse> {
  requireValid(resource);
  let connection = connectionOf(resource, deps.connections);
  const usable = connection && deps.tokens.usableToken(connection.id);
  // Await only a promise: an extra await slows down 1,000 concurrent GETs.
  let tokenSet = usable instanceof Promise ? await usable : usable;
  const practiceOrigin = usesPractice(resource, connection) ? await deps.practice.ensure() : undefined;
  // Look again: meanwhile the connection may have been deleted, edited, or limited to one host by another GET.
  connection = connectionOf(resource, deps.connections);
  const values = tokenSet?.values;
  const secretValues = readSecretValues(resource, deps.vault);
  let url = requestUrl(resource, { connection, values, practiceOrigin, secretValues, at });
  if (connection) deps.authorizer.requireHost(connection, url, values);
  const own = requestHeaders(resource, connection, deps.vault, at, values);
  const body = requestBody(resource, { connection, values, secretValues, at });
  let { method } = resource;
  const { headers } = own;
  const secrets = [...own.secrets, ...Object.values(secretValues), ...(next?.from.trail.secrets ?? [])];
  const notes: Message[] = [];
  let cookies: RedirectCookies | undefined;
  let trust: Trust = 'all';
  if (next !== undefined) {
    const known = connection && tokenSet ? [...secretsOf(tokenSet), ...deps.authorizer.secrets(connection)] : [];
    const tokenParameter = connection && tokenParameterOf(connection);
    const whose = { resource, connection, values, tokenParameter, secrets: [...secrets, ...known] };
    ({ url, trust } = nextPageOf(next, whose, deps.authorizer));
  }
  let isRenewed = false;
  const whose = { resource, connection };
  for (let step = 0; ; step += 1) {
    const allowed = trust === 'all' ? headers : onlyHarmless(headers);
    const request: Outgoing = {
      url,
      method,
      headers: cookies?.addTo(allowed, url) ?? allowed,
      ...(body !== undefined && method === 'POST' ? { body } : {}),
    };
    const getsToken: boolean = trust !== 'none';
    let outgoing: Outgoing = getsToken ? authorized(request, connection, tokenSet, deps) : request;
    let fetched: SentResponse = await send(outgoing, deps, signal, whose);
    // Once for the whole GET, however many redirects it has. Not awaited on success, the hot path.
    if (fetched.status >= 400 && getsToken && connection && tokenSet && !isRenewed) {
      const sent = { resource, connection, tokenSet, url, method, signature: outgoing.signature };
      const { response, instead } = await insteadAfterRefusal(sent, fetched, deps);
      fetched = response;
      if (instead) {
        // Set even if the renewal brought the same token, as some services do while it lasts.
        isRenewed = outgoing.signature === undefined;
        // The service has seen the former token too, and may copy it into a redirect.
        secrets.push(...secretsOf(tokenSet));
        tokenSet = instead;
        discard(fetched.body);
        outgoing = authorized(request, connection, tokenSet, deps);
        fetched = await send(outgoing, deps, signal, whose);
      }
    }
    const sent = connection && tokenSet ? [...secretsOf(tokenSet), ...deps.authorizer.secrets(connection)] : [];
    const location = redirects.has(fetched.status) ? parseLocation(fetched.headers.location, url) : undefined;
    if (!location) {
      const body = readable(fetched.body, fetched.headers['content-encoding'], notes);
      const renewedInVain =
        getsToken && connection && tokenSet
          ? noteOutcome({ resource, connection, tokenSet, url }, fetched, isRenewed, deps)
          : false;
      const { signature } = outgoing;
      const note = signature && clockNote(signature.skewMs, url.host);
      if (note !== undefined) notes.push(note);
      const isSigned = signature !== undefined;
      const { status, statusText, headers: received } = fetched;
      const facts = { finalUrl: url, notes, renewedInVain, isSigned, links: fetched.links };
      const trail = { trust, secrets: [...secrets, ...sent] };
      return { status, statusText, headers: received, body, ...facts, trail };
    }
    discard(fetched.body);
    if (step === mostRedirects)
      throw new RequestError('resource.too_many_redirects', message('resource.tooManyRedirects', { host: url.host }));
    requireSafeRedirect(url, location);
    method = methodAfterRedirect(method, fetched.status);
    const tokenParameter = connection && tokenSet && tokenParameterOf(connection);
    const { url: next, isCleaned } = withoutSecrets(location, url, { tokenParameter, secrets: [...secrets, ...sent] });
    if (fetched.setCookie !== undefined) {
      cookies ??= createRedirectCookies();
      await cookies.keep(url, [fetched.setCookie].flat());
    }
    if (next.origin !== url.origin) {
      const goesAlong: boolean =
        trust !== 'none' &&
        connection !== undefined &&
        tokenSet !== undefined &&
        deps.authorizer.isListed(connection, next, tokenSet.values);
      notes.push(redirectNote(next, { goesAlong, isCleaned, trust, resource, connection }));
      trust = goesAlong ? 'token' : 'none';
      // The body was written for the resource's own host, like its headers.
      if (method === 'POST') throw bodyNotRepeated(url, next);
    }
    url = next;
  }
}

function redirectNote(
  { host }: URL,
  { isCleaned, ...whose }: Whose & { goesAlong: boolean; isCleaned: boolean; trust: Trust },
): Message {
  const redirected = message(`redirect.${whatWentAlong(whose)}`, { host });
  return isCleaned ? message('redirect.cleaned', { redirected }) : redirected;
}

function whatWentAlong({ goesAlong, trust, resource, connection }: Whose & { goesAlong: boolean; trust: Trust }) {
  if (goesAlong) return 'tokenSent';
  if (trust === 'none') return 'plain';
  if (connection) return 'tokenNotSent';
  return carriesSecret(resource) ? 'authorizationNotSent' : 'plain';
}

/** The query parameter that carries the connection's token, if any. */
const tokenParameterOf = (connection: Connection): string | undefined => {
  const { tokenPlacement } = connection;
  return usesField(connection, 'tokenPlacement') && tokenPlacement.in === 'query' ? tokenPlacement.name : undefined;
};

/** Adds the token, if there is one. */
function authorized(
  request: Outgoing,
  connection: Connection | undefined,
  tokenSet: TokenSet | undefined,
  { authorizer }: FetchDeps,
): Outgoing {
  if (!connection || !tokenSet) return request;
  const { method, body } = request;
  const placed = authorizer.place(connection, tokenSet, request.url, { method, form: body?.form });
  return {
    ...request,
    url: placed.url,
    headers: { ...request.headers, ...placed.headers },
    signature: placed.signature,
  };
}

type Whose = Pick<GetFacts, 'resource' | 'connection'>;

/** A request as sent. Its URL may contain the token, so messages name only its host. */
interface Outgoing {
  url: URL;
  method: ResourceMethod;
  body?: RequestBody;
  headers: Readonly<Record<string, string>>;
  signature?: Signature | undefined;
}

async function send(outgoing: Outgoing, { http, authorizer }: FetchDeps, signal: AbortSignal, whose: Whose) {
  const { url, method, signature } = outgoing;
  const sent = outgoing.body?.text;
  const headers = withContentType(outgoing);
  const recorded = http.exchanges && recordGet(http.exchanges, { ...whose, url, method, headers, body: sent });
  try {
    const response = await sendRequest(http, { method, url, headers, body: sent }, signal);
    recorded?.responded(response);
    const received = firstHeaders(response.headers);
    if (signature) authorizer.learnTime(url, received, signature);
    const { statusCode: status, statusText, body } = response;
    const { 'set-cookie': setCookie, link } = response.headers;
    const links = link === undefined ? undefined : [link].flat().join(', ');
    return { status, statusText, headers: received, setCookie, links, body };
  } catch (error) {
    recorded?.failed(error);
    throw error;
  }
}

/** The user's own header counts. */
const withContentType = ({ headers, body }: Outgoing): Outgoing['headers'] =>
  body === undefined ? headers : { 'content-type': body.contentType, ...headers };

const bodyNotRepeated = (from: URL, to: URL): RequestError =>
  new RequestError('resource.unsafe_redirect', message('redirect.body', { from: from.host, to: to.host }), {
    details: { host: to.host },
  });

type Body = HttpResponse['body'];
/** As it arrived, or with its start already read. */
type SentResponse = Pick<FetchedResponse, 'status' | 'statusText' | 'headers' | 'links'> & {
  setCookie: string | string[] | undefined;
  body: Body | Readable;
};

/**
 * Disposes of an unread body: reads a short one to its end, so that its connection can be reused, and aborts an endless
 * one.
 */
function discard(body: Readable | Body): void {
  if ('dump' in body) body.dump({ limit: 64 * 1024 }).catch(() => undefined);
  else body.destroy();
}

/**
 * The decompressed body. Notes values that are not codings: if the service means a coding unknown to the app, the body
 * shows odd characters.
 */
function readable(body: Readable | Body, contentEncoding: string | undefined, notes: Message[]): Readable {
  if (contentEncoding === undefined) return body;
  try {
    const { codings, ignored } = readContentCodings(contentEncoding);
    if (ignored.length > 0) notes.push(message('resource.unknownCoding', { coding: safeText(ignored.join(', '), 60) }));
    return codings.length === 0 ? body : Readable.from(unpacked(body, codings), { objectMode: false });
  } catch (error) {
    discard(body);
    throw error;
  }
}

function parseLocation(location: string | undefined, from: URL): URL | undefined {
  if (location === undefined) return undefined;
  try {
    return new URL(location, from);
  } catch {
    return undefined;
  }
}

function requireSafeRedirect(from: URL, to: URL): void {
  const isHttp = to.protocol === 'https:' || to.protocol === 'http:';
  if (to.hostname.length > longestHost)
    throw new RequestError('resource.unsafe_redirect', message('redirect.longHost', { host: from.host }));
  if (isHttp && !(from.protocol === 'https:' && to.protocol === 'http:')) return;
  throw new RequestError(
    'resource.unsafe_redirect',
    message('redirect.insecure', { host: from.host, url: `${to.protocol}//${to.host}` }),
    { details: { host: to.host } },
  );
}
