import {
  app,
  type BrowserWindow,
  type BrowserWindowConstructorOptions,
  type HandlerDetails,
  type WebContents,
} from 'electron';
import type { ProxyLogin } from '../../http/network-settings.ts';
import type { PlatformError } from '../../shared/errors.ts';
import { text } from '../../shared/messages/text.ts';
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
  /** For the login window and its children. */
  webPreferences: BrowserWindowConstructorOptions['webPreferences'];
  onCallback(request: CallbackRequest): void;
  onFailure(error: PlatformError): void;
  /** The user or the page closed the login's window. */
  onClosed(): void;
  /** The user's login for the proxy at this `host:port`. */
  proxyLogin(proxy: string): ProxyLogin | undefined;
  /** What the window shows from now on. */
  onShown(page: ShownPage): void;
  /** `undefined`: the window left the error page. */
  onErrorPage(page: ErrorPage | undefined): void;
  /** Whether a page may open another child window now. */
  mayOpenChild(): boolean;
  /** Uses nothing from the page except the `webContents` that it already refers to. */
  createChild(parent: BrowserWindow, webContents: WebContents | undefined): BrowserWindow;
}

/** Parallel requests each ask for a login until Chromium has stored it. */
const mostProxyLogins = 12;

/** net/base/net_error_list.h: cancelled by the page, or refused by this app (`onBeforeRequest`). */
const aborted = -3;
const blockedByClient = -20;

/** While the app quits, windows must not be kept: one kept window would keep the app running. */
let isQuitting = false;
app.once('before-quit', () => {
  isQuitting = true;
});

/** The rules for an authorization window and for each of its children (row 4). */
export function guardAuthorizationWindow(window: BrowserWindow, guard: ContentsGuard, isChild = false): void {
  const contents = window.webContents;
  const errors = watchErrorPage(() => readPage(contents), guard.onErrorPage);
  contents.on('dom-ready', errors.loaded);
  contents.on('did-finish-load', errors.loaded);
  window.once('closed', isChild ? errors.closed : errors.end);
  guardPages(contents);
  // STUN contacts a server that the page names, past the interception (row 16).
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
      // Applies to the page's process, which starts before the window exists.
      overrideBrowserWindowOptions: { ...(guard.webPreferences && { webPreferences: guard.webPreferences }) },
      // Electron would merge the features that the page names into the options: frameless, on top, not closable (row
      // 50).
      createWindow: (options) => openChild(window, details, options, guard),
    };
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  // A page must not keep its window open or block the next one (row 47).
  contents.on('will-prevent-unload', (event) => event.preventDefault());
  window.on('close', (event) => {
    // Do not wait for the page. Destroy the window after this event, which still uses it.
    if (isQuitting) return void setImmediate(() => window.isDestroyed() || window.destroy());
    event.preventDefault();
    if (!isChild) guard.onClosed();
    retireWindow(window);
  });
  // Row 8: refusing is the default. State it here so that no later code changes it, and tell the user.
  contents.on('certificate-error', (event, url, error, _certificate, trust, isMainFrame) => {
    event.preventDefault();
    trust(false);
    if (isMainFrame) guard.onFailure(certificateRefused(url, error));
  });
  let logins = 0;
  contents.on('login', (event, details, { isProxy, host, port }, response) => {
    event.preventDefault();
    // Not in the types: false if the previous login was wrong. Retrying forever would lock the user's account.
    const isFirst = Reflect.get(details, 'firstAuthAttempt') !== false && logins < mostProxyLogins;
    const login = isProxy && isFirst ? guard.proxyLogin(`${host}:${port}`) : undefined;
    if (login !== undefined) {
      logins += 1;
      return response(login.username, login.password);
    }
    // A password prompt without the page's address invites phishing. The page shows its own 401 instead.
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
    if (reason !== 'clean-exit')
      guard.onFailure(loadFailed(shown, `RENDERER_${reason.replaceAll('-', '_').toUpperCase()}`));
  });
  // There is no address bar, so the title shows the page's host, whatever the page calls itself.
  window.on('page-title-updated', (event) => event.preventDefault());
  contents.on('did-navigate', (_event, url, status) => {
    // A page may still load when the login ends, and every call on a destroyed window throws.
    if (window.isDestroyed()) return;
    shown = url;
    window.setTitle(titleOf(url, guard.title));
    guard.onShown({ url, status });
    errors.shown({ url, status });
  });
  // A page may change its own URL, as Google's login does.
  contents.on('did-navigate-in-page', (_event, url, isMainFrame) => {
    if (!isMainFrame) return;
    guard.onShown({ url });
    errors.shown({ url });
  });
}

function titleOf(url: string, title: string): string {
  const host = hostOf(url);
  return host === '' ? text('window.title.loading', { title }) : text('window.title', { host, title });
}

/** Electron reserves worlds below 1000. */
const textWorld = 1_001;

/** Waits until the page has loaded, which may be forever if the page blocks its own process. */
const readPage = async (contents: WebContents): Promise<PageText | undefined> =>
  readPageText(await contents.executeJavaScriptInIsolatedWorld(textWorld, [{ code: pageTextScript }]));

/**
 * Electron passes the child's contents, although the types omit them. A child without an opener (`noopener`) has none.
 */
type ChildOptions = BrowserWindowConstructorOptions & { webContents?: WebContents };

function openChild(
  parent: BrowserWindow,
  { url, referrer, postBody }: HandlerDetails,
  { webContents }: ChildOptions,
  guard: ContentsGuard,
): WebContents {
  const child = guard.createChild(parent, webContents);
  guardAuthorizationWindow(child, guard, true);
  // A child without an opener does not load by itself.
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
