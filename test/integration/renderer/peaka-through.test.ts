import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verbatim } from '../../../app/shared/messages/message.ts';
import { button, field, focused, newConnection } from './connection-dialog.ts';
import { type FakeWindow, startFakeWindow } from './fake-window.ts';

let window: FakeWindow;
beforeAll(async () => {
  window = await startFakeWindow();
});
afterAll(() => window.close());

type Fake = Window['fake']['peaka'];

const calls = (page: Page, name: string) =>
  page.evaluate(
    (wanted) => globalThis.window.fake.peaka.calls.filter((each) => each.name === wanted).map((each) => each.request),
    name,
  );
const links = (page: Page) => page.evaluate(() => globalThis.window.fake.peaka.links.map(({ link }) => link));
const made = async (page: Page, name: string) => (await links(page)).filter((link) => link.name === name);
const set = (page: Page, change: Partial<Fake>) =>
  page.evaluate((changed) => void Object.assign(globalThis.window.fake.peaka, changed), change);

async function open(query = 'state=peaka'): Promise<Page> {
  const page = await window.open(query);
  await page.keyboard.press('Control+k');
  await page.getByRole('option', { name: 'New connection through Peaka' }).click();
  return page;
}
/** The second step of a type with a login. */
async function openLogin(change: Partial<Fake> = {}): Promise<Page> {
  const page = await open();
  await set(page, change);
  await page.getByRole('option', { name: 'HubSpot' }).click();
  await field(page, 'Name at Peaka').fill('Sales');
  return page;
}
const answer = (page: Page, name: string) => page.getByRole('dialog').getByRole('radio', { name }).check();
const logIn = (page: Page) => button(page, 'Log in').click();
const failure = (code: 'peaka.login_failed' | 'peaka.redirect_differs' | 'peaka.result_unknown') => ({
  code,
  message: verbatim('The login failed.'),
  details: { expected: 'https://example.com/cb', actual: 'https://peaka.studio/oauth2/callback' },
});

describe('a type without a login', () => {
  it('is created from its form, which says what is missing', async () => {
    const page = await open();
    await page.getByRole('option', { name: 'PostgreSQL' }).click();
    await button(page, 'Create connection').click();
    await focused(field(page, 'URL'));
    await field(page, 'URL').fill(' db.example.com ');
    await field(page, 'Port').fill('x');
    await field(page, 'User').fill('ann');
    await field(page, 'Password').fill('secret');
    await page.getByText('Enter a number.').waitFor();
    await field(page, 'Port').fill('5432');
    await page.getByRole('checkbox', { name: 'Use SSL' }).check();
    await button(page, 'Create connection').click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await calls(page, 'peaka.createFromForm')).toMatchObject([
      {
        accountId: 'acme',
        project: { id: 'project-1' },
        type: 'POSTGRES',
        name: 'PostgreSQL',
        values: { url: 'db.example.com', port: 5432, user: 'ann', password: 'secret', useSsl: true },
      },
    ]);
    // The account’s page shows the result.
    await page.getByRole('heading', { name: 'Acme', exact: true }).waitFor();
  });

  it('keeps what was typed if Peaka refuses', async () => {
    const refused = { code: 'peaka.conflict', message: 'There is one.', serviceMessage: 'Name is taken' };
    const page = await open(
      `state=peaka&fails=${encodeURIComponent(JSON.stringify({ 'peaka.createFromForm': refused }))}`,
    );
    await page.getByRole('option', { name: 'PostgreSQL' }).click();
    for (const [name, value] of [
      ['URL', 'db.example.com'],
      ['Port', '1'],
      ['User', 'ann'],
      ['Password', 'p'],
    ] as const)
      await field(page, name).fill(value);
    await button(page, 'Create connection').click();
    await page.getByText('Name is taken').waitFor();
    expect(await field(page, 'User').inputValue()).toBe('ann');
    await set(page, { fails: {} });
    await field(page, 'Name at Peaka').fill('Warehouse 2');
    await button(page, 'Create connection').click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await made(page, 'Warehouse 2')).toHaveLength(1);
  });
});

describe('a type with a login', () => {
  it.each([
    ['Peaka’s app', undefined, { way: 'peaka_app', clientId: '', clientSecret: '', ownCallbackUrl: '' }],
    ['My own app', 'Peaka’s address', { way: 'own_app', clientId: 'app', clientSecret: 's', ownCallbackUrl: '' }],
    [
      'My own app',
      'stays out of the browser',
      {
        way: 'own_callback',
        clientId: 'app',
        clientSecret: 's',
        ownCallbackUrl: 'https://www.peakboard.com/oauth2-callback/',
      },
    ],
  ])('goes the way that two answers lead to: %s, %s', async (app, callback, expected) => {
    const page = await openLogin();
    await answer(page, app);
    if (callback !== undefined) {
      await answer(page, callback);
      await logIn(page);
      await focused(field(page, 'Client ID'));
      await field(page, 'Client ID').fill('app');
      await field(page, 'Client secret').fill('s');
    }
    await logIn(page);
    await page.getByText('Peaka has the connection “Sales”.').waitFor();
    await page.getByRole('heading', { name: 'Acme', exact: true }).waitFor();
    expect(await calls(page, 'peaka.logIn')).toMatchObject([
      { ...expected, type: 'hubspot', window: 'popup', evenIfRedirectDiffers: false },
    ]);
  });

  it('names the address to register, and gives the rule that forwards the user’s own', async () => {
    const page = await openLogin();
    await answer(page, 'My own app');
    await page
      .getByRole('region', { name: 'Callback URL to register' })
      .getByText('https://peaka.studio/oauth2/callback')
      .waitFor();
    await answer(page, 'leads on to Peaka');
    await field(page, 'Your callback URL').fill('https://peaka.studio/oauth2/callback');
    await field(page, 'Your callback URL').blur();
    await page.getByText('This is Peaka’s own address.').waitFor();
    await field(page, 'Your callback URL').fill('https://example.com/cb');
    await button(page, 'Forwarding rule for your server').click();
    await page.getByRole('dialog').getByText('Caddy', { exact: true }).click();
    const rule = page.getByRole('region', { name: 'Rule for Caddy' });
    expect(await rule.textContent()).toContain('https://peaka.studio/oauth2/callback');
    await field(page, 'Client ID').fill('app');
    await field(page, 'Client secret').fill('s');
    await logIn(page);
    await page.getByText('Peaka has the connection “Sales”.').waitFor();
    expect(await calls(page, 'peaka.logIn')).toMatchObject([
      { way: 'forwarded', ownCallbackUrl: 'https://example.com/cb' },
    ]);
  });

  it('waits, shows the window, and is ended by Cancel alone', async () => {
    const page = await openLogin({ login: 'waits' });
    await logIn(page);
    await page.getByRole('dialog').getByText('Waiting for you to log in').waitFor();
    await button(page, 'Show window').click();
    await page.keyboard.press('Escape');
    await button(page, 'Cancel').click();
    await button(page, 'Log in').waitFor();
    expect(await field(page, 'Name at Peaka').inputValue()).toBe('Sales');
    expect(await calls(page, 'peaka.showWindow')).toHaveLength(1);
    expect(await calls(page, 'peaka.cancelLogin')).toHaveLength(1);
  });

  it('in the browser can be opened again, and takes a pasted callback', async () => {
    const page = await openLogin({ login: 'waits', loginShows: { waitsForPaste: true } });
    await page.getByText('Your browser', { exact: true }).click();
    await logIn(page);
    await button(page, 'Open again').click();
    await page.getByText('Opened in your browser.').waitFor();
    await field(page, 'Address of the page after the login').fill('https://example.com/cb?code=c');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => calls(page, 'peaka.pasteCallback'))
      .toMatchObject([{ url: 'https://example.com/cb?code=c' }]);
  });

  it.each([
    ['Pass on to Peaka', true, 'The login through Peaka failed'],
    ['Don’t pass on', false, 'The service refused the login'],
  ])('that the service refuses is the user’s to decide: %s', async (label, passOn, title) => {
    const page = await openLogin({ login: 'refuses' });
    await logIn(page);
    await page.getByText('access_denied').waitFor();
    await button(page, label).click();
    await page.getByRole('alert').getByText(title).waitFor();
    expect(await calls(page, 'peaka.passOn')).toMatchObject([{ passOn }]);
  });

  it('that failed is tried again with the same link, so that its rest at Peaka goes', async () => {
    const page = await openLogin({ loginFails: failure('peaka.login_failed') });
    await logIn(page);
    await page.getByText('Peaka has the unfinished connection “Sales”.').waitFor();
    await set(page, { loginFails: undefined });
    await button(page, 'Try again').click();
    await page.getByText('Peaka has the connection “Sales”.').waitFor();
    const [first, second] = (await calls(page, 'peaka.logIn')) as { linkId: string }[];
    expect(second?.linkId).toBe(first?.linkId);
    expect(await made(page, 'Sales')).toMatchObject([{ state: 'ready' }]);
  });

  it('that failed leaves its rest at Peaka if the user wants that', async () => {
    const page = await openLogin({ loginFails: failure('peaka.login_failed') });
    await logIn(page);
    await page.getByRole('checkbox', { name: 'Delete it before the next attempt' }).uncheck();
    await set(page, { loginFails: undefined });
    await button(page, 'Try again').click();
    await page.getByText('Peaka has the connection “Sales”.').waitFor();
    expect((await made(page, 'Sales')).map(({ state }) => state)).toEqual(['unfinished', 'ready']);
  });

  it('that failed offers to delete its rest at Peaka', async () => {
    const page = await openLogin({ loginFails: failure('peaka.login_failed') });
    await logIn(page);
    await button(page, 'Delete the unfinished connection at Peaka').click();
    await page.getByText('Peaka has the unfinished connection').waitFor({ state: 'detached' });
    expect(await calls(page, 'peaka.deleteConnection')).toMatchObject([{ id: 'acme', projectId: 'project-1' }]);
    expect(await made(page, 'Sales')).toEqual([]);
    await button(page, 'Back to the fields').click();
    expect(await field(page, 'Name at Peaka').inputValue()).toBe('Sales');
  });

  it('goes on although the login page names another address, if the user says so', async () => {
    const page = await openLogin({ loginFails: failure('peaka.redirect_differs') });
    await logIn(page);
    await page.getByText('The login would return to another address').waitFor();
    await button(page, 'Continue anyway').click();
    await page.getByText('Peaka has the connection “Sales”.').waitFor();
    expect(await calls(page, 'peaka.logIn')).toMatchObject([
      { evenIfRedirectDiffers: false },
      { evenIfRedirectDiffers: true },
    ]);
  });

  it('is run again from an unfinished connection, with what was answered and entered', async () => {
    const page = await window.open('state=peaka');
    await page.evaluate(() => {
      const found = globalThis.window.fake.peaka.links.find(({ link }) => link.id === 'link-analytics');
      if (found !== undefined)
        Object.assign(found.link, { way: 'own_callback', clientId: 'app', ownCallbackUrl: 'https://example.com/cb' });
      globalThis.window.fake.emit('peaka.changed', {});
    });
    await page.locator('[data-row="acme"]').click();
    await page
      .getByRole('button', { name: /^Website visitors/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Log in again…' }).click();
    expect(await field(page, 'Name at Peaka').inputValue()).toBe('Website visitors');
    expect(await field(page, 'Client ID').inputValue()).toBe('app');
    expect(await field(page, 'Your callback URL').inputValue()).toBe('https://example.com/cb');
    // A secret does not come back to the window.
    await field(page, 'Client secret').fill('s');
    await logIn(page);
    await page.getByText('Peaka has the connection “Website visitors”.').waitFor();
    expect(await calls(page, 'peaka.logIn')).toMatchObject([{ linkId: 'link-analytics', way: 'own_callback' }]);
  });
});

describe('the dialog', () => {
  it('is reached from the OAuth dialog of a new connection', async () => {
    const page = await window.open('state=peaka');
    await newConnection(page);
    await button(page, 'Through Peaka instead…').click();
    await page.getByRole('dialog', { name: 'New connection through Peaka' }).waitFor();
  });

  it('asks before it loses what was typed', async () => {
    const page = await openLogin();
    await page.keyboard.press('Escape');
    const question = page.getByRole('dialog', { name: 'Close without creating the connection?' });
    await question.getByRole('button', { name: 'Cancel' }).click();
    expect(await field(page, 'Name at Peaka').inputValue()).toBe('Sales');
  });

  it('begins with an account if there is none', async () => {
    const page = await open('state=some');
    await button(page, 'Use the practice Peaka').click();
    await page.getByRole('option', { name: 'HubSpot' }).waitFor();
  });

  it('works with the keyboard alone', async () => {
    const page = await window.open('state=peaka');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('through peaka');
    await page.keyboard.press('Enter');
    const search = page.getByRole('dialog').getByRole('combobox', { name: 'Search types' });
    await focused(search);
    await page.keyboard.type('o');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('hub');
    await page.keyboard.press('Enter');
    await focused(field(page, 'Name at Peaka'));
    await page.keyboard.press('Tab');
    await focused(page.getByRole('radio', { name: 'Peaka’s app' }));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await focused(page.getByRole('radio', { name: 'Peaka’s address' }));
    await page.keyboard.press('Tab');
    await focused(button(page, 'Copy callback URL'));
    await page.keyboard.press('Tab');
    await page.keyboard.type('app');
    await page.keyboard.press('Tab');
    await page.keyboard.type('secret');
    await page.keyboard.press('Enter');
    await page.getByText('Peaka has the connection “HubSpot”.').waitFor();
    expect(await calls(page, 'peaka.logIn')).toMatchObject([
      { way: 'own_app', clientId: 'app', clientSecret: 'secret' },
    ]);
  });
});
