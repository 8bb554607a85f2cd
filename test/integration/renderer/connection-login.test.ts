import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { button, connections, field, logins, newConnection, openGroup, withClient } from './connection-dialog.ts';
import { type FakeWindow, startFakeWindow } from './fake-window.ts';

let window: FakeWindow;
beforeAll(async () => {
  window = await startFakeWindow();
});
afterAll(() => window.close());

async function chooseGrant(page: Page, name: string): Promise<void> {
  await button(page, 'More grants').click();
  await page.getByRole('menuitem', { name }).click();
}

describe('a login', () => {
  it('with a code shows the code, its page and how long it works, and can be cancelled', async () => {
    const page = await window.open('state=empty&login=waits');
    await withClient(page);
    await chooseGrant(page, 'Device code');
    await button(page, 'Request Token').click();
    const dialog = page.getByRole('dialog');
    await expect.poll(() => dialog.getByLabel('Code', { exact: true }).textContent()).toBe('WDJB-MJHT');
    await dialog.getByText('https://login.example.com/device', { exact: true }).waitFor();
    await dialog.getByText('The code expires in 14 min').waitFor();
    await dialog.getByRole('img', { name: 'QR code of the page' }).waitFor();
    await button(page, 'Cancel').click();
    await button(page, 'Request Token').waitFor();
  });

  it('by a pasted address says what is wrong with it, keeps waiting, and goes on with the right one', async () => {
    const page = await window.open('state=empty&login=waits');
    await withClient(page);
    await openGroup(page, 'Login window');
    await page.getByText('Your browser', { exact: true }).click();
    await button(page, 'Paste the address instead').click();
    await button(page, 'Request Token').click();
    const address = field(page, 'Address of the page after the login');
    await address.fill('https://www.peakboard.com/oauth2-callback');
    await button(page, 'Continue').click();
    await page.getByText('This is not the callback address').waitFor();
    await address.fill('https://www.peakboard.com/oauth2-callback/?code=c&state=s');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.content()).not.toContain('code=c');
  });

  it('that is refused in the window goes on in the browser, with the callback URL that it needs', async () => {
    const page = await window.open('state=empty&login=refused');
    await withClient(page);
    await button(page, 'Request Token').click();
    const refused = page.getByRole('alert');
    await refused.getByText('accounts.example.com refuses logins in this window').waitFor();
    await refused.getByText('http://127.0.0.1/', { exact: true }).waitFor();
    await button(page, 'Use your browser').click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect((await logins(page)).map(({ connection }) => [connection.window, connection.callbackUrl])).toEqual([
      ['popup', 'https://www.peakboard.com/oauth2-callback/'],
      ['browser', 'http://127.0.0.1/'],
    ]);
  });

  it('says that the login page asks for a sign-in that the window cannot do, and offers the browser [59]', async () => {
    const page = await window.open('state=empty&login=prompts');
    await withClient(page);
    await button(page, 'Request Token').click();
    const prompt = page.getByRole('alert');
    await prompt.getByText('login.example.com requires a sign-in that the login window does not support').waitFor();
    await prompt.getByText('uses your account on this computer (Negotiate, Kerberos)').waitFor();
    await button(page, 'Use your browser').click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect((await logins(page)).map(({ connection }) => connection.window)).toEqual(['popup', 'browser']);
  });

  it('shows the words of an error page beside the wait, with the fix, and tries again at once', async () => {
    const page = await window.open('state=empty&login=error%20page');
    await withClient(page);
    await button(page, 'Request Token').click();
    const error = page.getByRole('alert');
    await error.getByText('The callback URL is not registered').waitFor();
    await error.getByText('Invalid parameter: redirect_uri').waitFor();
    await page.getByText('Waiting for you to log in').waitFor();
    await error.getByRole('button', { name: 'Copy callback URL' }).waitFor();
    await error.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(async () => (await logins(page)).length).toBe(2);
    await error.getByRole('button', { name: 'Edit connection' }).click();
    await button(page, 'Request Token').waitFor();
  });

  it('in the browser can be opened again, and its link copied', async () => {
    const page = await window.open('state=empty&login=waits');
    await withClient(page);
    await openGroup(page, 'Login window');
    await page.getByText('Your browser', { exact: true }).click();
    await button(page, 'Request Token').click();
    await button(page, 'Open again').click();
    await page.getByText('Opened in your browser.').waitFor();
    await button(page, 'Copy link').click();
    await page.getByText('Copied. The link works for this login only.').waitFor();
  });

  it('as someone else starts at once without cookies of before', async () => {
    const page = await window.open('state=some');
    await page.evaluate(() => {
      const { connections, emit } = globalThis.window.fake;
      const google = connections[0]?.connection;
      if (google !== undefined) google.window = 'popup';
      emit('connections.changed', { views: connections, removed: [] });
    });
    await page.locator('[data-row="google"]').click();
    await page.getByRole('button', { name: 'Log in as someone else' }).click();
    await expect.poll(async () => (await logins(page)).map(({ freshSession }) => freshSession)).toEqual([true]);
  });
});

describe('a connection without a refresh token', () => {
  it('says that it will end, and logs in again with what brings one', async () => {
    const page = await window.open('state=forecasts');
    await page.locator('[data-row="ben"]').click();
    await page.getByText('No. The service gave no refresh token').waitFor();
    await page.getByRole('button', { name: 'Ask for a refresh token and log in again' }).click();
    await expect.poll(async () => (await logins(page)).length).toBe(1);
    const [login] = await logins(page);
    expect(login?.connection.accessType).toBe('offline');
    expect(login?.connection.extraAuthorizationParameters).toMatchObject({ prompt: 'consent' });
  });
});

describe('connections to one service', () => {
  it('are told apart in the sidebar by who is logged in, also where a login is needed', async () => {
    const page = await window.open('state=forecasts');
    const rows = page.getByRole('list', { name: 'Connections' }).getByRole('listitem');
    for (const account of ['ann@example.org', 'ben@example.org', 'eva.oberhuber'])
      await expect.poll(() => rows.filter({ hasText: account }).filter({ hasText: 'Google Sheets' }).count()).toBe(1);
  });
});

describe('the practice preset', () => {
  const pick = async (page: Page, name: RegExp) => {
    await page.getByRole('button', { name: /^Preset/ }).click();
    await page.getByRole('option', { name }).first().click();
  };

  it('leaves nothing behind when the dialog is cancelled', async () => {
    const page = await window.open('state=empty');
    await newConnection(page);
    await pick(page, /^Practice/);
    await expect.poll(() => field(page, 'Client ID').inputValue()).toBe('practice');
    await button(page, 'Cancel').click();
    await button(page, 'Close without saving').click();
    await expect.poll(() => connections(page)).toEqual([]);
    await page.getByText('No connections yet').waitFor();
  });

  it('leaves nothing behind in the dialog of a connection that is there, either', async () => {
    const page = await window.open('state=forecasts');
    await page.locator('[data-row="own"]').click();
    await page.getByRole('button', { name: 'Authorized - Update Token' }).click();
    await pick(page, /^Practice/);
    await expect.poll(() => field(page, 'Client ID').inputValue()).toBe('practice');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Close without saving' }).click();
    await page.getByRole('dialog', { name: 'Edit connection' }).waitFor({ state: 'detached' });
    await expect
      .poll(async () => (await connections(page)).some(({ clientId }) => clientId === 'practice'))
      .toBe(false);
  });

  it('gives nothing of its own to another preset, and stays when it is saved', async () => {
    const page = await window.open('state=empty');
    await newConnection(page);
    await pick(page, /^Practice/);
    await expect.poll(() => field(page, 'Client ID').inputValue()).toBe('practice');
    await pick(page, /^GitHub/);
    await expect.poll(() => field(page, 'Client ID').inputValue()).toBe('');
    await pick(page, /^Practice/);
    await expect.poll(() => field(page, 'Client ID').inputValue()).toBe('practice');
    await button(page, 'Save').click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect((await connections(page)).map(({ clientId }) => clientId)).toEqual(['practice']);
  });
});

it('shows whose token it is and what it may, and the other claims of the service on request', async () => {
  const page = await window.open('state=forecasts');
  await page.locator('[data-row="own"]').click();
  await page.getByRole('button', { name: 'Check at the service' }).click();
  await page.getByText('The token works.').waitFor();
  await page.getByText('ann@example.org', { exact: true }).first().waitFor();
  await page.getByText('sales.read', { exact: true }).first().waitFor();
  const claim = page.getByText('c6ed0d4e-5d76-4f6f-9a55-0f1ab1f3a6c1');
  expect(await claim.isVisible()).toBe(false);
  await page.getByText('Full response (8)').focus();
  await page.keyboard.press('Enter');
  await claim.waitFor();
});
