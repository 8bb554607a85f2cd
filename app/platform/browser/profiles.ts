import type { Browser, BrowserContext, CDPSession } from 'playwright-core';
import { type NetworkSettings, type ProxyChoice, parseProxyUrl } from '../../http/network-settings.ts';
import type { AuthorizationWindowRequest, LoginCookie } from '../platform.ts';
import { putCookies, readCookies } from './login-cookies.ts';
import type { PageTargets } from './page-targets.ts';

/** One browser context per connection, kept while the app runs, with its own cookies (row 2). */
export interface Profile {
  connectionId: string;
  context: BrowserContext;
  /** The proxy it was created with. Another choice of the user needs a new context. */
  proxy: string;
  /** The context's name in the browser. */
  browserContextId: string;
  /** Resolves when no window of its last login remains. */
  closed: Promise<void>;
}

export interface WindowsNetwork {
  settings(): NetworkSettings;
  environment: NodeJS.ProcessEnv;
}

export interface Profiles {
  /** The connection's context for a login, or a new one. Windows of an earlier login are closed by then. */
  open(request: AuthorizationWindowRequest): Promise<Profile>;
  /**
   * Closes every window of a login. Resolves when they are gone. If a page does not close within a few seconds, its
   * whole context is closed (row 47); its cookies stay for the next login. `onCookies`: see the platform's interface.
   */
  closeWindows(profile: Profile, onCookies: AuthorizationWindowRequest['onCookies']): Promise<void>;
  /** Deletes everything that the connection's logins left, and closes its windows. */
  forget(connectionId: string): Promise<void>;
}

export function createProfiles(
  browser: Browser,
  cdp: CDPSession,
  targets: PageTargets,
  network: WindowsNetwork,
): Profiles {
  const profiles = new Map<string, Profile>();
  /** Cookies of contexts that were closed together with a page, by connection. */
  const rescued = new Map<string, LoginCookie[]>();

  /** Created one at a time: Playwright does not tell a context's ID, so it is the one that was not there before. */
  let creating: Promise<unknown> = Promise.resolve();
  const createContext = (proxy: ProxyOptions | undefined): Promise<Pick<Profile, 'context' | 'browserContextId'>> => {
    const created = creating.then(async () => {
      const names = async () => (await cdp.send('Target.getBrowserContexts')).browserContextIds;
      const before = new Set(await names());
      const context = await browser.newContext({
        acceptDownloads: false,
        viewport: null,
        ...(proxy === undefined ? {} : { proxy }),
      });
      const browserContextId = (await names()).find((name) => !before.has(name)) ?? '';
      return { context, browserContextId };
    });
    creating = created.catch(() => {});
    return created;
  };

  const remove = (profile: Profile): void => {
    if (profiles.get(profile.connectionId) === profile) profiles.delete(profile.connectionId);
  };
  const closeWindows: Profiles['closeWindows'] = async (profile, onCookies) => {
    const { connectionId, context, browserContextId } = profile;
    // The browser reads the cookies without the page's help.
    const reading = readCookies(context);
    reading.then(onCookies, () => {});
    if (await targets.closeAll(browserContextId).catch(() => true)) return;
    const left = await reading.catch(() => []);
    if (profiles.get(connectionId) === profile) rescued.set(connectionId, left);
    remove(profile);
    await context.close().catch(() => {});
  };

  return {
    open: async ({ connectionId, freshSession, cookies = [] }) => {
      await profiles.get(connectionId)?.closed;
      const known = profiles.get(connectionId);
      const options = proxyOptions(network.settings().proxy);
      const proxy = options?.server ?? '';
      if (known !== undefined && !freshSession && known.proxy === proxy) return known;
      profiles.delete(connectionId);
      // Another proxy needs a new context. Keep the cookies, so that the user stays logged in.
      const kept =
        known === undefined ? (rescued.get(connectionId) ?? cookies) : await readCookies(known.context).catch(() => []);
      rescued.delete(connectionId);
      await known?.context.close();
      const { context, browserContextId } = await createContext(options);
      // Row 3: an empty grant refuses every permission without asking.
      await context.grantPermissions([]);
      if (!freshSession) await putCookies(context, kept);
      const profile = { connectionId, context, browserContextId, proxy, closed: Promise.resolve() };
      profiles.set(connectionId, profile);
      return profile;
    },
    closeWindows: (profile, onCookies) => {
      profile.closed = closeWindows(profile, onCookies);
      return profile.closed;
    },
    forget: async (connectionId) => {
      rescued.delete(connectionId);
      const known = profiles.get(connectionId);
      profiles.delete(connectionId);
      // Closes its windows too, whatever their pages do.
      await known?.context.close();
    },
  };
}

interface ProxyOptions {
  server: string;
  bypass: string;
}

/**
 * Proxy options of a browser context. `logInToProxy` supplies the login, because Playwright's own way would pause
 * requests twice. Requests to this machine bypass the proxy: that is Chromium's default, which Playwright would turn
 * off.
 */
export function proxyOptions(choice: ProxyChoice): ProxyOptions | undefined {
  // Playwright does not support `direct://`: use a proxy for no host, at a port where nothing listens.
  if (choice.mode === 'none') return { server: 'http://127.0.0.1:9', bypass: 'localhost,*' };
  const proxy = choice.mode === 'manual' ? parseProxyUrl(choice.url) : undefined;
  if (proxy === undefined) return undefined;
  return { server: `${proxy.protocol}//${proxy.host}`, bypass: 'localhost,127.0.0.0/8,[::1]' };
}
