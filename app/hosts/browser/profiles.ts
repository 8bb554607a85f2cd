import type { Browser, BrowserContext } from 'playwright-core';
import { type NetworkSettings, type ProxyChoice, parseProxyUrl } from '../../http/network-settings.ts';
import type { AuthorizationWindowRequest, LoginCookie } from '../host.ts';
import { putCookies, readCookies } from './login-cookies.ts';
import type { PageTargets } from './page-targets.ts';

/** One browser context per connection, kept while the app runs: its cookies are its own (row 2). */
export interface Profile {
  connectionId: string;
  context: BrowserContext;
  /** What it was made with: another choice of the user needs another context. */
  proxy: string;
  /** The context's name in the browser, known from its first page on. */
  browserContextId?: string;
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
   * with its whole context (row 47); its cookies stay for the next login. `onCookies`: see the host's interface.
   */
  closeWindows(profile: Profile, onCookies: AuthorizationWindowRequest['onCookies']): Promise<void>;
  /** Deletes all that the connection's logins left, and closes its windows. */
  forget(connectionId: string): Promise<void>;
}

export function createProfiles(browser: Browser, targets: PageTargets, network: WindowsNetwork): Profiles {
  const profiles = new Map<string, Profile>();
  /** By connection: of contexts that went with a page. */
  const rescued = new Map<string, LoginCookie[]>();

  const remove = (profile: Profile): void => {
    if (profiles.get(profile.connectionId) === profile) profiles.delete(profile.connectionId);
  };
  const closeWindows: Profiles['closeWindows'] = async (profile, onCookies) => {
    const { connectionId, context, browserContextId = '' } = profile;
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
      const context = await browser.newContext({
        acceptDownloads: false,
        viewport: null,
        ...(options === undefined ? {} : { proxy: options }),
      });
      // Row 3: an empty grant refuses every permission, without asking.
      await context.grantPermissions([]);
      if (!freshSession) await putCookies(context, kept);
      const profile = { connectionId, context, proxy, closed: Promise.resolve() };
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

/**
 * For a browser context. A login goes by `logInToProxy`: Playwright's own way would pause requests a second time. This
 * machine itself is left out, which is Chromium's usual rule, and one that Playwright would turn off.
 */
export function proxyOptions(choice: ProxyChoice): { server: string; bypass: string } | undefined {
  // Playwright knows no `direct://`: a proxy for nothing at all, at a port where nobody listens.
  if (choice.mode === 'none') return { server: 'http://127.0.0.1:9', bypass: 'localhost,*' };
  const proxy = choice.mode === 'manual' ? parseProxyUrl(choice.url) : undefined;
  if (proxy === undefined) return undefined;
  return { server: `${proxy.protocol}//${proxy.host}`, bypass: 'localhost,127.0.0.0/8,[::1]' };
}
