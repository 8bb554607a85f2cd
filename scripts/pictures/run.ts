// Takes the README's screenshots: one size, both themes, from the built app with the practice service.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { startBrowserApp } from '../../app/browser.ts';
import { finishLogin, openedLogin } from '../demo/login.ts';
import * as window from '../demo/window.ts';
import { english } from '../lib/english.mjs';
import { smallPng } from './small-png.ts';

const size = { width: 1280, height: 800 };
const root = join(import.meta.dirname, '../..');

async function takePictures(browser: Browser, page: Page): Promise<void> {
  page.setDefaultTimeout(30_000);
  await page.setViewportSize(size);
  await look(page, 'light');
  await page.getByRole('button', { name: 'Try the practice service' }).click();
  await window.openDialog(page);
  await take(page, 'oauth-dialog');
  await window.requestToken(page);
  await finishLogin(browser, page, await openedLogin(browser, page), async () => {});
  await window.authorized(page);
  await window.readTable(page);
  await take(page, 'resource');
  await look(page, 'dark');
  await take(page, 'resource-dark');
}

const look = (page: Page, colorScheme: 'light' | 'dark') => page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });

/** Takes a screenshot without pointer or focus. */
async function take(page: Page, name: string): Promise<void> {
  await page.mouse.move(size.width / 2, size.height - 4);
  await page.evaluate(() => document.fonts.ready);
  const picture = await page.screenshot({ animations: 'disabled', caret: 'hide', scale: 'css' });
  const small = smallPng(picture);
  writeFileSync(join(root, 'docs', `${name}.png`), small);
  console.log(
    `docs/${name}.png: ${Math.round(small.length / 1024)} KB instead of ${Math.round(picture.length / 1024)}`,
  );
}

const dataFolder = mkdtempSync(join(tmpdir(), 'tokenboard-pictures-'));
const built: { startBrowserApp: typeof startBrowserApp } = await import(`${root}/dist/app/browser.js`);
// With a key the window looks as on a computer with a keychain.
const environment = { ...process.env, ...english, TOKENBOARD_KEY: 'only for the pictures' };
const app = await built.startBrowserApp({ dataFolder, headless: true, environment });
if (app === undefined) throw new Error('Another Tokenboard responds on a folder that was just made.');
try {
  await takePictures(app.browser, app.mainPage);
} finally {
  await app.close().catch(() => {});
  rmSync(dataFolder, { recursive: true, force: true });
}
process.exit(0);
