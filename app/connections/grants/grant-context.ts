import type { WindowExchange } from '../../http/exchanges.ts';
import type { GrantContext } from '../../oauth/settings.ts';
import { errorPageError } from '../../platform/error-page.ts';
import { signInPromptIn } from '../../platform/sign-in-prompt.ts';
import { text } from '../../shared/messages/text.ts';
import type { GrantDeps, GrantRun } from './grant-runner.ts';

/** What the protocol works with: windows with this connection's cookies, whose exchanges the console shows. */
export function grantContext(run: GrantRun, { platform, http, cookies, clocks, now }: GrantDeps): GrantContext {
  const { connection, signal, timeoutMs, freshSession, onStep } = run;
  const recordWindow = (exchange: WindowExchange) =>
    http.exchanges?.record({ ...exchange, kind: 'window', connectionId: connection.id });
  return {
    http,
    clocks,
    signal,
    timeoutMs,
    onStep,
    onDeviceLogin: run.onDeviceLogin,
    pastedCallback: run.pastedCallback,
    now,
    openInSystemBrowser: (url) => {
      recordWindow({ at: now(), method: 'GET', url, requestHeaders: {} });
      run.onLoginUrl(url);
      return platform.openInSystemBrowser(url);
    },
    openAuthorizationWindow: async ({ authorizationUrl, callbackUrl }) => {
      if (connection.session === 'fresh') cookies.forget(connection.id);
      const window = await platform.openAuthorizationWindow({
        connectionId: connection.id,
        title: text('connection.loginWindow', { name: connection.name }),
        authorizationUrl,
        callbackUrl,
        timeoutMs,
        // The connection always asks for a fresh session, or "log in as someone else" asks for one login.
        freshSession: freshSession || connection.session === 'fresh',
        ...(connection.session === 'fresh'
          ? {}
          : {
              cookies: cookies.of(connection.id),
              onCookies: (left) => {
                if (!signal.aborted) cookies.keep(connection.id, left);
              },
            }),
        signal,
        onRefused: run.onRefused,
        onErrorPage: (page) => run.onErrorPage(page === undefined ? undefined : errorPageError(page)),
        onExchange: (exchange) => {
          const prompt = signInPromptIn(exchange);
          recordWindow(prompt === undefined ? exchange : { ...exchange, error: 'window.sign_in_prompt' });
          run.onSignInPrompt(prompt);
        },
      });
      run.onWindow(window);
      return window;
    },
  };
}
