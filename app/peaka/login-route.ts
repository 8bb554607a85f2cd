import { randomBytes } from 'node:crypto';
import type { LoginWindows } from '../connections/grants/login-windows.ts';
import type { HttpClient } from '../http/client.ts';
import { isOnThisComputer, openCallbackReceiver, type ReceiverContext } from '../oauth/callback-receiver.ts';
import { startForwarder } from '../oauth/loopback-forwarder.ts';
import type { CallbackRequest } from '../platform/platform.ts';
import { defaultCallbackUrl } from '../shared/connection/callback-url.ts';
import { text } from '../shared/messages/text.ts';
import { type LogInRequest, loginWays } from './login-ways.ts';

/** The way of a login through the browser: from the consent page back to the app. */
export interface LoginRoute {
  /** Where Peaka sends the browser at the end. Has a random segment, because Peaka repeats no state of this app's. */
  connectionCallback: string;
  /** The user's callback URL, with the actual port. Empty for the ways without one. */
  ownCallbackUrl: string;
  /** The redirect URI that the user registered at the service. `undefined`: the app is Peaka's. */
  registeredUrl: string | undefined;
  /** Shows the consent page and reads the callback. See `CallbackReceiver.wait`. */
  wait<Read>(consentUrl: string, read: (callback: CallbackRequest) => Read): Promise<Read>;
  close(): void;
}

export interface RouteContext
  extends Pick<ReceiverContext, 'pastedCallback' | 'signal' | 'timeoutMs' | 'now' | 'onStep'> {
  http: HttpClient;
  windows: LoginWindows;
  /** Peaka's callback URL. */
  peakaCallbackUrl: string;
}

/** Opens what the login returns to. Throws OAuthError `callback.port_in_use`. */
export async function openLoginRoute(request: LogInRequest, context: RouteContext): Promise<LoginRoute> {
  const { linkId, name, way, window } = request;
  const { windows, peakaCallbackUrl, signal, timeoutMs } = context;
  const { usesOwnApp, usesOwnCallback, returnsFromPeaka } = loginWays[way];
  const segment = randomBytes(16).toString('base64url');
  const returnUrl = window === 'popup' ? `${defaultCallbackUrl}peaka/${segment}` : `http://127.0.0.1/peaka/${segment}`;
  const forward = way === 'forwarded' ? { from: request.ownCallbackUrl, to: peakaCallbackUrl } : undefined;
  // At another address, the user's own server forwards.
  const forwarder =
    forward !== undefined && window === 'browser' && isOnThisComputer(forward.from)
      ? await startForwarder(forward, windows.record)
      : undefined;
  const receiver = await openCallbackReceiver(
    { window, callbackUrl: returnsFromPeaka ? returnUrl : request.ownCallbackUrl },
    {
      ...context,
      openInSystemBrowser: windows.openInSystemBrowser,
      openAuthorizationWindow: (opened) =>
        windows.open({
          ...opened,
          connectionId: linkId,
          title: text('peaka.login.window', { name }),
          forward,
          timeoutMs,
          freshSession: false,
          signal,
        }),
    },
  ).catch((error: unknown) => {
    forwarder?.close();
    throw error;
  });
  const ownCallbackUrl = returnsFromPeaka ? (forwarder?.from ?? request.ownCallbackUrl) : receiver.callbackUrl;
  return {
    connectionCallback: receiver.callbackUrl,
    ownCallbackUrl: usesOwnCallback ? ownCallbackUrl : '',
    registeredUrl: usesOwnCallback ? ownCallbackUrl : usesOwnApp ? peakaCallbackUrl : undefined,
    wait: receiver.wait,
    close: () => {
      receiver.close();
      forwarder?.close();
    },
  };
}
