import type { BrowserWindow, WebContents } from 'electron';
import type { HostError } from '../../errors.ts';
import type { ProxyLogin } from '../../http/network-settings.ts';
import { certificateRefused, isCertificateError, loadFailed, proxyLoginRefused } from '../certificate.ts';
import type { CallbackRequest } from '../host.ts';
import { hostOf, isFollowed, isSchemeCallback } from '../navigation.ts';
import type { ShownPage } from '../refusal.ts';
import { authorizationWindowOptions } from './window-options.ts';

export interface ContentsGuard {
  partition: string;
  title: string;
  callbackUrl: string;
  onCallback(request: CallbackRequest): void;
  onFailure(error: HostError): void;
  /** What the user gave to log in to the proxy at this `host:port` with. */
  proxyLogin(proxy: string): ProxyLogin | undefined;
  /** What the window shows from now on. */
  onShown(page: ShownPage): void;
  /** A single-sign-on page opened a child; it is guarded already. */
  onChild(window: BrowserWindow): void;
}

/** Requests that leave side by side ask one by one, until Chromium knows the login. */
const mostProxyLogins = 12;

const isAborted = (errorCode: number) => errorCode === -3;

/** The rules for an authorization window and, by `did-create-window`, for each of its children alike (row 4). */
export function guardAuthorizationWindow(window: BrowserWindow, guard: ContentsGuard): void {
  const contents = window.webContents;
  refuseUnfollowed(contents, guard);
  contents.setWindowOpenHandler(({ url }) => {
    if (isSchemeCallback(url, guard.callbackUrl)) {
      guard.onCallback({ url, method: 'GET' });
      return { action: 'deny' };
    }
    if (!isFollowed(url, guard.callbackUrl)) return { action: 'deny' };
    return {
      action: 'allow',
      overrideBrowserWindowOptions: authorizationWindowOptions(guard.partition, guard.title),
    };
  });
  contents.on('did-create-window', (child) => {
    guardAuthorizationWindow(child, guard);
    guard.onChild(child);
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  // Row 8: the default is to refuse; said here so that nothing added later changes it, and told to the user.
  contents.on('certificate-error', (event, url, error, _certificate, trust, isMainFrame) => {
    event.preventDefault();
    trust(false);
    if (isMainFrame) guard.onFailure(certificateRefused(url, error));
  });
  let logins = 0;
  contents.on('login', (event, details, { isProxy, host, port }, answer) => {
    event.preventDefault();
    // Not in the types: false where what was answered before was wrong. Asking for ever would lock the user's account.
    const isFirst = Reflect.get(details, 'firstAuthAttempt') !== false && logins < mostProxyLogins;
    const login = isProxy && isFirst ? guard.proxyLogin(`${host}:${port}`) : undefined;
    if (login !== undefined) {
      logins += 1;
      return answer(login.username, login.password);
    }
    // A password box without the page's address invites phishing: the page shows its own 401 instead.
    answer();
    if (isProxy) guard.onFailure(proxyLoginRefused(`${host}:${port}`));
  });
  contents.on('did-fail-load', (_event, errorCode, errorDescription, url, isMainFrame) => {
    if (!isMainFrame || isAborted(errorCode)) return;
    guard.onFailure(
      isCertificateError(errorDescription)
        ? certificateRefused(url, errorDescription)
        : loadFailed(url, errorDescription),
    );
  });
  let shown = '';
  contents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') guard.onFailure(loadFailed(shown, `renderer ${reason}`));
  });
  // There is no address bar: the title says whose page this is, whatever the page calls itself.
  window.on('page-title-updated', (event) => event.preventDefault());
  contents.on('did-navigate', (_event, url, status) => {
    // A page on its way when the login ended: whatever is asked of a destroyed window throws.
    if (window.isDestroyed()) return;
    shown = url;
    window.setTitle(`${hostOf(url) || 'Loading'} – ${guard.title}`);
    guard.onShown({ url, status });
  });
  // A page that changes its own address, as Google's login does.
  contents.on('did-navigate-in-page', (_event, url, isMainFrame) => {
    if (isMainFrame) guard.onShown({ url });
  });
}

function refuseUnfollowed(contents: WebContents, guard: ContentsGuard): void {
  const check = (details: { url: string; isMainFrame: boolean; preventDefault(): void }) => {
    const { url, isMainFrame } = details;
    if (isSchemeCallback(url, guard.callbackUrl)) {
      details.preventDefault();
      if (isMainFrame) guard.onCallback({ url, method: 'GET' });
    } else if (!isFollowed(url, guard.callbackUrl)) {
      details.preventDefault();
    }
  };
  contents.on('will-frame-navigate', check);
  contents.on('will-redirect', check);
}
