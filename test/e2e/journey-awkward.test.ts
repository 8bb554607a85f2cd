// A service that keeps to few habits, typed into the dialog; and one that wants the secret elsewhere.
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AwkwardService, startAwkwardService } from '../servers/awkward-service.ts';
import { platformsHere } from './app.ts';
import { connectionNamed } from './lib/bridge.ts';
import { consolePanel, copyAsCurl, exchangeRows, openConsole, openExchange, readExchange } from './lib/console.ts';
import { fillCustom } from './lib/custom-connection.ts';
import { dialog, field, openSection, pressRequestToken } from './lib/dialog.ts';
import { windowsClosed } from './lib/login.ts';
import { authorized } from './lib/practice.ts';
import { useApp } from './lib/use-app.ts';
import { choose, newResource, readError, readTable } from './lib/window.ts';

// Without the words of field names: the console hides pieces of secrets wherever they stand.
const secret = 'canary-31b7-awk-90f2';

describe.each(platformsHere())('an awkward service on the %s platform', (kind) => {
  const shared = useApp(kind);
  let service: AwkwardService;
  beforeAll(async () => {
    service = await startAwkwardService(`awkward-${kind}`);
  });
  afterAll(() => service?.close());

  it('shows data of a service that has its own ways with hosts, bodies, fields and headers', async () => {
    const { app, page } = shared;
    service.nextTokenResponses = [
      { body: { auth: { session_key: 'renamed-token-90' }, region: 'north', token_type: 'Bearer' } },
    ];
    await newResource(page, { name: 'Shop', url: `${service.origin}/api/{region}/orders`, authorization: 'OAuth' });
    await fillCustom(page, {
      name: 'Shop service',
      authorizationUrl: `${service.origin}/{shop}/authorize`,
      accessTokenUrl: `${service.origin}/{shop}/token`,
      clientId: 'designer',
      clientSecret: secret,
      hosts: [service.host],
    });
    // Asked for as soon as a URL names it.
    await field(page, 'shop').fill('blue-tea');
    await openSection(page, 'Client');
    await openSection(page, 'Token response');
    await choose(dialog(page), 'Token request body', 'JSON');
    await choose(dialog(page), 'Client authentication', 'Body');
    await field(page, 'Where the token is: Access token').fill('/auth/session_key');
    await capture(page, 'region', '/region');
    await choose(dialog(page), 'Token goes in', 'Own header');
    await field(page, 'Header name').fill('X-Shop-Token');
    await pressRequestToken(page);
    await windowsClosed(app);
    await authorized(page);
    expect((await readTable(page)).rows[0]).toEqual(['first']);

    const asked = service.tokenRequests.at(-1);
    expect(asked?.path).toBe('/blue-tea/token');
    expect(JSON.parse(asked?.body ?? '')).toMatchObject({
      grant_type: 'authorization_code',
      client_id: 'designer',
      client_secret: secret,
    });
    const got = service.apiRequests.at(-1);
    expect(got).toMatchObject({ path: '/api/north/orders', authorization: undefined });
    expect(got?.headers['x-shop-token']).toBe('renamed-token-90');
  });

  it('logs in by the error’s own button when the secret went the wrong way, and shows both in the console, masked [32] [35]', async () => {
    const { app, page } = shared;
    service.wantsSecretInBody = true;
    await newResource(page, { name: 'Elsewhere', url: `${service.origin}/api/rows`, authorization: 'OAuth' });
    await fillCustom(page, {
      name: 'Secret elsewhere',
      authorizationUrl: `${service.origin}/authorize`,
      accessTokenUrl: `${service.origin}/token`,
      clientId: 'designer',
      clientSecret: secret,
      hosts: [service.host],
    });
    await pressRequestToken(page);
    const error = await readError(dialog(page));
    expect(error.serviceMessage).toContain('This client did not say who it is.');
    expect(error.buttons[0]).toBe('Send the secret in the body');
    await dialog(page).getByRole('button', { name: 'Send the secret in the body' }).click();
    await windowsClosed(app);
    await authorized(page);
    expect((await readTable(page)).rows[0]).toEqual(['first']);
    expect((await connectionNamed(page, 'Secret elsewhere')).connection.clientAuthentication).toBe('body');

    const token = service.given.at(-1)?.accessToken ?? 'none';
    const basic = Buffer.from(`designer:${secret}`).toString('base64');
    await openConsole(page);
    const failed = exchangeRows(page, 'Token', '401').last();
    const good = exchangeRows(page, 'Token', '200').last();
    await openExchange(page, failed);
    const refused = await readExchange(page);
    expect(refused.request).toMatch(/authorization\s+Basic ••••/i);
    expect(refused.response).toContain('invalid_client');
    await openExchange(page, good);
    const granted = await readExchange(page);
    expect(granted.request).toMatch(/client_secret\s+••••/);
    expect(granted.response).toMatch(/_token": "••••/);
    const command = await copyAsCurl(page);
    expect(command).toMatch(/^curl .*\/token/);
    expect(command).toContain('grant_type=authorization_code');
    const seen = [refused.request, refused.response, granted.request, granted.response, command];
    for (const text of [...seen, await page.content()])
      for (const hidden of [secret, basic, token]) expect(text).not.toContain(hidden);
    await consolePanel(page).getByRole('button', { name: 'Close the console' }).click();
    await consolePanel(page).waitFor({ state: 'hidden' });
  });
});

/** Adds a captured value of the token response. */
async function capture(page: Page, name: string, place: string): Promise<void> {
  await dialog(page).getByRole('button', { name: 'Login values: add' }).click();
  await field(page, 'Login values: name 1').fill(name);
  await field(page, 'Login values: source 1').selectOption({ label: 'Token response' });
  await field(page, 'Login values: place 1').fill(place);
}
