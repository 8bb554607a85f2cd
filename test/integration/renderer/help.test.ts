import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeProblems, type FakeWindow, startFakeWindow } from './fake-window.ts';

let window: FakeWindow;
beforeAll(async () => {
  window = await startFakeWindow();
});
afterAll(() => window.close());

const focusedName = (page: Page): Promise<string | null> =>
  page.evaluate(
    () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? null,
  );

async function chooseGerman(page: Page): Promise<void> {
  await page.keyboard.press('Control+,');
  await page.getByRole('combobox', { name: 'Language' }).click();
  await page.getByRole('option', { name: 'Deutsch', exact: true }).click();
  await page.getByRole('dialog', { name: 'Einstellungen' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

describe('the list of keys', () => {
  it('opens with ?, scrolls by the keyboard, closes with Escape, and the focus returns', async () => {
    const page = await window.open('state=some', { width: 720, height: 480 });
    const update = page.getByRole('button', { name: 'Authorized - Update Token' });
    await update.focus();
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    const list = dialog.getByRole('region', { name: 'Keyboard shortcuts' });
    await expect.poll(() => list.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('End');
    await expect.poll(() => list.evaluate((element) => element.scrollTop)).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => focusedName(page)).toBe('Authorized - Update Token');
  });

  it('is a letter in a text field', async () => {
    const page = await window.open('state=some');
    const field = page.getByRole('textbox', { name: 'Filter resources and connections' });
    await field.focus();
    await page.keyboard.press('?');
    expect(await field.inputValue()).toBe('?');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('opens above a dialog, which stays with what was typed', async () => {
    const page = await window.open('state=some');
    for (const open of [
      async () => {
        await page.getByRole('button', { name: 'New connection' }).click();
        await page.getByRole('textbox', { name: 'Client ID' }).fill('my-app');
        await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).focus();
      },
      async () => {
        await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).press('Enter');
        await page.getByRole('button', { name: 'Close without saving' }).press('Enter');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
        await page.keyboard.press('Control+,');
        await page.getByRole('dialog').getByRole('button', { name: 'Close settings' }).focus();
      },
    ]) {
      await open();
      const before = await focusedName(page);
      await page.keyboard.press('?');
      const keys = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
      await keys.waitFor();
      await page.keyboard.press('Escape');
      await keys.waitFor({ state: 'detached' });
      expect(await page.getByRole('dialog').count()).toBe(1);
      await expect.poll(() => focusedName(page)).toBe(before);
    }
  });

  it('is found in the palette, also in German', async () => {
    const page = await window.open('state=some');
    await chooseGerman(page);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('tastenk');
    await page.getByRole('option', { name: 'Tastenkürzel ?' }).waitFor();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Tastenkürzel' });
    await dialog.getByText('Strg Bild').or(dialog.getByText('Strg Pos1')).first().waitFor();
    await dialog.getByText('Nächster Bereich').waitFor();
    expect(await axeProblems(page)).toEqual([]);
  });
});

const guideIn = (page: Page, name = 'User guide') => {
  const dialog = page.getByRole('dialog', { name });
  return { dialog, text: dialog.getByRole('article') };
};
const hasFocus = (target: Locator) => target.evaluate((element) => element === document.activeElement);

describe('the user guide', () => {
  it('opens with F1, and is read and left by the keyboard alone', async () => {
    const page = await window.open('state=some');
    await page.getByRole('button', { name: 'Authorized - Update Token' }).focus();
    await page.keyboard.press('F1');
    const { dialog, text } = guideIn(page);
    await text.getByRole('heading', { name: 'Your first login' }).waitFor();
    await expect.poll(() => hasFocus(text)).toBe(true);
    // The close button, then the list of pages.
    const next = dialog.getByRole('button', { name: 'Your own service' });
    for (let presses = 0; presses < 10 && !(await hasFocus(next)); presses += 1) await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await text.getByRole('heading', { name: 'Your own service' }).waitFor();
    expect(await next.getAttribute('aria-current')).toBe('page');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => focusedName(page)).toBe('Authorized - Update Token');
  });

  it('follows a link to another page, which starts at its top with the focus', async () => {
    const page = await window.open('state=some', { width: 900, height: 600 });
    await page.keyboard.press('F1');
    const { text } = guideIn(page);
    const link = text.getByRole('link', { name: 'your own service' });
    await link.focus();
    await expect.poll(() => text.evaluate((element) => element.scrollTop)).toBeGreaterThan(0);
    await page.keyboard.press('Enter');
    await text.getByRole('heading', { name: 'Your own service' }).waitFor();
    expect(await hasFocus(text)).toBe(true);
    expect(await text.evaluate((element) => element.scrollTop)).toBe(0);
    expect(new URL(page.url()).pathname).toBe('/');
  });

  it('opens a link to the web in the browser of the system, not in the window', async () => {
    const page = await window.open('state=some');
    await page.keyboard.press('F1');
    const { text } = guideIn(page);
    // No page has such a link yet: it is made as the build makes it.
    await text
      .locator('p')
      .first()
      .evaluate((paragraph) => {
        paragraph.innerHTML = '<a href="https://example.com/docs?a=1">The <strong>docs</strong></a>';
      });
    const opened = () => page.evaluate(() => globalThis.window.fake.openedLinks);
    await text.getByRole('link', { name: 'The docs' }).press('Enter');
    await expect.poll(opened).toEqual(['https://example.com/docs?a=1']);
    await text.getByText('docs', { exact: true }).click({ button: 'middle' });
    await expect.poll(opened).toHaveLength(2);
    await text.getByText('docs', { exact: true }).click({ button: 'right' });
    await page.keyboard.press('Escape');
    await guideIn(page).dialog.waitFor({ state: 'detached' });
    expect(await opened()).toHaveLength(2);
    expect(page.context().pages()).toHaveLength(1);
  });

  it('is found in the palette by a keyword, in the language of the window', async () => {
    const page = await window.open('state=some');
    const find = async (keyword: string, title: string): Promise<void> => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type(keyword);
      await page.getByRole('option', { name: title }).waitFor();
      await page.keyboard.press('Enter');
    };
    await find('certificate', 'In a company network');
    await guideIn(page).text.getByRole('heading', { name: 'In a company network' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await chooseGerman(page);
    await find('zertifikat', 'In einem Firmennetz');
    const { text } = guideIn(page, 'Benutzerhandbuch');
    await text.getByRole('heading', { name: 'In einem Firmennetz' }).waitFor();
    expect(await axeProblems(page)).toEqual([]);
  });
});
