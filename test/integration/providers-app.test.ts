import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Connection } from '../../app/shared/connection/connection.ts';
import { message } from '../../app/shared/messages/message.ts';
import { connection as connectionWith, resource as resourceWith } from '../servers/items.ts';
import type { OidcKind } from '../servers/providers/oidc-kinds.ts';
import { type OidcServer, startOidcServer } from '../servers/providers/oidc-server.ts';
import { logInAsPerson } from '../servers/providers/person.ts';
import { startApp } from '../servers/start-app.ts';

// The app without windows at a provider that is not ours: what the contract promises, call by call.
let tokenboard: Awaited<ReturnType<typeof startApp>>;
let server: OidcServer | undefined;
beforeEach(async () => {
  tokenboard = await startApp();
  tokenboard.platform.login = ({ authorizationUrl, callbackUrl }) =>
    logInAsPerson(authorizationUrl, callbackUrl, { login: 'ann', password: 'any' });
});
afterEach(async () => {
  await tokenboard.stop();
  await server?.close();
});

async function draftFor(kind: OidcKind): Promise<{ connection: Connection; secrets: Record<string, string> }> {
  server = await startOidcServer(kind);
  const service = await tokenboard.get('connections.discover', { issuer: server.issuer });
  const { scopes: offered, grants: _, responseModes: __, ...facts } = service;
  expect(offered).toEqual(['openid', 'email', 'profile', 'offline_access']);
  return {
    connection: connectionWith({
      ...facts,
      pkce: 'S256',
      clientId: server.clientId,
      scopes: ['openid', 'email', 'offline_access'],
      extraAuthorizationParameters: { prompt: 'consent' },
      hosts: [new URL(server.issuer).host],
    }),
    secrets: server.clientSecret === '' ? {} : { clientSecret: server.clientSecret },
  };
}

/** Who it is comes a moment after the token. */
const statusNow = async () => (await tokenboard.get('connections.list', {}))[0]?.status;

describe('a connection that was discovered', () => {
  it('logs in, tells about its token, renews it and ends it at the service [21] [22] [29] [33]', async () => {
    const { get, fail } = tokenboard;
    const { connection, secrets } = await draftFor('that rotates refresh tokens');
    const { id } = connection;
    const view = await get('connections.requestToken', { connection, secrets, freshSession: false });
    expect(view.status).toMatchObject({ status: 'authorized', renewsByItself: true });
    await expect.poll(statusNow).toMatchObject({ account: 'ann@example.org' });
    expect(await get('connections.introspect', { id })).toMatchObject({
      active: true,
      scopes: ['openid', 'email', 'offline_access'],
      account: 'ann',
      expiresAt: expect.any(Number),
      facts: expect.arrayContaining([[message('oauth.introspection.fact.client_id'), 'board']]),
    });
    expect((await get('connections.refresh', { id })).status).toMatchObject({
      status: 'authorized',
      account: 'ann@example.org',
      refreshTokenRotates: true,
      refreshedAt: expect.any(Number),
    });
    expect(await get('connections.removeAuthorization', { id })).toMatchObject({ revoked: 'yes' });
    expect(await fail('connections.introspect', { id })).toMatchObject({ code: 'connection.not_authorized' });
  });

  it('is a public one where the service takes no secret, and has PKCE in its place [20] [32]', async () => {
    const { connection, secrets } = await draftFor('with a public client');
    expect(connection).toMatchObject({ clientAuthentication: 'none', pkce: 'S256' });
    const view = await tokenboard.get('connections.requestToken', { connection, secrets, freshSession: false });
    expect(view.status).toMatchObject({ status: 'authorized' });
    await expect.poll(statusNow).toMatchObject({ account: 'ann@example.org' });
  });

  it('says what stands in the way of a discovery [22]', async () => {
    const { connection } = await draftFor('that requires PKCE');
    const { fail } = tokenboard;
    expect(await fail('connections.discover', { issuer: `${connection.issuer}/` })).toMatchObject({
      code: 'discovery.issuer_slash',
      details: { issuer: connection.issuer },
    });
    expect(await fail('connections.discover', { issuer: `${connection.issuer}/tenant` })).toMatchObject({
      code: 'discovery.not_found',
    });
    expect(await fail('connections.discover', { issuer: 'http://login.example.com' })).toMatchObject({
      code: 'http.insecure_url',
    });
  });
});

describe('twenty GETs at once, of tokens that live for seconds', () => {
  it('all succeed, and no rotating token is used twice [29] [30]', async () => {
    const { get } = tokenboard;
    const { connection, secrets } = await draftFor('whose tokens live for seconds');
    await get('connections.requestToken', { connection, secrets, freshSession: false });
    const url = server?.accountUrl ?? '';
    const authorization = { type: 'oauth', connectionId: connection.id } as const;
    const ids = Array.from({ length: 20 }, (_, index) => `resource-${index}`);
    for (const id of ids)
      await get('resources.save', { resource: resourceWith({ id, url, authorization }), secrets: {} });
    const renewals = () => server?.tokenRequests.filter(({ grantType }) => grantType === 'refresh_token') ?? [];
    await expect
      .poll(
        async () => {
          const responses = await Promise.all(ids.map((id) => get('resources.run', { id })));
          expect(responses.map(({ status }) => status)).toEqual(ids.map(() => 200));
          return renewals().length;
        },
        { timeout: 30_000 },
      )
      .toBeGreaterThan(1);
    // A second use of a rotated token would have ended the grant.
    expect(renewals().every(({ granted }) => granted)).toBe(true);
  });
});
