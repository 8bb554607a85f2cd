import type { TokenSet } from '../../oauth/token-set.ts';
import type { Connection } from '../../shared/connection/connection.ts';
import { RequestError } from '../../shared/errors.ts';
import { message } from '../../shared/messages/message.ts';
import type { Resource } from '../../shared/resource/resource.ts';
import { withoutSecrets } from '../redirect-secrets.ts';
import { hostNotAllowed, type RequestAuthorizer } from '../request-authorizer.ts';

/**
 * What a request carries. `token`: to another host that the connection lists, it carries what OAuth adds, but nothing
 * meant for the resource's own host. `none` is final: otherwise a foreign host could choose where the token is sent.
 */
export type Trust = 'all' | 'token' | 'none';

/** What a page hands on to the next one. */
export interface Trail {
  trust: Trust;
  /** What the services so far have seen, and may copy into a URL. */
  secrets: readonly string[];
}

/** A page whose URL the page before named. */
export interface NextPage {
  href: string;
  from: { finalUrl: URL; trail: Trail };
}

interface Whose {
  resource: Resource;
  connection: Connection | undefined;
  values: TokenSet['values'];
  tokenParameter: string | undefined;
  secrets: readonly string[];
}

/**
 * Where the next page is, and what its request carries: within the origin the same as the page before, on a host that
 * the connection lists the token. Throws RequestError `resource.page_refused`, `resource.host_not_allowed`.
 */
export function nextPageOf(
  { href, from: { finalUrl: from, trail } }: NextPage,
  { resource, connection, values, tokenParameter, secrets }: Whose,
  authorizer: Pick<RequestAuthorizer, 'isListed'>,
): { url: URL; trust: Trust } {
  const url = nextUrl({ href, from, tokenParameter, secrets });
  if (url.origin === from.origin) return { url, trust: trail.trust };
  // The body and the headers were written for the resource's own host.
  if (resource.method === 'POST') throw refusedPage('pages.url.body', url);
  if (connection === undefined) throw refusedPage('pages.url.elsewhere', url);
  if (!authorizer.isListed(connection, url, values)) throw hostNotAllowed(connection, url);
  return { url, trust: trail.trust === 'none' ? 'none' : 'token' };
}

interface NextUrl {
  href: string;
  /** The URL of the page that named it. */
  from: URL;
  tokenParameter: string | undefined;
  secrets: readonly string[];
}

/**
 * The URL of the next page, as a page named it: relative to that page, and without secrets that the service copied into
 * it, like a redirect (row 42). Throws RequestError `resource.page_refused`.
 */
function nextUrl({ href, from, tokenParameter, secrets }: NextUrl): URL {
  if (!URL.canParse(href, from)) throw new RequestError('resource.page_refused', message('pages.url.invalid'));
  const to = new URL(href, from);
  const isHttp = to.protocol === 'https:' || to.protocol === 'http:';
  if (!isHttp || (from.protocol === 'https:' && to.protocol === 'http:'))
    throw refusedPage('pages.url.insecure', to, `${to.protocol}//${to.host}`);
  // The service must not choose a login. Neither is sent with a request.
  to.username = '';
  to.password = '';
  try {
    return withoutSecrets(to, from, { tokenParameter, secrets }).url;
  } catch {
    throw refusedPage('pages.url.secret', to, to.host);
  }
}

const refusedPage = (
  id: 'pages.url.insecure' | 'pages.url.secret' | 'pages.url.elsewhere' | 'pages.url.body',
  to: URL,
  url = to.host,
): RequestError => new RequestError('resource.page_refused', message(id, { url }), { details: { host: to.host } });
