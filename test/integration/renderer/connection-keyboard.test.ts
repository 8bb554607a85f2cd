import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { button, field, focused, logins, newConnection, withClient } from './connection-dialog.ts';
import { axeProblems, type FakeWindow, startFakeWindow } from './fake-window.ts';

let window: FakeWindow;
beforeAll(async () => {
  window = await startFakeWindow();
});
afterAll(() => window.close());

const chip = (page: Page, name: string) => button(page, `Remove ${name}`);
const scopes = (page: Page) => page.getByRole('toolbar', { name: 'Scopes: chosen' }).getByRole('button');

/** What has the focus after each Tab, from the dialog's first field to the button that requests the token. */
async function tabStops(page: Page): Promise<string[]> {
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Preset/ })
    .focus();
  const stops: string[] = [];
  while (stops.at(-1) !== 'Request Token' && stops.length < 60) {
    await page.keyboard.press('Tab');
    stops.push(
      await page.evaluate(() => {
        const element = document.activeElement;
        const label =
          element === null || element.id === ''
            ? null
            : document.querySelector(`label[for="${CSS.escape(element.id)}"]`);
        return element?.getAttribute('aria-label') ?? label?.textContent ?? element?.textContent ?? '';
      }),
    );
  }
  return stops;
}

describe('the Tab stops of the OAuth dialog', () => {
  it('are as many with twelve scopes as with one', async () => {
    const page = await window.open('state=empty');
    await withClient(page);
    await field(page, 'Scopes').fill('one ');
    const few = await tabStops(page);
    await field(page, 'Scopes').fill('two three four five six seven eight nine ten eleven twelve ');
    await expect.poll(() => scopes(page).count()).toBe(12);
    const many = await tabStops(page);
    expect(many).toContain('Remove one');
    expect(many.length).toBe(few.length);
    expect(many.length).toBeLessThanOrEqual(20);
  });

  it.each([
    ['GitHub', 15],
    ['Google Sheets', 18],
    ['Spotify', 15],
  ])('of the preset %s are %i, however many scopes it has', async (name, most) => {
    const page = await window.open('state=empty');
    await newConnection(page);
    await button(page, 'Preset: Custom').click();
    await page
      .getByRole('option', { name: new RegExp(`^${name}`) })
      .first()
      .click();
    await button(page, `Preset: ${name}`).waitFor();
    const stops = await tabStops(page);
    expect(stops.length).toBeLessThanOrEqual(most);
  });
});

describe('the chosen scopes', () => {
  it('are moved through by arrows, from and to the field, and removed by keys', async () => {
    const page = await window.open('state=empty');
    await newConnection(page);
    const typed = field(page, 'Scopes');
    await typed.fill('read write admin ');
    await typed.press('ArrowLeft');
    await focused(chip(page, 'admin'));
    await page.keyboard.press('Home');
    await focused(chip(page, 'read'));
    await page.keyboard.press('ArrowRight');
    await focused(chip(page, 'write'));
    await page.keyboard.press('Delete');
    await focused(chip(page, 'admin'));
    await page.keyboard.press('Backspace');
    await focused(chip(page, 'read'));
    await page.keyboard.press('ArrowRight');
    await focused(typed);
    await page.keyboard.press('Shift+Tab');
    await focused(chip(page, 'read'));
    await page.keyboard.press('Enter');
    await focused(typed);
    expect(await scopes(page).count()).toBe(0);
  });

  it('leave the caret alone while a word is typed, and the field focused where the mouse removes one', async () => {
    const page = await window.open('state=empty');
    await newConnection(page);
    const typed = field(page, 'Scopes');
    await typed.fill('read write ');
    await typed.pressSequentially('adm');
    await page.keyboard.press('ArrowLeft');
    await focused(typed);
    await chip(page, 'read').click();
    await focused(typed);
  });

  it('are named for screen readers', async () => {
    const page = await window.open('state=empty');
    await withClient(page);
    await field(page, 'Scopes').fill('read write ');
    await chip(page, 'write').waitFor();
    expect(await axeProblems(page)).toEqual([]);
  });
});

describe('the scopes that a service offers', () => {
  it('are one Tab stop, and the next one takes the focus when one is added', async () => {
    const page = await window.open('state=empty');
    await withClient(page);
    const offers = page.getByRole('toolbar', { name: 'Scopes of this service' }).getByRole('button');
    await field(page, 'Scopes').focus();
    await page.keyboard.press('Tab');
    await focused(offers.first());
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect.poll(() => scopes(page).count()).toBe(1);
    await focused(offers.nth(1));
    await page.keyboard.press('Control+Enter');
    await expect.poll(async () => (await logins(page)).map(({ connection }) => connection.scopes)).toEqual([['email']]);
  });
});
