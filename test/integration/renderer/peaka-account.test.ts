import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zoneAddresses } from '../../../app/shared/peaka/account.ts';
import { type FakeWindow, startFakeWindow } from './fake-window.ts';

let window: FakeWindow;
beforeAll(async () => {
  window = await startFakeWindow();
});
afterAll(() => window.close());

const dialog = (page: Page) => page.getByRole('dialog', { name: /Peaka account$/ });
const button = (page: Page, name: string) => dialog(page).getByRole('button', { name, exact: true });
const field = (page: Page, name: string) => dialog(page).getByRole('textbox', { name, exact: true });
const key = (page: Page) => dialog(page).getByLabel('API key', { exact: true });
const zone = (page: Page, name: string) => dialog(page).getByText(name, { exact: true }).click();
const accounts = (page: Page) => page.evaluate(() => globalThis.window.fake.peaka.accounts);
const calls = (page: Page, name: string) =>
  page.evaluate((wanted) => globalThis.window.fake.peaka.calls.filter((call) => call.name === wanted), name);

/** The dialog of a new account, from the palette. */
async function addAccount(query = 'state=empty'): Promise<Page> {
  const page = await window.open(query);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('add a peaka');
  await page.keyboard.press('Enter');
  await dialog(page).waitFor();
  return page;
}

describe('a new account', () => {
  it('is checked and saved with the keyboard alone, and its page opens', async () => {
    const page = await addAccount();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Acme');
    await key(page).focus();
    await page.keyboard.type('partner-key');
    await page.keyboard.press('Enter');
    await dialog(page).getByText('Partner key of ann@example.org').waitFor();
    await dialog(page).getByText('It reaches all projects.').waitFor();
    // Lists with one item need no choice.
    await button(page, 'Organization: Acme').waitFor();
    await button(page, 'Workspace: Sales').waitFor();
    await button(page, 'Project').focus();
    await page.keyboard.press('Enter');
    await expect
      .poll(() =>
        page
          .getByRole('combobox', { name: 'Search by name' })
          .evaluate((element) => element === document.activeElement),
      )
      .toBe(true);
    await page.keyboard.type('dash');
    await page.keyboard.press('Enter');
    await button(page, 'Project: Dashboards').waitFor();
    await button(page, 'Save').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Acme', level: 1 }).waitFor();
    expect(await accounts(page)).toMatchObject([
      { peakaAccount: { name: 'Acme', zone: 'us', ...zoneAddresses.us, project: { id: 'project-1' } }, hasKey: true },
    ]);
    // The key was sent once, with the account.
    const saves = await calls(page, 'peaka.saveAccount');
    expect(saves.filter(({ request }) => JSON.stringify(request).includes('partner-key'))).toHaveLength(1);
  });

  it('with a project key shows the project, and offers no other', async () => {
    const page = await addAccount();
    await key(page).fill('project-key');
    await button(page, 'Check').click();
    await dialog(page).getByText('Project key of ann@example.org').waitFor();
    await dialog(page).getByText('It reaches the project “Dashboards” alone.').waitFor();
    expect(await button(page, 'Organization: Acme').count()).toBe(0);
    await button(page, 'Save').click();
    await page.getByRole('heading', { name: 'Peaka', level: 1 }).waitFor();
    expect(
      await page
        .getByRole('main')
        .getByRole('button', { name: /^Project/ })
        .count(),
    ).toBe(0);
  });

  it('that was checked and is not saved is forgotten, after a question', async () => {
    const page = await addAccount();
    await key(page).fill('partner-key');
    await button(page, 'Check').click();
    await dialog(page).getByText('Partner key of').waitFor();
    await expect.poll(() => accounts(page)).toHaveLength(1);
    await page.keyboard.press('Escape');
    await page.getByText('The account and its API key will not be kept.').waitFor();
    await page.getByRole('button', { name: 'Close without saving' }).click();
    await dialog(page).waitFor({ state: 'detached' });
    await expect.poll(() => accounts(page)).toEqual([]);
  });

  it('says what is missing, at the first field', async () => {
    const page = await addAccount();
    await zone(page, 'Own domain');
    await button(page, 'Check').click();
    await dialog(page).getByText('Enter the API key.').waitFor();
    await expect
      .poll(() => field(page, 'Base URL').evaluate((element) => element === document.activeElement))
      .toBe(true);
    expect(await calls(page, 'peaka.saveAccount')).toEqual([]);
  });

  it('takes its addresses from the zone, and they can be edited', async () => {
    const page = await addAccount();
    await zone(page, 'EU');
    expect(await field(page, 'Base URL').inputValue()).toBe(zoneAddresses.eu.baseUrl);
    await field(page, 'Peaka’s callback URL').fill('https://peaka.example.com/oauth2/callback');
    await key(page).fill('partner-key');
    await button(page, 'Save').click();
    await expect
      .poll(() => accounts(page))
      .toMatchObject([{ peakaAccount: { zone: 'eu', callbackUrl: 'https://peaka.example.com/oauth2/callback' } }]);
  });

  it('of the practice service needs no key', async () => {
    const page = await addAccount();
    await zone(page, 'Practice');
    expect(await key(page).count()).toBe(0);
    await button(page, 'Check').click();
    await dialog(page).getByText('Partner key of').waitFor();
    expect(await calls(page, 'peaka.saveAccount')).toMatchObject([
      { request: { peakaAccount: { zone: 'practice', ...zoneAddresses.practice } } },
    ]);
  });
});

it('a base URL that does not exist is replaced by the other one with one click', async () => {
  const other = 'https://eu.partner.peaka.studio/api/v1';
  const fails = {
    'peaka.checkAccount': {
      code: 'http.dns',
      message: 'There is no such server.',
      details: { host: 'partner.eu.peaka.studio', otherBaseUrl: other },
    },
  };
  const page = await addAccount(`state=empty&fails=${encodeURIComponent(JSON.stringify(fails))}`);
  await zone(page, 'EU');
  await key(page).fill('partner-key');
  await button(page, 'Check').click();
  await dialog(page).getByText(`Peaka’s documents also name ${other}.`).waitFor();
  await page.evaluate(() => {
    globalThis.window.fake.peaka.fails = {};
  });
  await button(page, 'Use the other address').click();
  await dialog(page).getByText('Partner key of').waitFor();
  expect(await field(page, 'Base URL').inputValue()).toBe(other);
  await expect.poll(() => accounts(page)).toMatchObject([{ peakaAccount: { baseUrl: other } }]);
});

it('a stored key is shown on request, and stays when another field is edited', async () => {
  const page = await window.open('state=peaka');
  await page.evaluate(() => globalThis.window.fake.secrets.set('acme/apiKey', 'canary-4711'));
  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: 'Edit Acme', exact: true }).click();
  await button(page, 'Show API key').click();
  await expect.poll(() => key(page).inputValue()).toBe('canary-4711');
  await field(page, 'Name').fill('Acme Inc');
  await button(page, 'Save').click();
  await dialog(page).waitFor({ state: 'detached' });
  // The settings are still open below.
  await page.getByRole('dialog', { name: 'Settings' }).getByText('Acme Inc', { exact: true }).waitFor();
  const [save] = await calls(page, 'peaka.saveAccount');
  expect(save?.request).not.toHaveProperty('apiKey');
});

it('a stored key is asked for again if the base URL changes: it is never sent to another address', async () => {
  const page = await window.open('state=peaka');
  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: 'Edit Acme', exact: true }).click();
  await field(page, 'Base URL').fill('https://peaka.example.com/partner/api/v1');
  await expect.poll(() => key(page).getAttribute('placeholder')).toBe('The stored key is for another address.');
  await button(page, 'Check').click();
  await dialog(page).getByText('Enter the API key.').waitFor();
  await field(page, 'Base URL').fill(zoneAddresses.us.baseUrl);
  await button(page, 'Show API key').waitFor();
  expect(await calls(page, 'peaka.saveAccount')).toEqual([]);
});

it('a deletion says what is forgotten here, and that Peaka is not changed', async () => {
  const page = await window.open('state=peaka');
  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: 'Delete Acme', exact: true }).click();
  await page
    .getByText(/what it knows of the 4 connections that were made with it\. Nothing is deleted at Peaka/)
    .waitFor();
  await page.getByRole('button', { name: 'Delete account' }).click();
  await expect.poll(async () => (await accounts(page)).map(({ peakaAccount }) => peakaAccount.id)).toEqual(['eu']);
  await page.getByRole('button', { name: 'Delete Acme', exact: true }).waitFor({ state: 'detached' });
});

it('the dialog lies above the settings: Escape closes it first', async () => {
  const page = await window.open('state=empty');
  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: 'Add account' }).click();
  await dialog(page).waitFor();
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'detached' });
  await page.getByRole('dialog', { name: 'Settings' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: 'Settings' }).waitFor({ state: 'detached' });
});
