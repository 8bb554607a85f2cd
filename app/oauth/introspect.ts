import { z } from 'zod';
import { type HttpResponse, requestText } from '../http/request-text.ts';
import { OAuthError } from '../shared/errors.ts';
import { type Message, message } from '../shared/messages/message.ts';
import { safeText } from '../shared/safe-text.ts';
import { requireSecureUrl } from '../shared/secure-url.ts';
import { claimsAccount } from './claims.ts';
import { clientRequest } from './client-authentication.ts';
import { absoluteTime } from './expiry.ts';
import { scopeField, scopesIn } from './granted-scopes.ts';
import type { TokenRequestContext } from './oauth2-client.ts';
import { readServiceError } from './service-error.ts';
import type { OAuth2Settings } from './settings.ts';
import { transientError } from './token-errors.ts';
import { withTokenHeaders } from './token-headers.ts';
import { parseBody } from './token-response.ts';
import type { TokenSet } from './token-set.ts';

/** What a service says about a token. Times are epoch ms; texts are safe to show. */
export interface Introspection {
  active: boolean;
  scopes?: string[];
  expiresAt?: number;
  account?: string;
  /** All other facts: a label, or the service's name for the value, and the value. */
  facts: [label: Message | string, value: string][];
}

/** RFC 7662 §2.2: only `active` is required. */
const responseSchema = z.looseObject({
  active: z.boolean(),
  scope: scopeField,
  exp: z.unknown().optional(),
});

/** Claims with a label. */
const labelled = ['client_id', 'token_type', 'sub', 'aud', 'iss', 'iat', 'nbf', 'jti'] as const;
/** Fields that have their own place in `Introspection`. */
const told = new Set(['active', 'scope', 'exp', 'username']);
const times = new Set(['iat', 'nbf']);
const mostFacts = 30;

/**
 * Asks the service about the access token (RFC 7662), with the connection's client authentication. Throws OAuthError
 * `introspection.not_supported`, `introspection.refused`, `introspection.unreadable`, `token.rate_limited`,
 * `token.server_error`; HttpError `http.*`.
 */
export async function introspectToken(
  settings: OAuth2Settings,
  tokenSet: TokenSet,
  context: TokenRequestContext,
): Promise<Introspection> {
  if (settings.introspectionUrl === undefined || settings.introspectionUrl === '')
    throw new OAuthError('introspection.not_supported', message('oauth.introspection.notSupported'));
  const url = requireSecureUrl(settings.introspectionUrl, message('fields.url.introspectionUrl'));
  const parameters = { token: tokenSet.accessToken, token_type_hint: 'access_token' };
  // RFC 7662 §2.1: always a form, whatever format the token endpoint accepts.
  const { headers: own, body } = clientRequest({ ...settings, tokenRequestFormat: 'form' }, parameters);
  const headers = withTokenHeaders(settings, own);
  const { http, signal, timeoutMs } = context;
  const response = await requestText(http, {
    method: 'POST',
    url,
    headers,
    body,
    signal,
    timeoutMs,
    kind: 'introspect',
  });
  return readIntrospection(response, { host: url.host, now: context.now() });
}

/** Reads the response to an introspection request. Throws as `introspectToken`. */
export function readIntrospection(response: HttpResponse, { host, now }: { host: string; now: number }): Introspection {
  const body = parseBody(response);
  const value = 'value' in body ? body.value : undefined;
  if (response.status !== 200) {
    const service = readServiceError(value);
    throw (
      transientError({ response, host, now, service }) ??
      new OAuthError(
        'introspection.refused',
        message('oauth.introspection.refused', { host, status: response.status }),
        {
          serviceMessage: service.serviceMessage,
          details: { host, status: response.status },
        },
      )
    );
  }
  const parsed = responseSchema.safeParse(value);
  if (!parsed.success)
    throw new OAuthError('introspection.unreadable', message('oauth.introspection.unreadable', { host }), {
      details: { host },
    });
  const { active, scope, exp, ...rest } = parsed.data;
  const account = claimsAccount(parsed.data);
  // Some services send milliseconds or microseconds, which are invalid dates if read as seconds.
  const expiresAt = absoluteTime(exp);
  const scopes = scopesIn(scope) ?? [];
  return {
    active,
    ...(scopes.length === 0 ? {} : { scopes: scopes.map((each) => safeText(each, 200)) }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...(account === undefined ? {} : { account }),
    facts: factsOf(rest),
  };
}

function factsOf(claims: Record<string, unknown>): Introspection['facts'] {
  const facts: Introspection['facts'] = [];
  for (const [name, value] of Object.entries(claims)) {
    if (told.has(name) || value === null || value === undefined || facts.length === mostFacts) continue;
    const time = times.has(name) ? absoluteTime(value) : undefined;
    const text = time === undefined ? plain(value) : new Date(time).toISOString();
    const known = labelled.find((each) => each === name);
    const label = known === undefined ? safeText(name, 60) : message(`oauth.introspection.fact.${known}`);
    facts.push([label, safeText(text, 300)]);
  }
  return facts;
}

const plain = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));
