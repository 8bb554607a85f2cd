import { defaultCallbackUrl } from '../../app/shared/connection/callback-url.ts';
import type { Connection } from '../../app/shared/connection/connection.ts';

/** The callback URL for the system browser, which Tokenboard cannot watch (RFC 8252 §7.3). */
export const loopbackCallbackUrl = 'http://127.0.0.1/';

const isLoopback = (url: string): boolean => /^http:\/\/(127\.0\.0\.1|\[::1\]|localhost)([:/?]|$)/i.test(url);

/**
 * How the response from the browser reaches Tokenboard: directly on this computer, or, if the service refuses such a
 * callback URL, through an address that the user pastes.
 */
export const callbackDelivery = ({ callbackUrl }: Pick<Connection, 'callbackUrl'>): 'by_itself' | 'pasted' =>
  isLoopback(callbackUrl) ? 'by_itself' : 'pasted';

/** The callback URL for this kind of window. A suitable URL that the user entered stays. */
export function withCallback(draft: Connection): Connection {
  if (draft.window === 'browser' && !isLoopback(draft.callbackUrl))
    return { ...draft, callbackUrl: loopbackCallbackUrl };
  if (draft.window === 'popup' && draft.callbackUrl === loopbackCallbackUrl)
    return { ...draft, callbackUrl: defaultCallbackUrl };
  return draft;
}
