import type { Page, Request } from 'playwright-core';
import { type ProxyLogin, parseProxyUrl, proxyAddress, proxyLogin } from '../../http/network-settings.ts';
import { matchesCallback } from '../../shared/connection/callback-url.ts';
import { PlatformError } from '../../shared/errors.ts';
import { message } from '../../shared/messages/message.ts';
import { type AuthorizationFlow, startAuthorizationFlow } from '../authorization-flow.ts';
import { certificateRefused, isCertificateError, loadFailed, proxyLoginRefused } from '../certificate.ts';
import type { ErrorPage } from '../error-page.ts';
import { type Forward, forwardDecision, forwardStatus } from '../forward.ts';
import { isFollowed, isSchemeCallback, isWebUrl, reachesCallback } from '../navigation.ts';
import type { AuthorizationWindow, AuthorizationWindowRequest } from '../platform.ts';
import { type ShownPage, watchForRefusal } from '../refusal.ts';
import { type ErrorPageWatch, watchErrorPage } from '../watch-error-page.ts';
import type { Rectangle } from '../window-state.ts';
import { type Children, watchChildren } from './children.ts';
import { guardPages } from './guard-pages.ts';
import type { LaunchedBrowser } from './launch.ts';
import type { PageTarget, PageTargets } from './page-targets.ts';
import { pageTextReader } from './page-text.ts';
import { createProfiles, type WindowsNetwork } from './profiles.ts';
import type { Decision, PausedRequest, ProxyQuestion } from './requests.ts';
import { watchExchanges } from './window-exchanges.ts';

interface Login {
  browserContextId: string;
  callbackUrl: string;
  forward: Forward | undefined;
  flow: AuthorizationFlow;
  children: Children;
}

export interface AuthorizationWindows {
  open(request: AuthorizationWindowRequest): Promise<AuthorizationWindow>;
  forgetSession(connectionId: string): Promise<void>;
  /** Decides every request except those of the main window. */
  decide(request: PausedRequest): Decision;
  /** `undefined`: there is no login for this proxy, and the window has failed. */
  logInToProxy(question: ProxyQuestion): ProxyLogin | undefined;
}

export function authorizationWindows(
  { browser, cdp }: Pick<LaunchedBrowser, 'browser' | 'cdp'>,
  targets: PageTargets,
  network: WindowsNetwork,
  /** Where a login window opens: in the centre of the app's window. */
  place: () => Promise<Rectangle | undefined>,
): AuthorizationWindows {
  const profiles = createProfiles(browser, cdp, targets, network);
  const logins = new Map<string, Login>();
  /**
   * Callback URLs and forwarded addresses by connection, including logins that have ended: requests of their pages may be
   * reported late.
   */
  const interceptedUrls = new Map<string, string[]>();
  /** Browser contexts whose login has ended. */
  const idle = new Set<string>();

  targets.onCreated((page) => {
    // No window may outlive its login (row 24). A child that opens as the login ends is reported only afterwards.
    if (idle.has(page.browserContextId)) targets.closeAll(page.browserContextId).catch(() => {});
    else loginOf(page)?.children.created(page);
  });

  const loginOf = (page: PageTarget | undefined): Login | undefined =>
    [...logins.values()].find((each) => each.browserContextId === page?.browserContextId);

  return {
    open: async (request) => {
      const { connectionId, authorizationUrl, callbackUrl } = request;
      if (!isWebUrl(authorizationUrl))
        throw new PlatformError('window.url_refused', message('window.authorizationUrl'));
      const before = logins.get(connectionId)?.flow;
      before?.failed(new PlatformError('window.cancelled', message('window.replaced')));
      await before?.callback.catch(() => {});

      const profile = await profiles.open(request);
      const { context, browserContextId } = profile;
      idle.delete(browserContextId);
      const { openPopupWindow } = await import('./popup-window.ts');
      const page = await openPopupWindow(cdp, context, browserContextId, await place().catch(() => undefined));
      const intercepted = [callbackUrl, ...(request.forward === undefined ? [] : [request.forward.from])];
      for (const url of intercepted) await guardPages(context, page, url);
      const children = watchChildren(targets);
      const flow = startAuthorizationFlow({
        timeoutMs: request.timeoutMs,
        signal: request.signal,
        closeWindow: () => {
          logins.delete(connectionId);
          idle.add(browserContextId);
          context.off('page', watch);
          stopExchanges();
          children.end();
          return profiles.closeWindows(profile, request.onCookies);
        },
      });
      interceptedUrls.set(connectionId, intercepted);
      logins.set(connectionId, { browserContextId, callbackUrl, forward: request.forward, flow, children });
      const stopExchanges = request.onExchange === undefined ? () => {} : watchExchanges(context, request.onExchange);
      const onShown = watchForRefusal(request.onRefused);
      const onErrorPage = (found: ErrorPage | undefined) => {
        if (!flow.settled) request.onErrorPage?.(found);
      };
      const watch = (watched: Page) => {
        watchPage(watched, callbackUrl, flow);
        const errors = watchErrorPage(pageTextReader(watched), onErrorPage);
        watchShown(watched, errors, (shown) => {
          onShown(shown);
          errors.shown(shown);
        });
        watched.once('close', watched === page ? errors.end : errors.closed);
        watchOpened(watched, callbackUrl, flow).catch(() => {});
      };
      context.on('page', watch);
      watch(page);
      page.once('close', flow.closed);
      // `requestfailed` reports failures. The abort caused by the callback is not one.
      page.goto(authorizationUrl, { waitUntil: 'commit' }).catch(() => {});

      return {
        callback: flow.callback,
        show: () => {
          const front = context.pages().at(-1) ?? page;
          front.bringToFront().catch(() => {});
        },
      };
    },

    forgetSession: profiles.forget,

    decide: ({ url, method, body, page, isDocument, isWorkerScript }) => {
      if (isWorkerScript) return { action: 'abort' };
      const login = loginOf(page);
      if (login !== undefined && matchesCallback(login.callbackUrl, url)) {
        login.flow.caught(method === 'POST' ? { url, method, body: body ?? '' } : { url, method: 'GET' });
        return { action: 'abort' };
      }
      const forwarded = forwardDecision(login?.forward, url, page !== undefined);
      if (forwarded !== undefined && forwarded !== 'refuse')
        return {
          action: 'respond',
          status: forwardStatus,
          headers: { location: forwarded.to, 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' },
          body: Buffer.alloc(0),
        };
      // A hidden frame or image at such an address does not end a login. It is not requested either (row 16).
      if ([...interceptedUrls.values()].flat().some((each) => reachesCallback(url, each))) return { action: 'abort' };
      if (isDocument && !isFollowed(url, '')) return { action: 'abort' };
      if (page !== undefined) login?.children.loads(page.targetId);
      return { action: 'continue' };
    },

    logInToProxy: ({ proxy, again, page }) => {
      const url = parseProxyUrl(proxy);
      const address = url === undefined ? proxy : proxyAddress(url);
      const login = again ? undefined : proxyLogin(address, network.settings(), network.environment);
      if (login === undefined) loginOf(page)?.flow.failed(proxyLoginRefused(address));
      return login;
    },
  };
}

/** Watches the window, and each child that a single sign-on page opens (row 4). */
function watchPage(page: Page, callbackUrl: string, flow: AuthorizationFlow): void {
  const ofTopFrame = (request: Request) => request.isNavigationRequest() && request.frame() === page.mainFrame();
  // A callback with a custom scheme never becomes a network request. Only this event shows it.
  page.on('request', (request) => {
    if (ofTopFrame(request) && isSchemeCallback(request.url(), callbackUrl))
      flow.caught({ url: request.url(), method: 'GET' });
  });
  page.on('requestfailed', (request) => {
    const error = request.failure()?.errorText ?? '';
    if (!ofTopFrame(request) || error === 'net::ERR_ABORTED') return;
    const url = request.url();
    flow.failed(isCertificateError(error) ? certificateRefused(url, error) : loadFailed(url, error));
  });
  page.on('crash', () => flow.failed(loadFailed(page.url(), 'RENDERER_CRASHED')));
  page.on('download', (download) => {
    download.cancel().catch(() => {});
  });
}

/** A page may open a callback with a custom scheme as a new window. */
async function watchOpened(page: Page, callbackUrl: string, flow: AuthorizationFlow): Promise<void> {
  const session = await page.context().newCDPSession(page);
  session.on('Page.windowOpen', ({ url }) => {
    if (isSchemeCallback(url, callbackUrl)) flow.caught({ url, method: 'GET' });
  });
  await session.send('Page.enable');
}

/**
 * Reports what the window shows: each response to its top frame, and changes that a page makes to its own URL (as
 * Google's login does).
 */
function watchShown(page: Page, { loaded }: ErrorPageWatch, onShown: (shown: ShownPage) => void): void {
  page.on('domcontentloaded', loaded).on('load', loaded);
  page.on('response', (response) => {
    const request = response.request();
    if (request.isNavigationRequest() && request.frame() === page.mainFrame())
      onShown({ url: response.url(), status: response.status() });
  });
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) onShown({ url: frame.url() });
  });
  // A child is reported when it already shows its first page.
  onShown({ url: page.url() });
}
