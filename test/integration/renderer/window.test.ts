import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeWindow, startFakeWindow } from './fake-window.ts';

let window: FakeWindow;
beforeAll(async () => {
  window = await startFakeWindow();
});
afterAll(() => window.close());

describe('the keyboard alone', () => {
  it('goes from nothing through login to data', async () => {
    const page = await window.open('state=empty');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('practice');
    await page.keyboard.press('Enter');
    const button = page.getByRole('button', { name: 'Request New Token' });
    await button.waitFor();
    await button.focus();
    await page.keyboard.press('Enter');
    const submit = page.getByRole('button', { name: 'Request Token', exact: true });
    await submit.waitFor();
    await submit.press('Enter');
    await page.getByRole('button', { name: 'Authorized - Update Token' }).waitFor();
    await page.getByRole('gridcell', { name: 'Espresso machine' }).first().waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('reaches resources by arrows, and moves them with Alt', async () => {
    const page = await window.open('state=some');
    const row = (id: string) => page.locator(`[data-row="${id}"]`);
    await row('sales').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => row('issues').evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Jira issues');
    await page.keyboard.press('Alt+ArrowUp');
    await expect
      .poll(() => page.evaluate(() => globalThis.window.fake.resources.map((view) => view.resource.id).slice(0, 3)))
      .toEqual(['sales', 'issues', 'inventory']);
    await page.keyboard.press('F2');
    await page.keyboard.type('Tickets');
    await page.keyboard.press('Enter');
    await page.getByRole('navigation').getByTitle('Tickets', { exact: true }).waitFor();
  });

  it('goes round the panes with F6', async () => {
    const page = await window.open('state=some');
    const pane = () => page.evaluate(() => document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane'));
    await page.locator('[data-row="sales"]').focus();
    await page.keyboard.press('F6');
    expect(await pane()).toBe('request');
    await page.keyboard.press('Shift+F6');
    expect(await pane()).toBe('sidebar');
  });

  it('closes what is on top with Escape', async () => {
    const page = await window.open('state=some');
    for (const open of ['Control+k', 'Control+,']) {
      await page.keyboard.press(open);
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await page.getByRole('button', { name: 'Authorized - Update Token' }).click();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });
});

describe('a resource', () => {
  it('is saved by itself, and on leaving at the latest', async () => {
    const page = await window.open('state=some');
    const saved = () => page.evaluate(() => globalThis.window.fake.resources[0]?.resource.url);
    await page.getByRole('textbox', { name: 'URL' }).fill('https://api.example.com/v2/sales');
    await page.locator('[data-row="weather"]').click();
    await expect.poll(saved).toBe('https://api.example.com/v2/sales');
  });

  it('says what is wrong with a URL when the field is left, not while one types', async () => {
    const page = await window.open('state=some');
    const url = page.getByRole('textbox', { name: 'URL' });
    const sentence = page.getByText('Enter a complete URL that starts with https://.');
    await url.fill('sales by day');
    expect(await sentence.count()).toBe(0);
    await url.blur();
    await sentence.waitFor();
    await url.fill('https://api.example.com');
    await sentence.waitFor({ state: 'detached' });
  });

  it('keeps a secret header in the vault, not in the field [35]', async () => {
    const page = await window.open('state=some');
    await page.getByRole('tab', { name: 'Headers' }).click();
    await page.getByRole('button', { name: 'Add header' }).click();
    await page.getByLabel('Name of header 1').fill('X-Api-Key');
    await page.getByLabel('Value of header 1').fill('canary-4711');
    await page.getByRole('button', { name: 'Header 1 is secret' }).click();
    const value = page.getByLabel('Value of header 1', { exact: true });
    await expect.poll(() => value.inputValue()).toBe('••••••••  stored');
    expect(await page.content()).not.toContain('canary-4711');
    expect(await page.evaluate(() => globalThis.window.fake.resources[0]?.resource.headers)).toEqual([
      { name: 'X-Api-Key', value: '', secret: true },
    ]);
    await page.getByRole('button', { name: 'Show Value of header 1' }).click();
    await expect.poll(() => value.inputValue()).toBe('canary-4711');
  });

  it('is deleted without a confirmation, and comes back by Undo', async () => {
    const page = await window.open('state=some');
    await page.getByRole('main').getByRole('button', { name: 'More for Sales by day' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.locator('[data-row="sales"]').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.locator('[data-row="sales"]').waitFor();
  });
});

describe('Ctrl Z', () => {
  it('outside of a field brings back what was deleted, and takes nothing back that was typed elsewhere', async () => {
    const page = await window.open('state=some');
    const names = () => page.evaluate(() => globalThis.window.fake.resources.map(({ resource }) => resource.name));
    const before = await names();
    const name = page.getByRole('textbox', { name: 'Name', exact: true });
    await name.fill('Renamed');
    await expect.poll(names).toContain('Renamed');
    await name.blur();
    await page.keyboard.press('Control+z');
    expect(await name.inputValue()).toBe('Renamed');
    await page.locator('[data-row="weather"]').focus();
    await page.keyboard.press('Control+z');
    expect(await name.inputValue()).toBe('Renamed');
    expect((await names()).length).toBe(before.length);
  });
});

describe('the title of the window', () => {
  it('counts the connections that need a new login [31]', async () => {
    const page = await window.open('state=some');
    await expect.poll(() => page.title()).toBe('(1) Tokenboard');
    await page.evaluate(() => {
      const { connections, emit } = globalThis.window.fake;
      for (const view of connections)
        if (view.status.status === 'needs_login') view.status = { status: 'unauthorized' };
      emit('connections.changed', { views: connections, removed: [] });
    });
    await expect.poll(() => page.title()).toBe('Tokenboard');
  });
});

describe('the OAuth dialog', () => {
  it('stops at the step that failed and says what the service said, what it means and what to do [36]', async () => {
    const serviceMessage = '<img src=x onerror=alert(1)> not found';
    const error = JSON.stringify({ code: 'token.invalid_client', message: 'Refused.', serviceMessage });
    const page = await window.open(`state=some&login=${encodeURIComponent(error)}`);
    await page.getByRole('button', { name: 'Authorized - Update Token' }).click();
    await page.getByRole('button', { name: 'Request Token', exact: true }).click();
    const panel = page.getByRole('dialog').getByRole('alert');
    await panel.getByText(serviceMessage).waitFor();
    expect(await panel.locator('img').count()).toBe(0);
    expect(await panel.textContent()).toContain('The client ID or the client secret is wrong');
    expect(await panel.getByRole('button').allTextContents()).toEqual(['Open API console', 'Show in console']);
    expect(await page.getByRole('listitem').filter({ hasText: 'Waiting for you to log in' }).textContent()).toContain(
      'failed',
    );
    await panel.getByRole('button', { name: 'Show in console' }).click();
    // It would close the dialog and what was typed in it.
    const confirmation = page.getByRole('dialog', { name: 'Leave the dialog?' });
    await confirmation.getByRole('button', { name: 'Cancel' }).click();
    await confirmation.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Back to the fields' }).click();
    await page.getByRole('textbox', { name: 'Client ID' }).waitFor();
  });

  it('says what it waits for, and comes back to the fields when cancelled [24]', async () => {
    const page = await window.open('state=some&login=waits');
    await page.locator('[data-row="deals"]').click();
    await page.getByRole('main').getByRole('button', { name: 'Request New Token' }).first().click();
    await page.getByRole('button', { name: 'Request Token', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Show window' }).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Request Token', exact: true }).waitFor();
  });

  it('splits a pasted list of scopes into chips', async () => {
    const page = await window.open('state=empty');
    await page.getByRole('button', { name: 'New connection' }).click();
    const field = page.getByRole('textbox', { name: 'Scopes' });
    await field.fill('read,');
    await field.pressSequentially('write ');
    for (const scope of ['read', 'write']) await page.getByRole('button', { name: `Remove ${scope}` }).waitFor();
    await page.getByRole('button', { name: 'Remove read' }).click();
    await page.getByRole('button', { name: 'Remove read' }).waitFor({ state: 'detached' });
  });

  it('hides what the preset fills in until all fields are asked for', async () => {
    const page = await window.open('state=empty');
    await page.getByRole('button', { name: 'New connection' }).click();
    await page.getByRole('textbox', { name: 'Access token URL' }).waitFor();
    await page.getByRole('button', { name: /^Preset/ }).click();
    await page.getByRole('option', { name: /^GitHub Repositories/ }).click();
    await page.getByRole('textbox', { name: 'Access token URL' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Show all fields' }).click();
    await page.getByRole('textbox', { name: 'Access token URL' }).waitFor();
  });

  it('closes what is on top by Escape: the list first, then the dialog', async () => {
    const page = await window.open('state=empty');
    await page.getByRole('button', { name: 'New connection' }).click();
    await page.getByRole('button', { name: /^Preset/ }).click();
    const search = page.getByRole('combobox', { name: 'Search services' });
    await search.press('Escape');
    await search.waitFor({ state: 'hidden' });
    await page.getByRole('textbox', { name: 'Client ID' }).press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  });

  it('picks by Enter what was typed', async () => {
    const page = await window.open('state=empty');
    await page.getByRole('button', { name: 'New connection' }).click();
    await page.getByRole('button', { name: /^Preset/ }).click();
    const search = page.getByRole('combobox', { name: 'Search services' });
    await search.fill('github');
    await search.press('Enter');
    await page.getByRole('button', { name: 'Preset: GitHub' }).waitFor();
  });

  it('says nothing of missing fields when another preset is picked, and hides what it fills in', async () => {
    const page = await window.open('state=empty');
    await page.getByRole('button', { name: 'New connection' }).click();
    await page.getByRole('button', { name: 'Request Token' }).click();
    await page.getByText('The authorization URL is missing.').waitFor();
    await page.getByRole('button', { name: /^Preset/ }).click();
    await page.getByRole('option', { name: /^GitHub Repositories/ }).click();
    await page.getByRole('textbox', { name: 'Access token URL' }).waitFor({ state: 'detached' });
    expect(await page.locator('[aria-invalid=true]').count()).toBe(0);
  });

  it('never shows a stored client secret unless asked [35]', async () => {
    const page = await window.open('state=some');
    await page.getByRole('button', { name: 'Authorized - Update Token' }).click();
    const field = page.getByRole('textbox', { name: 'Client secret' });
    expect(await field.inputValue()).toBe('••••••••  stored');
    await page.getByRole('button', { name: 'Show Client secret' }).click();
    await expect.poll(() => field.inputValue()).toBe('kept-from-before');
  });
});

describe('the palette', () => {
  it('gives the focus back to where it was, also over what it opens', async () => {
    const page = await window.open('state=some');
    const url = page.getByRole('textbox', { name: 'URL' });
    const isFocused = () => url.evaluate((field) => field === document.activeElement);
    await url.focus();
    await page.keyboard.press('Control+K');
    const search = page.getByRole('combobox', { name: /^Search resources/ });
    await search.press('Escape');
    await expect.poll(isFocused).toBe(true);
    await page.keyboard.press('Control+K');
    await search.fill('settings');
    await search.press('Enter');
    await page.getByRole('heading', { name: 'Appearance' }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(isFocused).toBe(true);
  });

  it('offers the other theme than the one that is shown, also where the system chose it', async () => {
    const page = await window.open('state=empty');
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.keyboard.press('Control+K');
    await page.getByRole('option', { name: 'Use the light theme' }).waitFor();
  });
});

describe('ten thousand resources', () => {
  it('draw only the rows in view, and filter to one', async () => {
    const page = await window.open('state=many&count=10000');
    const rows = page.getByRole('list', { name: 'Resources' }).getByRole('listitem');
    await rows.first().waitFor();
    expect(await rows.count()).toBeLessThan(80);
    await page.getByRole('textbox', { name: 'Filter resources and connections' }).fill('report 9999');
    await expect.poll(() => rows.count()).toBe(1);
  });
});
