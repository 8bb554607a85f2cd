// `start-once.ts electron|browser app|blank FOLDER`: sends its parent the ms from this process's start to a usable window.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from '../../app/platform/browser/find-browser.ts';
import { launchBrowser } from '../../app/platform/browser/launch.ts';
import { displayHere } from '../e2e/display.ts';
import { electronHere, type PlatformKind } from '../e2e/platforms-here.ts';
import { waitForPlaywright } from '../e2e/wait-for-playwright.ts';

const [platform, what, folder = ''] = process.argv.slice(2);
const root = new URL('../../', import.meta.url).pathname;
mkdirSync(folder, { recursive: true });
const usable = '[aria-label="New resource"]';

async function browserApp(): Promise<() => Promise<unknown>> {
  const { startBrowserApp } = (await import(`${root}dist/app/browser.js`)) as typeof import('../../app/browser.ts');
  const app = await startBrowserApp({ dataFolder: folder, headless: true });
  await app?.mainPage.waitForSelector(usable);
  return async () => app?.close();
}

async function blankBrowser(): Promise<() => Promise<unknown>> {
  const executablePath = findBrowser() ?? '';
  const options = {
    executablePath,
    dataFolder: folder,
    headless: true,
    sandbox: process.getuid?.() !== 0,
    environment: process.env,
  };
  const { mainPage, context } = await launchBrowser(options);
  await mainPage.goto('about:blank');
  await mainPage.waitForFunction(() => new Promise((done) => requestAnimationFrame(() => done(true))));
  return () => context.close();
}

async function inElectron(args: string[], ready: string | undefined): Promise<() => Promise<unknown>> {
  const { _electron } = await import('playwright');
  const here = electronHere();
  if (!here) throw new Error('There is no Electron on this machine.');
  const app = await _electron.launch({
    executablePath: here.executablePath,
    args: ['--no-sandbox', ...waitForPlaywright, ...here.polyfillFlags, ...args],
    env: { ...process.env, DISPLAY: await displayHere(), TOKENBOARD_DATA: folder },
  });
  const page = await app.firstWindow();
  if (ready) await page.waitForSelector(ready);
  else await page.waitForFunction(() => new Promise((done) => requestAnimationFrame(() => done(true))));
  return () => app.close();
}

function blankElectronApp(): string {
  const app = join(folder, 'blank-app');
  mkdirSync(app, { recursive: true });
  writeFileSync(join(app, 'package.json'), '{ "name": "blank", "main": "main.js" }');
  const main =
    "const { app, BrowserWindow } = require('electron'); app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800 }).loadURL('about:blank'));";
  writeFileSync(join(app, 'main.js'), main);
  return app;
}

const starts: Record<`${PlatformKind} ${'app' | 'blank'}`, () => Promise<() => Promise<unknown>>> = {
  'browser app': browserApp,
  'browser blank': blankBrowser,
  'electron app': () => inElectron([root], usable),
  'electron blank': () => inElectron([blankElectronApp()], undefined),
};
await displayHere();
const begun = performance.now();
const end = await Object.entries(starts).find(([name]) => name === `${platform} ${what}`)?.[1]();
process.send?.(performance.now() - (platform === 'electron' ? begun : 0));
await end?.();
process.exit(0);
