import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FakeWindow, startFakeWindow } from './fake-window.ts';
import { fieldsWithoutSentence } from './field-sentences.ts';

let window: FakeWindow;
beforeAll(async () => {
  window = await startFakeWindow();
});
afterAll(() => window.close());

const stored = (page: Page) => page.evaluate(() => globalThis.window.fake.feeds);
const openTab = async (page: Page): Promise<void> => {
  await page.getByRole('tab', { name: 'Authorization' }).press('ArrowLeft');
  await page.getByRole('tab', { name: 'Feed', selected: true }).waitFor();
};

it('publishes by keyboard in one click, shows the key once, and marks the resource in the sidebar', async () => {
  const page = await window.open('state=some');
  await openTab(page);
  await page.getByRole('button', { name: 'Publish', exact: true }).press('Enter');
  const key = page.getByRole('heading', { name: 'Your key “First key”' });
  await key.waitFor();
  await expect.poll(() => key.evaluate((each) => each === document.activeElement)).toBe(true);
  await page.getByText("curl --fail --header 'Authorization: Bearer tbk_played-key-k3y4'").waitFor();
  const { server, feeds } = await stored(page);
  expect(server.settings).toMatchObject({ isOn: true, exposure: 'loopback' });
  expect(feeds[0]?.feed).toMatchObject({ name: 'Sales_by_day', resourceId: 'sales', isOn: true });
  await page.locator('[data-row="sales"]').getByRole('img', { name: 'published as a feed' }).waitFor();

  // The focus goes on to the copy button. The key is gone with the tab.
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Copy key', exact: true }).and(page.locator(':focus')).waitFor();
  await page.getByRole('tab', { name: 'Reload' }).click();
  await page.getByRole('tab', { name: 'Feed' }).click();
  await page.getByText('…k3y4').waitFor();
  expect(await page.getByText('tbk_played').count()).toBe(0);
});

it('refuses a name that an address cannot have, or that another feed has, and saves the options', async () => {
  const page = await window.open('state=some');
  await page.locator('[data-row="inventory"]').click();
  await page.getByRole('tab', { name: 'Feed' }).click();
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByText('Your key “First key”').waitFor();
  await page.locator('[data-row="sales"]').click();
  await page.getByRole('tab', { name: 'Feed' }).click();
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  const name = page.getByRole('textbox', { name: 'Name in the address' });
  await name.fill('2 sales');
  await page.getByText('Begin with a letter.').waitFor();
  await name.fill('INVENTORY');
  await page.getByText('Another feed is already called INVENTORY.').waitFor();
  await name.fill('Sales');
  await name.press('Enter');
  await page.getByText('/feeds/Sales.ndjson').waitFor();
  await page.getByRole('button', { name: 'Options', exact: true }).click();
  await page.getByRole('combobox', { name: 'JSON begins with' }).selectOption('An object with “data”');
  await page.getByRole('switch', { name: 'Accept the key in the URL' }).press('Space');
  const origins = page.getByRole('textbox', { name: 'Websites that may read it' });
  await origins.fill('dashboard.example.com');
  await origins.press('Enter');
  await page.getByText('“dashboard.example.com” is no origin.').waitFor();
  await origins.press('Backspace');
  await origins.fill('https://dashboard.example.com/');
  await origins.press('Enter');
  const fresh = page.getByRole('textbox', { name: 'Fresh for (seconds)' });
  await fresh.fill('5');
  await fresh.press('Enter');
  await expect
    .poll(async () => (await stored(page)).feeds.find(({ feed }) => feed.resourceId === 'sales')?.feed)
    .toMatchObject({
      name: 'Sales',
      root: 'wrapped',
      allowsKeyInUrl: true,
      origins: ['https://dashboard.example.com'],
      freshSeconds: 5,
    });
  // Those above the tabs say what they are for by their place.
  expect(await fieldsWithoutSentence(page, 'main')).toEqual(['Name', 'URL', 'Format']);

  // A key ends only after a question; a feed comes back with its keys.
  await page.getByRole('button', { name: 'Revoke the key “First key”' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await page.getByText('No key yet.').waitFor();
  await page.getByRole('button', { name: 'New key' }).click();
  await page.getByRole('textbox', { name: 'Name of the key' }).fill('Lobby');
  await page.keyboard.press('Enter');
  await page.getByText('Your key “Lobby”').waitFor();
  await page.getByRole('button', { name: 'More for the feed Sales' }).click();
  await page.getByRole('menuitem', { name: 'Delete the feed and its keys' }).click();
  await page.getByRole('button', { name: 'Publish', exact: true }).waitFor();
  await page.keyboard.press('Control+z');
  await page.getByRole('listitem').filter({ hasText: 'Lobby' }).waitFor();
});

it('asks once more before keys cross the network readable, and imports a certificate before it is used', async () => {
  const page = await window.open('state=some');
  await page.keyboard.press('Control+k');
  await page.getByRole('option', { name: 'Settings of feeds' }).click();
  const settings = async () => (await stored(page)).server.settings;
  await page.getByRole('switch', { name: 'Server of feeds' }).press('Space');
  await page.getByText('The network', { exact: true }).click();
  await expect.poll(settings).toMatchObject({ exposure: 'network', encryption: 'own', acceptsPlainNetwork: false });
  const encryption = page.getByRole('radiogroup', { name: 'Encryption' });
  await encryption.getByText('None', { exact: true }).click();
  await page.getByRole('dialog', { name: 'Send keys and data unencrypted?' }).getByText('Cancel').click();
  expect(await settings()).toMatchObject({ encryption: 'own' });
  await encryption.getByText('None', { exact: true }).click();
  await page.getByRole('button', { name: 'Send unencrypted' }).click();
  await expect.poll(settings).toMatchObject({ encryption: 'none', acceptsPlainNetwork: true });
  await encryption.getByText('Imported', { exact: true }).click();
  const files = page.getByLabel('Files of the certificate and its key');
  const key = '-----BEGIN ENCRYPTED PRIVATE KEY-----';
  await files.setInputFiles([{ name: 'x.pem', mimeType: 'text/plain', buffer: Buffer.from(key) }]);
  await page.getByLabel('Passphrase of the key').fill('four words');
  expect(await settings()).toMatchObject({ encryption: 'none' });
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect.poll(settings).toMatchObject({ encryption: 'imported', acceptsPlainNetwork: false });
});

it('explains each tool, gives it a key of its own, and offers what it needs', async () => {
  const page = await window.open('state=some');
  await openTab(page);
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByRole('button', { name: 'Done' }).click();
  await page.keyboard.press('Control+k');
  await page.getByRole('option', { name: 'Use the feed of the selected resource' }).click();
  const dialog = page.getByRole('dialog', { name: 'Use Sales_by_day in…' });
  await dialog.getByText('Kiosk', { exact: true }).click();
  await dialog.getByText('http://127.0.0.1:8439/feeds/Sales_by_day.html?key=YOUR_FEED_KEY').waitFor();
  await dialog.getByRole('button', { name: 'Accept it in the URL' }).click();
  await dialog.getByRole('button', { name: 'Accept it in the URL' }).waitFor({ state: 'detached' });
  await dialog.getByRole('button', { name: 'New key for Kiosk' }).click();
  await dialog.getByText('Sales_by_day.html?key=tbk_played-key-k3y4').waitFor();
  expect((await stored(page)).feeds[0]?.keys.map(({ name }) => name)).toEqual(['First key', 'Kiosk']);
  await dialog.getByText('Looker Studio', { exact: true }).click();
  await dialog.getByText('Google’s servers cannot reach').waitFor();
});
