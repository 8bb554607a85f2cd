import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { button, connections, field, focused, logins, openGroup, withClient } from './connection-dialog.ts';
import { axeProblems, type FakeWindow, startFakeWindow } from './fake-window.ts';

let window: FakeWindow;
beforeAll(async () => {
  window = await startFakeWindow();
});
afterAll(() => window.close());

const secrets = (page: Page) =>
  page.evaluate(() =>
    Object.fromEntries([...globalThis.window.fake.secrets].map(([key, value]) => [key.replace(/^.*\//, ''), value])),
  );
const rows = 'Extra parameters for the access token URL';

async function withParameter(): Promise<Page> {
  const page = await window.open('state=empty');
  await withClient(page);
  await openGroup(page, 'Extra parameters and headers');
  await button(page, `${rows}: add`).click();
  await field(page, `${rows}: name 1`).fill('partner_token');
  await field(page, `${rows}: value 1`).fill('canary-4711');
  await page.getByText('The parameter partner_token looks like a credential. This value is not saved yet.').waitFor();
  return page;
}

describe('a connection with a credential in it', () => {
  it('is not saved before the user decides, and keeps the credential with the secrets [56]', async () => {
    const page = await withParameter();
    expect(await axeProblems(page)).toEqual([]);
    await button(page, 'Save').click();
    await focused(button(page, 'Keep it secret'));
    await field(page, 'Client ID').press('Control+Enter');
    await focused(button(page, 'Keep it secret'));
    expect(await connections(page)).toEqual([]);
    expect(await logins(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await expect.poll(() => field(page, `${rows}: value 1`).inputValue()).toBe('{partner_token}');
    await page.getByLabel('Value of {partner_token}', { exact: true }).waitFor();
    await button(page, 'Save').click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect((await connections(page))[0]).toMatchObject({
      extraTokenParameters: { partner_token: '{partner_token}' },
      secretValues: ['partner_token'],
    });
    expect(await secrets(page)).toMatchObject({ 'value:partner_token': 'canary-4711' });
  });

  it('is saved as it is by the user’s word', async () => {
    const page = await withParameter();
    await button(page, 'It is not a secret').click();
    await button(page, 'Save').click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect((await connections(page))[0]).toMatchObject({
      extraTokenParameters: { partner_token: 'canary-4711' },
      inTheOpen: ['extraTokenParameters:partner_token'],
    });
  });

  it('asks for a value that is missing, and drops one that nothing names any more', async () => {
    const page = await withParameter();
    await button(page, 'Keep it secret').click();
    await page.getByLabel('Value of {partner_token}', { exact: true }).fill('');
    await button(page, 'Request Token').click();
    await page.getByText('Enter the value of {partner_token}.').waitFor();
    await button(page, `${rows}: remove partner_token`).click();
    await page.getByLabel('Value of {partner_token}', { exact: true }).waitFor({ state: 'detached' });
    await button(page, 'Save').click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect((await connections(page))[0]).toMatchObject({ extraTokenParameters: {}, secretValues: [] });
  });
});

describe('a user name of Basic that looks like a credential', () => {
  const stored = (page: Page) =>
    page.evaluate(
      () => globalThis.window.fake.resources.find(({ resource }) => resource.id === 'weather')?.resource.authorization,
    );
  const withName = async (): Promise<Page> => {
    const page = await window.open('state=some');
    await page.locator('[data-row="weather"]').click();
    await page.getByText('Basic', { exact: true }).click();
    await page.getByLabel('User name').fill('1971800d4d82861d8f2c1651fea4d212');
    await page.getByText('The user name looks like a credential. The user name is not saved yet.').waitFor();
    return page;
  };

  it('goes to the secrets, and comes back by Undo after another was to be entered [56]', async () => {
    const page = await withName();
    await page.getByRole('button', { name: 'Keep it secret' }).click();
    const kept = { type: 'basic', username: '', secretUsername: true };
    await expect.poll(() => stored(page)).toEqual(kept);
    expect(await secrets(page)).toMatchObject({ basicUsername: '1971800d4d82861d8f2c1651fea4d212' });
    await page.getByRole('button', { name: 'Enter a user name that is not secret' }).click();
    await expect.poll(() => stored(page)).toEqual({ type: 'basic', username: '' });
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect.poll(() => stored(page)).toEqual(kept);
    expect(await secrets(page)).toMatchObject({ basicUsername: '1971800d4d82861d8f2c1651fea4d212' });
  });

  it('is asked about before a run, also where another tab is open', async () => {
    const page = await withName();
    await page.getByRole('tab', { name: /^Headers/ }).click();
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Keep it secret');
    await page.getByRole('button', { name: 'It is not a secret' }).click();
    await expect.poll(() => stored(page)).toMatchObject({ username: '1971800d4d82861d8f2c1651fea4d212' });
  });
});
