import { beforeEach, expect, it } from 'vitest';
import { createIntrospection } from '../../../app/connections/introspection.ts';
import type { StoredToken } from '../../../app/connections/token-store.ts';
import { createServiceClocks } from '../../../app/oauth/oauth1-clock.ts';
import { createFakePlatform } from '../../servers/fake-platform.ts';
import { connection } from '../../servers/items.ts';
import { json } from '../../servers/token-server.ts';
import { tokenService } from '../oauth/token-service.ts';
import { watchExchanges } from '../oauth/watched-exchanges.ts';

const { server, http } = await tokenService();
beforeEach(() => {
  server.requests.length = 0;
  server.respondWith(json({ active: true, scope: 'read' }));
});

function build(token: StoredToken | undefined) {
  const { exchanges, watched } = watchExchanges(http);
  const { url } = server;
  const ours = connection({ id: 'c', introspectionUrl: url('/introspect'), accessTokenUrl: url('/token') });
  const introspect = createIntrospection({
    connections: { get: () => ours },
    tokenStore: { read: () => token },
    vault: { read: (_owner, name) => (name === 'clientSecret' ? 'hush' : undefined) },
    grantDeps: {
      platform: createFakePlatform(),
      http: watched,
      practice: { current: () => undefined, ensure: () => Promise.reject(new Error('not asked for')) },
      findPreset: () => undefined,
      cookies: { of: () => [], keep: () => undefined, forget: () => undefined },
      clocks: createServiceClocks(),
      now: () => 2,
      signal: new AbortController().signal,
    },
  });
  return { introspect, exchanges };
}
const tokenSet = { accessToken: 'at', tokenType: 'Bearer', obtainedAt: 1 };

it('asks the service about the stored token, as the client, and lists that in the console as such', async () => {
  const { introspect, exchanges } = build({ tokenSet });
  expect(await introspect('c')).toMatchObject({ active: true });
  expect(server.requests.map(({ form }) => form.get('token'))).toEqual(['at']);
  expect(server.requests[0]?.headers.authorization).toBe(`Basic ${btoa('client:hush')}`);
  expect(exchanges).toMatchObject([{ kind: 'introspect', connectionId: 'c' }]);
});

it('asks nothing where there is no token', async () => {
  await expect(build(undefined).introspect('c')).rejects.toMatchObject({ code: 'connection.not_authorized' });
  expect(server.requests).toEqual([]);
});
