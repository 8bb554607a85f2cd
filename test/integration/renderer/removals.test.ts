import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connections, field, focused, button as inDialog, openGroup, withClient } from './connection-dialog.ts';
import { type FakeWindow, startFakeWindow } from './fake-window.ts';

let window: FakeWindow;
beforeAll(async () => {
  window = await startFakeWindow();
});
afterAll(() => window.close());

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const headers = (page: Page) => page.evaluate(() => globalThis.window.fake.resources[0]?.resource.headers);
const secret = (page: Page) => page.evaluate(() => globalThis.window.fake.secrets.get('sales/header:x-key'));
const kept = { name: 'X-Key', value: '', secret: true };

async function withSecretHeader(): Promise<Page> {
  const page = await window.open('state=some');
  await page.getByRole('tab', { name: 'Headers' }).click();
  await button(page, 'Add header').click();
  await page.getByLabel('Name of header 1').fill('X-Key');
  await page.getByLabel('Value of header 1').fill('canary-4711');
  await button(page, 'Header 1 is secret').click();
  await expect.poll(() => headers(page)).toEqual([kept]);
  await expect.poll(() => secret(page)).toBe('canary-4711');
  return page;
}

describe('a secret header', () => {
  it('that is removed comes back by Undo, its value too', async () => {
    const page = await withSecretHeader();
    await button(page, 'Remove header 1').click();
    await page.getByText('The header X-Key was removed.').waitFor();
    await expect.poll(() => headers(page)).toEqual([]);
    expect(await secret(page)).toBeUndefined();
    await button(page, 'Undo').click();
    await expect.poll(() => headers(page)).toEqual([kept]);
    expect(await secret(page)).toBe('canary-4711');
    await button(page, 'Replace Value of header 1').waitFor();
  });

  it('comes back also where another resource is shown by then', async () => {
    const page = await withSecretHeader();
    await button(page, 'Remove header 1').click();
    await page.locator('[data-row="weather"]').click();
    await button(page, 'Undo').click();
    await expect.poll(() => headers(page)).toEqual([kept]);
    expect(await secret(page)).toBe('canary-4711');
  });

  it('comes back beside what was typed meanwhile', async () => {
    const page = await withSecretHeader();
    await button(page, 'Remove header 1').click();
    await page.getByRole('textbox', { name: 'URL' }).fill('https://api.example.com/other');
    await button(page, 'Undo').click();
    await expect.poll(() => headers(page)).toEqual([kept]);
    const url = await page.evaluate(() => globalThis.window.fake.resources[0]?.resource.url);
    expect(url).toBe('https://api.example.com/other');
  });

  it('whose lock is opened gets its value back by Undo', async () => {
    const page = await withSecretHeader();
    await button(page, 'Header 1 is secret').click();
    await page.getByText('The value of X-Key was deleted from your secrets.').waitFor();
    await expect.poll(() => headers(page)).toEqual([{ ...kept, secret: false }]);
    await button(page, 'Undo').click();
    await expect.poll(() => headers(page)).toEqual([kept]);
    expect(await secret(page)).toBe('canary-4711');
  });
});

it('a header that holds nothing goes without a word', async () => {
  const page = await window.open('state=some');
  await page.getByRole('tab', { name: 'Headers' }).click();
  await button(page, 'Add header').click();
  await button(page, 'Remove header 1').click();
  await page.getByLabel('Name of header 1').waitFor({ state: 'detached' });
  expect(await button(page, 'Undo').count()).toBe(0);
});

it('the user name of Basic is there again after another way was looked at', async () => {
  const page = await window.open('state=some');
  await page.locator('[data-row="weather"]').click();
  await page.getByText('Basic', { exact: true }).click();
  await page.getByLabel('User name').fill('ann');
  await page.getByText('Bearer token', { exact: true }).click();
  await page.getByText('Basic', { exact: true }).click();
  await expect.poll(() => page.getByLabel('User name').inputValue()).toBe('ann');
});

it('a company certificate that is removed comes back by Undo', async () => {
  const page = await window.open('state=some');
  await button(page, 'Settings').click();
  const pem = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n';
  await page
    .getByLabel('Certificate files')
    .setInputFiles({ name: 'root.pem', mimeType: 'application/x-pem-file', buffer: Buffer.from(pem) });
  const list = page.getByRole('list', { name: 'Company certificates' }).getByRole('listitem');
  await expect.poll(() => list.count()).toBe(1);
  await button(page, 'Remove Example Root CA 1').click();
  await expect.poll(() => list.count()).toBe(0);
  await button(page, 'Undo').click();
  await expect.poll(() => list.count()).toBe(1);
});

describe('a row in the dialog of a connection', () => {
  const rows = 'Headers for every GET of this connection';

  it('comes back in its place by Undo, beside what was typed since', async () => {
    const page = await window.open('state=empty');
    await withClient(page);
    await openGroup(page, 'API requests');
    for (const index of [1, 2]) {
      await inDialog(page, `${rows}: add`).click();
      await field(page, `${rows}: name ${index}`).fill(`X-${index}`);
      await field(page, `${rows}: value ${index}`).fill(`value ${index}`);
    }
    await inDialog(page, `${rows}: remove X-1`).click();
    await field(page, `${rows}: value 1`).fill('typed since');
    await inDialog(page, `${rows}: undo`).click();
    await focused(field(page, `${rows}: name 1`));
    await inDialog(page, 'Save').click();
    await expect
      .poll(async () => (await connections(page))[0]?.apiHeaders)
      .toEqual({ 'X-1': 'value 1', 'X-2': 'typed since' });
  });

  it('brings a typed secret back', async () => {
    const page = await window.open('state=empty');
    await withClient(page);
    const label = 'Token request headers';
    await openGroup(page, 'Extra parameters and headers');
    await inDialog(page, `${label}: add`).click();
    await field(page, `${label}: name 1`).fill('X-Api-Key');
    await field(page, `${label}: value 1`).fill('canary-4711');
    await inDialog(page, `${label}: value 1 is secret`).click();
    await inDialog(page, `${label}: remove X-Api-Key`).click();
    await inDialog(page, `${label}: undo`).click();
    await inDialog(page, 'Save').click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const secrets = await page.evaluate(() => [...globalThis.window.fake.secrets.values()]);
    expect(secrets).toContain('canary-4711');
  });
});
