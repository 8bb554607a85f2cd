import { z } from 'zod';
import { parseJson } from '../http/parse-json.ts';
import type { HttpResponse } from '../http/request-text.ts';
import type { TokenMapping } from '../shared/connection/token-mapping.ts';
import { OAuthError } from '../shared/errors.ts';
import { valueAt } from '../shared/json-pointer.ts';
import { type Message, message } from '../shared/messages/message.ts';
import { safeText } from '../shared/safe-text.ts';
import { valuesOf } from './captured-values.ts';
import { tokenEnd, tokenExpiry } from './expiry.ts';
import { scopeField, scopesIn } from './granted-scopes.ts';
import { readServiceError, readTextSaid, type ServiceError } from './service-error.ts';
import { refusalError } from './token-errors.ts';
import type { TokenSet } from './token-set.ts';

const text = z.string().min(1).optional().catch(undefined);
/** RFC 6749 §5.1, as loosely as services follow it: only an access token is required, as a string. */
const tokenFieldsSchema = z.object({
  access_token: text,
  token_type: text,
  refresh_token: text,
  expires_in: z.unknown().optional(),
  // Non-standard: the expiry as a time (Strava, doorkeeper, Authlib, Mattermost).
  expires_at: z.unknown().optional(),
  expires_on: z.unknown().optional(),
  // A lifetime at Facebook, a time at other services.
  expires: z.unknown().optional(),
  refresh_token_expires_at: z.unknown().optional(),
  // Non-standard: the most common name, Keycloak's, and Intuit's.
  refresh_token_expires_in: z.unknown().optional(),
  refresh_expires_in: z.unknown().optional(),
  x_refresh_token_expires_in: z.unknown().optional(),
  id_token: text,
  scope: scopeField,
});
type TokenFields = z.infer<typeof tokenFieldsSchema>;

/** The fields of an object, including those that the service names differently. `undefined`: not an object. */
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

/** RFC 6749 appendix A.12: visible ASCII. Other characters would break or inject into the request header. */
const headerSafe = /^[\x20-\x7e]+$/;

export type ParsedBody = { value: unknown } | { text: string; isHtml: boolean };

/**
 * Parses JSON regardless of the content type, otherwise a form (early drafts of RFC 6749, Facebook, GitHub), otherwise
 * text.
 */
export function parseBody(response: HttpResponse): ParsedBody {
  const body = response.text.replace(/^\ufeff/, '').trim();
  const contentType = response.headers['content-type'] ?? '';
  try {
    return { value: parseJson(body) };
  } catch {
    // Not JSON: try the next format.
  }
  // Looks at the text before the content type: X sends OAuth1 responses as text/html.
  const looksLikeForm = /^[\w.-]+=/.test(body) && !/[\s<>{}]/.test(body);
  if (looksLikeForm || /x-www-form-urlencoded/i.test(contentType))
    return { value: Object.fromEntries(new URLSearchParams(body)) };
  return { text: body, isHtml: /html/i.test(contentType) || /^<(!doctype|html|head|body)/i.test(body) };
}

export interface ReadContext {
  host: string;
  /** When the response arrived, epoch ms. */
  now: number;
  places: TokenMapping;
  /** `Connection.capturedValues`. */
  capturedValues: Readonly<Record<string, string>>;
  /** The parameters of the callback that brought the code, to capture values from. */
  callback?: Readonly<Record<string, string>> | undefined;
  /** Maps the service's error names, in lower case, to the standard's. */
  errorNames?: Readonly<Record<string, string>> | undefined;
}

/** A parsed token response. `idToken` is as sent: `readIdToken` checks it. It is not stored. */
export interface ReceivedToken {
  tokenSet: TokenSet;
  idToken?: string | undefined;
}

/**
 * Reads a token endpoint's response. Throws OAuthError: those of `refusalError` for refusals; for a successful status
 * without a usable token `token.empty`, `token.null`, `token.array`, `token.html`, `token.not_json`,
 * `token.error_in_200`, `token.no_access_token`, `token.malformed_token`, `token.unsupported_type` (row 26).
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
  if (value === null) throw new OAuthError('token.null', message('oauth.token.null', { host }));
  if (Array.isArray(value)) throw new OAuthError('token.array', message('oauth.token.list', { host }));
  if (typeof value !== 'object') throw new OAuthError('token.not_json', message('oauth.token.singleValue', { host }));
  const service = readServiceError(value);
  const chosen = readFields(valueAt(value, places.tokenPointer), places);
  // Slack omits the outer object in responses to a refresh.
  const fields = (chosen?.access_token === undefined ? readFields(value, places) : chosen) ?? {};
  const refused = 'ok' in value && value.ok === false;
  if (refused || (fields.access_token === undefined && service.error !== undefined))
    throw refusalError({ response, host, now, service: withStandardName(service, context) });
  return { tokenSet: toTokenSet(fields, value, context), idToken: fields.id_token };
}

/** Keeps the service's own message. */
function withStandardName(service: ServiceError, { errorNames = {} }: ReadContext): ServiceError {
  const name = service.error?.toLowerCase() ?? '';
  return Object.hasOwn(errorNames, name) ? { ...service, error: errorNames[name] } : service;
}

function unreadable(response: HttpResponse, body: { text: string; isHtml: boolean }, host: string) {
  if (body.text === '') return new OAuthError('token.empty', message('oauth.token.empty', { host }));
  const facts = { serviceMessage: readTextSaid(body.text, body.isHtml), details: { host, status: response.status } };
  return body.isHtml
    ? new OAuthError('token.html', message('oauth.token.webPage', { host }), facts)
    : new OAuthError('token.not_json', message('oauth.token.otherFormat', { host }), facts);
}

function toTokenSet(fields: TokenFields, value: object, context: ReadContext): TokenSet {
  const { host, now, places } = context;
  const { access_token: accessToken, refresh_token: refreshToken, token_type: tokenType = 'Bearer' } = fields;
  if (accessToken === undefined)
    throw new OAuthError('token.no_access_token', message('oauth.token.noAccessToken', { host }));
  if (!headerSafe.test(accessToken) || (refreshToken !== undefined && !headerSafe.test(refreshToken)))
    throw new OAuthError('token.malformed_token', message('oauth.token.malformed', { host }));
  if (unusableTypes.has(tokenType.toLowerCase()))
    throw new OAuthError('token.unsupported_type', message('oauth.token.unusableType', { host }), {
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

/** Zero and less count as absent: Keycloak sends 0 for a refresh token that does not expire. */
function refreshTokenExpiry(fields: TokenFields, now: number): number | undefined {
  const lifetime = fields.refresh_token_expires_in ?? fields.refresh_expires_in ?? fields.x_refresh_token_expires_in;
  const expiresAt = tokenExpiry(lifetime, now);
  if (expiresAt !== undefined) return expiresAt === now ? undefined : expiresAt;
  return tokenEnd(fields.refresh_token_expires_at, now);
}

/**
 * Types that require a proof with each request. As bearer tokens they would fail only later, where the cause is hard to
 * see.
 */
const unusableTypes = new Set(['mac', 'pop', 'dpop', 'hok']);
/** Compared case-insensitively (RFC 6749 §5.1). The last two are Slack's names for bearer tokens. */
const bearerTypes = new Set(['bearer', 'oauth1', 'user', 'bot']);

/**
 * A sentence about an unknown token type, otherwise `undefined` (row 27). The app uses such a token as a bearer token.
 */
export function describeTokenType(tokenSet: Pick<TokenSet, 'tokenType'>): Message | undefined {
  if (bearerTypes.has(tokenSet.tokenType.toLowerCase())) return undefined;
  return message('oauth.token.unknownType', { type: safeText(tokenSet.tokenType, 60) });
}
