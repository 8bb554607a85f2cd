import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AwkwardService, startAwkwardService } from '../servers/awkward-service.ts';
import { platformsHere } from './app.ts';
import { accessTokenOf, ask, connectionNamed } from './lib/bridge.ts';
import { fillCustom } from './lib/custom-connection.ts';
import { dialog, openDialog, pressRequestToken } from './lib/dialog.ts';
import { allow, ann, ben, logIn, windowsClosed } from './lib/login.ts';
import { authorize, authorized, setTokenLifetime, tryPractice } from './lib/practice.ts';
import { useApp } from './lib/use-app.ts';
import {
  connectionRow,
  newResource,
  openResource,
  previewPane,
  readError,
  readTable,
  requestPane,
  run,
  stateOf,
  tokenLine,
  urlField,
} from './lib/window.ts';

describe.each(platformsHere())('the life of a token on the %s platform', (kind) => {
  const shared = useApp(kind);
  let awkward: AwkwardService;
  let origin = '';
  beforeAll(async () => {
    awkward = await startAwkwardService();
  });
  afterAll(() => awkward?.close());
  const refreshes = () => awkward.tokenRequests.filter(({ form }) => form.get('grant_type') === 'refresh_token');

  it('fetches again after the token has expired, without a login [29]', async () => {
    const { app, page } = shared;
    origin = await tryPractice(page);
    await setTokenLifetime(page, 2);
    await authorize(app);
    const first = await accessTokenOf(page, 'Practice service');
    await requestPane(page).getByText('Expired, renews with the next request').waitFor();
    await run(page);
    expect((await readTable(page)).facts).toMatch(/^200 OK/);
    expect(await accessTokenOf(page, 'Practice service')).not.toBe(first);
    expect(app.popups()).toEqual([]);
  });

  it('says that a login is needed once the service has revoked everything, and how [31]', async () => {
    const { app, page } = shared;
    await setTokenLifetime(page, 3600);
    const { connection } = await connectionNamed(page, 'Practice service');
    const secret = async (name: string) => (await ask(page, 'secrets.reveal', { owner: connection.id, name })).value;
    const response = await fetch(`${origin}/oauth2/revoke`, {
      method: 'POST',
      body: new URLSearchParams({
        token: await secret('refreshToken'),
        client_id: connection.clientId,
        client_secret: await secret('clientSecret'),
      }),
    });
    expect(response.status).toBe(200);
    await run(page);
    const error = await readError(requestPane(page));
    expect(error.text).toContain('token.invalid_grant');
    expect(error.serviceMessage).toContain('invalid_grant');
    expect(error.text).toContain('log');
    await expect.poll(() => stateOf(connectionRow(page, 'Practice service'))).toBe('needs login');
    // The one button of the mission leads back to data.
    expect(await openDialog(page)).toBe('Request New Token');
    await pressRequestToken(page);
    await finish(app);
    await readTable(page);
    expect(await tokenLine(page)).toContain('renews by itself');
  });

  it('refreshes once at the service, with the refresh token it was given [29]', async () => {
    const { app, page } = shared;
    awkward.tokenFacts = { expires_in: 1 };
    await newResource(page, { name: 'Awkward', url: `${awkward.origin}/api/rows`, authorization: 'OAuth' });
    await fillCustom(page, {
      name: 'Awkward service',
      authorizationUrl: `${awkward.origin}/authorize`,
      accessTokenUrl: `${awkward.origin}/token`,
      revocationUrl: `${awkward.origin}/revoke`,
      clientId: 'designer',
      clientSecret: 'a secret',
      hosts: [awkward.host],
    });
    await pressRequestToken(page);
    await windowsClosed(app);
    await authorized(page);
    await readTable(page);
    await requestPane(page).getByText('Expired, renews with the next request').waitFor();
    awkward.tokenFacts = { expires_in: 3600 };
    const before = refreshes().length;
    const given = awkward.given.at(-1);
    await run(page);
    await readTable(page);
    expect(refreshes().length).toBe(before + 1);
    expect(refreshes().at(-1)?.form.get('refresh_token')).toBe(given?.refreshToken);
    expect(awkward.apiRequests.at(-1)?.authorization).toBe(`Bearer ${awkward.given.at(-1)?.accessToken}`);
  });

  it('keeps the token while the service is down, and renews by itself when it is back [31]', async () => {
    const { page } = shared;
    const token = await accessTokenOf(page, 'Awkward service');
    awkward.api.rows = { status: 401, body: { error: 'invalid_token' } };
    awkward.nextTokenResponses = Array.from({ length: 9 }, () => ({ status: 503, body: 'Maintenance' }));
    await run(page);
    const error = await readError(page.getByRole('main'));
    expect(error.serviceMessage).toContain('Maintenance');
    await page
      .getByText(/^The token is kept, next attempt /)
      .first()
      .waitFor();
    expect(await accessTokenOf(page, 'Awkward service')).toBe(token);
    awkward.api = {};
    awkward.nextTokenResponses = [];
    await expect.poll(() => accessTokenOf(page, 'Awkward service')).not.toBe(token);
    await expect.poll(() => stateOf(connectionRow(page, 'Awkward service'))).toBe('authorized');
    await run(page);
    await readTable(page);
  });

  it('does not mix up two logins that run at once [24]', async () => {
    const { app, page } = shared;
    await openResource(page, 'Sales by day');
    const { connection } = await connectionNamed(page, 'Practice service');
    const second = await ask(page, 'connections.duplicate', { id: connection.id });
    const name = second.connection.name;
    // The dialog covers the window while it runs: the second login is asked for as a second window would.
    const both = [connection, second.connection].map((each) =>
      ask(page, 'connections.requestToken', { connection: each, secrets: {}, freshSession: true }),
    );
    await expect.poll(() => app.popups().length).toBe(2);
    await expect.poll(() => app.popups().filter((popup) => popup.url().startsWith(origin)).length).toBe(2);
    const popups = app.popups();
    for (const [index, popup] of popups.entries()) await logIn(popup, index === 0 ? ann : ben);
    for (const popup of [...popups].reverse()) await allow(popup);
    await Promise.all(both);
    await windowsClosed(app);
    const accounts = await Promise.all(['Practice service', name].map((each) => accountOf(each)));
    expect(accounts.sort()).toEqual(['ann', 'ben']);
  });

  it('says so when the service sends no refresh token', async () => {
    const { app, page } = shared;
    awkward.nextTokenResponses = [{ body: { access_token: 'lonely', token_type: 'Bearer', expires_in: 3600 } }];
    await newResource(page, { name: 'No refresh', url: `${awkward.origin}/api/rows`, authorization: 'OAuth' });
    await fillCustom(page, {
      name: 'Without refresh',
      authorizationUrl: `${awkward.origin}/authorize`,
      accessTokenUrl: `${awkward.origin}/token`,
      clientId: 'designer',
      clientSecret: 'a secret',
      hosts: [awkward.host],
    });
    await pressRequestToken(page);
    await windowsClosed(app);
    await authorized(page);
    expect(await tokenLine(page)).toContain('does not renew by itself');
    await previewPane(page).getByRole('grid').waitFor();
  });

  const finish = async (app: typeof shared.app): Promise<void> => {
    const popup = await app.nextPopup();
    await logIn(popup);
    await allow(popup);
    await windowsClosed(app);
    await dialog(app.mainPage).waitFor({ state: 'hidden' });
  };
  const accountOf = async (name: string): Promise<string> => {
    const token = await accessTokenOf(shared.page, name);
    const url = new URL('/api/profile', await urlField(shared.page).inputValue());
    const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
    return ((await response.json()) as { username: string }).username; // the practice service's own shape
  };
});
