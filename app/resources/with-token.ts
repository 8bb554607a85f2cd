import type { Tokens } from '../connections/tokens.ts';
import type { CurlRequest } from '../console/curl.ts';
import { type Masker, maskMark } from '../console/mask/masker.ts';
import { urlAsSent } from '../http/request-target.ts';
import type { TokenSet } from '../oauth/token-set.ts';
import type { Connection } from '../shared/connection/connection.ts';
import { AppError, RequestError } from '../shared/errors.ts';
import type { ExchangeDetail } from '../shared/exchange.ts';
import { message } from '../shared/messages/message.ts';
import { secretParameters } from '../shared/resource/secret-values.ts';
import { plainName } from '../shared/secret-names.ts';
import type { FetchDeps } from './fetch.ts';
import type { SignedParts } from './request-authorizer.ts';
import { requestHeaders } from './request-headers.ts';
import { requestUrl } from './request-url.ts';
import { readSecretValues } from './secret-values.ts';
import type { ResourceStore } from './store.ts';

export interface WithTokenDeps {
  fetch: Omit<FetchDeps, 'http' | 'tokens'>;
  resources: Pick<ResourceStore, 'find'>;
  tokens: Pick<Tokens, 'peek'>;
  masker: Masker;
}

interface Filled {
  url: string;
  /** Names in lower case. */
  headers: Record<string, string>;
}

/**
 * A recorded GET with its credentials from the vault, which the exchange itself never contained. Adds them only if they
 * were sent: a request without a token stays one (row 42). Unknown values stay masked. Throws RequestError
 * `console.no_token`, `resource.host_not_allowed`; VaultError.
 */
export function withToken(exchange: ExchangeDetail, deps: WithTokenDeps): CurlRequest {
  const isMasked = [exchange.url, ...exchange.requestHeaders.flat()].some((text) => text.includes(maskMark));
  if (exchange.kind !== 'get' || !isMasked || !URL.canParse(exchange.url)) throw noToken();
  const connection =
    exchange.connectionId === undefined ? undefined : deps.fetch.connections.find(exchange.connectionId);
  const tokenSet = connection && deps.tokens.peek(connection.id);
  const asked = currentUrl(exchange, connection, tokenSet, deps);
  // The resource's own secrets belong to the host for which they were entered. A redirect may have led elsewhere.
  const own = asked?.origin === new URL(exchange.url).origin ? ownHeaders(exchange, connection, tokenSet, deps) : {};
  const placed = connection && tokenSet ? place(exchange, asked, connection, tokenSet, deps) : undefined;
  const headers = { ...own, ...placed?.headers };
  const filled = exchange.requestHeaders.map(([name, value]): [string, string] => [
    name,
    value.includes(maskMark) ? (headers[name.toLowerCase()] ?? value) : value,
  ]);
  const url = placed?.url ?? ownUrl(exchange, asked, deps) ?? exchange.url;
  if (url === exchange.url && filled.every(([, value], index) => value === exchange.requestHeaders[index]?.[1]))
    throw noToken();
  return { method: exchange.method, url, requestHeaders: filled, requestBody: exchange.requestBody };
}

const noToken = () => new RequestError('console.no_token', message('resource.noToken'));

/** The resource's current URL. The recorded URL is masked where it contains a secret. */
function currentUrl(
  { resourceId, at }: ExchangeDetail,
  connection: Connection | undefined,
  tokenSet: TokenSet | undefined,
  { fetch, resources }: WithTokenDeps,
): URL | undefined {
  const resource = resourceId === undefined ? undefined : resources.find(resourceId);
  try {
    const practiceOrigin = fetch.practice.current();
    if (resource === undefined) return undefined;
    const secretValues = readSecretValues(resource, fetch.vault);
    return requestUrl(resource, { connection, values: tokenSet?.values, practiceOrigin, secretValues, at });
  } catch (error) {
    // The resource was edited since, or the practice service has ended.
    if (error instanceof AppError) return undefined;
    throw error;
  }
}

function ownHeaders(
  { resourceId, at }: ExchangeDetail,
  connection: Connection | undefined,
  tokenSet: TokenSet | undefined,
  { fetch, resources }: WithTokenDeps,
): Readonly<Record<string, string>> {
  const resource = resourceId === undefined ? undefined : resources.find(resourceId);
  return resource === undefined ? {} : requestHeaders(resource, connection, fetch.vault, at, tokenSet?.values).headers;
}

/** The URL with the resource's own secret values, if it is the one that was sent. */
function ownUrl({ resourceId, url }: ExchangeDetail, asked: URL | undefined, deps: WithTokenDeps): string | undefined {
  const resource = resourceId === undefined ? undefined : deps.resources.find(resourceId);
  if (resource === undefined || asked === undefined) return undefined;
  const hidden = new Set(secretParameters(resource).map(plainName));
  return deps.masker.text(urlAsSent(asked), 'data', hidden) === url ? urlAsSent(asked) : undefined;
}

/** Adds the token, or a fresh signature (RFC 5849): a signature is valid for one request. */
function place(
  exchange: ExchangeDetail,
  asked: URL | undefined,
  connection: Connection,
  tokenSet: TokenSet,
  { fetch, masker, resources }: WithTokenDeps,
): Filled {
  const { in: where, name } = connection.tokenPlacement;
  const resource = exchange.resourceId === undefined ? undefined : resources.find(exchange.resourceId);
  const own = resource === undefined ? [] : secretParameters(resource);
  const parts = signedParts(exchange);
  const at = (url: URL) => fetch.authorizer.place(connection, tokenSet, url, parts);
  const hidden = new Set([name, ...own].map(plainName));
  const looksTheSame = (url: URL) => masker.text(urlAsSent(url), 'data', hidden) === exchange.url;
  const exact = asked && looksTheSame(at(asked).url);
  const target = exact ? asked : new URL(exchange.url);
  fetch.authorizer.requireHost(connection, target, tokenSet.values);
  const { url, headers } = at(target);
  const hadToken = where === 'header' || new URL(exchange.url).searchParams.has(name);
  const text = urlAsSent(url).replaceAll(encodeURIComponent(maskMark), maskMark);
  return { url: exact || (hadToken && where === 'query') ? text : exchange.url, headers };
}

/** The body of a form is signed with its fields. A masked field makes the signature wrong, as the masked body is. */
const signedParts = ({ method, requestBody, requestHeaders }: ExchangeDetail): SignedParts => {
  const isForm = requestHeaders.some(([name, value]) => name === 'content-type' && value.startsWith(formType));
  return {
    method: method === 'POST' ? 'POST' : 'GET',
    form: isForm && requestBody !== undefined ? [...new URLSearchParams(requestBody)] : undefined,
  };
};
const formType = 'application/x-www-form-urlencoded';
