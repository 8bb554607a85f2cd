// New connections through Peaka: its app or the user's own, with each callback, and what becomes of a login that fails.
import type { Browser, Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { platformsHere } from './app.ts';
import { ask, connectionNamed } from './lib/bridge.ts';
import { dialog, dialogGone } from './lib/dialog.ts';
import { allow, deny, finishLogin, logIn, logInButton, windowsClosed } from './lib/login.ts';
import { addPracticeAccount, askPeaka, shownAtPeaka } from './lib/peaka.ts';
import { setUpPractice } from './lib/practice.ts';
import { openedUrl, startSystemBrowser } from './lib/services.ts';
import { useApp } from './lib/use-app.ts';
import { choose, readError, toast, visibleText } from './lib/window.ts';

const rowsRead = /^[\d,]+ rows were read\.$/;
const renewedAndRead = /^The token was renewed, and [\d,]+ rows were read\.$/;
/** One that the practice service knows. */
const ownCallback = 'https://www.peakboard.com/oauth2-callback/';

const callbacks = {
  peaka: 'Peaka’s address',
  forwarded: 'My address, which leads on to Peaka',
  own: 'My address, and Peaka stays out of the browser',
};

/** By the search, as everywhere in the app. */
async function openThrough(page: Page): Promise<void> {
  await page.keyboard.press('Control+K');
  await page.getByRole('combobox', { name: /^Search resources/ }).fill('through Peaka');
  await page.getByRole('option', { name: 'New connection through Peaka' }).click();
  await page.getByRole('dialog', { name: 'New connection through Peaka' }).waitFor();
}

async function chooseType(page: Page, type: string, name: string): Promise<void> {
  await dialog(page).getByRole('option').filter({ hasText: type }).click();
  await dialog(page).getByLabel('Name at Peaka', { exact: true }).fill(name);
}

const pressLogIn = (page: Page) => dialog(page).getByRole('button', { name: 'Log in', exact: true }).click();
async function chooseInRow(page: Page, name: string, item: string): Promise<void> {
  await page
    .getByRole('main')
    .getByRole('button', { name: `More for ${name}`, exact: true })
    .click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

/** What the dialog says is left at Peaka. */
const left = (page: Page): Locator => dialog(page).getByRole('region', { name: 'What is left at Peaka' });

describe.each(platformsHere())('a login through Peaka on the %s platform', (kind) => {
  const shared = useApp(kind);
  let browser: Browser;
  let origin = '';
  beforeAll(async () => {
    browser = await startSystemBrowser();
    origin = await setUpPractice(shared.page);
  });
  afterAll(() => browser?.close());

  async function isAtPeaka(name: string): Promise<void> {
    const { page } = shared;
    await dialogGone(page);
    await toast(page, `Peaka has the connection “${name}”.`).waitFor();
    await page
      .getByRole('main')
      .getByRole('button', { name: new RegExp(`^${name}.*ready`, 's') })
      .waitFor();
    expect(await askPeaka(browser, origin, name, 'Read data')).toMatch(rowsRead);
    expect(await askPeaka(browser, origin, name, 'Renew token')).toMatch(renewedAndRead);
  }

  it('is done with Peaka’s app, from no account at all', async () => {
    const { app, page } = shared;
    await openThrough(page);
    await addPracticeAccount(page);
    await chooseType(page, 'Practice Sales', 'Sales by Peaka’s app');
    await pressLogIn(page);
    await finishLogin(app);
    await isAtPeaka('Sales by Peaka’s app');
  });

  it('is done in the system browser, and its port is closed afterwards', async () => {
    const { app, page } = shared;
    await openThrough(page);
    await chooseType(page, 'Practice Sales', 'Sales by my browser');
    await choose(dialog(page), 'Login window', 'Your browser');
    const known = (await app.opened()).length;
    await pressLogIn(page);
    const context = await browser.newContext({ locale: 'en-US' });
    const tab = await context.newPage();
    await tab.goto(await openedUrl(app, known));
    await logIn(tab);
    await allow(tab);
    await tab.getByText('You can close this tab').waitFor();
    const address = new URL(tab.url());
    expect(address.origin + address.pathname).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/peaka\/[\w-]{20,}$/);
    await context.close();
    await isAtPeaka('Sales by my browser');
    await expect(fetch(address)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
  });

  it('says what a denied consent means, and deletes what is left of it at Peaka', async () => {
    const { app, page } = shared;
    await openThrough(page);
    await chooseType(page, 'Practice Sales', 'Sales denied');
    await pressLogIn(page);
    const popup = await app.nextPopup();
    await logIn(popup);
    await deny(popup);
    await windowsClosed(app);
    const error = await readError(dialog(page));
    expect(error.title).toBe('The login through Peaka failed');
    expect(error.text).toContain('peaka.login_failed');
    await left(page).getByText('Peaka has the unfinished connection “Sales denied”.').waitFor();
    expect(await shownAtPeaka(browser, origin)).toMatch(/Sales denied\s+Practice Sales\s+Its login did not succeed/);
    await left(page).getByRole('button', { name: 'Delete the unfinished connection at Peaka' }).click();
    await left(page).waitFor({ state: 'detached' });
    expect(await shownAtPeaka(browser, origin)).not.toContain('Sales denied');
    await dialog(page).getByRole('button', { name: 'Close', exact: true }).click();
    await dialogGone(page);
  });

  it('can be done again when the user has closed the window, without a second connection', async () => {
    const { app, page } = shared;
    await openThrough(page);
    await chooseType(page, 'Practice Sales', 'Sales at last');
    await pressLogIn(page);
    const popup = await app.nextPopup();
    await logInButton(popup).waitFor();
    await popup.close();
    expect((await readError(dialog(page))).text).toContain('window.closed');
    await left(page).getByText('Peaka has the unfinished connection “Sales at last”.').waitFor();
    await dialog(page).getByRole('button', { name: 'Try again', exact: true }).click();
    await finishLogin(app);
    await isAtPeaka('Sales at last');
    expect((await shownAtPeaka(browser, origin)).match(/Sales at last/g)).toHaveLength(1);
  });

  it('is not needed for a type with a form; the connection is renamed and deleted on the account’s page', async () => {
    const { page } = shared;
    const password = 'a password of the database 4711';
    await openThrough(page);
    await chooseType(page, 'PostgreSQL', 'Plant database');
    const values = { URL: 'db.example.com', Port: '5432', User: 'board', 'Database name': 'plant', Password: password };
    for (const [label, value] of Object.entries(values))
      await dialog(page).getByLabel(label, { exact: true }).fill(value);
    await dialog(page).getByRole('button', { name: 'Create connection', exact: true }).click();
    await dialogGone(page);
    expect(await shownAtPeaka(browser, origin)).toMatch(/Plant database\s+PostgreSQL\s+Only the values of the form/);
    const row = (name: string) => page.getByRole('main').getByRole('button', { name: new RegExp(`^${name}`) });
    await row('Plant database').click();
    await page.getByRole('main').getByText('db.example.com').waitFor();
    expect(await page.content()).not.toContain(password);

    await chooseInRow(page, 'Plant database', 'Rename…');
    await dialog(page).getByLabel('Name', { exact: true }).fill('Plant database 2');
    await dialog(page).getByRole('button', { name: 'Rename', exact: true }).click();
    await row('Plant database 2').waitFor();
    expect(await shownAtPeaka(browser, origin)).toContain('Plant database 2');

    await chooseInRow(page, 'Plant database 2', 'Delete at Peaka…');
    await dialog(page).getByRole('button', { name: 'Delete at Peaka', exact: true }).click();
    await toast(page, '“Plant database 2” was deleted at Peaka.').waitFor();
    await row('Plant database 2').waitFor({ state: 'detached' });
    expect(await shownAtPeaka(browser, origin)).not.toContain('Plant database');
  });

  describe('with an app of the user’s own', () => {
    async function fillOwnApp(name: string, callback: keyof typeof callbacks): Promise<void> {
      const { page } = shared;
      const { connection } = await connectionNamed(page, 'Practice service');
      const { value } = await ask(page, 'secrets.reveal', { owner: connection.id, name: 'clientSecret' });
      await openThrough(page);
      await chooseType(page, 'Practice Inventory', name);
      await dialog(page).getByLabel('Warehouse (optional)', { exact: true }).fill('STR-1');
      await dialog(page).getByRole('radio', { name: 'My own app' }).check();
      await dialog(page).getByRole('radio', { name: callbacks[callback] }).check();
      await dialog(page).getByLabel('Client ID', { exact: true }).fill(connection.clientId);
      await dialog(page).getByLabel('Client secret', { exact: true }).fill(value);
    }

    it('returns to Peaka’s address, which is there to copy', async () => {
      const { app, page } = shared;
      await fillOwnApp('Inventory by my app', 'peaka');
      const register = dialog(page).getByRole('region', { name: 'Callback URL to register' });
      expect(await visibleText(register)).toContain(`${origin}/peaka/oauth2/callback`);
      await pressLogIn(page);
      await finishLogin(app);
      await isAtPeaka('Inventory by my app');
    });

    it('returns to the user’s address, which leads on to Peaka; the rule for a server is there to copy', async () => {
      const { app, page } = shared;
      await fillOwnApp('Inventory forwarded', 'forwarded');
      await dialog(page).getByLabel('Your callback URL').fill(ownCallback);
      await dialog(page).getByRole('button', { name: 'Forwarding rule for your server' }).click();
      await choose(dialog(page), 'Server', 'nginx');
      const rule = await visibleText(dialog(page).getByRole('region', { name: 'Rule for nginx' }));
      expect(rule).toContain('location = "/oauth2-callback/" {');
      expect(rule).toContain(`return 307 "${origin}/peaka/oauth2/callback$is_args$args";`);
      await pressLogIn(page);
      await finishLogin(app);
      await isAtPeaka('Inventory forwarded');
    });

    it('returns to the user’s address, and Tokenboard passes it on: the browser never visits Peaka', async () => {
      const { app, page } = shared;
      await fillOwnApp('Inventory passed on', 'own');
      await dialog(page).getByLabel('Your callback URL').fill(ownCallback);
      await pressLogIn(page);
      const popup = await app.nextPopup();
      const visited: string[] = [];
      popup.on('request', (request) => visited.push(request.url()));
      await logIn(popup);
      await allow(popup);
      await windowsClosed(app);
      await isAtPeaka('Inventory passed on');
      expect(visited.filter((url) => url.startsWith(`${origin}/peaka/`))).toEqual([]);
    });

    it('asks whether Peaka gets a refusal of the service, too', async () => {
      const { app, page } = shared;
      await fillOwnApp('Inventory refused', 'own');
      await dialog(page).getByLabel('Your callback URL').fill(ownCallback);
      await pressLogIn(page);
      const popup = await app.nextPopup();
      await logIn(popup);
      await deny(popup);
      await windowsClosed(app);
      const refusal = dialog(page).getByRole('alert').filter({ hasText: 'The service refused the login' });
      expect(await visibleText(refusal.locator('q'))).toContain('access_denied');
      await refusal.getByRole('button', { name: 'Don’t pass on', exact: true }).click();
      await left(page).waitFor();
      expect((await readError(dialog(page))).text).toContain('peaka.service_refused');
      await left(page).getByRole('button', { name: 'Delete the unfinished connection at Peaka' }).click();
      await left(page).waitFor({ state: 'detached' });
      await dialog(page).getByRole('button', { name: 'Close', exact: true }).click();
      await dialogGone(page);
      expect(await shownAtPeaka(browser, origin)).not.toContain('Inventory refused');
    });
  });
});
