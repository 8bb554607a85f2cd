import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Language, languages } from '../../app/shared/messages/languages.ts';
import type { Texts } from '../../app/shared/messages/message.ts';
import { de } from '../../renderer/messages/de/index.ts';
import { en } from '../../renderer/messages/en/index.ts';
import { presets } from '../unit/renderer/presets.ts';
import { platformsHere, type RunningTestApp, startApp } from './app.ts';
import { dialogGone } from './lib/dialog.ts';
import { takePictures, testKey } from './lib/use-app.ts';
import { urlField } from './lib/window.ts';

const catalogues: Record<Language, Texts> = { en, de };
const german = { LANG: 'de_DE.UTF-8', LANGUAGE: 'de', TOKENBOARD_KEY: testKey };
const typed = 'https://api.example.com/v1/half a draf';

describe.each(platformsHere())('the language on the %s platform', (kind) => {
  let folder = '';
  let app: RunningTestApp | undefined;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tokenboard-language-'));
  });
  afterEach(async ({ task }) => {
    if (app !== undefined && task.result?.state === 'fail') await takePictures(app, `${kind} ${task.name}`);
    await app?.close();
    app = undefined;
    rmSync(folder, { recursive: true, force: true });
  });
  const start = async (environment: Record<string, string>) => {
    app = await startApp(kind, { dataFolder: folder, environment });
    app.mainPage.setDefaultTimeout(30_000);
    return app;
  };
  const end = async () => {
    await app?.close({ keepData: true });
    app = undefined;
  };

  it('follows the system', async () => {
    await isIn('de', await start(german));
    await end();
    await isIn('en', await start({ TOKENBOARD_KEY: testKey }));
  });

  it('changes all texts at once: the dialog stays open, and what was typed stays', async () => {
    const running = await start(german);
    const page = running.mainPage;
    await page.keyboard.press('Control+n');
    await urlField(page).fill(typed);
    // A new resource is named in the language of that moment, and keeps its name.
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Draft');
    const settings = await openSettings(page, 'de');
    const proxy = settings.getByRole('radiogroup', { name: 'Proxy' });
    await proxy.getByText(de['settings.proxy.manual'], { exact: true }).click();
    await settings.getByLabel(de['settings.proxy.url']).fill('http://proxy.exa');
    await isIn('de', running);

    // The element itself: a dialog that was drawn anew would have lost it.
    await settings.evaluate((element) => element.setAttribute('data-same', ''));
    await chooseLanguage(settings, 'de', languages.en);
    await isIn('en', running);
    const same = page.getByRole('dialog', { name: en['settings.title'] }).and(page.locator('[data-same]'));
    expect(await same.getByLabel(en['settings.proxy.url']).inputValue()).toBe('http://proxy.exa');

    await chooseLanguage(same, 'en', languages.de);
    await isIn('de', running);
    await page.getByRole('button', { name: de['settings.close'] }).click();
    await dialogGone(page);
    expect(await urlField(page).inputValue()).toBe(typed);
  });

  it('is kept when it was chosen, until the system’s is chosen again', async () => {
    const first = await start(german);
    await chooseLanguage(await openSettings(first.mainPage, 'de'), 'de', languages.en);
    await isIn('en', first);
    await end();

    const second = await start(german);
    await isIn('en', second);
    await chooseLanguage(await openSettings(second.mainPage, 'en'), 'en', 'System (Deutsch)');
    await isIn('de', second);
    await end();

    await isIn('en', await start({ TOKENBOARD_KEY: testKey }));
  });
});

/** The document, every text of the window, and the menu of the system. */
async function isIn(language: 'en' | 'de', { mainPage, electronApp }: RunningTestApp): Promise<void> {
  await expect.poll(() => mainPage.evaluate(() => document.documentElement.lang)).toBe(language);
  await expect.poll(() => shownIn(language === 'en' ? 'de' : 'en', mainPage)).toEqual([]);
  await expect.poll(() => shownIn(language, mainPage)).not.toEqual([]);
  if (electronApp === undefined) return;
  const texts = new Set(Object.values(catalogues[language]));
  const otherLabels = async () => {
    const labels = await electronApp.evaluate(
      ({ Menu }) =>
        Menu.getApplicationMenu()?.items.flatMap(({ label, submenu }) => [
          label,
          ...(submenu?.items ?? []).flatMap((item) => (item.type === 'separator' ? [] : [item.label])),
        ]) ?? [],
    );
    expect(labels.length).toBeGreaterThan(20);
    return labels.filter((label) => !texts.has(label));
  };
  await expect.poll(otherLabels).toEqual([]);
}

async function openSettings(page: Page, language: 'en' | 'de'): Promise<Locator> {
  await page.keyboard.press('Control+,');
  const settings = page.getByRole('dialog', { name: catalogues[language]['settings.title'] ?? '' });
  await settings.waitFor();
  return settings;
}

async function chooseLanguage(settings: Locator, now: Language, wanted: string): Promise<void> {
  await settings.getByRole('combobox', { name: catalogues[now]['settings.language'] ?? '' }).click();
  await settings.page().getByRole('option', { name: wanted, exact: true }).click();
}

/** Texts of one language alone that the window shows, or names something by. */
async function shownIn(language: Language, page: Page): Promise<string[]> {
  const shown = await page.evaluate(() => {
    const names = [...document.querySelectorAll('[aria-label], [title], [placeholder]')].flatMap((element) =>
      ['aria-label', 'title', 'placeholder'].flatMap((name) => element.getAttribute(name) ?? []),
    );
    const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: string[] = [];
    while (nodes.nextNode()) texts.push(nodes.currentNode.nodeValue?.trim() ?? '');
    return [...names, ...texts];
  });
  const others = new Set(
    Object.entries(catalogues).flatMap(([code, texts]) => (code === language ? [] : Object.values(texts))),
  );
  const own = new Set(Object.values(catalogues[language]).filter((text) => !others.has(text)));
  // A service may be named like a word of the app, and is so in every language.
  const services = new Set(presets.all.map(({ name }) => name));
  return [...new Set(shown)].filter((text) => own.has(text) && !services.has(text));
}
