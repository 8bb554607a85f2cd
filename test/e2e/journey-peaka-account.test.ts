// The page of an account at Peaka: the practice Peaka is added, listed, changed, and changed by someone else.
import type { Locator, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { platformsHere } from './app.ts';
import { ask } from './lib/bridge.ts';
import { dialog, dialogGone } from './lib/dialog.ts';
import { pick } from './lib/peaka.ts';
import { useApp } from './lib/use-app.ts';
import { visibleText } from './lib/window.ts';

const row = (page: Page, name: string): Locator =>
  page.getByRole('main').getByRole('button', { name: new RegExp(`^${name} `) });
const button = (page: Page, name: string): Locator => dialog(page).getByRole('button', { name, exact: true });

async function addAccount(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('option', { name: 'Add a Peaka account' }).click();
  await dialog(page).getByLabel('Name', { exact: true }).fill(name);
  await dialog(page).getByText('Practice', { exact: true }).click();
  await button(page, 'Check').click();
  await dialog(page).getByText('It reaches all projects.').waitFor();
  await pick(dialog(page), 'Workspace', 'Stuttgart');
  await pick(dialog(page), 'Project', 'Sales');
  await button(page, 'Save').click();
  await dialogGone(page);
  await page.getByRole('heading', { name, level: 1 }).waitFor();
}

async function choose(page: Page, name: string, item: string): Promise<void> {
  await page
    .getByRole('main')
    .getByRole('button', { name: `More for ${name}`, exact: true })
    .click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

describe.each(platformsHere())('the page of an account at Peaka, on the %s platform', (kind) => {
  const shared = useApp(kind);

  it('lists what is made from a form, and shows what Peaka shows of it', async () => {
    const { page } = shared;
    await addAccount(page, 'Ours');
    await page.getByText('This project has no connections yet.').waitFor();
    await page.getByRole('main').getByRole('button', { name: 'New connection', exact: true }).click();
    await page.getByRole('option', { name: 'PostgreSQL' }).click();
    await dialog(page).getByLabel('Name at Peaka', { exact: true }).fill('Orders');
    await dialog(page).getByRole('textbox', { name: 'URL', exact: true }).fill('db.example.com');
    await dialog(page).getByRole('textbox', { name: 'Port', exact: true }).fill('5432');
    await dialog(page).getByRole('textbox', { name: 'User', exact: true }).fill('ann');
    await dialog(page).getByLabel('Password', { exact: true }).fill('canary-of-the-form');
    await dialog(page).getByRole('textbox', { name: 'Database name', exact: true }).fill('orders');
    await button(page, 'Create connection').click();
    await dialogGone(page);
    await row(page, 'Orders').click();
    await page.getByText('made here from a form').waitFor();
    await page.getByRole('main').getByText('db.example.com').waitFor();
    expect(await visibleText(page.getByRole('main'))).not.toContain('canary-of-the-form');
  });

  it('gives a connection another name at Peaka, and sends its values once more', async () => {
    const { page } = shared;
    await choose(page, 'Orders', 'Rename…');
    await dialog(page).getByLabel('Name', { exact: true }).fill('Orders of the plant');
    await button(page, 'Rename').click();
    await dialogGone(page);
    await row(page, 'Orders of the plant').waitFor();
    await choose(page, 'Orders of the plant', 'Update now');
    await page.getByText('Peaka has the newest values of “Orders of the plant”.').waitFor();
  });

  it('says what someone else has made and deleted', async () => {
    const { page } = shared;
    await addAccount(page, 'Theirs');
    await row(page, 'Orders of the plant').waitFor();
    await row(page, 'Orders of the plant').getByText('made elsewhere').waitFor();
    await choose(page, 'Orders of the plant', 'Delete at Peaka…');
    await page.getByText('Catalogs on this connection stop working').waitFor();
    await button(page, 'Delete at Peaka').click();
    await page.getByText('This project has no connections yet.').waitFor();
    const accounts = await ask(page, 'peaka.accounts', {});
    const ours = accounts.find(({ peakaAccount }) => peakaAccount.name === 'Ours')?.peakaAccount.id;
    await page.locator(`[data-row="${ours}"]`).click();
    await row(page, 'Orders of the plant').getByText('gone at Peaka', { exact: true }).last().waitFor();
    await page.getByRole('main').getByRole('button', { name: 'Remove the entry' }).click();
    await page.getByText('This project has no connections yet.').waitFor();
    expect(await ask(page, 'peaka.links', {})).toEqual([]);
  });

  it('forgets the account after a question', async () => {
    const { page } = shared;
    await page.getByRole('main').getByRole('button', { name: 'More for the account Ours', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Delete account…' }).click();
    await page.getByText('Nothing is deleted at Peaka').waitFor();
    await button(page, 'Delete account').click();
    await page.getByText('The account “Ours” was deleted here.').waitFor();
    expect((await ask(page, 'peaka.accounts', {})).map(({ peakaAccount }) => peakaAccount.name)).toEqual(['Theirs']);
  });
});
