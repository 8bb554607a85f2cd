import { matchesCallback } from '../shared/connection/callback-url.ts';
import { callbackUrlProblem } from '../shared/connection/url-validators.ts';
import type { CallRequest } from '../shared/contract/contract.ts';
import { RequestError } from '../shared/errors.ts';
import { type Message, message } from '../shared/messages/message.ts';
import type { PeakaField, PeakaValues } from '../shared/peaka/connection-type.ts';
import type { PeakaLoginWay } from '../shared/peaka/link.ts';
import { safeText } from '../shared/safe-text.ts';
import { plainName } from '../shared/secret-names.ts';
import { requireSecureUrl } from '../shared/secure-url.ts';
import type { ConnectionRequest } from './client.ts';
import { requiredNames, requireValues } from './values.ts';

export type LogInRequest = CallRequest<'peaka.logIn'>;

interface LoginWay {
  /** The user's app at the service, with its client ID and secret. */
  usesOwnApp: boolean;
  /** The service returns to the user's callback URL. */
  usesOwnCallback: boolean;
  /** Peaka ends the login by a redirect to `connectionCallback`. */
  returnsFromPeaka: boolean;
}

/** The ways of Peaka's guide: 2a, 2b-1, 2b-2, 2b-3. */
export const loginWays: Record<PeakaLoginWay, LoginWay> = {
  peaka_app: { usesOwnApp: false, usesOwnCallback: false, returnsFromPeaka: true },
  own_app: { usesOwnApp: true, usesOwnCallback: false, returnsFromPeaka: true },
  forwarded: { usesOwnApp: true, usesOwnCallback: true, returnsFromPeaka: true },
  own_callback: { usesOwnApp: true, usesOwnCallback: true, returnsFromPeaka: false },
};

/** Fields that a login fills. Peaka's form has them for a hand-over. */
const filledByLogin = new Set([
  'clientid',
  'clientsecret',
  'accesstoken',
  'refreshtoken',
  'redirecturl',
  'redirecturi',
]);

/**
 * Checks what a way needs before anything is sent. `values`: the form's, sorted. Throws RequestError
 * `peaka.values_missing`, `input.invalid` with `details.field`.
 */
export function requireLoginValues(
  request: LogInRequest,
  fields: readonly PeakaField[],
  values: Readonly<Record<string, unknown>>,
  peakaCallbackUrl: string,
): void {
  const { clientId, clientSecret, ownCallbackUrl } = request;
  const { usesOwnApp, usesOwnCallback } = loginWays[request.way];
  // With Peaka's app, Peaka fills in what belongs to the app. It says itself what else it needs.
  if (usesOwnApp) {
    const ofForm = requiredNames(fields).filter((name) => !filledByLogin.has(plainName(name)));
    const needed = ['clientId', 'clientSecret', ...(usesOwnCallback ? ['ownCallbackUrl'] : []), ...ofForm];
    requireValues(needed, { ...values, clientId, clientSecret, ownCallbackUrl });
  }
  const problem = usesOwnCallback ? ownCallbackProblem(request, peakaCallbackUrl) : undefined;
  if (problem !== undefined) throw new RequestError('input.invalid', problem, { details: { field: 'ownCallbackUrl' } });
}

function ownCallbackProblem(
  { way, window, ownCallbackUrl: callbackUrl }: LogInRequest,
  peakaCallbackUrl: string,
): Message | undefined {
  // A browser follows a redirect only from an address with http.
  const problem = callbackUrlProblem({ callbackUrl, window: way === 'forwarded' ? 'browser' : window });
  // Forwarding it to itself would never end.
  return problem ?? (matchesCallback(peakaCallbackUrl, callbackUrl) ? message('peaka.login.ownIsPeakas') : undefined);
}

/** What goes to Peaka. `ownCallbackUrl`: with the actual port. */
export function connectionRequest(
  { way, name, type, clientId, clientSecret }: LogInRequest,
  values: PeakaValues,
  { connectionCallback, ownCallbackUrl }: { connectionCallback: string; ownCallbackUrl: string },
): ConnectionRequest {
  const { usesOwnApp, usesOwnCallback, returnsFromPeaka } = loginWays[way];
  const credential: PeakaValues = {
    ...values,
    ...(usesOwnApp ? { clientId, clientSecret } : {}),
    ...(usesOwnCallback ? { redirectUrl: ownCallbackUrl } : {}),
  };
  return {
    name,
    type,
    ...(Object.keys(credential).length === 0 ? {} : { credential }),
    ...(returnsFromPeaka ? { connectionCallback } : {}),
  };
}

/** Peaka's consent page. Throws RequestError `peaka.no_consent_url`. */
export function requireConsentUrl(url: string | undefined): URL {
  try {
    return requireSecureUrl(url ?? '', message('peaka.login.consentUrl'));
  } catch (cause) {
    throw new RequestError('peaka.no_consent_url', message('peaka.login.noConsentUrl'), { cause });
  }
}

/**
 * Compares the redirect URI of the consent page with the one that the user registered (RFC 6749 §3.1.2.3: simple string
 * comparison). A page without the parameter says nothing. Throws RequestError `peaka.redirect_differs`.
 */
export function requireRedirect(consentUrl: URL, expected: string): void {
  const actual = consentUrl.searchParams.get('redirect_uri');
  if (actual === null || actual === expected) return;
  throw new RequestError('peaka.redirect_differs', message('peaka.login.redirectDiffers'), {
    details: { expected, actual: safeText(actual, 500) },
  });
}
