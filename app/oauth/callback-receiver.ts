import { currentExchangeContext } from '../http/exchanges.ts';
import type { CallbackRequest } from '../platform/platform.ts';
import { OAuthError, PlatformError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
import { isLoopbackHost } from '../shared/secure-url.ts';
import { pastedCallbackProblem } from './callback.ts';
import { startLoopback } from './loopback.ts';
import type { GrantContext } from './settings.ts';

/** How a login's callback arrives: in the app's own window, at a loopback port, or pasted by the user. */
export interface CallbackReceiver {
  /** The redirect URI of this login. In a popup it is the configured one, byte for byte (RFC 6749 §4.1.3). */
  callbackUrl: string;
  /**
   * Shows the login, waits for the callback and reads it. `read` throws an OAuthError to refuse a callback. Throws that
   * error; PlatformError `window.*`; OAuthError `callback.pasted_wrong`.
   */
  wait<Read>(authorizationUrl: string, read: (callback: CallbackRequest) => Read): Promise<Read>;
  /** Frees all resources. May be called after success, and more than once. */
  close(): void;
}

/** What a receiver needs from its caller. */
export interface ReceiverContext
  extends Pick<
    GrantContext,
    'http' | 'openAuthorizationWindow' | 'openInSystemBrowser' | 'pastedCallback' | 'signal' | 'timeoutMs' | 'now'
  > {
  onStep(step: 'window_opened' | 'waiting_for_login'): void;
}

interface ReceiverSettings {
  window: 'popup' | 'browser';
  callbackUrl: string;
}

export async function openCallbackReceiver(
  settings: ReceiverSettings,
  context: ReceiverContext,
): Promise<CallbackReceiver> {
  const receiver = await chooseReceiver(settings, context);
  const { exchanges } = context.http;
  // The callback reaches the loopback port outside the login's own context.
  const exchangeContext = currentExchangeContext();
  return {
    ...receiver,
    wait: (authorizationUrl, read) =>
      receiver.wait(authorizationUrl, (callback) => {
        const { url, method, body: requestBody } = callback;
        exchanges?.record({
          ...exchangeContext,
          kind: 'window',
          at: context.now(),
          method,
          url,
          requestHeaders: {},
          requestBody,
        });
        return read(callback);
      }),
  };
}

async function chooseReceiver(settings: ReceiverSettings, context: ReceiverContext): Promise<CallbackReceiver> {
  const { callbackUrl } = settings;
  if (settings.window === 'popup')
    return {
      callbackUrl,
      async wait(authorizationUrl, read) {
        const window = await context.openAuthorizationWindow({ authorizationUrl, callbackUrl });
        context.onStep('window_opened');
        context.onStep('waiting_for_login');
        return read(await window.callback);
      },
      close() {},
    };
  const show = async (authorizationUrl: string) => {
    await context.openInSystemBrowser(authorizationUrl);
    context.onStep('window_opened');
    context.onStep('waiting_for_login');
  };
  if (!isOnThisComputer(callbackUrl))
    return {
      callbackUrl,
      async wait(authorizationUrl, read) {
        await show(authorizationUrl);
        return read(await pastedCallback(callbackUrl, context));
      },
      close() {},
    };
  const loopback = await startLoopback(callbackUrl, context);
  return {
    callbackUrl: loopback.callbackUrl,
    async wait(authorizationUrl, read) {
      const callback = loopback.read(read);
      // If the browser does not open, the login ends first: avoid an unhandled rejection.
      callback.catch(() => undefined);
      await show(authorizationUrl);
      return callback;
    },
    close: loopback.close,
  };
}

/** RFC 8252 §7.3. The system browser can reach the app only at a loopback address. */
export function isOnThisComputer(callbackUrl: string): boolean {
  const url = URL.canParse(callbackUrl) ? new URL(callbackUrl) : undefined;
  return url?.protocol === 'http:' && isLoopbackHost(url.hostname);
}

/** Waits for the user to paste the URL, until the login is cancelled or times out. */
async function pastedCallback(
  callbackUrl: string,
  { pastedCallback: paste, signal, timeoutMs }: ReceiverContext,
): Promise<CallbackRequest> {
  const ended = Promise.withResolvers<never>();
  const cancel = () => ended.reject(new PlatformError('window.cancelled', message('oauth.login.cancelled')));
  const timer = setTimeout(
    () => ended.reject(new PlatformError('window.timeout', message('oauth.login.timeout'))),
    timeoutMs,
  );
  signal.addEventListener('abort', cancel, { once: true });
  if (signal.aborted) cancel();
  try {
    const url = (await Promise.race([ended.promise, paste()])).trim();
    // The caller has checked the pasted text and let the user correct it, so a problem here is final.
    const problem = pastedCallbackProblem(callbackUrl, url);
    if (problem !== undefined) throw new OAuthError('callback.pasted_wrong', problem);
    return { url, method: 'GET' };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', cancel);
  }
}
