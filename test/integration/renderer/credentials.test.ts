import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeWindow, startFakeWindow } from './fake-window.ts';

let window: FakeWindow;
beforeAll(async () => {
  window = await startFakeWindow();
});
afterAll(() => window.close());

const urlField = (page: Page) => page.getByRole('textbox', { name: 'URL' });
const stored = (page: Page) => page.evaluate(() => globalThis.window.fake.resources[0]?.resource);
const secret = (page: Page, name: string) =>
  page.evaluate((key) => globalThis.window.fake.secrets.get(`sales/${key}`), name);
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const leave = (page: Page) => page.locator('[data-row="weather"]').click();

describe('a URL with a credential in it', () => {
  it('is not stored before the user decides, and keeps the credential with the secrets [56]', async () => {
    const page = await window.open('state=some');
    const before = await stored(page);
    await urlField(page).fill('https://api.example.com/v1/sales?api_key=canary-4711&from=2026');
    await page.getByText('“api_key” in the URL looks like a credential.').waitFor();
    await page.getByText('Not saved yet', { exact: true }).waitFor();
    expect(await stored(page)).toEqual(before);
    await urlField(page).press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Keep it secret');
    expect(await stored(page)).toEqual(before);
    await page.keyboard.press('Enter');
    await expect
      .poll(() => stored(page))
      .toMatchObject({
        url: 'https://api.example.com/v1/sales?api_key={api_key}&from=2026',
        secretValues: ['api_key'],
      });
    expect(await secret(page, 'value:api_key')).toBe('canary-4711');
    expect(await page.content()).not.toContain('canary-4711');
    await button(page, 'api_key').click();
    await button(page, 'Show Value of {api_key}').click();
    await expect.poll(() => page.getByLabel('Value of {api_key}', { exact: true }).inputValue()).toBe('canary-4711');
  });

  it('is told in one place when it is a password before the host', async () => {
    const page = await window.open('state=some');
    await urlField(page).fill('https://ann:canary-4711@api.example.com/v1/sales');
    await page.getByRole('tab', { name: 'Authorization' }).focus();
    await page.getByText('The URL contains a user name or password.').waitFor();
    expect(await page.locator('#url-problem').count()).toBe(0);
  });

  it('is stored as it is by the user’s word', async () => {
    const page = await window.open('state=some');
    const url = 'https://api.example.com/v1/sales?token=demo';
    await urlField(page).fill(url);
    await button(page, 'It is not a secret').click();
    await expect.poll(() => stored(page)).toMatchObject({ url, inTheOpen: ['query:token'] });
  });

  it('goes to the secrets when the page is left, so that neither is lost [56]', async () => {
    const page = await window.open('state=some');
    await urlField(page).fill('https://api.example.com/x?access_token=canary-4711');
    await leave(page);
    await page
      .getByText('A value in “Sales by day” that looked like a credential was moved to your secrets.')
      .waitFor();
    await expect
      .poll(() => stored(page))
      .toMatchObject({ url: 'https://api.example.com/x?access_token={access_token}' });
    expect(await secret(page, 'value:access_token')).toBe('canary-4711');
  });

  it('loses its secret value after one confirmation', async () => {
    const page = await window.open('state=some');
    await urlField(page).fill('https://api.example.com/x?a=1&api_key=canary-4711');
    await button(page, 'Keep it secret').click();
    await button(page, 'api_key').click();
    await button(page, 'Remove').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
    await expect.poll(() => stored(page)).toMatchObject({ url: 'https://api.example.com/x?a=1', secretValues: [] });
    expect(await secret(page, 'value:api_key')).toBeUndefined();
  });
});

describe('a pasted cURL command', () => {
  it('is refused with a sentence, and nothing of it is stored, also when the page is left [56]', async () => {
    const page = await window.open('state=some');
    const before = await stored(page);
    await urlField(page).fill(`curl https://api.example.com/x -H 'Authorization: Bearer canary-4711'`);
    await page.getByText('This is a command, not a URL.').waitFor();
    await button(page, 'Run').click();
    expect(await stored(page)).toEqual(before);
    await leave(page);
    await page.locator('[data-row="sales"]').click();
    await expect.poll(() => urlField(page).inputValue()).toBe(before?.url);
    expect(await stored(page)).toEqual(before);
  });
});

describe('a header that looks like a credential', () => {
  it('becomes a secret one when its field is left, and plain by the user’s word alone [56]', async () => {
    const page = await window.open('state=some');
    await page.getByRole('tab', { name: 'Headers' }).click();
    await button(page, 'Add header').click();
    await page.keyboard.type('Authorization');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Bearer canary-4711');
    // A slow machine has saved the header meanwhile, still without a value.
    expect(JSON.stringify((await stored(page))?.headers)).not.toContain('canary');
    await page.keyboard.press('Tab');
    const plain = { name: 'Authorization', value: '', secret: true };
    await expect.poll(async () => (await stored(page))?.headers).toEqual([plain]);
    expect(await secret(page, 'header:authorization')).toBe('Bearer canary-4711');
    await button(page, 'Header 1 is secret').click();
    await page.getByLabel('Value of header 1').fill('Bearer demo');
    await page.keyboard.press('Tab');
    await expect
      .poll(async () => (await stored(page))?.headers)
      .toEqual([{ ...plain, value: 'Bearer demo', secret: false }]);
  });
});

describe('a host without a scheme', () => {
  it('gets https:// when the field is left, and by Enter', async () => {
    const page = await window.open('state=some');
    await urlField(page).fill('api.example.com/v1/sales?from=2026');
    await urlField(page).press('Enter');
    await expect.poll(() => urlField(page).inputValue()).toBe('https://api.example.com/v1/sales?from=2026');
    await page.getByRole('gridcell', { name: 'Espresso machine' }).first().waitFor();
    await urlField(page).fill('localhost:8080/rows');
    await urlField(page).blur();
    await expect.poll(() => urlField(page).inputValue()).toBe('http://localhost:8080/rows');
  });
});
