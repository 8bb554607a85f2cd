import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { button, field, newConnection } from './connection-dialog.ts';
import { type FakeWindow, startFakeWindow } from './fake-window.ts';
import { fieldsWithoutSentence } from './field-sentences.ts';

/** The dialogs with fields of their own are also in `views.test.ts` and `dialogs.test.ts`, which check the same. */
let window: FakeWindow;
beforeAll(async () => {
  window = await startFakeWindow();
});
afterAll(() => window.close());

const choose = (page: Page, option: string) =>
  page.getByRole('dialog').locator('label').getByText(option, { exact: true }).click();
const chooseRare = async (page: Page, grant: string): Promise<void> => {
  await page.getByRole('button', { name: 'More grants' }).click();
  await page.getByRole('menuitem', { name: grant }).click();
};
const choosePreset = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name: /^Preset: / }).click();
  await page.getByRole('combobox', { name: 'Search services' }).fill(name);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: `Preset: ${name}` }).waitFor();
};

/** Opens each group, and adds a row to each list. */
async function openEverything(page: Page): Promise<void> {
  await button(page, 'More').click();
  const closed = page.getByRole('dialog').locator('[aria-expanded=false][aria-controls]:not([aria-haspopup])');
  while ((await closed.count()) > 0) await closed.first().click();
  for (const add of await page
    .getByRole('dialog')
    .getByRole('button', { name: /: add$/ })
    .all())
    await add.click();
}

const forms: Record<string, (page: Page) => Promise<unknown>> = {
  'an authorization code': (page) => choose(page, 'Authorization code'),
  'a password': (page) => choose(page, 'Password'),
  OAuth1: (page) => choose(page, 'OAuth1'),
  'client credentials': (page) => chooseRare(page, 'Client credentials'),
  'a device code': (page) => chooseRare(page, 'Device code'),
  'a token of one’s own': async (page) => {
    await choose(page, 'OAuth1');
    await choose(page, 'I have a token');
    await field(page, 'Token secret').waitFor();
  },
  'requests signed with a private key': async (page) => {
    await choose(page, 'OAuth1');
    await choose(page, 'RSA-SHA1');
    await field(page, 'Private key').waitFor();
  },
  'a variable in a URL': async (page) => {
    await field(page, 'Access token URL').fill('https://{tenant}.example.com/token');
    await field(page, 'tenant').waitFor();
  },
  'a login in the browser': async (page) => {
    await openEverything(page);
    await choose(page, 'Your browser');
    await button(page, 'More').click();
  },
  'no access type': (page) => button(page, 'Add access type').click(),
  'a preset': (page) => choosePreset(page, 'Google'),
  'a preset with a variable': (page) => choosePreset(page, 'Shopify'),
  'the practice service': (page) => choosePreset(page, 'Practice service with a password'),
};

it.each(Object.entries(forms))('each field of a connection with %s says what goes in', async (_name, prepare) => {
  const page = await window.open('state=empty');
  await newConnection(page);
  await prepare(page);
  await openEverything(page);
  await expect.poll(() => fieldsWithoutSentence(page)).toEqual([]);
});

it.each(['Own header', 'Query parameter'])(
  'each field of a token sent as “%s” says what goes in',
  async (placement) => {
    const page = await window.open('state=empty');
    await newConnection(page);
    await openEverything(page);
    await choose(page, placement);
    await expect.poll(() => fieldsWithoutSentence(page)).toEqual([]);
  },
);

it('the value of a name in braces says what goes in', async () => {
  const page = await window.open('state=some');
  await page
    .getByRole('textbox', { name: 'URL', exact: true })
    .fill('https://api.example.com/sales?api_key=canary-4711');
  await page.getByRole('button', { name: 'Keep it secret' }).click();
  await page.getByRole('button', { name: 'api_key', exact: true }).click();
  await page.getByRole('dialog').getByLabel('Value of {api_key}', { exact: true }).waitFor();
  await expect.poll(() => fieldsWithoutSentence(page)).toEqual([]);
});

it('a credential that is kept as a value of the connection says what goes in', async () => {
  const page = await window.open('state=empty');
  await newConnection(page);
  await openEverything(page);
  const label = 'Extra parameters for the access token URL';
  await field(page, `${label}: name 1`).fill('partner_token');
  await field(page, `${label}: value 1`).fill('canary-4711');
  await button(page, 'Keep it secret').click();
  await page.getByRole('dialog').getByText('Value of {partner_token}').waitFor();
  await expect.poll(() => fieldsWithoutSentence(page)).toEqual([]);
});

describe('a new resource', () => {
  it.each(['None', 'Basic', 'Bearer token', 'OAuth'])('with “%s” says what goes in each field', async (type) => {
    const page = await window.open('state=some');
    await page.getByRole('button', { name: 'New resource', exact: true }).click();
    await page.getByRole('textbox', { name: 'URL', exact: true }).waitFor();
    await page.getByRole('radiogroup', { name: 'Authorization' }).getByText(type, { exact: true }).click();
    await expect.poll(() => fieldsWithoutSentence(page, 'main')).toEqual(['Name']);
  });

  it('says what a header is for', async () => {
    const page = await window.open('state=some');
    await page.getByRole('button', { name: 'New resource', exact: true }).click();
    await page.getByRole('tab', { name: 'Headers' }).click();
    await page.getByRole('button', { name: 'Add header' }).click();
    await page.getByLabel('Value of header 1').waitFor();
    await expect.poll(() => fieldsWithoutSentence(page, 'main')).toEqual(['Name']);
  });
});

it('finds a field without a sentence', async () => {
  const page = await window.open('state=some');
  await page.keyboard.press('Control+,');
  await page.getByRole('dialog').waitFor();
  await page.getByRole('dialog').evaluate((dialog) => {
    const input = document.createElement('input');
    input.setAttribute('aria-label', 'Forgotten');
    dialog.append(input);
  });
  expect(await fieldsWithoutSentence(page)).toEqual(['Forgotten']);
});
