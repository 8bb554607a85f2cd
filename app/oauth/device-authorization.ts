import { z } from 'zod';
import { redact } from '../console/mask/redact.ts';
import { type HttpResponse, requestText } from '../http/request-text.ts';
import { OAuthError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
import { safeText } from '../shared/safe-text.ts';
import { isSecureUrl, requireSecureUrl } from '../shared/secure-url.ts';
import { clientRequest } from './client-authentication.ts';
import type { TokenRequestContext } from './oauth2-client.ts';
import { scopeParameters, withExtraParameters } from './parameters.ts';
import { readServiceError, readTextSaid } from './service-error.ts';
import type { DeviceLogin, OAuth2Settings } from './settings.ts';
import { refusalError } from './token-errors.ts';
import { clientSecretsOf, withTokenHeaders } from './token-headers.ts';
import { parseBody } from './token-response.ts';

/** A response to a device authorization request (RFC 8628 §3.2). */
export interface DeviceAuthorization {
  /** Secret: this code is exchanged for the token. */
  deviceCode: string;
  login: DeviceLogin;
  /** The minimum time between two polls, ms. */
  intervalMs: number;
}

/** RFC 8628 §3.2. */
const defaultIntervalSeconds = 5;
/** For services that omit the lifetime of their code, although it is required. */
const defaultLifetimeSeconds = 15 * 60;
const longestLifetimeSeconds = 86_400;

/** Reads a number or a numeric string. Anything else counts as absent. */
function seconds(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) && number >= 0 ? number : undefined;
}
const responseSchema = z.object({
  device_code: z.string().min(1),
  user_code: z.string().min(1).max(200),
  verification_uri: z.string().optional(),
  // Google's name, from an early draft.
  verification_url: z.string().optional(),
  verification_uri_complete: z.string().optional().catch(undefined),
  // Not `transform`: zod requires fields that have one.
  expires_in: z.unknown().optional(),
  interval: z.unknown().optional(),
});

/** A page for the user: https, or http on this machine, for the practice service. */
function safePage(text: string | undefined): string | undefined {
  if (text === undefined || text.length > 2000 || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return isSecureUrl(url) && url.username === '' && url.password === '' ? url.href : undefined;
}

const parametersOf = (settings: OAuth2Settings) =>
  withExtraParameters(scopeParameters(settings), settings.extraAuthorizationParameters, [
    'client_id',
    'client_secret',
    'grant_type',
  ]);

/**
 * Requests a code that the user enters on another device (RFC 8628 §3.1). Throws OAuthError `device.wrong_address`,
 * `device.no_code`, `device.unsafe_page`, `token.*` for refusals, `token.reserved_parameter`; HttpError `http.*`.
 */
export async function requestDeviceAuthorization(
  settings: OAuth2Settings,
  context: TokenRequestContext,
): Promise<DeviceAuthorization> {
  const url = requireSecureUrl(settings.deviceAuthorizationUrl ?? '', message('fields.url.deviceAuthorizationUrl'));
  const { headers: own, body } = clientRequest(settings, parametersOf(settings));
  const headers = withTokenHeaders(settings, own);
  const { http, signal, timeoutMs } = context;
  const response = await requestText(http, { method: 'POST', url, headers, body, signal, timeoutMs, kind: 'device' });
  return readDeviceAuthorization(response, { host: url.host, now: context.now(), secrets: clientSecretsOf(settings) });
}

interface ReadContext {
  host: string;
  /** Epoch ms. */
  now: number;
  secrets: readonly (string | undefined)[];
}

/** See `requestDeviceAuthorization`. */
export function readDeviceAuthorization(
  response: HttpResponse,
  { host, now, secrets }: ReadContext,
): DeviceAuthorization {
  const body = parseBody(response);
  const value = 'value' in body ? body.value : undefined;
  const service = 'value' in body ? readServiceError(value) : { serviceMessage: readTextSaid(body.text, body.isHtml) };
  const success = response.status >= 200 && response.status < 300;
  const facts = { serviceMessage: service.serviceMessage, details: { host, status: response.status } };
  const misplaced =
    response.status === 404 || response.status === 405 || (response.status >= 300 && response.status < 400);
  if (misplaced && service.error === undefined)
    throw new OAuthError('device.wrong_address', message('oauth.device.wrongAddress', { host }), facts);
  const parsed = responseSchema.safeParse(value);
  // GitHub sends refusals with status 200.
  if (!success || (!parsed.success && service.error !== undefined))
    throw refusalError({ response, host, now, service });
  if (!parsed.success) throw new OAuthError('device.no_code', message('oauth.device.noCode', { host }), facts);
  const { device_code: deviceCode, user_code, expires_in, interval, ...pages } = parsed.data;
  const verificationUri = safePage(pages.verification_uri ?? pages.verification_url);
  const userCode = safeText(user_code, 100);
  // The user must see this text, so it cannot be masked.
  const holdsSecret = (text: string): boolean => redact(text, secrets) !== text;
  if (holdsSecret(userCode) || holdsSecret(verificationUri ?? ''))
    throw new OAuthError('device.no_code', message('oauth.device.holdsSecret', { host }), {
      details: { host },
    });
  if (verificationUri === undefined)
    throw new OAuthError('device.unsafe_page', message('oauth.device.unsafePage', { host }), {
      serviceMessage: safeText(pages.verification_uri ?? pages.verification_url ?? '', 200) || undefined,
      details: { host },
    });
  const complete = safePage(pages.verification_uri_complete);
  const verificationUriComplete = complete === undefined || holdsSecret(complete) ? undefined : complete;
  const lifetime = Math.min(seconds(expires_in) || defaultLifetimeSeconds, longestLifetimeSeconds);
  return {
    deviceCode,
    login: {
      userCode,
      verificationUri,
      ...(verificationUriComplete === undefined ? {} : { verificationUriComplete }),
      expiresAt: now + lifetime * 1000,
    },
    intervalMs: Math.min(Math.max(seconds(interval) ?? defaultIntervalSeconds, 1), 300) * 1000,
  };
}
