// Takes the pictures of the README and the guide: from the built app with the practice service, in every language.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import type { BrowserApp, startBrowserApp } from '../../app/browser.ts';
import { type Language, languageCodes } from '../../app/shared/messages/languages.ts';
import { de } from '../../renderer/messages/de/index.ts';
import { en } from '../../renderer/messages/en/index.ts';
import { finishLogin, openedLogin } from '../demo/login.ts';
import { english } from '../lib/english.mjs';
import { smallPng } from './small-png.ts';

const size = { width: 1280, height: 800 };
const docs = join(import.meta.dirname, '../../docs');
const catalogues: Record<Language, Record<keyof typeof en, string>> = { en, de };
const environments: Record<Language, Record<string, string>> = {
  en: english,
  de: { ...english, LANG: 'de_DE.UTF-8', LANGUAGE: 'de' },
};
/** A scope that the login leaves out, and data that needs the scope. */
const missing = { scope: 'inventory:read', path: '/api/inventory' };

async function takePictures({ browser, mainPage: page }: BrowserApp, language: Language): Promise<void> {
  const texts = catalogues[language];
  const dialog = page.getByRole('dialog');
  const button = (place: Page | Locator, id: keyof typeof en) =>
    place.getByRole('button', { name: texts[id], exact: true });
  const preview = page.getByRole('region', { name: texts['resourcePage.result'] });
  const ofReadme = async (name: string): Promise<void> => {
    if (language === 'en') await take(page, name);
  };
  const ofGuide = (name: string, part?: Part) => take(page, `guide/pictures/${name}-${language}`, part);
  const closeSettings = async (): Promise<void> => {
    await button(dialog, 'settings.close').click();
    await dialog.waitFor({ state: 'hidden' });
  };

  page.setDefaultTimeout(30_000);
  await page.setViewportSize(size);
  await look(page, 'light');
  await button(page, 'shell.settings').click();
  await ofGuide('network', await sectionOf(dialog, texts['settings.network']));
  await ofGuide('secrets', await sectionOf(dialog, texts['settings.vault']));
  await setPassphrase(dialog, texts);
  await closeSettings();
  await page.getByText(texts['settings.vault.encrypted'], { exact: true }).waitFor();
  await button(page, 'toast.dismiss').click();

  await page.getByRole('button', { name: texts['welcome.practice'] }).click();
  await button(page, 'connection.button.login.request').click();
  await button(dialog, 'connection.button.login.submit').waitFor();
  await ofReadme('oauth-dialog');
  await ofGuide('oauth-dialog', await boxOf(dialog));
  await dialog
    .getByRole('button', { name: texts['connection.chips.remove'].replace('{value}', missing.scope), exact: true })
    .click();
  await button(dialog, 'connection.button.login.submit').click();
  await finishLogin(browser, page, await openedLogin(browser, page), async () => {});
  await dialog.waitFor({ state: 'hidden' });
  await button(page, 'connection.button.login.update').waitFor();
  // Cells are asked for by block: they are busy until the worker has responded.
  await preview.getByRole('grid').locator('[role=gridcell]:not([aria-busy])').first().waitFor();
  await ofReadme('resource');
  await ofGuide('resource');
  await look(page, 'dark');
  await ofReadme('resource-dark');
  await look(page, 'light');

  await publish(page, texts);
  const request = await boxOf(page.getByRole('region', { name: texts['resourcePage.request'], exact: true }));
  await ofGuide('feed', request);

  const url = page.getByLabel(texts['resourcePage.url'], { exact: true });
  await url.fill(new URL(missing.path, await url.inputValue()).href);
  await button(
    page.getByRole('region', { name: texts['resourcePage.request'], exact: true }),
    'resourcePage.run',
  ).click();
  await preview.getByRole('alert').waitFor();
  const main = await boxOf(page.getByRole('main'));
  await ofGuide('error', { ...main, height: 480 });

  await fillHandOver(page, texts);
  await ofGuide('peaka', await boxOf(dialog));
}

/** The tab of the feed, with its first key. */
async function publish(page: Page, texts: (typeof catalogues)[Language]): Promise<void> {
  await page.getByRole('tab', { name: texts['resourcePage.feed'], exact: true }).click();
  await page.getByRole('button', { name: texts['feed.publish'], exact: true }).click();
  const name = texts['feed.key.first'];
  await page.getByText(texts['feed.fresh.title'].replace('{name}', name)).waitFor();
}

/** From a resource to the dialog that hands its connection over to the practice Peaka, filled in. */
async function fillHandOver(page: Page, texts: (typeof catalogues)[Language]): Promise<void> {
  const dialog = page.getByRole('dialog');
  const button = (place: Page | Locator, id: keyof typeof en) =>
    place.getByRole('button', { name: texts[id], exact: true });
  const pick = async (place: Locator, id: keyof typeof en, value: string): Promise<void> => {
    await place.getByRole('button', { name: new RegExp(`^${texts[id]}(: .*)?$`) }).click();
    await page.getByRole('option').filter({ hasText: value }).first().click();
  };
  await page.getByRole('list', { name: texts['sidebar.connections'] }).getByRole('listitem').first().click();
  const name = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
  const more = texts['connection.menu'].replace('{name}', name);
  await page.getByRole('main').getByRole('button', { name: more, exact: true }).click();
  await page.getByRole('menuitem', { name: texts['peaka.handOver.open'], exact: true }).click();
  await button(dialog, 'peaka.dialog.firstAccount.practice').click();
  await button(dialog, 'peaka.dialog.project.edit').click();
  const account = page.getByRole('dialog', { name: texts['peaka.account.edit'] });
  await pick(account, 'peaka.account.workspace', 'Stuttgart');
  await pick(account, 'peaka.account.project', 'Shop floor');
  await button(account, 'peaka.account.save').click();
  await account.waitFor({ state: 'hidden' });
  await pick(dialog, 'peaka.dialog.type', 'Practice Sales');
  await dialog.getByRole('region', { name: texts['peaka.handOver.goes'] }).waitFor();
}

/** With it the window looks as on a computer with a keychain. */
async function setPassphrase(dialog: Locator, texts: (typeof catalogues)[Language]): Promise<void> {
  const passphrase = 'only for the pictures';
  await dialog.getByLabel(texts['settings.vault.passphrase'], { exact: true }).fill(passphrase);
  await dialog.getByLabel(texts['settings.vault.repeated'], { exact: true }).fill(passphrase);
  await dialog.getByRole('button', { name: texts['settings.vault.set'], exact: true }).click();
  await dialog.getByText(texts['settings.vault.key'], { exact: true }).waitFor();
}

/** A part of the window, in pixels. */
interface Part {
  x: number;
  y: number;
  width: number;
  height: number;
}

async function boxOf(element: Locator): Promise<Part> {
  await element.scrollIntoViewIfNeeded();
  const box = await element.boundingBox();
  if (box === null) throw new Error(`Not visible: ${element}`);
  return box;
}

/** A section of the settings with the dialog's margins, without the line above. */
async function sectionOf(dialog: Locator, name: string): Promise<Part> {
  const { x, y, width, height } = await boxOf(dialog.getByRole('region', { name, exact: true }));
  const margin = x - (await boxOf(dialog)).x;
  return { x: x - margin, y: y + 1, width: width + 2 * margin, height: height - 1 };
}

const look = (page: Page, colorScheme: 'light' | 'dark') => page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });

/** Takes a screenshot without pointer or focus: of the window, or of a part of it. */
async function take(page: Page, name: string, part?: Part): Promise<void> {
  await page.mouse.move(size.width / 2, size.height - 4);
  await page.evaluate(() => document.fonts.ready);
  const clip = part === undefined ? {} : { clip: part };
  const picture = await page.screenshot({ animations: 'disabled', caret: 'hide', scale: 'css', ...clip });
  const small = smallPng(picture);
  const path = join(docs, `${name}.png`);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, small);
  console.log(
    `docs/${name}.png: ${Math.round(small.length / 1024)} KB instead of ${Math.round(picture.length / 1024)}`,
  );
}

/** So that the settings offer a passphrase, as on a computer without a keychain. */
const noKeychain = {
  read: () => Promise.reject(new Error('none')),
  write: () => Promise.reject(new Error('none')),
};

const built: { startBrowserApp: typeof startBrowserApp } = await import(join(docs, '../dist/app/browser.js'));
for (const language of languageCodes) {
  const dataFolder = mkdtempSync(join(tmpdir(), 'tokenboard-pictures-'));
  const environment = { ...process.env, ...environments[language], TOKENBOARD_KEY: '' };
  const app = await built.startBrowserApp({ dataFolder, headless: true, environment, keyStore: noKeychain });
  if (app === undefined) throw new Error('Another Tokenboard responds on a folder that was just made.');
  try {
    await takePictures(app, language);
  } finally {
    await app.close().catch(() => {});
    rmSync(dataFolder, { recursive: true, force: true });
  }
}
process.exit(0);
