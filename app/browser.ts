// Tokenboard in an installed Chromium, Chrome or Edge: the same app, the other host.
import { existsSync, realpathSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TokenboardApp } from './app.ts';
import { createBrowserPlatform } from './platform/browser/browser-platform.ts';
import { findBrowser } from './platform/browser/find-browser.ts';
import type { LaunchedBrowser } from './platform/browser/launch.ts';
import { becomeFirstInstance, folderLost } from './platform/instance.ts';
import { readEnvironment } from './process/environment.ts';
import { version } from './process/version.ts';
import { PlatformError } from './shared/errors.ts';
import { whyNotStarted } from './unexpected.ts';

export interface BrowserAppOptions {
  dataFolder: string;
  headless: boolean;
  /** Default: the process's own. */
  environment?: NodeJS.ProcessEnv | undefined;
  /** Stands in for the system's browser in tests. */
  openExternally?: ((url: string) => Promise<void>) | undefined;
}

export interface BrowserApp {
  app: TokenboardApp;
  mainPage: LaunchedBrowser['mainPage'];
  /** The app's own profile. Authorization windows are in other contexts of `browser`. */
  context: LaunchedBrowser['context'];
  browser: LaunchedBrowser['browser'];
  /** Resolves when everything has ended, by `close` or because the user closed the window. */
  closed: Promise<void>;
  close(): Promise<void>;
}

const appFolder = dirname(fileURLToPath(import.meta.url));

/**
 * Starts the app. `undefined`: another instance runs on this data folder and was told to show its window (row 40).
 * Throws PlatformError `window.no_browser`, `window.browser_failed`.
 */
export async function startBrowserApp(options: BrowserAppOptions): Promise<BrowserApp | undefined> {
  const environment = options.environment ?? process.env;
  const executablePath = findBrowser({ platform: process.platform, environment, exists: existsSync });
  if (executablePath === undefined)
    throw new PlatformError(
      'window.no_browser',
      'No Chromium, Chrome or Edge was found. TOKENBOARD_BROWSER may name one.',
    );
  const instance = await becomeFirstInstance(options.dataFolder);
  if (instance === undefined) return undefined;
  const { dataFolder } = instance;

  // Beside the code, and gone with it: the next start need not compile it again.
  enableCompileCache(join(appFolder, '../code-cache'));
  // The browser starts while the core of the app is loaded.
  const [browserPlatform, { createApp }, { openConfStore }] = await Promise.all([
    createBrowserPlatform({
      executablePath,
      dataFolder,
      headless: options.headless,
      sandbox: process.getuid?.() !== 0 && !readEnvironment(environment).noSandbox,
      appFolder,
      rendererFolder: join(appFolder, '../renderer'),
      environment,
      openExternally: options.openExternally,
      authorities: await authoritiesIn(dataFolder),
    }),
    import('./app.ts'),
    import('./settings/conf-store.ts'),
  ]);
  const app = await createApp({
    platform: browserPlatform.platform,
    dataFolder,
    environment,
    openStore: openConfStore,
    version,
    presetsFolder: join(appFolder, '../presets'),
    licencesFile: join(appFolder, '../licences.json'),
  });
  instance.onSecond(() => app.showMainWindow());
  await app.start();

  let ending: Promise<void> | undefined;
  const close = () => {
    ending ??= app
      .close()
      .catch(() => {})
      .then(browserPlatform.close)
      .finally(instance.release);
    return ending;
  };
  instance.onLost(() => {
    console.error(folderLost(dataFolder));
    void close();
  });
  const { mainPage, context, browser } = browserPlatform.launched;
  return { app, mainPage, context, browser, close, closed: browserPlatform.closed.then(close) };
}

/** Most users have none: then nothing is loaded for it while the browser could start. */
async function authoritiesIn(dataFolder: string): Promise<string[]> {
  if (!existsSync(join(dataFolder, 'network.json'))) return [];
  const { storedAuthorities } = await import('./network/network.ts');
  return storedAuthorities(dataFolder);
}

async function run(): Promise<void> {
  const { dataFolder, headless } = readEnvironment(process.env);
  const starting = startBrowserApp({ dataFolder, headless });
  // `on`, not `once`: conf hears signals too, and raises each a second time when it has written its files.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => starting.then((running) => running?.close()));
  const running = await starting;
  if (running === undefined) return;
  process.on('uncaughtException', running.app.failed);
  await running.closed;
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url))
  run().then(
    () => process.exit(),
    (error: unknown) => {
      console.error(whyNotStarted(error));
      process.exit(1);
    },
  );
