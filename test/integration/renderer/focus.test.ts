import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeWindow, startFakeWindow } from './fake-window.ts';

let window: FakeWindow;
beforeAll(async () => {
  window = await startFakeWindow();
});
afterAll(() => window.close());

/** The focused element, as a person would name it; `body` where the focus is lost. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return 'body';
    const label = element.id === '' ? null : document.querySelector(`label[for="${CSS.escape(element.id)}"]`);
    return element.getAttribute('aria-label') ?? label?.textContent ?? element.textContent ?? element.tagName;
  });

/** Focuses a control and presses it by the keyboard. */
async function press(control: Locator, key = 'Enter'): Promise<void> {
  await control.focus();
  await control.press(key);
}

const keptAfter = (page: Page, step: string) =>
  expect.poll(() => focused(page), { message: `the focus after: ${step}` }).not.toBe('body');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const dialogGone = (page: Page) => page.getByRole('dialog').waitFor({ state: 'detached' });

describe('the focus', () => {
  it('goes to the field that a button adds, and what is typed is text', async () => {
    const page = await window.open('state=some');
    const resources = () => page.evaluate(() => globalThis.window.fake.resources.length);
    const before = await resources();
    await page.getByRole('tab', { name: 'Headers' }).click();
    await press(button(page, 'Add header'));
    await page.keyboard.type('new-name');
    expect(await page.getByLabel('Name of header 1').inputValue()).toBe('new-name');
    expect(await resources()).toBe(before);
    await press(button(page, 'Header 1 is secret'));
    await keptAfter(page, 'made a header secret');
    await press(button(page, 'Header 1 is secret'));
    await keptAfter(page, 'made a header plain');
    await press(button(page, 'Add header'));
    await press(button(page, 'Remove header 1'));
    await expect.poll(() => focused(page)).toBe('Remove header 1');
    await press(button(page, 'Remove header 1'));
    await expect.poll(() => focused(page)).toBe('Add header');
  });

  it('stays in the dialog, whatever is added, removed, filled in and taken back', async () => {
    const page = await window.open('state=some');
    await press(button(page, 'New connection'));
    await page.getByRole('textbox', { name: 'Issuer' }).fill('https://login.example.com');
    await press(button(page, 'Fill in'));
    await page.getByText('Filled in from login.example.com').waitFor();
    await keptAfter(page, 'filled in from the issuer');
    await press(button(page, 'Undo'));
    await expect.poll(() => focused(page)).toBe('Issuer');
    const scopes = page.getByRole('textbox', { name: 'Scopes' });
    await scopes.fill('read ');
    await press(button(page, 'Remove read'));
    await expect.poll(() => focused(page)).toBe('Scopes');
    await press(button(page, 'Add access type'));
    await keptAfter(page, 'added the access type');
    await press(button(page, 'Remove access type'));
    await keptAfter(page, 'removed the access type');
    await press(button(page, 'More'));
    await press(button(page, 'Extra parameters and headers'));
    const label = 'Extra parameters for the authorization URL';
    await press(button(page, `${label}: add`));
    await expect.poll(() => focused(page)).toBe(`${label}: name 1`);
    await press(button(page, `${label}: remove row 1`));
    await keptAfter(page, 'removed a parameter');
  });

  it('comes back when a dialog, a menu or a confirmation closes', async () => {
    const page = await window.open('state=some');
    const update = button(page, 'Authorized - Update Token');
    await press(update);
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await dialogGone(page);
    await expect.poll(() => focused(page)).toBe('Authorized - Update Token');
    for (const keys of ['Control+k', 'Control+,']) {
      await page.keyboard.press(keys);
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
      await dialogGone(page);
      await expect.poll(() => focused(page)).toBe('Authorized - Update Token');
    }
    const more = page.getByRole('main').getByRole('button', { name: 'More for the connection Google Sheets' });
    await press(more);
    await press(page.getByRole('menuitem', { name: 'Remove authorization…' }));
    await press(button(page, 'Cancel'));
    await dialogGone(page);
    await expect.poll(() => focused(page)).toBe('More for the connection Google Sheets');
    await press(more);
    await press(page.getByRole('menuitem', { name: 'Remove authorization…' }));
    await press(button(page, 'Remove authorization'));
    await page.getByText(/^Removed here/).waitFor();
    await keptAfter(page, 'removed the authorization');
  });

  it('goes to the passphrase when the locked secrets are opened, or a passphrase is set, from the notice', async () => {
    for (const [vault, name] of [
      ['locked', 'Unlock'],
      ['session', 'Set a passphrase'],
    ] as const) {
      const page = await window.open(`state=some&vault=${vault}`);
      await press(button(page, name).first());
      await expect.poll(() => focused(page)).toBe('Passphrase');
    }
  });

  it('goes to the next row when one is deleted, and to the one that Undo brings back', async () => {
    const page = await window.open('state=some');
    const row = (id: string) => page.locator(`[data-row="${id}"]`);
    const hasFocus = (id: string) => expect.poll(() => row(id).evaluate((each) => each === document.activeElement));
    const remove = async (list: string, name: string) => {
      await press(page.getByRole('list', { name: list }).getByRole('button', { name: `More for ${name}` }));
      await press(page.getByRole('menuitem', { name: 'Delete' }));
    };
    await remove('Resources', 'Sales by day');
    await row('sales').waitFor({ state: 'detached' });
    await hasFocus('inventory').toBe(true);
    await page.keyboard.press('Control+z');
    await hasFocus('sales').toBe(true);
    await row('sales').press('F2');
    await page.keyboard.press('Enter');
    await hasFocus('sales').toBe(true);
    const connections = await page.evaluate(() => globalThis.window.fake.connections.map((each) => each.connection.id));
    const [first = '', second = ''] = connections;
    const name = await page.evaluate(() => globalThis.window.fake.connections[0]?.connection.name ?? '');
    await remove('Connections', name);
    await row(first).waitFor({ state: 'detached' });
    await hasFocus(second).toBe(true);
    await page.keyboard.press('Control+z');
    await hasFocus(first).toBe(true);
  });

  it('is on the button that is left to press after the practice service was set up, and stays on to the data', async () => {
    const page = await window.open('state=empty');
    await press(button(page, 'Try the practice service'));
    await expect.poll(() => focused(page)).toBe('Request New Token');
    await page.keyboard.press('Enter');
    await button(page, 'Request Token').waitFor();
    await keptAfter(page, 'opened the dialog');
    await press(button(page, 'Request Token'));
    await page.getByRole('gridcell', { name: 'Espresso machine' }).first().waitFor();
    await dialogGone(page);
    await expect.poll(() => focused(page)).toBe('Authorized - Update Token');
  });

  it('survives what goes away around it: the sidebar, the console, a message', async () => {
    const page = await window.open('state=some');
    await page.locator('[data-row="sales"]').focus();
    await page.keyboard.press('Control+b');
    await keptAfter(page, 'hid the sidebar');
    await page.keyboard.press('Control+b');
    await page.keyboard.press('Control+j');
    await page.getByRole('region', { name: 'Console', exact: true }).waitFor();
    await keptAfter(page, 'opened the console');
    await page.keyboard.press('Control+j');
    await keptAfter(page, 'closed the console');
  });

  it('survives a fix that logs in again', async () => {
    const refused = encodeURIComponent(
      JSON.stringify({
        code: 'resource.forbidden',
        message: 'The service does not allow this request.',
        serviceMessage: 'insufficient_scope',
        details: { status: 403, scope: 'sheets.write' },
      }),
    );
    const page = await window.open(`state=some&run=${refused}`);
    await press(button(page, 'Run'));
    const panel = page.getByRole('alert');
    await panel.waitFor();
    await press(panel.getByRole('button').first());
    await dialogGone(page);
    await keptAfter(page, 'ran a fix');
  });
});
