import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type ElectronApplication, _electron as electron, type Page } from 'playwright';
import { createBrowserPlatform } from '../../../app/platform/browser/browser-platform.ts';
import { findBrowser } from '../../../app/platform/browser/find-browser.ts';
import { displayHere } from '../../e2e/display.ts';
import { electronHere, type PlatformKind } from '../../e2e/platforms-here.ts';
import { waitForPlaywright } from '../../e2e/wait-for-playwright.ts';
import { drivePlatform, type PlatformDriver } from './driver.ts';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../../..');

/** A platform as each kind runs it, without the app. */
export interface RunningPlatform {
  mainPage: Page;
  /** Calls a function of the driver, in whichever process it is. */
  drive<Name extends keyof PlatformDriver>(name: Name, ...args: Arguments<Name>): Promise<DriverResult<Name>>;
  /** Authorization windows and their children. */
  popups(): Page[];
  /** Every window but the main one, by the platform's own count: Playwright is not told of a window that stays blank. */
  windows(): Promise<number>;
  /** Runs in the main process (Electron only). */
  electronApp: ElectronApplication | undefined;
  close(): Promise<void>;
}

type Arguments<Name extends keyof PlatformDriver> = PlatformDriver[Name] extends (...args: infer Args) => unknown
  ? Args
  : [];
type DriverResult<Name extends keyof PlatformDriver> = PlatformDriver[Name] extends (...args: never[]) => infer Result
  ? Awaited<Result>
  : PlatformDriver[Name];

export function startPlatform(
  kind: PlatformKind,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<RunningPlatform> {
  return starts[kind](environment);
}

const starts: Record<PlatformKind, (environment: NodeJS.ProcessEnv) => Promise<RunningPlatform>> = {
  electron: startElectronPlatform,
  browser: startBrowserPlatform,
};

const temporaryFolder = () => mkdtempSync(join(tmpdir(), 'tokenboard-platform-'));

async function startBrowserPlatform(environment: NodeJS.ProcessEnv): Promise<RunningPlatform> {
  const folder = temporaryFolder();
  copyFileSync(join(here, 'child.cjs'), join(folder, 'practice.js'));
  const opened: string[] = [];
  const { platform, launched, close } = await createBrowserPlatform({
    executablePath: findBrowser() ?? '',
    dataFolder: join(folder, 'data'),
    headless: true,
    sandbox: process.getuid?.() !== 0,
    appFolder: folder,
    rendererFolder: join(here, 'page'),
    environment,
    openExternally: async (url) => {
      opened.push(url);
    },
  });
  const driver = await drivePlatform(platform, opened);
  const { browser, mainPage, cdp } = launched;
  await mainPage.waitForSelector('html[data-ready]');
  return {
    // playwright and playwright-core are one code base, with types of their own each.
    mainPage: mainPage as unknown as Page,
    drive: async (name, ...args) => responseOf(driver, name, args),
    popups: () =>
      browser
        .contexts()
        .flatMap((context) => context.pages())
        .filter((page) => page !== mainPage) as unknown as Page[],
    windows: async () => {
      const { targetInfos } = await cdp.send('Target.getTargets');
      return targetInfos.filter(({ type }) => type === 'page').length - 1;
    },
    electronApp: undefined,
    close: async () => {
      await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function startElectronPlatform(environment: NodeJS.ProcessEnv): Promise<RunningPlatform> {
  const binary = electronHere();
  if (binary === undefined) throw new Error('no Electron here');
  const folder = temporaryFolder();
  const options = {
    absWorkingDir: root,
    bundle: true,
    platform: 'node' as const,
    logLevel: 'warning' as const,
    external: ['electron'],
    outdir: folder,
  };
  await Promise.all([
    build({
      ...options,
      format: 'esm',
      outExtension: { '.js': '.mjs' },
      entryPoints: { 'platform-main': 'test/integration/platform/platform-main.ts' },
    }),
    build({
      ...options,
      format: 'cjs',
      outExtension: { '.js': '.cjs' },
      entryPoints: { preload: 'app/preload.ts' },
    }),
  ]);
  copyFileSync(join(here, 'child.cjs'), join(folder, 'practice.js'));
  const electronApp = await electron.launch({
    executablePath: binary.executablePath,
    args: ['--no-sandbox', ...waitForPlaywright, ...binary.polyfillFlags, join(folder, 'platform-main.mjs')],
    env: {
      ...(environment as Record<string, string>), // every variable that is there is a string
      DISPLAY: await displayHere(),
      TOKENBOARD_DATA: join(folder, 'data'),
      TOKENBOARD_KEY: 'a key that no child may see',
      TEST_RENDERER: join(here, 'page'),
      TEST_APP: folder,
    },
  });
  const mainPage = await electronApp.firstWindow();
  await mainPage.waitForSelector('html[data-ready]');
  return {
    mainPage,
    drive: (name, ...args) =>
      electronApp.evaluate(
        async (_electron, [key, values]) => {
          while (globalThis.platformDriver === undefined) await new Promise((resolve) => setImmediate(resolve));
          const member: unknown = Reflect.get(globalThis.platformDriver, key);
          return typeof member === 'function' ? await member(...values) : member;
        },
        [name, args as unknown[]] as const,
      ),
    popups: () => electronApp.windows().filter((page) => page !== mainPage),
    windows: () => electronApp.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length - 1),
    electronApp,
    close: async () => {
      await electronApp.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function responseOf<Name extends keyof PlatformDriver>(
  driver: PlatformDriver,
  name: Name,
  args: unknown[],
): Promise<DriverResult<Name>> {
  const member: unknown = driver[name];
  const response: unknown = typeof member === 'function' ? await Reflect.apply(member, driver, args) : member;
  return response as DriverResult<Name>; // the member's own type, which a generic key hides
}
