import type { LoginWatch, SeenInWindow } from '../connections/grants/login-windows.ts';
import type { AuthorizationWindow } from '../platform/platform.ts';
import { PlatformError, reportError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
import type { PeakaLogin } from '../shared/peaka/link.ts';

/** A login through Peaka, while it runs. */
export interface RunningLogin extends SeenInWindow {
  step: PeakaLogin['step'];
  readonly window: PeakaLogin['window'];
  waitsForPaste: boolean;
  refusal: { serviceMessage: string } | undefined;
  /** The link is stored. */
  isStored: boolean;
  /** What Peaka has of the connection. */
  made: 'nothing' | 'unknown' | 'connection';
  readonly controller: AbortController;
  authorizationWindow: AuthorizationWindow | undefined;
  /** Not part of the view: the URL holds the login's state. */
  loginUrl: string | undefined;
  /** Where the service returns to, for a pasted URL. */
  ownCallbackUrl: string;
  readonly pasted: PromiseWithResolvers<string>;
  /** `service_refused`: waits for the user. */
  decision: PromiseWithResolvers<boolean> | undefined;
}

export const newLogin = (window: PeakaLogin['window'], step: PeakaLogin['step'] = 'creating'): RunningLogin => ({
  step,
  window,
  waitsForPaste: false,
  refusal: undefined,
  isStored: false,
  made: 'nothing',
  controller: new AbortController(),
  authorizationWindow: undefined,
  loginUrl: undefined,
  ownCallbackUrl: '',
  pasted: Promise.withResolvers(),
  decision: undefined,
});

export function loginView(login: RunningLogin): PeakaLogin {
  const { step, window, waitsForPaste, refusal, refused, errorPage, signInPrompt } = login;
  return {
    step,
    window,
    waitsForPaste,
    ...(refusal === undefined ? {} : { refusal }),
    ...(refused === undefined ? {} : { refused }),
    ...(errorPage === undefined ? {} : { errorPage: reportError(errorPage) }),
    ...(signInPrompt === undefined ? {} : { signInPrompt }),
  };
}

/** Notes what the windows of the login report. */
export const watchOf = (login: RunningLogin, onChange: () => void): LoginWatch => ({
  onWindow: (window) => {
    login.authorizationWindow = window;
  },
  onLoginUrl: (url) => {
    login.loginUrl = url;
  },
  onRefused: (refused) => {
    login.refused = refused;
    onChange();
  },
  onErrorPage: (errorPage) => {
    login.errorPage = errorPage;
    onChange();
  },
  onSignInPrompt: (prompt) => {
    if (prompt === login.signInPrompt) return;
    login.signInPrompt = prompt;
    onChange();
  },
});

const cancelled = () => new PlatformError('window.cancelled', message('oauth.login.cancelled'));

/** Throws PlatformError `window.cancelled`. */
export function requireRunning({ controller }: RunningLogin): void {
  if (controller.signal.aborted) throw cancelled();
}

/** Rejects with PlatformError `window.cancelled` as soon as the user cancels. */
export async function untilCancelled<Value>({ controller }: RunningLogin, work: Promise<Value>): Promise<Value> {
  const { signal } = controller;
  const ended = Promise.withResolvers<never>();
  const cancel = () => ended.reject(cancelled());
  signal.addEventListener('abort', cancel, { once: true });
  if (signal.aborted) cancel();
  try {
    return await Promise.race([work, ended.promise]);
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}
