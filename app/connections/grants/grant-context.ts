import type { GrantContext } from '../../oauth/settings.ts';
import { text } from '../../shared/messages/text.ts';
import type { GrantDeps, GrantRun } from './grant-runner.ts';
import { loginWindows } from './login-windows.ts';

/** What the protocol works with: windows with this connection's cookies, whose exchanges the console shows. */
export function grantContext(run: GrantRun, { platform, http, cookies, clocks, now }: GrantDeps): GrantContext {
  const { connection, signal, timeoutMs, freshSession, onStep } = run;
  const windows = loginWindows(connection.id, run, { platform, http, now });
  return {
    http,
    clocks,
    signal,
    timeoutMs,
    onStep,
    onDeviceLogin: run.onDeviceLogin,
    pastedCallback: run.pastedCallback,
    now,
    openInSystemBrowser: windows.openInSystemBrowser,
    openAuthorizationWindow: async ({ authorizationUrl, callbackUrl }) => {
      if (connection.session === 'fresh') cookies.forget(connection.id);
      return windows.open({
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
      });
    },
  };
}
