import { setTimeout as sleep } from 'node:timers/promises';
import { cancelledError } from '../http/errors.ts';
import { tokenRequestParameters } from '../shared/connection/reserved-parameters.ts';
import { AppError, OAuthError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
import { requireSecureUrl } from '../shared/secure-url.ts';
import { identify } from './account.ts';
import { type DeviceAuthorization, requestDeviceAuthorization } from './device-authorization.ts';
import { prepareTokenRequest, requestTokenByDeviceCode } from './oauth2-client.ts';
import { withExtraParameters } from './parameters.ts';
import type { GrantContext, OAuth2Settings } from './settings.ts';
import { isTransient } from './token-errors.ts';
import type { ReceivedToken } from './token-response.ts';
import type { TokenSet } from './token-set.ts';

export type DeviceContext = Pick<GrantContext, 'http' | 'signal' | 'onStep' | 'onDeviceLogin' | 'now'>;
/** Rejects when the signal aborts. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<unknown>;

/** RFC 8628 §3.5: "the interval MUST be increased by 5 seconds for this and all subsequent requests". */
const slowerByMs = 5_000;
const longestPauseMs = 60_000;

/**
 * The device code grant (RFC 8628): the user logs in on another device while the app polls for the token. Throws
 * OAuthError `device.*`, `token.*`, `id_token.*`; HttpError `http.*`, `http.cancelled` when the signal aborts.
 */
export async function requestDeviceCodeToken(
  settings: OAuth2Settings,
  context: DeviceContext,
  wait: Wait = (ms, signal) => sleep(ms, undefined, { signal }),
): Promise<TokenSet> {
  // Check before the login, so that a wrong URL or parameter does not cost the user a login.
  requireSecureUrl(settings.accessTokenUrl, message('fields.url.accessTokenUrl'));
  const extra = withExtraParameters({}, settings.extraTokenParameters, [...tokenRequestParameters, 'device_code']);
  const { http, signal, now } = context;
  const authorization = await requestDeviceAuthorization(settings, { http, signal, now });
  context.onDeviceLogin(authorization.login);
  context.onStep('device_code_received');
  context.onStep('waiting_for_login');
  void prepareTokenRequest(settings, http);
  const ask = () => requestTokenByDeviceCode(settings, authorization.deviceCode, extra, { http, signal, now });
  const received = await pollForToken(ask, authorization, context, wait);
  // There is no nonce, because the app opened no browser.
  const tokenSet = identify(settings, received, { now });
  context.onStep('token_received');
  return tokenSet;
}

/** RFC 8628 §3.4, §3.5. */
async function pollForToken(
  ask: () => Promise<ReceivedToken>,
  { login, intervalMs }: DeviceAuthorization,
  { signal, now }: Pick<DeviceContext, 'signal' | 'now'>,
  wait: Wait,
): Promise<ReceivedToken> {
  let interval = intervalMs;
  let pause = interval;
  for (;;) {
    const remaining = login.expiresAt - now();
    if (remaining <= 0) throw expired();
    await wait(Math.min(pause, remaining), signal).catch((error: unknown) => {
      throw signal.aborted ? cancelledError() : error;
    });
    if (signal.aborted) throw cancelledError();
    if (now() >= login.expiresAt) throw expired();
    try {
      return await ask();
    } catch (error) {
      const next = readRefusal(error);
      if (next === 'slower') interval += slowerByMs;
      // After a failed connection: "exponential backoff" (§3.5). Any response of the service ends it.
      pause = next === 'later' ? Math.max(interval, Math.min(pause * 2, longestPauseMs)) : interval;
      pause = Math.max(pause, retryAfterMs(error));
    }
  }
}

const expired = (error?: OAuthError) =>
  new OAuthError('device.expired', message('oauth.device.expired'), {
    serviceMessage: error?.serviceMessage,
  });

function retryAfterMs(error: unknown): number {
  const seconds = error instanceof AppError ? error.details?.retryAfterSeconds : undefined;
  return typeof seconds === 'number' ? seconds * 1000 : 0;
}

/** When to poll again. Throws errors that end the login. */
function readRefusal(error: unknown): 'again' | 'slower' | 'later' {
  if (!(error instanceof AppError)) throw error;
  if (error.code === 'device.pending') return 'again';
  // Includes services with another name for `slow_down`.
  if (error.code === 'token.rate_limited') return 'slower';
  if (isTransient(error)) return 'later';
  if (error.code === 'device.expired') throw expired(error);
  const { serviceMessage, details } = error;
  if (error.code === 'token.access_denied')
    throw new OAuthError('device.access_denied', message('oauth.callback.denied'), { serviceMessage, details });
  if (error.code === 'token.invalid_grant')
    throw new OAuthError('device.code_refused', message('oauth.device.codeRefused'), {
      serviceMessage,
      details,
    });
  throw error;
}
