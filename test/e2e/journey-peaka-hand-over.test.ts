// A connection that is authorized here is handed over to Peaka, with each choice of who renews.
import type { Browser, Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { platformsHere } from './app.ts';
import { accessTokenOf } from './lib/bridge.ts';
import { dialog, dialogGone } from './lib/dialog.ts';
import { allow, logIn, windowsClosed } from './lib/login.ts';
import { addPracticeAccount, askPeaka, pick, shownAtPeaka } from './lib/peaka.ts';
import { authorize, setTokenLifetime, tryPractice } from './lib/practice.ts';
import { startSystemBrowser } from './lib/services.ts';
import { useApp } from './lib/use-app.ts';
import { openConnection, openResource, readTable, run, toast, tokenLine } from './lib/window.ts';

const connection = 'Practice service';
const resource = 'Sales by day';
const renewals = {
  second_login: 'Log in once more, for Peaka alone',
  stop_here: 'Only Peaka renews',
  update_peaka: 'Tokenboard renews and updates Peaka',
};

const rowsRead = /^[\d,]+ rows were read\.$/;
const renewedAndRead = /^The token was renewed, and [\d,]+ rows were read\.$/;

/** A connection at Peaka, on the page of the one here. */
const card = (page: Page, name: string): Locator => page.getByRole('article', { name, exact: true });
const renewNow = (page: Page) => page.getByRole('main').getByRole('button', { name: 'Renew now', exact: true }).click();

async function openUseInPeaka(page: Page): Promise<void> {
  await openConnection(page, connection);
  await page
    .getByRole('main')
    .getByRole('button', { name: `More for ${connection}`, exact: true })
    .click();
  await page.getByRole('menuitem', { name: 'Use in Peaka…', exact: true }).click();
  await page.getByRole('dialog', { name: `Use “${connection}” in Peaka` }).waitFor();
}

async function fillHandOver(page: Page, name: string, renewal: keyof typeof renewals): Promise<void> {
  await pick(dialog(page), 'Type at Peaka', 'Practice Sales');
  await dialog(page).getByLabel('Name at Peaka', { exact: true }).fill(name);
  await dialog(page).getByRole('radio', { name: renewals[renewal] }).check();
}

const create = (page: Page) => dialog(page).getByRole('button', { name: 'Create connection', exact: true }).click();

describe.each(platformsHere())('a connection that is used in Peaka, on the %s platform', (kind) => {
  const shared = useApp(kind);
  let browser: Browser;
  let origin = '';
  beforeAll(async () => {
    browser = await startSystemBrowser();
  });
  afterAll(() => browser?.close());

  async function stillRunsHere(): Promise<void> {
    const { page } = shared;
    await openResource(page, resource);
    await run(page);
    expect((await readTable(page)).facts).toMatch(/^200 OK/);
    await openConnection(page, connection);
  }

  const statusOf = async (token: string) =>
    (await fetch(`${origin}/api/sales`, { headers: { authorization: `Bearer ${token}` } })).status;

  it('goes to Peaka with the tokens of a second login, and both sides renew', async () => {
    const { app, page } = shared;
    origin = await tryPractice(page);
    await authorize(app);
    const before = await accessTokenOf(page, connection);
    await openUseInPeaka(page);
    await addPracticeAccount(page);
    await fillHandOver(page, 'Sales twice', 'second_login');
    const goes = dialog(page).getByRole('region', { name: 'Peaka receives these values' });
    expect(await goes.getByRole('listitem').allInnerTexts()).toEqual([
      'Client ID',
      'Client secret',
      'Access token',
      'Refresh token',
    ]);
    await create(page);
    const popup = await app.nextPopup();
    await logIn(popup);
    await allow(popup);
    await windowsClosed(app);
    await dialogGone(page);
    await toast(page, '“Sales twice” is now a connection at Peaka.').waitFor();
    await card(page, 'Sales twice').getByText('Peaka received the values').waitFor();

    expect(await accessTokenOf(page, connection)).toBe(before);
    expect(await askPeaka(browser, origin, 'Sales twice', 'Read data')).toMatch(rowsRead);
    // Neither renewal takes the refresh token of the other side: the service detects reuse.
    expect(await askPeaka(browser, origin, 'Sales twice', 'Renew token')).toMatch(renewedAndRead);
    await renewNow(page);
    await expect.poll(() => accessTokenOf(page, connection)).not.toBe(before);
    expect(await askPeaka(browser, origin, 'Sales twice', 'Renew token')).toMatch(renewedAndRead);
    await stillRunsHere();
  });

  it('sends Peaka each new access token, and keeps the refresh token here', async () => {
    const { page } = shared;
    await openUseInPeaka(page);
    await fillHandOver(page, 'Sales from here', 'update_peaka');
    await dialog(page).getByText('The refresh token stays here.').waitFor();
    await create(page);
    await dialogGone(page);
    const first = await accessTokenOf(page, connection);
    expect(await askPeaka(browser, origin, 'Sales from here', 'Read data')).toMatch(rowsRead);
    await setTokenLifetime(page, 2);
    await renewNow(page);
    await expect.poll(() => accessTokenOf(page, connection)).not.toBe(first);
    const second = await accessTokenOf(page, connection);
    // Peaka gets the new token, which ends soon. It has no refresh token.
    await expect.poll(() => statusOf(second)).toBe(401);
    await expect
      .poll(() => askPeaka(browser, origin, 'Sales from here', 'Read data'))
      .toContain('The access token is not valid any more, and there is no refresh token.');
    await setTokenLifetime(page, 600);
    await renewNow(page);
    await expect.poll(() => askPeaka(browser, origin, 'Sales from here', 'Read data')).toMatch(rowsRead);
    await stillRunsHere();
  });

  it('stops here when Peaka alone renews, until the user logs in again', async () => {
    const { app, page } = shared;
    await openUseInPeaka(page);
    await fillHandOver(page, 'Sales over there', 'stop_here');
    await create(page);
    await dialogGone(page);
    expect(await askPeaka(browser, origin, 'Sales over there', 'Renew token')).toMatch(renewedAndRead);
    expect(await tokenLine(page)).toMatch(/, does not renew by itself$/);
    expect(await page.getByRole('main').getByRole('button', { name: 'Renew now' }).count()).toBe(0);

    await openResource(page, resource);
    await authorize(app);
    await openConnection(page, connection);
    await card(page, 'Sales over there').getByText('Each side renews its own').waitFor();
    await renewNow(page);
    await stillRunsHere();
    expect(await askPeaka(browser, origin, 'Sales over there', 'Renew token')).toMatch(renewedAndRead);
  });

  it('is deleted at Peaka from here', async () => {
    const { page } = shared;
    await card(page, 'Sales over there')
      .getByRole('button', { name: 'More for “Sales over there” at Peaka', exact: true })
      .click();
    await page.getByRole('menuitem', { name: 'Delete at Peaka…', exact: true }).click();
    const confirmation = page.getByRole('dialog', { name: 'Delete “Sales over there” at Peaka?' });
    await confirmation.getByText('Catalogs on this connection stop').waitFor();
    await confirmation.getByRole('button', { name: 'Delete at Peaka', exact: true }).click();
    await card(page, 'Sales over there').waitFor({ state: 'detached' });
    const shown = await shownAtPeaka(browser, origin);
    expect(shown).toContain('Sales twice');
    expect(shown).not.toContain('Sales over there');
  });
});
