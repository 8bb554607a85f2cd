import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { systemNetwork } from '../../http/network-settings.ts';
import { PlatformError } from '../../shared/errors.ts';
import { message } from '../../shared/messages/message.ts';
import { xdgLoginStart } from '../login-start.ts';
import { isWebUrl } from '../navigation.ts';
import type { Platform } from '../platform.ts';
import { languagesOfProcess, regionOfEnvironment, regionOfSystem } from '../region.ts';
import { authorizationWindows } from './authorization-window.ts';
import { type LaunchedBrowser, type LaunchOptions, launchBrowser } from './launch.ts';
import { createMainPage } from './main-page.ts';
import { watchPageTargets } from './page-targets.ts';
import { pauseRequests } from './requests.ts';
import { downloadsFolder, freePath, openInSystem, startProcess } from './system.ts';

export interface BrowserPlatformOptions extends LaunchOptions {
  /** The folder of the bundled entries. */
  appFolder: string;
  rendererFolder: string;
  /** Opens the system browser; replaced in tests. */
  openExternally?: ((url: string) => Promise<void>) | undefined;
}

export interface BrowserPlatform {
  platform: Platform;
  launched: LaunchedBrowser;
  /** Resolves when the main window was closed or the browser ended. */
  closed: Promise<void>;
  close(): Promise<void>;
}

/** Starts the browser. The main window loads at once, before the core of the app. */
export async function createBrowserPlatform(options: BrowserPlatformOptions): Promise<BrowserPlatform> {
  const launched = await launchBrowser(options);
  const { browser, context, cdp } = launched;
  let network = () => systemNetwork;
  const openExternally = options.openExternally ?? openInSystem;
  const targets = await watchPageTargets(cdp);
  const main = await createMainPage({
    launched,
    targets,
    rendererFolder: options.rendererFolder,
    dataFolder: options.dataFolder,
    openLink: (url) => {
      openExternally(url).catch(() => {});
    },
  });
  const authorization = authorizationWindows(
    launched,
    targets,
    { settings: () => network(), environment: options.environment },
    main.placeForLogin,
  );
  await pauseRequests(
    cdp,
    targets,
    (request) => {
      const ofMainProfile =
        request.frameId === main.target.targetId || request.page?.browserContextId === main.target.browserContextId;
      return ofMainProfile ? main.decide(request) : authorization.decide(request);
    },
    authorization.logInToProxy,
  );
  main.load().catch(() => {});

  const platform: Platform = {
    kind: 'browser',
    description: `${productName(options.executablePath)} ${browser.version().split('.')[0]}`,
    // On Windows, Node knows the region format. Elsewhere it reads the environment as this app does, but not by
    // category.
    region: () =>
      process.platform === 'win32'
        ? regionOfSystem(new Intl.NumberFormat().resolvedOptions().locale)
        : regionOfEnvironment(options.environment),
    languages: () => languagesOfProcess(options.environment),
    // It has no menu of the system.
    languageChanged: () => {},
    // The app ends with its window: there is no icon to reach it by.
    showTray: () => {},
    // Its window starts with it. macOS and Windows would need a program that can be installed.
    loginStart:
      process.platform === 'linux'
        ? xdgLoginStart({
            environment: options.environment,
            home: homedir(),
            command: [process.execPath, join(options.appFolder, 'browser.js')],
            isHidden: false,
          })
        : undefined,
    openMainWindow: async (handleCall) => {
      main.respondWith(handleCall);
      return main.window;
    },
    openAuthorizationWindow: authorization.open,
    forgetSession: authorization.forgetSession,
    openInSystemBrowser: async (url) => {
      if (!isWebUrl(url)) throw new PlatformError('window.url_refused', message('window.link'));
      await openExternally(url);
    },
    pickSaveFile: async (suggestedName) => freePath(downloadsFolder(options.environment), suggestedName),
    showInFolder: async (path) => openInSystem(dirname(path)),
    // Notifications need a permission, and pages here get none.
    notify: () => {},
    // A browser does not report a wake-up.
    onWake: () => () => {},
    // The browser asks the system itself and does not tell the result.
    resolveProxy: async () => undefined,
    setNetwork: (chosen) => {
      network = chosen;
    },
    startProcess: (entry, args, heapMebibytes) => startProcess(options.appFolder, entry, args, heapMebibytes),
  };
  const disconnected = new Promise<void>((resolve) => browser.once('disconnected', () => resolve()));
  return {
    platform,
    launched,
    closed: Promise.race([main.window.closed, disconnected]),
    close: async () => {
      await context.close().catch(() => {});
      await browser.close().catch(() => {});
    },
  };
}

const productName = (executablePath: string): string =>
  /edge/i.test(executablePath) ? 'Edge' : /google|chrome/i.test(executablePath) ? 'Chrome' : 'Chromium';
