import type { NetworkSettings } from '../../http/network-settings.ts';
import type { Platform } from '../platform.ts';
import { authorizationWindows } from './authorization-window.ts';
import { type LaunchOptions, launchBrowser } from './launch.ts';
import { pageTarget, watchPageTargets } from './page-targets.ts';
import { pauseRequests } from './requests.ts';

export interface LoginBrowserOptions extends Omit<LaunchOptions, 'authorities'> {
  network(): NetworkSettings;
}

/** Authorization windows of an installed browser, for a platform without a main window. */
export interface LoginBrowser extends Pick<Platform, 'openAuthorizationWindow' | 'forgetSession'> {
  close(): Promise<void>;
}

/** A user who logs in at several services finds the browser running. A server that nobody uses does not keep it. */
const idleMs = 60_000;

/** Starts the browser with the first login, and ends it a minute after the last one. */
export function createLoginBrowser(options: LoginBrowserOptions): LoginBrowser {
  let running: Promise<LoginBrowser> | undefined;
  let open = 0;
  let idle: NodeJS.Timeout | undefined;

  const start = (): Promise<LoginBrowser> => {
    if (running !== undefined) return running;
    const forget = () => {
      if (running === starting) running = undefined;
    };
    // The user may quit it.
    const starting = startBrowser(options, forget);
    starting.catch(forget);
    running = starting;
    return starting;
  };
  const close = async (): Promise<void> => {
    clearTimeout(idle);
    const ending = running;
    running = undefined;
    await (await ending?.catch(() => undefined))?.close();
  };
  const ended = () => {
    open -= 1;
    if (open === 0) idle = setTimeout(() => void close(), idleMs).unref();
  };

  return {
    openAuthorizationWindow: async (request) => {
      open += 1;
      clearTimeout(idle);
      try {
        const window = await (await start()).openAuthorizationWindow(request);
        window.callback.then(ended, ended);
        return window;
      } catch (error) {
        ended();
        throw error;
      }
    },
    // A browser that does not run has no session: `cookies` of the next login are the caller's.
    forgetSession: async (connectionId) => (await running?.catch(() => undefined))?.forgetSession(connectionId),
    close,
  };
}

/** The same windows and guards as those of the browser platform. Its main window stays empty and minimized. */
async function startBrowser(
  { network, ...options }: LoginBrowserOptions,
  onDisconnected: () => void,
): Promise<LoginBrowser> {
  const launched = await launchBrowser({ ...options, authorities: network().authorities });
  const { browser, context, mainPage, cdp } = launched;
  browser.once('disconnected', onDisconnected);
  const targets = await watchPageTargets(cdp);
  const session = await context.newCDPSession(mainPage);
  const main = await pageTarget(session);
  const authorization = authorizationWindows(
    launched,
    targets,
    { settings: network, environment: options.environment },
    async () => undefined,
  );
  await pauseRequests(
    cdp,
    targets,
    (request) => {
      const ofMainProfile =
        request.frameId === main.targetId || request.page?.browserContextId === main.browserContextId;
      return ofMainProfile ? { action: 'abort' } : authorization.decide(request);
    },
    authorization.logInToProxy,
  );
  // Row 7: close any second page of this profile, which a browser shortcut may open.
  context.on('page', (other) => void other.close().catch(() => {}));
  const { windowId } = await session.send('Browser.getWindowForTarget');
  await session.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'minimized' } }).catch(() => {});
  return {
    openAuthorizationWindow: authorization.open,
    forgetSession: authorization.forgetSession,
    close: async () => {
      await context.close().catch(() => {});
      await browser.close().catch(() => {});
    },
  };
}
