import { HostError, OAuthError } from '../errors.ts';
import type { CallbackRequest } from '../hosts/host.ts';
import { currentHopContext } from '../http/hops.ts';
import { isLoopbackHost } from '../http/secure-url.ts';
import { pastedCallbackProblem } from './callback.ts';
import { startLoopback } from './loopback.ts';
import type { GrantContext } from './settings.ts';

/** How the answer of a login comes back: through a window of ours, a loopback port, or the user's clipboard. */
export interface CallbackWay {
  /** The redirect URI of this login. In a popup it is the configured one, byte for byte (RFC 6749 §4.1.3). */
  callbackUrl: string;
  /** Shows the login and waits. Throws HostError `window.*`; OAuthError `callback.pasted_wrong`. */
  wait(authorizationUrl: string): Promise<CallbackRequest>;
  /** Frees what is held; also after a success, also twice. */
  close(): void;
}

interface WaySettings {
  window: 'popup' | 'browser';
  callbackUrl: string;
}

export async function openCallbackWay(settings: WaySettings, context: GrantContext): Promise<CallbackWay> {
  const way = await chooseWay(settings, context);
  const { hops } = context.http;
  return {
    ...way,
    async wait(authorizationUrl) {
      const callback = await way.wait(authorizationUrl);
      const { url, method, body: requestBody } = callback;
      hops?.record({
        ...currentHopContext(),
        kind: 'window',
        at: context.now(),
        method,
        url,
        requestHeaders: {},
        requestBody,
      });
      return callback;
    },
  };
}

async function chooseWay(settings: WaySettings, context: GrantContext): Promise<CallbackWay> {
  const { callbackUrl } = settings;
  if (settings.window === 'popup')
    return {
      callbackUrl,
      async wait(authorizationUrl) {
        const window = await context.openAuthorizationWindow({ authorizationUrl, callbackUrl });
        context.onStep('window_opened');
        context.onStep('waiting_for_login');
        return window.callback;
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
      async wait(authorizationUrl) {
        await show(authorizationUrl);
        return pastedAnswer(callbackUrl, context);
      },
      close() {},
    };
  const loopback = await startLoopback(callbackUrl, context);
  return {
    callbackUrl: loopback.callbackUrl,
    async wait(authorizationUrl) {
      await show(authorizationUrl);
      return loopback.callback;
    },
    close: loopback.close,
  };
}

/** RFC 8252 §7.3. The system's browser can bring an answer to no other place of ours. */
function isOnThisComputer(callbackUrl: string): boolean {
  const url = URL.canParse(callbackUrl) ? new URL(callbackUrl) : undefined;
  return url?.protocol === 'http:' && isLoopbackHost(url.hostname);
}

/** Waits for the URL that the user pastes, until the login is cancelled or its time is over. */
async function pastedAnswer(
  callbackUrl: string,
  { pastedCallback, signal, timeoutMs }: GrantContext,
): Promise<CallbackRequest> {
  const ended = Promise.withResolvers<never>();
  const cancel = () => ended.reject(new HostError('window.cancelled', 'The login was cancelled.'));
  const timer = setTimeout(
    () => ended.reject(new HostError('window.timeout', 'The login took too long, so it was given up.')),
    timeoutMs,
  );
  signal.addEventListener('abort', cancel, { once: true });
  if (signal.aborted) cancel();
  try {
    const url = (await Promise.race([ended.promise, pastedCallback()])).trim();
    // Whoever takes the paste has looked already and asked again; here it can only end.
    const problem = pastedCallbackProblem(callbackUrl, url);
    if (problem !== undefined) throw new OAuthError('callback.pasted_wrong', problem);
    return { url, method: 'GET' };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', cancel);
  }
}
