import type { HttpClient } from '../../http/client.ts';
import type { WindowExchange } from '../../http/exchanges.ts';
import { errorPageError } from '../../platform/error-page.ts';
import type { AuthorizationWindow, AuthorizationWindowRequest, Platform } from '../../platform/platform.ts';
import type { LoginRefusal } from '../../platform/refusal.ts';
import { type SignInPrompt, signInPromptIn } from '../../platform/sign-in-prompt.ts';
import { PlatformError } from '../../shared/errors.ts';

/** What the windows of a login report. */
export interface LoginWatch {
  onWindow(window: AuthorizationWindow): void;
  /** The system browser opened this URL. */
  onLoginUrl(url: string): void;
  /** The window shows a page that refuses embedded windows. */
  onRefused(refusal: LoginRefusal): void;
  /** The window shows an error page of the service. `undefined`: the window left that page. */
  onErrorPage(error: PlatformError | undefined): void;
  /** The window shows a page that asks for a sign-in the window cannot do. `undefined`: the window left that page. */
  onSignInPrompt(prompt: SignInPrompt | undefined): void;
}

export interface LoginWindowsDeps {
  platform: Pick<Platform, 'openAuthorizationWindow' | 'openInSystemBrowser'>;
  http: Pick<HttpClient, 'exchanges'>;
  now(): number;
}

export interface LoginWindows {
  openInSystemBrowser(url: string): Promise<void>;
  open(
    request: Omit<AuthorizationWindowRequest, 'onRefused' | 'onErrorPage' | 'onExchange'>,
  ): Promise<AuthorizationWindow>;
  /** Shows an exchange of the login in the console. */
  record(exchange: WindowExchange): void;
}

/** The windows of one login, whose exchanges the console shows. `connectionId`: of a login of a connection. */
export function loginWindows(
  connectionId: string | undefined,
  watch: LoginWatch,
  { platform, http, now }: LoginWindowsDeps,
): LoginWindows {
  const record = (exchange: WindowExchange) =>
    http.exchanges?.record({ ...exchange, kind: 'window', ...(connectionId === undefined ? {} : { connectionId }) });
  return {
    record,
    openInSystemBrowser: (url) => {
      record({ at: now(), method: 'GET', url, requestHeaders: {} });
      watch.onLoginUrl(url);
      return platform.openInSystemBrowser(url);
    },
    open: async (request) => {
      const window = await platform.openAuthorizationWindow({
        ...request,
        onRefused: watch.onRefused,
        onErrorPage: (page) => watch.onErrorPage(page === undefined ? undefined : errorPageError(page)),
        onExchange: (exchange) => {
          const prompt = signInPromptIn(exchange);
          record(prompt === undefined ? exchange : { ...exchange, error: 'window.sign_in_prompt' });
          watch.onSignInPrompt(prompt);
        },
      });
      watch.onWindow(window);
      return window;
    },
  };
}

/** What a login's window shows. */
export interface SeenInWindow {
  refused?: LoginRefusal | undefined;
  errorPage?: PlatformError | undefined;
  signInPrompt?: SignInPrompt | undefined;
}

/**
 * The error of a login. If the user closed the window at an error page, that page says more than "closed". Other
 * findings have advice of their own.
 */
export function loginError(error: unknown, { refused, errorPage, signInPrompt }: SeenInWindow): unknown {
  const isGivenUp =
    error instanceof PlatformError && (error.code === 'window.closed' || error.code === 'window.timeout');
  return isGivenUp && errorPage !== undefined && refused === undefined && signInPrompt === undefined
    ? errorPage
    : error;
}
