import type { HttpClient } from '../http/client.ts';
import { parseJson } from '../http/parse-json.ts';
import { type HttpResponse, requestText } from '../http/request-text.ts';
import type { DiscoveredService } from '../shared/contract/connections.ts';
import { OAuthError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
import { safeText } from '../shared/safe-text.ts';
import { requireSecureUrl } from '../shared/secure-url.ts';
import { readDiscoveryDocument } from './discovery-document.ts';

const openidName = '/.well-known/openid-configuration';
const oauthName = '/.well-known/oauth-authorization-server';
/** Small limits: a document is a few kilobytes, and the user waits for it in a form. */
const limits = { timeoutMs: 15_000, maxBytes: 512 * 1024 };

interface Asked {
  /** The issuers that the document may name. */
  issuers: string[];
  /** Candidate URLs of the document, in the order to try. */
  urls: URL[];
  /** Whether the user gave the document's own URL. */
  byDocumentUrl: boolean;
}

/**
 * Reads what the user pasted as the issuer. Accepts an issuer with or without a final slash, without https://, or the
 * URL of the document itself, by OpenID Connect (name at the end) or RFC 8414 §3.1 (name after the host). A document's
 * URL may have a query (Azure AD B2C's `?p=policy`); then only that URL is requested. Throws OAuthError
 * `discovery.invalid_issuer`; HttpError `http.invalid_url`, `http.insecure_url`.
 */
export function readIssuer(pasted: string): Asked {
  const trimmed = pasted.trim();
  const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) || trimmed === '' ? trimmed : `https://${trimmed}`;
  const url = requireSecureUrl(text, message('fields.url.issuer'));
  const { origin, pathname, search } = url;
  const atEnd = [openidName, oauthName].find((name) => pathname.endsWith(name));
  const afterHost = [openidName, oauthName].find((name) => pathname.startsWith(`${name}/`));
  const isDocument = atEnd !== undefined || afterHost !== undefined;
  // RFC 8414 §2: an issuer has neither a query nor a fragment.
  if (text.includes('#') || (text.includes('?') && !isDocument))
    throw new OAuthError('discovery.invalid_issuer', message('oauth.discovery.invalidIssuer'));
  const path = atEnd === undefined ? pathname.slice(afterHost?.length ?? 0) : pathname.slice(0, -atEnd.length);
  if (search !== '') return { issuers: bothSpellings(origin + path), urls: [url], byDocumentUrl: true };
  return isDocument ? askedFor(bothSpellings(origin + path), [url]) : askedFor([text], []);
}

/** A document's URL does not show whether its issuer ends with a slash: both issuers share one document. */
const bothSpellings = (issuer: string) => [issuer.replace(/\/$/, ''), `${issuer.replace(/\/$/, '')}/`];

function askedFor(issuers: string[], given: URL[]): Asked {
  const { origin, pathname } = new URL(issuers[0] ?? '');
  // Both standards remove a final slash first (OpenID Connect Discovery §4, RFC 8414 §3.1).
  const path = pathname.replace(/\/$/, '');
  const usual = [origin + path + openidName, origin + oauthName + path];
  const urls = [...new Set([...given.map((url) => url.href), ...usual])].map((href) => new URL(href));
  return { issuers, urls, byDocumentUrl: given.length > 0 };
}

/**
 * Requests a service's discovery document (OpenID Connect Discovery §4, RFC 8414 §3). Throws OAuthError `discovery.*`;
 * HttpError `http.*`.
 */
export async function discoverService(
  issuer: string,
  { http, signal }: { http: HttpClient; signal?: AbortSignal | undefined },
): Promise<DiscoveredService> {
  const { issuers, urls, byDocumentUrl } = readIssuer(issuer);
  const failures: OAuthError[] = [];
  for (const url of urls) {
    const headers = { accept: 'application/json' };
    const response = await requestText(http, { method: 'GET', url, headers, signal, ...limits, kind: 'discovery' });
    const document = parse(response);
    if (document !== undefined) return readDiscoveryDocument(document, { issuers, url, byDocumentUrl });
    failures.push(failure(response, url.host));
  }
  // Report the first failure other than "not found", otherwise the first one.
  throw failures.find(({ code }) => code !== 'discovery.not_found') ?? failures[0] ?? notFound('', 0);
}

/** The document. `undefined`: there is none, as many sites respond to any URL with a page and 200. */
function parse({ status, text }: HttpResponse): object | undefined {
  if (status !== 200) return undefined;
  try {
    const value: unknown = parseJson(text.replace(/^\ufeff/, ''));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const notFound = (host: string, status: number) =>
  new OAuthError('discovery.not_found', message('oauth.discovery.notFound', { host }), {
    details: { host, status },
  });

function failure({ status, headers }: HttpResponse, host: string): OAuthError {
  if (status >= 300 && status < 400) {
    const to = safeText(headers.location ?? '', 300);
    // RFC 8414 §3.2: only a 200 counts. Following a redirect would ask another issuer.
    return new OAuthError('discovery.redirected', message('oauth.discovery.redirected', { host }), {
      ...(to === '' ? {} : { serviceMessage: to }),
      details: { host, status },
    });
  }
  if (status === 429 || status >= 500)
    return new OAuthError('discovery.unavailable', message('oauth.token.serverError', { host }), {
      details: { host, status },
    });
  return notFound(host, status);
}
