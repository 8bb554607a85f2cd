import type { Browser, BrowserContext, CDPSession } from 'playwright-core';
import { type NetworkSettings, type ProxyChoice, parseProxyUrl } from '../../http/network-settings.ts';
import type { AuthorizationWindowRequest, LoginCookie } from '../platform.ts';
import { putCookies, readCookies } from './login-cookies.ts';
import type { PageTargets } from './page-targets.ts';

/** One browser context per connection, kept while the app runs: its cookies are its own (row 2). */
export interface Profile {
  connectionId: string;
  context: BrowserContext;
  /** What it was made with: another choice of the user needs another context. */
  proxy: string;
  /** The context's name in the browser. */
  browserContextId: string;
  /** Resolves when no window of its last login is left. */
  closed: Promise<void>;
}

export interface WindowsNetwork {
  settings(): NetworkSettings;
  environment: NodeJS.ProcessEnv;
}

export interface Profiles {
  /** For a login: the one of the connection, or a new one. Windows of the login before have gone. */
  open(request: AuthorizationWindowRequest): Promise<Profile>;
  /**
   * Closes every window of a login and resolves when they have gone. A page that cannot be closed in a few seconds goes
   * with its whole context (row 47); its cookies stay for the next login. `onCookies`: see the platform's interface.
   */
  closeWindows(profile: Profile, onCookies: AuthorizationWindowRequest['onCookies']): Promise<void>;
  /** Deletes all that the connection's logins left, and closes its windows. */
  forget(connectionId: string): Promise<void>;
}

export function createProfiles(
  browser: Browser,
  cdp: CDPSession,
  targets: PageTargets,
  network: WindowsNetwork,
): Profiles {
  const profiles = new Map<string, Profile>();
  /** By connection: of contexts that went with a page. */
  const rescued = new Map<string, LoginCookie[]>();

  /** One at a time: Playwright does not tell a context's name, so it is the one that was not there before. */
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
    // The browser knows them without asking the page.
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
      // Another proxy needs another context: who is logged in stays.
      const kept =
        known === undefined ? (rescued.get(connectionId) ?? cookies) : await readCookies(known.context).catch(() => []);
      rescued.delete(connectionId);
      await known?.context.close();
      const { context, browserContextId } = await createContext(options);
      // Row 3: an empty grant refuses every permission, without asking.
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
      // Its windows go with it, whatever their pages do.
      await known?.context.close();
    },
  };
}

interface ProxyOptions {
  server: string;
  bypass: string;
}

/**
 * For a browser context. A login goes by `logInToProxy`: Playwright's own way would pause requests a second time. This
 * machine itself is left out, which is Chromium's usual rule, and one that Playwright would turn off.
 */
export function proxyOptions(choice: ProxyChoice): ProxyOptions | undefined {
  // Playwright knows no `direct://`: a proxy for nothing at all, at a port where nobody listens.
  if (choice.mode === 'none') return { server: 'http://127.0.0.1:9', bypass: 'localhost,*' };
  const proxy = choice.mode === 'manual' ? parseProxyUrl(choice.url) : undefined;
  if (proxy === undefined) return undefined;
  return { server: `${proxy.protocol}//${proxy.host}`, bypass: 'localhost,127.0.0.0/8,[::1]' };
}
