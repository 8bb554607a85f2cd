import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MockServer, startMockServer } from '../servers/providers/mock-server.ts';
import {
  hasOauthlib,
  type OauthlibServer,
  oauthlibClient,
  startOauthlibServer,
} from '../servers/providers/oauthlib-server.ts';
import type { OidcKind } from '../servers/providers/oidc-kinds.ts';
import { type OidcServer, startOidcServer } from '../servers/providers/oidc-server.ts';
import { platformsHere } from './app.ts';
import { connectionNamed } from './lib/bridge.ts';
import { fillCustom } from './lib/custom-connection.ts';
import { backToFields, cancelWhatWasTyped, dialog, field, openDialog, pressRequestToken } from './lib/dialog.ts';
import { windowsClosed } from './lib/login.ts';
import { authorized } from './lib/practice.ts';
import {
  addScopes,
  askForConsent,
  chooseResponseMode,
  consentAtOidcProvider,
  fillClient,
  fillFromIssuer,
  inPopup,
  logInAtOauthlib,
  logInAtOidcProvider,
  nameIt,
} from './lib/services.ts';
import { useApp } from './lib/use-app.ts';
import { newResource, readError, readTable, run } from './lib/window.ts';

/** Kinds that differ for the dialog, with what the user chooses besides issuer, client and scopes. */
const kinds: { kind: OidcKind; mode?: 'Fragment' | 'Form post'; renews?: true }[] = [
  { kind: 'that requires PKCE' },
  { kind: 'with a public client' },
  { kind: 'that takes the secret in the body only' },
  { kind: 'that takes the secret by Basic only, with characters to encode' },
  { kind: 'that responds by fragment', mode: 'Fragment' },
  { kind: 'that responds by form_post', mode: 'Form post' },
  { kind: 'that names itself with iss' },
  { kind: 'whose tokens live for seconds', renews: true },
];

describe.each(platformsHere())('services that are not ours, on the %s platform', (platform) => {
  const shared = useApp(platform);

  it.each(kinds)(
    'shows data of oidc-provider $kind, from its issuer and a client alone [16] [17] [20] [21] [22] [32]',
    async ({ kind, mode, renews }) => {
      const { app, page } = shared;
      const server = await startOidcServer(kind);
      try {
        await newResource(page, { name: kind, url: server.accountUrl, authorization: 'OAuth' });
        await fillFromIssuer(page, server.issuer);
        await fillClient(page, server);
        await addScopes(page, ['openid', 'email', ...(renews ? ['offline_access'] : [])]);
        if (mode !== undefined) await chooseResponseMode(page, mode);
        if (renews) await askForConsent(page);
        await nameIt(page, kind);
        await pressRequestToken(page);
        await inPopup(app, logInAtOidcProvider);
        await authorized(page);
        await page.getByRole('tree').getByText('ann@example.org').waitFor();
        await expect
          .poll(async () => (await connectionNamed(page, kind)).status)
          .toMatchObject({ account: 'ann@example.org' });
        const { connection } = await connectionNamed(page, kind);
        expect(connection).toMatchObject({ issuer: server.issuer, issuerInCallback: true, pkce: 'S256' });
        if (renews) await renewsUnasked(server);
      } finally {
        await server.close();
      }
    },
  );

  /** The token lives for four seconds: whoever runs the resource then gets data all the same. */
  async function renewsUnasked(server: OidcServer): Promise<void> {
    const renewals = () => server.tokenRequests.filter(({ grantType }) => grantType === 'refresh_token');
    await expect
      .poll(
        async () => {
          await run(shared.page);
          return renewals().length;
        },
        { timeout: 30_000 },
      )
      .toBeGreaterThan(1);
    expect(renewals().every(({ granted }) => granted)).toBe(true);
    await shared.page.getByRole('tree').getByText('ann@example.org').waitFor();
  }

  it('takes no document whose issuer is written otherwise, and says how the service writes it [22]', async () => {
    const { page } = shared;
    const server = await startOidcServer('that requires PKCE');
    try {
      await newResource(page, { name: 'Slash', url: server.accountUrl, authorization: 'OAuth' });
      await openDialog(page);
      const fillIn = dialog(page).getByRole('button', { name: 'Fill in', exact: true });
      await field(page, 'Issuer').fill(`${server.issuer}/`);
      await fillIn.click();
      await dialog(page).getByText(`The issuer of the service is ${server.issuer}.`).waitFor();
      expect(await field(page, 'Authorization URL').inputValue()).toBe('');
      // The address of the document itself tells the issuer as well.
      await field(page, 'Issuer').fill(`${server.issuer}/.well-known/openid-configuration`);
      await fillIn.click();
      await dialog(page)
        .getByText(/^Filled in from /)
        .waitFor();
      expect(await field(page, 'Issuer').inputValue()).toBe(server.issuer);
      expect(await field(page, 'Authorization URL').inputValue()).toBe(`${server.issuer}/auth`);
      await cancelWhatWasTyped(page);
    } finally {
      await server.close();
    }
  });

  it('says what is wrong with a secret, and goes on from there [26]', async () => {
    const { app, page } = shared;
    const server = await startOidcServer('that requires PKCE');
    try {
      await newResource(page, { name: 'Wrong secret', url: server.accountUrl, authorization: 'OAuth' });
      await fillFromIssuer(page, server.issuer);
      await fillClient(page, { clientId: server.clientId, clientSecret: 'not the secret' });
      await addScopes(page, ['openid', 'email']);
      await pressRequestToken(page);
      await inPopup(app, logInAtOidcProvider);
      expect((await readError(dialog(page))).serviceMessage).toContain('client authentication failed');
      await backToFields(page);
      await field(page, 'Client secret').fill(server.clientSecret);
      await pressRequestToken(page);
      // The service still knows who is logged in, and asks apps of the desktop for the consent each time.
      await inPopup(app, consentAtOidcProvider);
      await authorized(page);
    } finally {
      await server.close();
    }
  });

  it('shows data of oauth2-mock-server, which asks nobody anything', async () => {
    const { app, page } = shared;
    const mock: MockServer = await startMockServer();
    try {
      await newResource(page, { name: 'Mock', url: `${mock.issuer}/userinfo`, authorization: 'OAuth' });
      await fillFromIssuer(page, mock.issuer);
      await fillClient(page, { clientId: 'board', clientSecret: '' });
      await addScopes(page, ['openid']);
      await nameIt(page, 'Mock server');
      await pressRequestToken(page);
      await windowsClosed(app);
      await authorized(page);
      await page.getByRole('tree').getByText('johndoe').waitFor();
      await expect
        .poll(async () => (await connectionNamed(page, 'Mock server')).status)
        .toMatchObject({ account: 'johndoe' });
    } finally {
      await mock.close();
    }
  });

  describe.skipIf(!hasOauthlib)('at oauthlib of Python', () => {
    let server: OauthlibServer;
    beforeAll(async () => {
      server = await startOauthlibServer();
    });
    afterAll(() => server.close());

    it.each([
      ['OAuth2', 'Authorization code'],
      ['OAuth1', 'OAuth1'],
    ] as const)('shows the rows that %s guards [34]', async (version, grant) => {
      const { app, page } = shared;
      const at = `${server.origin}/${version.toLowerCase()}`;
      await newResource(page, { name: `oauthlib ${version}`, url: `${at}/me`, authorization: 'OAuth' });
      await fillCustom(page, {
        name: `oauthlib ${version}`,
        grant,
        ...(grant === 'OAuth1' ? { requestUrl: `${at}/request` } : {}),
        authorizationUrl: `${at}/authorize`,
        accessTokenUrl: grant === 'OAuth1' ? `${at}/access` : `${at}/token`,
        ...oauthlibClient,
        hosts: [new URL(at).host],
      });
      await pressRequestToken(page);
      await inPopup(app, logInAtOauthlib);
      await authorized(page);
      const { head, rows } = await readTable(page);
      expect(head).toEqual(['day', 'sold']);
      expect(rows).toEqual([
        ['1', '4'],
        ['2', '7'],
      ]);
    });
  });
});
