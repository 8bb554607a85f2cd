// Starts the real app, built, on either platform, for tests that use it as a person does.

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ElectronApplication, _electron as electron, type Page } from 'playwright';
import { english } from '../../scripts/lib/english.mjs';
import { displayHere } from './display.ts';
import { electronHere, type PlatformKind } from './platforms-here.ts';
import { waitForPlaywright } from './wait-for-playwright.ts';

export { type PlatformKind, platformsHere } from './platforms-here.ts';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export interface AppOptions {
  /** Default: a new one, removed by `close`. */
  dataFolder?: string;
  /** Added to a bare environment in English: neither proxies nor a TOKENBOARD_KEY of the machine get in. */
  environment?: Record<string, string>;
}

export interface RunningTestApp {
  kind: PlatformKind;
  mainPage: Page;
  dataFolder: string;
  /** Where "save" puts files: no dialog is shown. */
  downloads: string;
  /** Authorization windows and their children that are open. */
  popups(): Page[];
  /** Waits for an authorization window, with its first page in it. */
  nextPopup(timeoutMs?: number): Promise<Page>;
  /** URLs that were given to the system's browser. */
  opened(): Promise<string[]>;
  /** Everything that the app and its window printed. */
  logs: string[];
  electronApp: ElectronApplication | undefined;
  /** Ends the app and removes what the harness made; `keepData` leaves the data folder for another start. */
  close(options?: { keepData?: boolean }): Promise<void>;
}

export async function startApp(kind: PlatformKind, options: AppOptions = {}): Promise<RunningTestApp> {
  ensureBuilt();
  const work = mkdtempSync(join(tmpdir(), 'tokenboard-e2e-'));
  const dataFolder = options.dataFolder ?? join(work, 'data');
  const downloads = join(work, 'downloads');
  mkdirSync(join(work, 'config'), { recursive: true });
  writeFileSync(join(work, 'config', 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
  const environment = { ...bareEnvironment(), XDG_CONFIG_HOME: join(work, 'config'), ...options.environment };
  const started = await starts[kind]({ dataFolder, downloads, environment });
  started.mainPage.on('console', (message) => started.logs.push(message.text()));
  started.mainPage.on('pageerror', (error) => started.logs.push(String(error)));
  await started.mainPage.locator('#root > :not(style)').first().waitFor();
  return {
    kind,
    dataFolder,
    downloads,
    ...started,
    nextPopup: (timeoutMs = 30_000) => waitForPopup(started.popups, timeoutMs),
    close: async ({ keepData = false } = {}) => {
      await started.close();
      if (!keepData) rmSync(dataFolder, { recursive: true, force: true });
      if (!keepData || options.dataFolder !== undefined) rmSync(work, { recursive: true, force: true });
    },
  };
}

type Started = Pick<RunningTestApp, 'mainPage' | 'popups' | 'opened' | 'logs' | 'electronApp'> & {
  close(): Promise<void>;
};
interface Start {
  dataFolder: string;
  downloads: string;
  environment: Record<string, string>;
}

const starts: Record<PlatformKind, (options: Start) => Promise<Started>> = {
  electron: startInElectron,
  browser: startInBrowser,
};

async function startInBrowser({ dataFolder, environment }: Start): Promise<Started> {
  // The built entry, as `npm start` runs it; typed by its source.
  const { startBrowserApp } = (await import(
    join(root, 'dist/app/browser.js')
  )) as typeof import('../../app/browser.ts');
  const opened: string[] = [];
  const app = await startBrowserApp({
    dataFolder,
    headless: true,
    environment,
    openExternally: async (url) => {
      opened.push(url);
    },
  });
  if (app === undefined) throw new Error(`another instance runs on ${dataFolder}`);
  // playwright and playwright-core are one code base, with types of their own each.
  const page = (found: typeof app.mainPage) => found as unknown as Page;
  return {
    mainPage: page(app.mainPage),
    popups: () =>
      app.browser
        .contexts()
        .flatMap((context) => context.pages())
        .filter((found) => found !== app.mainPage)
        .map(page),
    opened: async () => opened,
    logs: [],
    electronApp: undefined,
    close: app.close,
  };
}

async function startInElectron({ dataFolder, downloads, environment }: Start): Promise<Started> {
  const binary = electronHere();
  if (binary === undefined) throw new Error('There is no Electron on this machine: see platforms-here.ts.');
  const electronApp = await electron.launch({
    executablePath: binary.executablePath,
    args: ['--no-sandbox', ...waitForPlaywright, ...binary.polyfillFlags, root],
    env: { ...environment, DISPLAY: await displayHere(), TOKENBOARD_DATA: dataFolder },
  });
  const logs: string[] = [];
  const note = (chunk: Buffer) => logs.push(chunk.toString());
  electronApp.process().stdout?.on('data', note);
  electronApp.process().stderr?.on('data', note);
  mkdirSync(downloads, { recursive: true });
  // What leaves the app is noted instead: the system's browser and the save dialog.
  const noteWhatLeaves = () =>
    electronApp.evaluate(({ shell, dialog }, folder) => {
      const noted: string[] = [];
      Reflect.set(globalThis, 'openedByTheApp', noted);
      shell.openExternal = async (url) => {
        noted.push(url);
      };
      const choose = async (...args: unknown[]) => {
        const { defaultPath = 'file' } = (args.at(-1) ?? {}) as { defaultPath?: string }; // the dialog's own options
        return { canceled: false, filePath: `${folder}/${defaultPath.split('/').at(-1)}` };
      };
      Reflect.set(dialog, 'showSaveDialog', choose);
    }, downloads);
  // Node may collect what Playwright waits for while the app starts: it is set a second time then.
  await noteWhatLeaves().catch((error: unknown) => {
    if (!(error instanceof Error) || !error.message.includes('garbage collected')) throw error;
    return noteWhatLeaves();
  });
  const mainPage = await electronApp.firstWindow();
  return {
    mainPage,
    popups: () => electronApp.windows().filter((page) => page !== mainPage),
    opened: () => electronApp.evaluate(() => Reflect.get(globalThis, 'openedByTheApp') as string[]),
    logs,
    electronApp,
    close: () => closeElectron(electronApp, logs),
  };
}

/** Fails where the app does not end by itself, and ends it then. */
async function closeElectron(electronApp: ElectronApplication, logs: string[]): Promise<void> {
  const running = electronApp.process();
  const hanging = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    running.kill('SIGKILL');
    hanging.reject(new Error(`Electron did not end within 30 s. It printed: ${logs.slice(-5).join('')}`));
  }, 30_000);
  await Promise.race([electronApp.close(), hanging.promise]).finally(() => clearTimeout(timer));
}

async function waitForPopup(popups: () => Page[], timeoutMs: number): Promise<Page> {
  const deadline = AbortSignal.timeout(timeoutMs);
  for (;;) {
    const found = popups().find((page) => page.url() !== '' && page.url() !== ':' && page.url() !== 'about:blank');
    if (found !== undefined) {
      await found.waitForLoadState('domcontentloaded');
      return found;
    }
    if (deadline.aborted) throw new Error(`no authorization window within ${timeoutMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

let built = false;

/** The build knows by itself when there is nothing to do. */
function ensureBuilt(): void {
  if (built) return;
  const { status } = spawnSync(process.execPath, [join(root, 'scripts/build.mjs')], { stdio: 'inherit' });
  if (status !== 0) throw new Error('the build failed');
  built = true;
}

function bareEnvironment(): Record<string, string> {
  const kept = [
    'PATH',
    'HOME',
    'USER',
    'TMPDIR',
    'XAUTHORITY',
    'DBUS_SESSION_BUS_ADDRESS',
    'XDG_RUNTIME_DIR',
    'XDG_CURRENT_DESKTOP',
  ];
  const found = kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name] ?? '']]));
  return { ...Object.fromEntries(found), ...english };
}
