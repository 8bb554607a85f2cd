import { expect, it } from 'vitest';
import { createRemoval } from '../../../app/connections/removal.ts';
import type { StoredToken } from '../../../app/connections/token-store.ts';
import { createServiceClocks } from '../../../app/oauth/oauth1-clock.ts';
import { VaultError } from '../../../app/shared/errors.ts';
import { verbatim } from '../../../app/shared/messages/message.ts';
import { createFakePlatform } from '../../servers/fake-platform.ts';
import { connection } from '../../servers/items.ts';
import { tokenService } from '../oauth/token-service.ts';

const { server, http } = await tokenService();
const token: StoredToken = { tokenSet: { accessToken: 'at', tokenType: 'Bearer', obtainedAt: 1 } };

function build(last: StoredToken | undefined, removing: () => void = () => undefined) {
  const log: string[] = [];
  const remove = createRemoval({
    connections: {
      get: () => connection({ id: 'c', revocationUrl: server.url('/revoke'), accessTokenUrl: server.url('/token') }),
      forgetOwnToken: () => log.push('own token'),
    },
    vault: {
      read: () => {
        throw new VaultError('vault.decrypt_failed', verbatim('damaged'));
      },
    },
    grantDeps: {
      platform: createFakePlatform(),
      http,
      practice: { current: () => undefined, ensure: () => Promise.reject(new Error('not asked for')) },
      findPreset: () => undefined,
      cookies: { of: () => [], keep: () => undefined, forget: () => log.push('cookies') },
      clocks: createServiceClocks(),
      now: () => 2,
      signal: new AbortController().signal,
    },
    requests: { cancel: () => log.push('login') },
    renewals: {
      end: async (_id, work) => {
        const value = await work(last);
        removing();
        log.push('token');
        return value;
      },
    },
    forgetSession: async () => void log.push('session'),
    onChange: () => log.push('changed'),
  });
  return { remove, log };
}

it('revokes the token at the service, also without a secret that cannot be read, and removes all that is here', async () => {
  server.respondWith({ status: 200 });
  const { remove, log } = build(token);
  expect(await remove('c')).toEqual({ revoked: 'yes' });
  expect(server.requests.map(({ form }) => form.get('token'))).toEqual(['at']);
  expect(log).toEqual(['login', 'token', 'session', 'cookies', 'own token', 'changed']);
});

it('says that the service did not revoke it, and removes it all the same', async () => {
  server.respondWith({ status: 503 });
  const { remove, log } = build(token);
  expect(await remove('c')).toMatchObject({ revoked: 'failed' });
  expect(log).toContain('token');
});

it('sends nothing where there is no token', async () => {
  server.requests.length = 0;
  expect(await build(undefined).remove('c')).toEqual({ revoked: 'not_supported' });
  expect(server.requests).toEqual([]);
});

it('ends the session also where the token cannot be removed', async () => {
  server.respondWith({ status: 200 });
  const { remove, log } = build(token, () => {
    throw new VaultError('vault.unwritable', verbatim('read-only'));
  });
  await expect(remove('c')).rejects.toMatchObject({ code: 'vault.unwritable' });
  expect(log).toEqual(['login', 'session', 'cookies', 'own token', 'changed']);
});
