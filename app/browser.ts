// Tokenboard in an installed Chromium, Chrome or Edge: the same app on the other platform.
import { existsSync, realpathSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TokenboardApp } from './app.ts';
import { createBrowserPlatform } from './platform/browser/browser-platform.ts';
import { findBrowser } from './platform/browser/find-browser.ts';
import type { LaunchedBrowser } from './platform/browser/launch.ts';
import { becomeFirstInstance, folderLost } from './platform/instance.ts';
import { languagesOfProcess } from './platform/region.ts';
import { readEnvironment } from './process/environment.ts';
import { version } from './process/version.ts';
import { PlatformError } from './shared/errors.ts';
import { message } from './shared/messages/message.ts';
import { textsOf, whyNotStarted } from './unexpected.ts';
import type { KeyStore } from './vault/key-store.ts';

export interface BrowserAppOptions {
  dataFolder: string;
  headless: boolean;
  /** Default: the environment of this process. */
  environment?: NodeJS.ProcessEnv | undefined;
  /** Default: the system's keychain. */
  keyStore?: KeyStore | undefined;
  /** Replaces the system browser in tests. */
  openExternally?: ((url: string) => Promise<void>) | undefined;
}

export interface BrowserApp {
  app: TokenboardApp;
  mainPage: LaunchedBrowser['mainPage'];
  /** The app's own profile. Authorization windows use other contexts of `browser`. */
  context: LaunchedBrowser['context'];
  browser: LaunchedBrowser['browser'];
  /** Resolves when everything has ended, after `close` or after the user closed the window. */
  closed: Promise<void>;
  close(): Promise<void>;
}

const appFolder = dirname(fileURLToPath(import.meta.url));

/**
 * Starts the app. Returns `undefined` if another instance uses this data folder: it then shows its window (row 40).
 * Throws PlatformError `window.no_browser`, `window.browser_failed`.
 */
export async function startBrowserApp(options: BrowserAppOptions): Promise<BrowserApp | undefined> {
  const environment = options.environment ?? process.env;
  const executablePath = findBrowser({ platform: process.platform, environment, exists: existsSync });
  if (executablePath === undefined) throw new PlatformError('window.no_browser', message('start.noBrowser'));
  const instance = await becomeFirstInstance(options.dataFolder, {
    onWait: async (pid) => {
      const { text } = await textsOf(languagesOfProcess(environment));
      console.error(text('start.waiting', { pid: String(pid) }));
    },
  });
  if (instance === undefined) return undefined;
  const { dataFolder } = instance;

  // Stored beside the code, so that updates delete the cache too. The next start skips compilation.
  enableCompileCache(join(appFolder, '../code-cache'));
  // Start the browser while the core of the app loads.
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
    keyStore: options.keyStore,
    openStore: openConfStore,
    version,
    presetsFolder: join(appFolder, '../presets'),
    licencesFile: join(appFolder, '../licences.json'),
    quit: () => void close(),
  });
  instance.onSecond(() => app.showMainWindow());
  instance.onCall(app.acceptSession);
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
  instance.onLost(async () => {
    const { textOf } = await import('./shared/messages/text.ts');
    console.error(textOf(folderLost(dataFolder)));
    void close();
  });
  const { mainPage, context, browser } = browserPlatform.launched;
  return { app, mainPage, context, browser, close, closed: browserPlatform.closed.then(close) };
}

/** Most users have no authorities of their own. Load nothing for them while the browser could start. */
async function authoritiesIn(dataFolder: string): Promise<string[]> {
  if (!existsSync(join(dataFolder, 'network.json'))) return [];
  const { storedAuthorities } = await import('./network/network.ts');
  return storedAuthorities(dataFolder);
}

async function run(): Promise<void> {
  const { dataFolder, headless } = readEnvironment(process.env);
  const starting = startBrowserApp({ dataFolder, headless });
  // `on`, not `once`: conf also listens for signals, and raises each again after it has written its files.
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
    async (error: unknown) => {
      // In the system's language: the preferences may be unreadable.
      const { textOf } = await textsOf(languagesOfProcess(process.env));
      console.error(textOf(whyNotStarted(error)));
      process.exit(1);
    },
  );
