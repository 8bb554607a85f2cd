import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { button, field, focused } from './connection-dialog.ts';
import { type FakeWindow, startFakeWindow } from './fake-window.ts';

let window: FakeWindow;
beforeAll(async () => {
  window = await startFakeWindow();
});
afterAll(() => window.close());

const calls = (page: Page, name: string) =>
  page.evaluate(
    (wanted) => globalThis.window.fake.peaka.calls.filter((each) => each.name === wanted).map((each) => each.request),
    name,
  );
/** As a person does it: from the menu of the connection’s page. */
async function open(query: string): Promise<Page> {
  const page = await window.open(query);
  await page.evaluate(() => {
    const [hubspot] = globalThis.window.fake.peaka.types;
    if (hubspot !== undefined)
      globalThis.window.fake.peaka.types.push({ ...hubspot, type: 'google_sheets', label: 'Google Sheets' });
  });
  await page.locator('[data-row="google"]').click();
  await page.getByRole('main').getByRole('button', { name: 'More for Google Sheets' }).click();
  await page.getByRole('menuitem', { name: 'Use in Peaka…' }).click();
  return page;
}
/** Opens the list that has the focus, and takes what is found. */
async function pick(page: Page, typed: string, found: string): Promise<void> {
  await page.keyboard.press('Enter');
  await focused(page.getByRole('combobox', { name: /^Search/ }).filter({ visible: true }));
  await page.keyboard.type(typed);
  await page.locator('[role=option][data-combobox-selected]', { hasText: found }).waitFor();
  await page.keyboard.press('Enter');
}
const choice = (page: Page, name: string) => page.getByRole('dialog').getByRole('radio', { name });

describe('use in Peaka', () => {
  it('suggests the type, shows what goes, and leaves the result on the connection’s page', async () => {
    const page = await open('state=peaka');
    await button(page, 'Type at Peaka: Google Sheets').waitFor();
    await page.getByText('Recommended').waitFor();
    expect(await choice(page, 'Log in once more').isChecked()).toBe(true);
    const goes = page.getByRole('region', { name: 'Peaka receives these values' });
    await goes.getByText('Refresh token').waitFor();
    await choice(page, 'Tokenboard renews and updates Peaka').check();
    await goes.getByText('The refresh token stays here.').waitFor();
    await button(page, 'Create connection').click();
    const card = page.getByRole('article', { name: 'Google Sheets' });
    await card.getByText('google_sheets · Dashboards · Acme').waitFor();
    expect(await calls(page, 'peaka.handOver')).toMatchObject([
      {
        connectionId: 'google',
        accountId: 'acme',
        project: { id: 'project-1' },
        type: 'google_sheets',
        name: 'Google Sheets',
        renewal: 'update_peaka',
        values: {},
      },
    ]);
  });

  it('says what follows if the type requires the refresh token, however it spells it', async () => {
    const page = await open('state=peaka');
    await page.evaluate(() => {
      globalThis.window.fake.peaka.plan = { handed: ['client_id', 'refresh_token'] };
    });
    await choice(page, 'Tokenboard renews and updates Peaka').check();
    await page.getByText('This type requires the refresh token.').waitFor();
    expect(await page.getByText('The refresh token stays here.').count()).toBe(0);
  });

  it('asks for what the connection cannot fill in, and masks secrets', async () => {
    const page = await open('state=peaka');
    await page.evaluate(() => {
      globalThis.window.fake.peaka.plan = { missing: ['domain', 'developerToken'] };
    });
    await button(page, 'Type at Peaka: Google Sheets').click();
    await page.getByRole('option', { name: 'HubSpot' }).click();
    await field(page, 'Domain').waitFor();
    await button(page, 'Create connection').click();
    await focused(field(page, 'Domain'));
    expect(await calls(page, 'peaka.handOver')).toEqual([]);
    expect(await field(page, 'Developer token').getAttribute('type')).toBe('password');
    await field(page, 'Domain').fill('acme.example');
    await field(page, 'Developer token').fill('secret-token');
    await button(page, 'Create connection').click();
    await page.getByRole('article', { name: 'Google Sheets' }).waitFor();
    expect(await calls(page, 'peaka.handOver')).toMatchObject([
      { type: 'hubspot', values: { domain: 'acme.example', developerToken: 'secret-token' } },
    ]);
  });

  it('says why a choice cannot be taken', async () => {
    const page = await open('state=peaka');
    await page.evaluate(() => {
      globalThis.window.fake.peaka.plan = { canLogInAgain: false };
    });
    await button(page, 'Type at Peaka: Google Sheets').click();
    await page.getByRole('option', { name: 'HubSpot' }).click();
    await page.getByText('Not possible: this grant has no login that could be repeated.').waitFor();
    expect(await choice(page, 'Log in once more').isDisabled()).toBe(true);
    expect(await choice(page, 'Tokenboard renews').isChecked()).toBe(true);
  });

  it('follows the second login, which Cancel ends and Escape does not', async () => {
    const page = await open('state=peaka');
    await page.evaluate(() => {
      globalThis.window.fake.peaka.login = 'waits';
    });
    await page.getByText('Peaka receives these values').waitFor();
    await button(page, 'Create connection').click();
    await page.getByText('These tokens are for Peaka alone.').waitFor();
    await page.getByRole('dialog').getByText('Waiting for you to log in').waitFor();
    await page.keyboard.press('Escape');
    await button(page, 'Cancel').click();
    await button(page, 'Create connection').waitFor();
    expect(
      await page.evaluate(() => globalThis.window.fake.peaka.links.some(({ link }) => link.source === 'google')),
    ).toBe(false);
  });

  it('shows a refusal with what helps, and keeps what was typed', async () => {
    const refused = {
      code: 'peaka.key_refused',
      message: 'Peaka refused the API key.',
      serviceMessage: 'Unauthorized',
    };
    const page = await open(`state=peaka&fails=${encodeURIComponent(JSON.stringify({ 'peaka.handOver': refused }))}`);
    await field(page, 'Name at Peaka').fill('Sheets of sales');
    await choice(page, 'Only Peaka renews').check();
    await button(page, 'Create connection').click();
    await page.getByText('Unauthorized', { exact: true }).waitFor();
    await button(page, 'Edit Peaka account').waitFor();
    await button(page, 'Back to the fields').click();
    expect(await field(page, 'Name at Peaka').inputValue()).toBe('Sheets of sales');
    await page.evaluate(() => {
      globalThis.window.fake.peaka.fails = {};
    });
    await button(page, 'Create connection').click();
    await page.getByRole('article', { name: 'Sheets of sales' }).waitFor();
  });

  it('begins with an account if there is none: the practice Peaka is one click away', async () => {
    const page = await open('state=some');
    await focused(button(page, 'Add an account'));
    await button(page, 'Use the practice Peaka').click();
    await button(page, 'Peaka account: Practice Peaka').waitFor();
    expect(await calls(page, 'peaka.saveAccount')).toMatchObject([{ peakaAccount: { zone: 'practice' } }]);
  });

  it('works with the keyboard alone', async () => {
    const page = await window.open('state=peaka');
    await page.locator('[data-row="google"]').click();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('Use the selected');
    await page.keyboard.press('Enter');
    await focused(button(page, 'Peaka account: Acme'));
    await page.keyboard.press('Tab');
    await pick(page, 'fin', 'Finance');
    await focused(button(page, 'Project: Finance'));
    await page.keyboard.press('Tab');
    await pick(page, 'hub', 'HubSpot');
    await focused(button(page, 'Type at Peaka: HubSpot'));
    await choice(page, 'Log in once more').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await focused(choice(page, 'Log in once more'));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await focused(button(page, 'Cancel'));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('article', { name: 'Google Sheets' }).waitFor();
    expect(await calls(page, 'peaka.handOver')).toMatchObject([
      { project: { id: 'project-2' }, type: 'hubspot', renewal: 'stop_here' },
    ]);
  });
});

describe('what is in Peaka', () => {
  const card = (page: Page) => page.getByRole('article', { name: 'Marketing HubSpot' });
  async function openLinks(): Promise<Page> {
    const page = await window.open('state=peaka');
    await page.locator('[data-row="hubspot"]').click();
    await card(page).waitFor();
    return page;
  }

  it('says that an update waits and why, until it is sent', async () => {
    const page = await openLinks();
    await card(page)
      .getByText(/^Update waiting. First attempt 12 min ago, next attempt in/)
      .waitFor();
    await card(page).getByText('There is no network').waitFor();
    await card(page).getByRole('button', { name: 'Update now' }).click();
    await card(page)
      .getByText(/^Peaka received the values/)
      .waitFor();
    await card(page).getByText('There is no network').waitFor({ state: 'detached' });
  });

  it('tells a failure of an update once', async () => {
    const page = await openLinks();
    await page.evaluate(() => {
      const { peaka } = globalThis.window.fake;
      const error = peaka.links.find(({ link }) => link.id === 'link-hubspot')?.link.pending?.error;
      if (error !== undefined) peaka.fails = { 'peaka.updateLink': error };
    });
    await card(page).getByRole('button', { name: 'Update now' }).click();
    await expect.poll(() => calls(page, 'peaka.updateLink')).toHaveLength(1);
    await card(page).getByRole('button', { name: 'Update now', disabled: false }).waitFor();
    expect(await page.getByText('There is no network').count()).toBe(1);
  });

  it('leads to the account', async () => {
    const page = await openLinks();
    await card(page).getByRole('button', { name: 'More for “Marketing HubSpot” at Peaka' }).click();
    await page.getByRole('menuitem', { name: 'Open the account “Acme”' }).click();
    await page.getByRole('heading', { name: 'Acme', exact: true }).waitFor();
  });

  it('changes who renews', async () => {
    const page = await openLinks();
    await card(page).getByRole('button', { name: 'Who renews: Tokenboard renews and updates Peaka. Change' }).click();
    await page.getByRole('menuitem', { name: 'Only Peaka renews' }).click();
    await card(page).getByRole('button', { name: 'Who renews: Only Peaka renews. Change' }).waitFor();
    expect(await calls(page, 'peaka.setRenewal')).toEqual([{ linkId: 'link-hubspot', renewal: 'stop_here' }]);
  });

  it('is deleted at Peaka after a question that says what stops', async () => {
    const page = await openLinks();
    await card(page).getByRole('button', { name: 'More for “Marketing HubSpot” at Peaka' }).click();
    await page.getByRole('menuitem', { name: 'Delete at Peaka…' }).click();
    await page.getByText('Catalogs on this connection stop').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete at Peaka' }).click();
    await card(page).waitFor({ state: 'detached' });
    expect(await calls(page, 'peaka.deleteConnection')).toEqual([
      { id: 'acme', projectId: 'project-1', connectionId: 'peaka-hubspot' },
    ]);
  });

  it('can be forgotten here alone', async () => {
    const page = await openLinks();
    await card(page).getByRole('button', { name: 'More for “Marketing HubSpot” at Peaka' }).click();
    await page.getByRole('menuitem', { name: 'Remove entry here…' }).click();
    await page.getByText('The connection stays at Peaka').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove entry' }).click();
    await card(page).waitFor({ state: 'detached' });
    expect(await calls(page, 'peaka.deleteConnection')).toEqual([]);
  });

  it('is named before the authorization that Peaka uses too is removed', async () => {
    const page = await window.open('state=peaka');
    await page.evaluate(() => {
      const { fake } = globalThis.window;
      for (const { link } of fake.peaka.links) if (link.source === 'hubspot') link.source = 'google';
      fake.emit('peaka.changed', {});
    });
    await page.locator('[data-row="google"]').click();
    await page.getByRole('heading', { name: 'In Peaka' }).waitFor();
    await page.getByRole('main').getByRole('button', { name: 'More for Google Sheets' }).click();
    await page.getByRole('menuitem', { name: 'Remove authorization…' }).click();
    await page.getByText('2 connections at Peaka use this authorization, and will stop working.').waitFor();
  });
});
