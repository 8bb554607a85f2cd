import { defaultCallbackUrl, matchesCallback } from '../../../../app/shared/connection/callback-url.ts';
import { callbackUrlProblem } from '../../../../app/shared/connection/url-validators.ts';
import type { Message } from '../../../../app/shared/messages/message.ts';
import type { PeakaLoginWay } from '../../../../app/shared/peaka/link.ts';
import { loopbackCallbackUrl } from '../../../common/loopback-callback.ts';
import { message } from '../../../messages/text.ts';

/** Whose OAuth app the service sees. */
export type App = 'peaka' | 'own';
/** Where the service returns to: Peaka's address, the user's address that leads on to Peaka's, or the user's alone. */
export type Callback = 'peaka' | 'forwarded' | 'own';
export interface Answers {
  app: App;
  /** Asked only for an app of the user's own. */
  callback: Callback;
}
export type LoginWindow = 'popup' | 'browser';

const ownAppWays: Record<Callback, PeakaLoginWay> = {
  peaka: 'own_app',
  forwarded: 'forwarded',
  own: 'own_callback',
};

/** The way that the answers lead to. Pure. */
export const wayOf = ({ app, callback }: Answers): PeakaLoginWay =>
  app === 'peaka' ? 'peaka_app' : ownAppWays[callback];

/** The answers that led to a way: an unfinished login is run again. Pure. */
export const answersOf = (way: PeakaLoginWay): Answers => ({
  app: way === 'peaka_app' ? 'peaka' : 'own',
  callback: way === 'forwarded' ? 'forwarded' : way === 'own_callback' ? 'own' : 'peaka',
});

export const usesOwnCallback = ({ app, callback }: Answers): boolean => app === 'own' && callback !== 'peaka';

/** An address that Tokenboard receives itself. It fits the window: the browser can only return to this computer. Pure. */
const usualCallback = (window: LoginWindow): string => (window === 'popup' ? defaultCallbackUrl : loopbackCallbackUrl);

/** The address for another window or answer. What the user entered stays; a usual address changes with the window. Pure. */
export function callbackFor({ callback }: Answers, window: LoginWindow, typed: string): string {
  const isUsual = typed === '' || typed === defaultCallbackUrl || typed === loopbackCallbackUrl;
  if (!isUsual) return typed;
  return callback === 'own' ? usualCallback(window) : '';
}

/** What is wrong with the user's callback URL. Pure. */
export function ownCallbackProblem(
  { callback }: Answers,
  window: LoginWindow,
  ownCallbackUrl: string,
  peakaCallbackUrl: string,
): Message | undefined {
  // A redirect leads on to Peaka, which a browser follows only from an address with http.
  const problem = callbackUrlProblem({
    callbackUrl: ownCallbackUrl,
    window: callback === 'forwarded' ? 'browser' : window,
  });
  if (problem !== undefined) return problem;
  return matchesCallback(peakaCallbackUrl, ownCallbackUrl) ? message('peaka.through.callbackUrl.isPeakas') : undefined;
}
