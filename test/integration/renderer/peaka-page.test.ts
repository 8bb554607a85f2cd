import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ErrorReport } from '../../../app/shared/errors.ts';
import { verbatim } from '../../../app/shared/messages/message.ts';
import { type FakeWindow, startFakeWindow } from './fake-window.ts';

let window: FakeWindow;
beforeAll(async () => {
  window = await startFakeWindow();
});
afterAll(() => window.close());

const main = (page: Page) => page.getByRole('main');
const row = (page: Page, name: string) => main(page).getByRole('button', { name: new RegExp(`^${name} `) });
const menu = async (page: Page, name: string, item: string): Promise<void> => {
  await main(page)
    .getByRole('button', { name: `More for ${name}`, exact: true })
    .click();
  await page.getByRole('menuitem', { name: item }).click();
};
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent);
const calls = (page: Page, name: string) =>
  page.evaluate((wanted) => globalThis.window.fake.peaka.calls.filter((call) => call.name === wanted), name);

const fail = (page: Page, call: string, error: ErrorReport) =>
  page.evaluate(
    (fails) => {
      globalThis.window.fake.peaka.fails = fails;
    },
    { [call]: error },
  );

async function openPage(query = 'state=peaka'): Promise<Page> {
  const page = await window.open(query);
  await page.locator('[data-row="acme"]').click();
  await page.getByRole('heading', { name: 'Acme', level: 1 }).waitFor();
  return page;
}

it('accounts are in the sidebar and in the palette only if there are any', async () => {
  const page = await window.open('state=some');
  expect(await page.getByRole('heading', { name: 'Peaka' }).count()).toBe(0);
  await page.evaluate(() => {
    const { peaka } = globalThis.window.fake;
    peaka.accounts = [
      {
        peakaAccount: {
          id: 'late',
          name: 'Late',
          zone: 'us',
          baseUrl: 'https://partner.peaka.studio/api/v1',
          callbackUrl: '',
          organization: null,
          workspace: null,
          project: null,
        },
        hasKey: true,
        key: null,
      },
    ];
    globalThis.window.fake.emit('peaka.changed', {});
  });
  await page.locator('[data-row="late"]').waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('peaka: la');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Late', level: 1 }).waitFor();
  await main(page).getByRole('button', { name: 'Check the API key' }).click();
  await page.getByText('No project is chosen').waitFor();
});

describe('the page of an account', () => {
  it('says whose key it is, and lists what was made here, elsewhere, and is gone', async () => {
    const page = await openPage();
    await page.getByText('US · Partner key of ann@example.org').waitFor();
    await page.getByRole('heading', { name: '6 connections' }).waitFor();
    const rows = await main(page).locator('[data-peaka-row]').allInnerTexts();
    expect(rows.map((each) => each.replaceAll('\n', ' '))).toEqual([
      expect.stringMatching(/CRM HubSpot · made elsewhere$/),
      expect.stringMatching(/Marketing HubSpot HubSpot · handed over from “HubSpot” update waiting due 12 min ago$/),
      expect.stringMatching(/Stripe payments stripe · made elsewhere$/),
      expect.stringMatching(/Warehouse PostgreSQL · made here from a form ready updated 2 days ago$/),
      expect.stringMatching(/Website visitors Google Analytics · made here by a login not finished$/),
      expect.stringMatching(/Old HubSpot HubSpot · handed over from “HubSpot” gone at Peaka$/),
    ]);
  });

  it('is used with the keyboard alone: F6, arrows, details, menu', async () => {
    const page = await openPage();
    await row(page, 'CRM').waitFor();
    await page.keyboard.press('F6');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane')))
      .toBe('peaka');
    await row(page, 'CRM').focus();
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toContain('Marketing HubSpot');
    await page.keyboard.press('End');
    expect(await focused(page)).toContain('Old HubSpot');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByText('sales-dashboard').waitFor();
    expect(await row(page, 'Marketing HubSpot').getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Update now' }).waitFor();
    await page.keyboard.press('Escape');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('More for Marketing HubSpot');
  });

  it('shows what Peaka shows of a connection, and leads to the connection here that it came from', async () => {
    const page = await openPage();
    await row(page, 'Marketing HubSpot').click();
    await page.getByText('peaka-hubspot', { exact: true }).waitFor();
    await page.getByText('Tokenboard, which sends Peaka each new token').waitFor();
    await page.getByText('portalId').waitFor();
    await main(page).getByRole('button', { name: 'Open “HubSpot”' }).click();
    await page.getByRole('heading', { name: 'HubSpot', level: 1 }).waitFor();
  });

  it('sends an update at once, and the wait is over', async () => {
    const page = await openPage();
    await menu(page, 'Marketing HubSpot', 'Update now');
    await page.getByText('Peaka has the newest values of “Marketing HubSpot”.').waitFor();
    await main(page)
      .getByRole('button', { name: /^Marketing HubSpot .* ready / })
      .waitFor();
    expect(await calls(page, 'peaka.updateLink')).toMatchObject([{ request: { linkId: 'link-hubspot' } }]);
  });

  it('opens the dialog of a new connection through Peaka for its project', async () => {
    const page = await openPage();
    await main(page).getByRole('button', { name: 'New connection' }).click();
    await page.getByRole('dialog').getByText('PostgreSQL').first().waitFor();
  });

  it('leads from a login that did not end to another one', async () => {
    const page = await openPage();
    await row(page, 'Website visitors').click();
    await main(page).getByRole('button', { name: 'Log in again…' }).click();
    await page.getByRole('dialog').getByText('Google Analytics').first().waitFor();
  });

  it('offers no update of what was made elsewhere', async () => {
    const page = await openPage();
    await main(page).getByRole('button', { name: 'More for CRM' }).click();
    await page.getByRole('menuitem', { name: 'Copy ID' }).waitFor();
    expect(await page.getByRole('menuitem').allInnerTexts()).toEqual(['Rename…', 'Copy ID', 'Delete at Peaka…']);
  });

  it('renames a connection, and warns if its values are not known here', async () => {
    const page = await openPage();
    await menu(page, 'CRM', 'Rename…');
    await page.getByText('Peaka does not document whether the other values stay.').waitFor();
    await page.keyboard.type('Customers');
    await page.keyboard.press('Enter');
    await row(page, 'Customers').waitFor();
    await menu(page, 'Warehouse', 'Rename…');
    await page.getByText('together with the values that Tokenboard knows').waitFor();
  });

  it('tells in the dialog why a new name was refused', async () => {
    const page = await openPage();
    await fail(page, 'peaka.renameConnection', {
      code: 'peaka.conflict',
      message: verbatim('There is one.'),
      serviceMessage: 'name taken',
    });
    await menu(page, 'CRM', 'Rename…');
    await page.keyboard.type('Customers');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText('name taken').waitFor();
  });

  it('edits the values of a form: what is stored shows, and a stored secret stays', async () => {
    const page = await openPage();
    await page.evaluate(() => {
      const { fake } = globalThis.window;
      const warehouse = fake.peaka.links.find(({ link }) => link.name === 'Warehouse');
      if (warehouse === undefined) throw new Error('no form');
      warehouse.link = { ...warehouse.link, values: { url: 'old.example.com', port: 5432, user: 'ann', useSsl: true } };
      warehouse.secrets = ['value:password'];
      fake.emit('peaka.changed', {});
    });
    await menu(page, 'Warehouse', 'Edit values…');
    const dialog = page.getByRole('dialog');
    await expect.poll(() => dialog.getByRole('textbox', { name: 'URL' }).inputValue()).toBe('old.example.com');
    await dialog.getByRole('textbox', { name: 'URL' }).fill('new.example.com');
    await page.keyboard.press('Enter');
    await page.getByText('Peaka has the current values of “Warehouse”.').waitFor();
    expect(await calls(page, 'peaka.updateForm')).toMatchObject([
      {
        request: {
          name: 'Warehouse',
          values: { url: 'new.example.com', port: 5432, user: 'ann', useSsl: true },
        },
      },
    ]);
    expect(JSON.stringify(await calls(page, 'peaka.updateForm'))).not.toContain('password');
  });

  it('deletes at Peaka only after saying that catalogs stop', async () => {
    const page = await openPage();
    await menu(page, 'Warehouse', 'Delete at Peaka…');
    await page.getByText('Catalogs on this connection stop working').waitFor();
    expect(await calls(page, 'peaka.deleteConnection')).toEqual([]);
    await page.getByRole('button', { name: 'Delete at Peaka', exact: true }).click();
    await row(page, 'Warehouse').waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: '5 connections' }).waitFor();
  });

  it('removes the entry of a connection that is gone at Peaka', async () => {
    const page = await openPage();
    await main(page).getByRole('button', { name: 'Remove the entry' }).click();
    await row(page, 'Old HubSpot').waitFor({ state: 'detached' });
    expect(await calls(page, 'peaka.deleteConnection')).toEqual([]);
  });

  it('changes the project with a partner key', async () => {
    const page = await openPage();
    await main(page).getByRole('button', { name: 'Project: Dashboards' }).click();
    await page.getByRole('option', { name: 'Finance' }).click();
    await page.getByText('This project has no connections yet.').waitFor();
    await page.locator('[data-row="acme"]').getByText('Finance').waitFor();
  });
});

describe('beside someone else’s changes', () => {
  const addElsewhere = (page: Page) =>
    page.evaluate(() => {
      const { connections } = globalThis.window.fake.peaka;
      connections['project-1'] = [
        ...(connections['project-1'] ?? []),
        { id: 'peaka-new', name: 'Brand new', type: 'stripe', linkId: null },
      ];
    });

  it('the list is read again by the button', async () => {
    const page = await openPage();
    await row(page, 'CRM').waitFor();
    await addElsewhere(page);
    await main(page).getByRole('button', { name: 'Reload the list' }).click();
    await row(page, 'Brand new').waitFor();
  });

  it('the list is read again when the window gets the focus', async () => {
    const page = await openPage();
    await row(page, 'CRM').waitFor();
    await addElsewhere(page);
    await page.evaluate(() => globalThis.window.dispatchEvent(new Event('focus')));
    await row(page, 'Brand new').waitFor();
  });

  it('the list is read again when the page opens', async () => {
    const page = await openPage();
    await row(page, 'CRM').waitFor();
    await page.locator('[data-row="sales"]').click();
    await addElsewhere(page);
    await page.locator('[data-row="acme"]').click();
    await row(page, 'Brand new').waitFor();
  });

  it('a failure keeps the list and says so above it', async () => {
    const page = await openPage();
    await row(page, 'CRM').waitFor();
    await fail(page, 'peaka.connections', {
      code: 'peaka.server_error',
      message: verbatim('Server error.'),
      details: { status: 503 },
    });
    await main(page).getByRole('button', { name: 'Reload the list' }).click();
    await page.getByRole('alert').getByText('Peaka has a problem').waitFor();
    await row(page, 'CRM').waitFor();
  });
});

it('a refused key leads to the account, and the list is read once it is edited', async () => {
  const fails = { 'peaka.connections': { code: 'peaka.key_refused', message: 'No.', serviceMessage: 'Invalid key' } };
  const page = await openPage(`state=peaka&fails=${encodeURIComponent(JSON.stringify(fails))}`);
  await page.getByText('Invalid key').waitFor();
  await page.evaluate(() => {
    globalThis.window.fake.peaka.fails = {};
  });
  await main(page).getByRole('button', { name: 'Edit Peaka account' }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit Peaka account' });
  await dialog.getByRole('button', { name: 'Replace API key' }).click();
  await dialog.getByLabel('API key', { exact: true }).fill('partner-key');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await row(page, 'CRM').waitFor();
});
