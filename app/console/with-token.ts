import type { Connection } from '../connections/connection.ts';
import type { Tokens } from '../connections/tokens.ts';
import { AppError, RequestError } from '../errors.ts';
import { urlAsSent } from '../http/request-target.ts';
import type { TokenSet } from '../oauth/token-set.ts';
import type { FetchNeeds } from '../resources/fetch.ts';
import { requestHeaders } from '../resources/request-headers.ts';
import { requestUrl } from '../resources/request-url.ts';
import { readSecretValues, secretParameters } from '../resources/secret-values.ts';
import type { ResourceStore } from '../resources/store.ts';
import type { CurlRequest } from './curl.ts';
import type { HopDetail } from './hop.ts';
import { type Masker, maskMark } from './mask/masker.ts';
import { plainName } from './mask/names.ts';

export interface WithTokenNeeds {
  fetch: Omit<FetchNeeds, 'http' | 'tokens'>;
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
 * A recorded GET with what authorizes it, as it is in the vault now: the hop itself never held it. Only where it was
 * sent: a request without a token stays one (row 42). What is not known any more stays masked.
 * Throws RequestError `console.no_token`, `resource.host_not_allowed`; VaultError.
 */
export function withToken(hop: HopDetail, needs: WithTokenNeeds): CurlRequest {
  const isMasked = [hop.url, ...hop.requestHeaders.flat()].some((text) => text.includes(maskMark));
  if (hop.kind !== 'get' || !isMasked || !URL.canParse(hop.url)) throw noToken();
  const connection = hop.connectionId === undefined ? undefined : needs.fetch.connections.find(hop.connectionId);
  const tokenSet = connection && needs.tokens.peek(connection.id);
  const asked = currentUrl(hop, connection, tokenSet, needs);
  // Its own secrets are for the host that they were entered for; a redirect may have led elsewhere.
  const own = asked?.origin === new URL(hop.url).origin ? ownHeaders(hop, connection, needs) : {};
  const placed = connection && tokenSet ? place(hop, asked, connection, tokenSet, needs) : undefined;
  const headers = { ...own, ...placed?.headers };
  const filled = hop.requestHeaders.map(([name, value]): [string, string] => [
    name,
    value.includes(maskMark) ? (headers[name.toLowerCase()] ?? value) : value,
  ]);
  const url = placed?.url ?? ownUrl(hop, asked, needs) ?? hop.url;
  if (url === hop.url && filled.every(([, value], index) => value === hop.requestHeaders[index]?.[1])) throw noToken();
  return { method: hop.method, url, requestHeaders: filled };
}

const noToken = () => new RequestError('console.no_token', 'There is no token to put into this request.');

/** What the resource asks for now: its URL was masked where it holds a secret. */
function currentUrl(
  { resourceId }: HopDetail,
  connection: Connection | undefined,
  tokenSet: TokenSet | undefined,
  { fetch, resources }: WithTokenNeeds,
): URL | undefined {
  const resource = resourceId === undefined ? undefined : resources.find(resourceId);
  try {
    const practiceOrigin = fetch.practice.current();
    if (resource === undefined) return undefined;
    const secretValues = readSecretValues(resource, fetch.vault);
    return requestUrl(resource, { connection, values: tokenSet?.values, practiceOrigin, secretValues });
  } catch (error) {
    // It was edited since, or the practice service has ended.
    if (error instanceof AppError) return undefined;
    throw error;
  }
}

function ownHeaders(
  { resourceId }: HopDetail,
  connection: Connection | undefined,
  { fetch, resources }: WithTokenNeeds,
): Readonly<Record<string, string>> {
  const resource = resourceId === undefined ? undefined : resources.find(resourceId);
  return resource === undefined ? {} : requestHeaders(resource, connection, fetch.vault).headers;
}

/** The URL with the resource's own secret values, if it is the one that was sent. */
function ownUrl({ resourceId, url }: HopDetail, asked: URL | undefined, needs: WithTokenNeeds): string | undefined {
  const resource = resourceId === undefined ? undefined : needs.resources.find(resourceId);
  if (resource === undefined || asked === undefined) return undefined;
  const hidden = new Set(secretParameters(resource).map(plainName));
  return needs.masker.text(urlAsSent(asked), 'data', hidden) === url ? urlAsSent(asked) : undefined;
}

/** The token where the service wants it, or a fresh signature (RFC 5849): one is good for one request. */
function place(
  hop: HopDetail,
  asked: URL | undefined,
  connection: Connection,
  tokenSet: TokenSet,
  { fetch, masker, resources }: WithTokenNeeds,
): Filled {
  const { in: where, name } = connection.tokenPlacement;
  const resource = hop.resourceId === undefined ? undefined : resources.find(hop.resourceId);
  const own = resource === undefined ? [] : secretParameters(resource);
  const at = (url: URL) => fetch.tokenHeader.place(connection, tokenSet, url);
  const hidden = new Set([name, ...own].map(plainName));
  const looksTheSame = (url: URL) => masker.text(urlAsSent(url), 'data', hidden) === hop.url;
  const exact = asked && looksTheSame(at(asked).url);
  const target = exact ? asked : new URL(hop.url);
  fetch.tokenHeader.requireHost(connection, target, tokenSet.values);
  const { url, headers } = at(target);
  const hadToken = where === 'header' || new URL(hop.url).searchParams.has(name);
  const text = urlAsSent(url).replaceAll(encodeURIComponent(maskMark), maskMark);
  return { url: exact || (hadToken && where === 'query') ? text : hop.url, headers };
}
