import {
  app,
  type BrowserWindow,
  type BrowserWindowConstructorOptions,
  type HandlerDetails,
  type WebContents,
} from 'electron';
import type { ProxyLogin } from '../../http/network-settings.ts';
import type { PlatformError } from '../../shared/errors.ts';
import { certificateRefused, isCertificateError, loadFailed, proxyLoginRefused } from '../certificate.ts';
import { webRtcPolicy } from '../chromium-features.ts';
import type { ErrorPage } from '../error-page.ts';
import { hostOf, isFollowed, isSchemeCallback } from '../navigation.ts';
import { type PageText, pageTextScript, readPageText } from '../page-text.ts';
import type { CallbackRequest } from '../platform.ts';
import type { ShownPage } from '../refusal.ts';
import { watchErrorPage } from '../watch-error-page.ts';
import { guardPages } from './guard-pages.ts';
import { retireWindow } from './retire-window.ts';

export interface ContentsGuard {
  title: string;
  callbackUrl: string;
  /** Of the login window, and of its children alike. */
  webPreferences: BrowserWindowConstructorOptions['webPreferences'];
  onCallback(request: CallbackRequest): void;
  onFailure(error: PlatformError): void;
  /** The user, or the page, has closed the window of the login. */
  onClosed(): void;
  /** What the user gave to log in to the proxy at this `host:port` with. */
  proxyLogin(proxy: string): ProxyLogin | undefined;
  /** What the window shows from now on. */
  onShown(page: ShownPage): void;
  /** `undefined`: the window has moved on. */
  onErrorPage(page: ErrorPage | undefined): void;
  /** Whether a page may open one more child window now. */
  mayOpenChild(): boolean;
  /** Takes nothing from the page but the `webContents` that it already refers to. */
  createChild(parent: BrowserWindow, webContents: WebContents | undefined): BrowserWindow;
}

/** Requests that leave side by side ask one by one, until Chromium knows the login. */
const mostProxyLogins = 12;

/** net/base/net_error_list.h: what the page gave up, and what this app refused (`onBeforeRequest`). */
const aborted = -3;
const blockedByClient = -20;

/** To keep one window would be to stay. */
let isQuitting = false;
app.once('before-quit', () => {
  isQuitting = true;
});

/** The rules for an authorization window and for each of its children alike (row 4). */
export function guardAuthorizationWindow(window: BrowserWindow, guard: ContentsGuard, isChild = false): void {
  const contents = window.webContents;
  const errors = watchErrorPage(() => readPage(contents), guard.onErrorPage);
  contents.on('dom-ready', errors.loaded);
  contents.on('did-finish-load', errors.loaded);
  window.once('closed', isChild ? errors.closed : errors.end);
  guardPages(contents);
  // STUN asks a server that the page names, past the interception (row 16).
  contents.setWebRTCIPHandlingPolicy(webRtcPolicy);
  refuseUnfollowed(contents, guard);
  contents.setWindowOpenHandler((details) => {
    const { url } = details;
    if (isSchemeCallback(url, guard.callbackUrl)) {
      guard.onCallback({ url, method: 'GET' });
      return { action: 'deny' };
    }
    if (!isFollowed(url, guard.callbackUrl) || !guard.mayOpenChild()) return { action: 'deny' };
    return {
      action: 'allow',
      // Of the page's process, which starts before the window is there.
      overrideBrowserWindowOptions: { ...(guard.webPreferences && { webPreferences: guard.webPreferences }) },
      // Electron would merge the features that the page names into the options: frameless, on top, not closable (row 50).
      createWindow: (options) => openChild(window, details, options, guard),
    };
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  // A page may neither keep its window open nor stay in the way of the next one, whatever it does (row 47).
  contents.on('will-prevent-unload', (event) => event.preventDefault());
  window.on('close', (event) => {
    // Without a wait for the page. Not within the event, which still uses the window.
    if (isQuitting) return void setImmediate(() => window.isDestroyed() || window.destroy());
    event.preventDefault();
    if (!isChild) guard.onClosed();
    retireWindow(window);
  });
  // Row 8: the default is to refuse; said here so that nothing added later changes it, and told to the user.
  contents.on('certificate-error', (event, url, error, _certificate, trust, isMainFrame) => {
    event.preventDefault();
    trust(false);
    if (isMainFrame) guard.onFailure(certificateRefused(url, error));
  });
  let logins = 0;
  contents.on('login', (event, details, { isProxy, host, port }, response) => {
    event.preventDefault();
    // Not in the types: false where the login before was wrong. Asking for ever would lock the user's account.
    const isFirst = Reflect.get(details, 'firstAuthAttempt') !== false && logins < mostProxyLogins;
    const login = isProxy && isFirst ? guard.proxyLogin(`${host}:${port}`) : undefined;
    if (login !== undefined) {
      logins += 1;
      return response(login.username, login.password);
    }
    // A password box without the page's address invites phishing: the page shows its own 401 instead.
    response();
    if (isProxy) guard.onFailure(proxyLoginRefused(`${host}:${port}`));
  });
  contents.on('did-fail-load', (_event, errorCode, errorDescription, url, isMainFrame) => {
    if (!isMainFrame || errorCode === aborted || errorCode === blockedByClient) return;
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
    errors.shown({ url, status });
  });
  // A page that changes its own address, as Google's login does.
  contents.on('did-navigate-in-page', (_event, url, isMainFrame) => {
    if (!isMainFrame) return;
    guard.onShown({ url });
    errors.shown({ url });
  });
}

/** Electron keeps those below 1000 for itself. */
const textWorld = 1_001;

/** Waits until the page has loaded; for ever where the page blocks its own process. */
const readPage = async (contents: WebContents): Promise<PageText | undefined> =>
  readPageText(await contents.executeJavaScriptInIsolatedWorld(textWorld, [{ code: pageTextScript }]));

/** Electron passes the child's contents, though the types do not say so; none where the child has no opener (`noopener`). */
type ChildOptions = BrowserWindowConstructorOptions & { webContents?: WebContents };

function openChild(
  parent: BrowserWindow,
  { url, referrer, postBody }: HandlerDetails,
  { webContents }: ChildOptions,
  guard: ContentsGuard,
): WebContents {
  const child = guard.createChild(parent, webContents);
  guardAuthorizationWindow(child, guard, true);
  // One without an opener loads nothing by itself.
  if (webContents === undefined)
    child
      .loadURL(url, {
        httpReferrer: referrer,
        ...(postBody && { postData: postBody.data, extraHeaders: `content-type: ${postBody.contentType}` }),
      })
      .catch(() => {});
  return child.webContents;
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
