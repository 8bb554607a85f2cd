import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  button,
  connections,
  discovered,
  field,
  focused,
  logins,
  newConnection,
  openGroup,
  withClient,
} from './connection-dialog.ts';
import { type FakeWindow, startFakeWindow } from './fake-window.ts';

let window: FakeWindow;
beforeAll(async () => {
  window = await startFakeWindow();
});
afterAll(() => window.close());

describe('an issuer', () => {
  it('fills in the fields by Enter, offers its scopes, and is taken back by Undo', async () => {
    const page = await window.open('state=empty');
    await discovered(page);
    await expect.poll(() => field(page, 'Access token URL').inputValue()).toBe('https://login.example.com/token');
    await page.getByRole('button', { name: 'sales.read' }).click();
    await page.getByRole('button', { name: 'Remove sales.read' }).waitFor();
    await openGroup(page, 'Further URLs');
    await expect.poll(() => field(page, 'Revocation URL').inputValue()).toBe('https://login.example.com/revoke');
    await button(page, 'Undo').click();
    await expect.poll(() => field(page, 'Access token URL').inputValue()).toBe('');
    await expect.poll(() => field(page, 'Revocation URL').inputValue()).toBe('');
    await expect.poll(() => page.getByRole('button', { name: 'openid' }).count()).toBe(0);
  });

  it('says beside the field what is wrong, and that goes as one types on', async () => {
    const page = await window.open('state=empty');
    await newConnection(page);
    await field(page, 'Issuer').fill('https://silent.example.com');
    await button(page, 'Fill in').click();
    const sentence = page.getByRole('dialog').getByText('no discovery document');
    await sentence.waitFor();
    await field(page, 'Issuer').fill('https://login.example.com');
    await sentence.waitFor({ state: 'detached' });
  });
});

describe('the grants', () => {
  it('show the three usual ones, and a rarer one once it is chosen, by keyboard alone', async () => {
    const page = await window.open('state=empty');
    await newConnection(page);
    const radios = page.getByRole('radiogroup', { name: 'Grant type' }).getByRole('radio');
    await expect.poll(() => radios.count()).toBe(3);
    await button(page, 'More grants').focus();
    await page.keyboard.press('Enter');
    const item = page.getByRole('menuitem', { name: 'Client credentials' });
    // Escape closes what is on top alone: the list, not the dialog under it.
    await item.press('Escape');
    await item.waitFor({ state: 'hidden' });
    await button(page, 'More grants').press('Enter');
    await item.press('Enter');
    await expect.poll(() => radios.count()).toBe(4);
    await expect.poll(() => page.getByRole('radio', { name: 'Client credentials' }).isChecked()).toBe(true);
    await page.getByText('No user logs in').waitFor();
    // Nobody logs in: nothing comes back to a callback URL.
    await expect.poll(() => field(page, 'Callback URL').count()).toBe(0);
  });
});

describe('Escape and Cancel', () => {
  const ways = [
    ['Escape', (page: Page) => page.keyboard.press('Escape')],
    ['Cancel', (page: Page) => button(page, 'Cancel').click()],
  ] as const;
  it.each(ways)('by %s: asks before a client secret is lost, closes at once where nothing is', async (_name, leave) => {
    const page = await window.open('state=some');
    const edit = page.getByRole('dialog', { name: 'Update Token' });
    await page.getByRole('button', { name: 'Authorized - Update Token' }).click();
    await edit.waitFor();
    await page.mouse.click(4, 700);
    await leave(page);
    await edit.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Authorized - Update Token' }).click();
    await button(page, 'Replace Client secret').click();
    await field(page, 'Client secret').fill('another');
    await leave(page);
    await page.getByRole('dialog', { name: 'Close without saving?' }).getByRole('button', { name: 'Cancel' }).click();
    expect(await field(page, 'Client secret').inputValue()).toBe('another');
  });
});

describe('the dialog', () => {
  it('has the name of the button that opened it', async () => {
    const page = await window.open('state=some');
    await page.locator('[data-row="tracks"]').click();
    await page.getByRole('button', { name: 'Request New Token', exact: true }).first().click();
    await page.getByRole('dialog', { name: 'Request New Token' }).waitFor();
    await button(page, 'Cancel').click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await newConnection(page);
    await page.getByRole('dialog', { name: 'New connection' }).waitFor();
  });

  it('requests the token by Ctrl Enter from any field', async () => {
    const page = await window.open('state=empty');
    await withClient(page);
    await page.getByRole('textbox', { name: 'Scopes' }).fill('read');
    await page.keyboard.press('Control+Enter');
    await expect.poll(async () => (await logins(page)).map(({ connection }) => connection.scopes)).toEqual([['read']]);
  });

  it('opens on the button that is left to press where nothing is left to type', async () => {
    const page = await window.open('state=some');
    await page.getByRole('button', { name: 'Authorized - Update Token' }).click();
    await expect.poll(() => button(page, 'Request Token').evaluate((e) => e === document.activeElement)).toBe(true);
  });

  it('knows the service of the resource’s URL, and offers the grants that it has', async () => {
    const page = await window.open('state=some');
    await page.locator('[data-row="weather"]').click();
    await page.getByRole('textbox', { name: 'URL' }).fill('https://acme.myshopify.com/admin/api/2026-07/orders.json');
    await page.getByText('OAuth', { exact: true }).click();
    await page.getByRole('button', { name: 'Request New Token', exact: true }).first().click();
    await button(page, 'Preset: Shopify').waitFor();
    await expect.poll(() => page.getByRole('textbox', { name: 'Shop' }).inputValue()).toBe('acme');
    const radios = page.getByRole('radiogroup', { name: 'Grant type' }).getByRole('radio');
    expect(await radios.count()).toBe(1);
    expect(await button(page, 'More grants').count()).toBe(0);
  });

  it('understands the whole address of a shop where its name is asked, and a host without https://', async () => {
    const page = await window.open('state=empty');
    await newConnection(page);
    await field(page, 'Authorization URL').fill('{shop}.example.com/authorize');
    await field(page, 'Access token URL').fill('{shop}.example.com/token');
    const shop = field(page, 'shop');
    await shop.fill('https://acme.example.com/admin');
    await shop.blur();
    await expect.poll(() => shop.inputValue()).toBe('acme');
    await expect.poll(() => field(page, 'Authorization URL').inputValue()).toBe('https://{shop}.example.com/authorize');
  });
});

describe('the access type', () => {
  it('can be added, chosen, removed and added again, also for a service that nobody described', async () => {
    const page = await window.open('state=empty');
    await withClient(page);
    const choice = page.getByRole('radiogroup', { name: 'Access type' });
    expect(await choice.count()).toBe(0);
    // By keyboard: what was pressed goes, and what comes for it has the focus.
    await button(page, 'Add access type').press('Enter');
    await focused(choice.getByRole('radio', { name: 'offline' }));
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => choice.getByRole('radio', { name: 'online' }).isChecked()).toBe(true);
    await button(page, 'Remove access type').press('Enter');
    await focused(button(page, 'Add access type'));
    await page.keyboard.press('Enter');
    await button(page, 'Request Token').click();
    await expect
      .poll(async () => (await logins(page)).map(({ connection }) => connection.accessType))
      .toEqual(['offline']);
  });
});

describe('the fields below More', () => {
  it('say beside a row what is wrong with its header, and open for it on Request Token', async () => {
    const page = await window.open('state=empty');
    await withClient(page);
    await openGroup(page, 'API requests');
    await page.getByRole('button', { name: 'Headers for every GET of this connection: add' }).click();
    const name = field(page, 'Headers for every GET of this connection: name 1');
    await name.fill('Authorization');
    await expect.poll(() => page.getByText('Tokenboard sets it.').count()).toBe(0);
    await name.blur();
    await page.getByText('Authorization carries the token. Tokenboard sets it.').waitFor();
    expect(await name.getAttribute('aria-invalid')).toBe('true');
    await button(page, 'API requests').click();
    await button(page, 'Request Token').click();
    await expect.poll(() => name.evaluate((input) => input === document.activeElement)).toBe(true);
  });

  it('show how the token goes out as it is chosen', async () => {
    const page = await window.open('state=empty');
    await withClient(page);
    await openGroup(page, 'API requests');
    await page.getByText('Own header').click();
    await field(page, 'Header name').fill('Authorization');
    await field(page, 'Before the token').fill('Zoho-oauthtoken');
    await button(page, 'Add a space').click();
    await page.getByText('Authorization: Zoho-oauthtoken ••••••••').waitFor();
    await button(page, 'Save').click();
    await expect
      .poll(async () => (await connections(page))[0]?.tokenPlacement)
      .toEqual({ in: 'header', name: 'Authorization', prefix: 'Zoho-oauthtoken ' });
  });

  it('keep values of the login under a name for URLs', async () => {
    const page = await window.open('state=empty');
    await withClient(page);
    await openGroup(page, 'Token response');
    await button(page, 'Login values: add').click();
    await field(page, 'Login values: name 1').fill('instance');
    await page.getByRole('combobox', { name: 'Login values: source 1' }).selectOption('Token response');
    await field(page, 'Login values: place 1').fill('instance_url');
    await button(page, 'Save').click();
    await expect
      .poll(async () => (await connections(page))[0]?.capturedValues)
      .toEqual({ instance: 'token:/instance_url' });
  });
});

describe('in German', () => {
  it('the dialog, its preset and the picker of services speak German', async () => {
    const page = await window.open('state=some&language=de');
    await page.getByRole('button', { name: 'Autorisiert - Token aktualisieren' }).click();
    const dialog = page.getByRole('dialog', { name: 'Token aktualisieren' });
    await dialog.getByText('Zellen einer Tabelle, als Zeilen gelesen.').waitFor();
    await button(page, '6 Hinweise zu Google Sheets').click();
    await dialog.getByText('Erstellen Sie in der API-Konsole einen OAuth-Client vom Typ Desktop-App').waitFor();
    await expect.poll(() => dialog.getByRole('radio', { name: 'Autorisierungscode' }).isChecked()).toBe(true);
    await button(page, 'Token anfordern').waitFor();
    await button(page, 'Vorlage: Google Sheets').click();
    await page.getByRole('option', { name: /^Übungsdienst mit Code/ }).waitFor();
    await page.getByRole('option', { name: /^Benutzerdefiniert Funktioniert mit jedem Dienst/ }).waitFor();
  });
});
