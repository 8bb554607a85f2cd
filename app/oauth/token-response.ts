import { z } from 'zod';
import { parseJson } from '../http/parse-json.ts';
import type { HttpResponse } from '../http/request-text.ts';
import type { TokenMapping } from '../shared/connection/token-mapping.ts';
import { OAuthError } from '../shared/errors.ts';
import { valueAt } from '../shared/json-pointer.ts';
import { safeText } from '../shared/safe-text.ts';
import { valuesOf } from './captured-values.ts';
import { tokenEnd, tokenExpiry } from './expiry.ts';
import { scopeField, scopesIn } from './granted-scopes.ts';
import { readServiceError, readTextSaid, type ServiceError } from './service-error.ts';
import { refusalError } from './token-errors.ts';
import type { TokenSet } from './token-set.ts';

const text = z.string().min(1).optional().catch(undefined);
/** RFC 6749 §5.1, as loosely as services write it: only an access token must be there and must be a text. */
const tokenFieldsSchema = z.object({
  access_token: text,
  token_type: text,
  refresh_token: text,
  expires_in: z.unknown().optional(),
  // Nobody's standard: the end as a time (Strava, doorkeeper, Authlib, Mattermost).
  expires_at: z.unknown().optional(),
  expires_on: z.unknown().optional(),
  // A lifetime at Facebook, a time elsewhere.
  expires: z.unknown().optional(),
  refresh_token_expires_at: z.unknown().optional(),
  // Nobody's standard: most services' name, Keycloak's, Intuit's.
  refresh_token_expires_in: z.unknown().optional(),
  refresh_expires_in: z.unknown().optional(),
  x_refresh_token_expires_in: z.unknown().optional(),
  id_token: text,
  scope: scopeField,
});
type TokenFields = z.infer<typeof tokenFieldsSchema>;

/** The fields of an object, those that the service calls otherwise included; `undefined`: it is no object. */
function readFields(value: unknown, places: TokenMapping): TokenFields | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const named = (pointer: string, name: string) => {
    const found = pointer === '' ? undefined : valueAt(value, pointer);
    return found === undefined || found === null ? {} : { [name]: found };
  };
  const parsed = tokenFieldsSchema.safeParse({
    ...value,
    ...named(places.accessToken, 'access_token'),
    ...named(places.refreshToken, 'refresh_token'),
    ...named(places.expiresIn, 'expires_in'),
  });
  return parsed.data;
}

/** RFC 6749 appendix A.12: visible ASCII. Anything else would break, or break into, the request header. */
const headerSafe = /^[\x20-\x7e]+$/;

export type ParsedBody = { value: unknown } | { text: string; isHtml: boolean };

/** JSON whatever the content type says, else form-encoded (RFC 6749's early drafts, Facebook, GitHub), else a text. */
export function parseBody(response: HttpResponse): ParsedBody {
  const body = response.text.replace(/^\ufeff/, '').trim();
  const contentType = response.headers['content-type'] ?? '';
  try {
    return { value: parseJson(body) };
  } catch {
    // Not JSON: the next forms are tried.
  }
  // By its looks before its content type: X sends its OAuth1 responses as text/html.
  const looksLikeForm = /^[\w.-]+=/.test(body) && !/[\s<>{}]/.test(body);
  if (looksLikeForm || /x-www-form-urlencoded/i.test(contentType))
    return { value: Object.fromEntries(new URLSearchParams(body)) };
  return { text: body, isHtml: /html/i.test(contentType) || /^<(!doctype|html|head|body)/i.test(body) };
}

export interface ReadContext {
  host: string;
  /** Epoch ms of the moment the response came. */
  now: number;
  places: TokenMapping;
  /** `Connection.capturedValues`. */
  capturedValues: Readonly<Record<string, string>>;
  /** The parameters of the callback that brought the code, for the captured values. */
  callback?: Readonly<Record<string, string>> | undefined;
  /** The service's own names of errors, in lower case → the standard's. */
  errorNames?: Readonly<Record<string, string>> | undefined;
}

/** A token response, read. `idToken` is as sent, not checked: `readIdToken` does that. It is not stored. */
export interface ReceivedToken {
  tokenSet: TokenSet;
  idToken?: string | undefined;
}

/**
 * Reads a token endpoint's response. Throws OAuthError: for refusals those of `refusalError`; for a success that is none
 * `token.empty`, `token.null`, `token.array`, `token.html`, `token.not_json`, `token.error_in_200`,
 * `token.no_access_token`, `token.malformed_token`, `token.unsupported_type` (row 26).
 */
export function readTokenResponse(response: HttpResponse, context: ReadContext): ReceivedToken {
  const { host, now, places } = context;
  const body = parseBody(response);
  const success = response.status >= 200 && response.status < 300;
  if (!success) {
    const service =
      'value' in body ? readServiceError(body.value) : { serviceMessage: readTextSaid(body.text, body.isHtml) };
    throw refusalError({ response, host, now, service: withStandardName(service, context) });
  }
  if (!('value' in body)) throw unreadable(response, body, host);
  const { value } = body;
  if (value === null) throw new OAuthError('token.null', `${host} sent "null" instead of a token.`);
  if (Array.isArray(value)) throw new OAuthError('token.array', `${host} sent a list instead of a token.`);
  if (typeof value !== 'object')
    throw new OAuthError('token.not_json', `${host} sent a single value instead of a token.`);
  const service = readServiceError(value);
  const chosen = readFields(valueAt(value, places.tokenPointer), places);
  // Responses to a refresh leave the wrapping out (Slack).
  const fields = (chosen?.access_token === undefined ? readFields(value, places) : chosen) ?? {};
  const refused = 'ok' in value && value.ok === false;
  if (refused || (fields.access_token === undefined && service.error !== undefined))
    throw refusalError({ response, host, now, service: withStandardName(service, context) });
  return { tokenSet: toTokenSet(fields, value, context), idToken: fields.id_token };
}

/** What is said stays the service's own. */
function withStandardName(service: ServiceError, { errorNames = {} }: ReadContext): ServiceError {
  const name = service.error?.toLowerCase() ?? '';
  return Object.hasOwn(errorNames, name) ? { ...service, error: errorNames[name] } : service;
}

function unreadable(response: HttpResponse, body: { text: string; isHtml: boolean }, host: string) {
  if (body.text === '') return new OAuthError('token.empty', `${host} sent an empty response.`);
  const facts = { serviceMessage: readTextSaid(body.text, body.isHtml), details: { host, status: response.status } };
  return body.isHtml
    ? new OAuthError('token.html', `${host} sent a web page. Check the access token URL.`, facts)
    : new OAuthError('token.not_json', `${host} sent something other than a token response.`, facts);
}

function toTokenSet(fields: TokenFields, value: object, context: ReadContext): TokenSet {
  const { host, now, places } = context;
  const { access_token: accessToken, refresh_token: refreshToken, token_type: tokenType = 'Bearer' } = fields;
  if (accessToken === undefined)
    throw new OAuthError('token.no_access_token', `${host} sent a response without an access token.`);
  if (!headerSafe.test(accessToken) || (refreshToken !== undefined && !headerSafe.test(refreshToken)))
    throw new OAuthError('token.malformed_token', `${host} sent a token with characters that are not allowed.`);
  if (unusableTypes.has(tokenType.toLowerCase()))
    throw new OAuthError('token.unsupported_type', `${host} sent a token of a type that Tokenboard cannot use.`, {
      serviceMessage: safeText(tokenType, 60),
    });
  const account = places.account === '' ? undefined : valueAt(value, places.account);
  const expiresAt =
    tokenExpiry(fields.expires_in, now) ??
    tokenEnd(fields.expires_at, now) ??
    tokenEnd(fields.expires_on, now) ??
    tokenEnd(fields.expires, now);
  const refreshTokenExpiresAt = refreshToken === undefined ? undefined : refreshTokenExpiry(fields, now);
  const scopes = scopesIn(fields.scope);
  return {
    accessToken,
    tokenType,
    obtainedAt: now,
    ...(refreshToken === undefined ? {} : { refreshToken }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...(refreshTokenExpiresAt === undefined ? {} : { refreshTokenExpiresAt }),
    ...valuesOf(context, { callback: context.callback, response: value }),
    ...(scopes === undefined ? {} : { scopes }),
    ...(typeof account === 'string' && account !== '' ? { account: safeText(account, 200) } : {}),
  };
}

/** Zero and less count as not said: Keycloak's 0 is a refresh token without an end. */
function refreshTokenExpiry(fields: TokenFields, now: number): number | undefined {
  const lifetime = fields.refresh_token_expires_in ?? fields.refresh_expires_in ?? fields.x_refresh_token_expires_in;
  const expiresAt = tokenExpiry(lifetime, now);
  if (expiresAt !== undefined) return expiresAt === now ? undefined : expiresAt;
  return tokenEnd(fields.refresh_token_expires_at, now);
}

/** Kinds that need a proof with each request: used as a bearer token they only fail later, and further from the cause. */
const unusableTypes = new Set(['mac', 'pop', 'dpop', 'hok']);
/** Compared without case (RFC 6749 §5.1). The last ones are Slack's names for what is a bearer token. */
const bearerTypes = new Set(['bearer', 'oauth1', 'user', 'bot']);

/** A sentence about a token type that nobody knows, else nothing (row 27). It is used as a bearer token. */
export function describeTokenType(tokenSet: Pick<TokenSet, 'tokenType'>): string | undefined {
  if (bearerTypes.has(tokenSet.tokenType.toLowerCase())) return undefined;
  return `The service calls this token "${safeText(tokenSet.tokenType, 60)}", which Tokenboard does not know. It is used as a bearer token.`;
}
