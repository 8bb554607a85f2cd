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

const inQuery = (error: ErrorReport): string => encodeURIComponent(JSON.stringify(error));
const panel = (page: Page) => page.getByRole('alert').filter({ has: page.getByRole('heading') });
const fix = (page: Page, name: string) => panel(page).getByRole('button', { name, exact: true });
const connection = (page: Page, id: string) =>
  page.evaluate((id) => globalThis.window.fake.connections.find((view) => view.connection.id === id)?.connection, id);
const loginsSucceed = (page: Page) =>
  page.evaluate(() => {
    globalThis.window.fake.login = 'succeeds';
  });
const requestToken = async (page: Page) => {
  await page.getByRole('button', { name: 'Authorized - Update Token' }).click();
  await page.getByRole('button', { name: 'Request Token', exact: true }).click();
};

describe('the fix of a login', () => {
  it('changes the connection and logs in again', async () => {
    const error: ErrorReport = {
      code: 'callback.error',
      message: verbatim('No.'),
      serviceMessage: 'invalid_request: unknown parameter code_challenge',
    };
    const page = await window.open(`state=some&login=${inQuery(error)}`);
    await requestToken(page);
    await panel(page).getByText('The service does not support PKCE').waitFor();
    await loginsSucceed(page);
    await fix(page, 'Log in without PKCE').click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await connection(page, 'google')).toMatchObject({ pkce: 'none' });
  });

  it('takes away the scope that the service does not know', async () => {
    const error: ErrorReport = {
      code: 'callback.error',
      message: verbatim('No.'),
      serviceMessage:
        'invalid_scope: Some requested scopes were invalid. {valid=[], invalid=[https://www.googleapis.com/auth/spreadsheets.readonly]}',
    };
    const page = await window.open(`state=some&login=${inQuery(error)}`);
    await requestToken(page);
    const removal = fix(page, 'Remove “https://www.googleapis.com/auth/spreadsheets.readonly” and try again');
    await removal.waitFor();
    await loginsSucceed(page);
    await removal.click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect((await connection(page, 'google'))?.scopes).toEqual(['openid', 'email']);
  });

  it('is the callback URL, to copy, when the window was closed on a page that spoke of it', async () => {
    const error: ErrorReport = { code: 'window.closed', message: verbatim('The window was closed.') };
    const page = await window.open(`state=some&login=${inQuery(error)}`);
    await page.evaluate(() => {
      const { fake } = globalThis.window;
      const example = fake.exchanges.find((exchange) => exchange.kind === 'window');
      if (example === undefined) throw new Error('no page of a login');
      fake.newestExchange += 1;
      const url = 'https://accounts.google.com/signin/oauth/error?error=redirect_uri_mismatch';
      fake.exchanges.push({ ...example, id: fake.newestExchange, at: Date.now(), url, status: 400 });
    });
    await requestToken(page);
    await panel(page).getByText('The callback URL is not registered').waitFor();
    await panel(page).getByText('Register exactly http://127.0.0.1/ at the service').waitFor();
    await Promise.all([fix(page, 'Copied').waitFor(), fix(page, 'Copy callback URL').click()]);
  });

  it('costs one extra login where the secret may be sent another way, and is undone where it did not help', async () => {
    const error: ErrorReport = {
      code: 'token.invalid_client',
      message: verbatim('No.'),
      serviceMessage: 'invalid_client: Client authentication failed',
    };
    const page = await window.open(`state=some&login=${inQuery(error)}`);
    await page.evaluate(() => {
      const { fake } = globalThis.window;
      const view = fake.connections.find((each) => each.connection.id === 'google');
      if (view === undefined) throw new Error('no such connection');
      view.connection = { ...view.connection, presetId: null, clientAuthentication: 'basic' };
      fake.emit('connections.changed', { views: [view], removed: [] });
    });
    await requestToken(page);
    await fix(page, 'Send the secret in the body').click();
    await panel(page).getByText('The client ID or the client secret is wrong').waitFor();
    await panel(page)
      .getByText(/so the secret is sent as before/)
      .waitFor();
    expect(
      await panel(page)
        .getByRole('button', { name: /^Send the secret/ })
        .count(),
    ).toBe(0);
    await page.getByRole('button', { name: 'Back to the fields' }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await connection(page, 'google')).toMatchObject({ clientAuthentication: 'basic' });
  });

  it('is made in the fields where no press can make it: then they are the way on', async () => {
    const error: ErrorReport = {
      code: 'token.invalid_client',
      message: verbatim('No.'),
      serviceMessage: 'invalid_client: AADSTS7000215',
    };
    const page = await window.open(`state=some&login=${inQuery(error)}`);
    await requestToken(page);
    await panel(page).getByText('The client secret is wrong').waitFor();
    await page.getByRole('button', { name: 'Back to the fields' }).click();
    await page.getByLabel('Client secret').first().waitFor();
  });
});

describe('the fix of a GET', () => {
  it('adds the scope that the service wants, logs in at once, and shows the data', async () => {
    const error: ErrorReport = {
      code: 'resource.forbidden',
      message: verbatim('Not allowed.'),
      serviceMessage: 'insufficient_scope',
      details: { status: 403, scope: 'sheets.write' },
    };
    const page = await window.open(`state=some&run=${inQuery(error)}`);
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await panel(page).getByText('The service requires “sheets.write” for this request.').waitFor();
    await page.evaluate(() => {
      globalThis.window.fake.run = 'data';
    });
    await fix(page, 'Add “sheets.write” and log in again').click();
    await page.getByRole('gridcell', { name: 'Espresso machine' }).first().waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect((await connection(page, 'google'))?.scopes).toContain('sheets.write');
  });

  it('leads to the requests of the resource in the console', async () => {
    const error: ErrorReport = {
      code: 'http.timeout',
      message: verbatim('Too slow.'),
      details: { host: 'sheets.googleapis.com' },
    };
    const page = await window.open(`state=some&run=${inQuery(error)}`);
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await fix(page, 'Show in console').click();
    const list = page.getByRole('grid', { name: /^Requests/ });
    await list.waitFor();
    await expect.poll(() => list.locator('[role=row][id]').count()).toBe(2);
    await page.getByRole('button', { name: 'Show all requests' }).click();
    await expect.poll(() => list.locator('[role=row][id]').count()).toBe(9);
  });
});

describe('the fix of a connection', () => {
  it('changes it and renews, where no login is needed', async () => {
    const page = await window.open('state=some');
    const error: ErrorReport = {
      code: 'token.refused',
      message: verbatim('No.'),
      serviceMessage: 'Unsupported media type',
      details: { status: 415 },
    };
    await page.evaluate((given) => {
      const view = globalThis.window.fake.connections.find((each) => each.connection.id === 'hubspot');
      if (view === undefined) throw new Error('no such connection');
      view.status = { status: 'failing', error: given };
      globalThis.window.fake.emit('connections.changed', { views: [view], removed: [] });
    }, error);
    await page.locator('[data-row="hubspot"]').click();
    await fix(page, 'Send JSON and try again').click();
    await panel(page).waitFor({ state: 'detached' });
    expect(await connection(page, 'hubspot')).toMatchObject({ tokenRequestFormat: 'json' });
  });

  it('leads to its requests in the console', async () => {
    const page = await window.open('state=some');
    await page.locator('[data-row="hubspot"]').click();
    await fix(page, 'Show in console').click();
    const list = page.getByRole('grid', { name: /^Requests/ });
    await expect.poll(() => list.locator('[role=row][id]').count()).toBe(1);
    await list.getByText('api.hubapi.com/oauth/v1/token').waitFor();
  });
});

describe('what stands in the way of the network', () => {
  it('leads to the network settings', async () => {
    const error: ErrorReport = {
      code: 'http.proxy_authentication',
      message: verbatim('No.'),
      details: { host: 'api.example.com', status: 407 },
    };
    const page = await window.open(`state=some&run=${inQuery(error)}`);
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await panel(page).getByText('The proxy requires a user name and password').waitFor();
    await fix(page, 'Open network settings').click();
    const heading = page.getByRole('dialog').getByRole('heading', { name: 'Network' });
    await expect.poll(() => heading.evaluate((element) => element === document.activeElement)).toBe(true);
  });
});
