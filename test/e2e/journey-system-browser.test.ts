import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startAwkwardService } from '../servers/awkward-service.ts';
import type { OidcKind } from '../servers/providers/oidc-kinds.ts';
import { callbackUrl, startOidcServer } from '../servers/providers/oidc-server.ts';
import { logInAsPerson } from '../servers/providers/person.ts';
import { platformsHere } from './app.ts';
import { connectionNamed } from './lib/bridge.ts';
import { fillCustom } from './lib/custom-connection.ts';
import { dialog, field, pressRequestToken } from './lib/dialog.ts';
import { authorized } from './lib/practice.ts';
import {
  addScopes,
  chooseRareGrant,
  chooseResponseMode,
  chooseSystemBrowser,
  fillClient,
  fillFromIssuer,
  logInAtOidcProvider,
  nameIt,
  openedUrl,
  startSystemBrowser,
} from './lib/services.ts';
import { useApp } from './lib/use-app.ts';
import { newResource, readError, readTable, visibleText } from './lib/window.ts';

const ann = { login: 'ann', password: 'any' };

describe.each(platformsHere())('a login outside of the app, from the %s platform', (platform) => {
  const shared = useApp(platform);
  let browser: Browser;
  beforeAll(async () => {
    browser = await startSystemBrowser();
  });
  afterAll(() => browser?.close());

  /** What the person does in the system's browser; closes it after the app's page is there. */
  async function inSystemBrowser(url: string, logIn: (page: Page) => Promise<void>): Promise<string> {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(url);
    await logIn(page);
    const heading = await visibleText(page.getByRole('heading', { name: 'You are logged in' }));
    const text = `${heading} ${await page.content()}`;
    await context.close();
    return text;
  }

  it.each([
    ['that names itself with iss', undefined],
    ['that responds by fragment', 'Fragment'],
    ['that responds by form_post', 'Form post'],
  ] as [OidcKind, 'Fragment' | 'Form post' | undefined][])(
    'comes back to a port of this computer from a service %s [15] [17] [23]',
    async (kind, mode) => {
      const { app, page } = shared;
      const server = await startOidcServer(kind);
      try {
        await newResource(page, { name: kind, url: server.accountUrl, authorization: 'OAuth' });
        await fillFromIssuer(page, server.issuer);
        await fillClient(page, server);
        await addScopes(page, ['openid', 'email']);
        await chooseSystemBrowser(page);
        if (mode !== undefined) await chooseResponseMode(page, mode);
        await nameIt(page, kind);
        const known = (await app.opened()).length;
        await pressRequestToken(page);
        const url = await openedUrl(app, known);
        const redirectUri = new URL(url).searchParams.get('redirect_uri') ?? '';
        expect(redirectUri).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
        const shown = await inSystemBrowser(url, logInAtOidcProvider);
        expect(shown).toContain('You can close this tab');
        expect(shown).not.toContain('code=');
        await authorized(page);
        await page.getByRole('tree').getByText('ann@example.org').waitFor();
        // The port is closed again.
        await expect(fetch(redirectUri)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
        expect(app.popups()).toEqual([]);
      } finally {
        await server.close();
      }
    },
  );

  it('comes back to the port that the user registered, once no other program holds it [15] [23]', async () => {
    const { app, page } = shared;
    const service = await startAwkwardService(`port-${platform}`);
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo; // it listens on a port, not on a pipe
    const registered = `http://127.0.0.1:${port}/response`;
    try {
      await newResource(page, { name: 'Fixed port', url: `${service.origin}/api/rows`, authorization: 'OAuth' });
      await fillCustom(page, {
        name: 'Fixed port',
        authorizationUrl: `${service.origin}/authorize`,
        accessTokenUrl: `${service.origin}/token`,
        clientId: 'designer',
        clientSecret: 'a secret',
        hosts: [service.host],
      });
      await chooseSystemBrowser(page);
      await field(page, 'Callback URL').fill(registered);
      const known = (await app.opened()).length;
      await pressRequestToken(page);
      const error = await readError(dialog(page));
      expect(error.title).toBe('The callback port is in use');
      expect(error.text).toContain(`uses port ${port}.`);
      expect((await app.opened()).length).toBe(known);
      await new Promise((resolve) => other.close(resolve));
      await dialog(page).getByRole('button', { name: 'Try again', exact: true }).click();
      const url = await openedUrl(app, known);
      expect(new URL(url).searchParams.get('redirect_uri')).toBe(registered);
      expect(await inSystemBrowser(url, async () => {})).toContain('You can close this tab');
      await authorized(page);
      expect((await readTable(page)).rows[0]).toEqual(['first']);
      expect(service.tokenRequests.at(-1)?.form.get('redirect_uri')).toBe(registered);
      await expect(fetch(registered)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
    } finally {
      other.close();
      await service.close();
    }
  });

  it('comes back by the clipboard where the callback URL is elsewhere, and a wrong paste does not end it [15]', async () => {
    const { app, page } = shared;
    const server = await startOidcServer('that names itself with iss');
    try {
      await newResource(page, { name: 'Pasted', url: server.accountUrl, authorization: 'OAuth' });
      await fillFromIssuer(page, server.issuer);
      await fillClient(page, server);
      await addScopes(page, ['openid', 'email']);
      await chooseSystemBrowser(page);
      await dialog(page).getByRole('button', { name: 'Paste the address instead' }).click();
      expect(await field(page, 'Callback URL').inputValue()).toBe(callbackUrl);
      await nameIt(page, 'Pasted');
      const known = (await app.opened()).length;
      await pressRequestToken(page);
      const url = await openedUrl(app, known);
      expect(new URL(url).searchParams.get('redirect_uri')).toBe(callbackUrl);
      const address = field(page, 'Address of the page after the login');
      await address.fill(url);
      await dialog(page).getByRole('button', { name: 'Continue' }).click();
      await dialog(page)
        .getByText(/This is not the address after the login/)
        .waitFor();
      const callback = await logInAsPerson(url, callbackUrl, ann);
      await address.fill(callback.url);
      await dialog(page).getByRole('button', { name: 'Continue' }).click();
      await authorized(page);
      await page.getByRole('tree').getByText('ann@example.org').waitFor();
    } finally {
      await server.close();
    }
  });

  it('goes on while somebody types a device’s code elsewhere', async () => {
    const { page } = shared;
    const server = await startOidcServer('with device code and client credentials');
    try {
      await newResource(page, { name: 'Device', url: server.accountUrl, authorization: 'OAuth' });
      await fillFromIssuer(page, server.issuer);
      await chooseRareGrant(page, 'Device code');
      await fillClient(page, server);
      await addScopes(page, ['openid', 'email']);
      await nameIt(page, 'By device');
      await pressRequestToken(page);
      const code = await visibleText(dialog(page).getByLabel('Code', { exact: true }));
      await dialog(page).getByText(server.deviceUrl, { exact: true }).waitFor();
      await logInAsPerson(server.deviceUrl, callbackUrl, { ...ann, user_code: code });
      await authorized(page);
      await page.getByRole('tree').getByText('ann@example.org').waitFor();
    } finally {
      await server.close();
    }
  });

  it('is not needed for client credentials: a token is there at once', async () => {
    const { page } = shared;
    const server = await startOidcServer('with device code and client credentials');
    try {
      await newResource(page, { name: 'Robot', url: server.accountUrl, authorization: 'OAuth' });
      await fillFromIssuer(page, server.issuer);
      await chooseRareGrant(page, 'Client credentials');
      await fillClient(page, server);
      await nameIt(page, 'By itself');
      await pressRequestToken(page);
      await authorized(page);
      expect((await connectionNamed(page, 'By itself')).status).toMatchObject({
        status: 'authorized',
        hasRefreshToken: false,
        renewsByItself: true,
      });
      expect(server.tokenRequests.map(({ grantType }) => grantType)).toContain('client_credentials');
    } finally {
      await server.close();
    }
  });
});
