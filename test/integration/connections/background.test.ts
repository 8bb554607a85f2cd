import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openConnections } from '../../../app/connections/connections-file.ts';
import type { TokenSet } from '../../../app/oauth/token-set.ts';
import { openConfStore } from '../../../app/settings/conf-store.ts';
import type { Connection } from '../../../app/shared/connection/connection.ts';
import { openVault } from '../../../app/vault/open-vault.ts';
import { memoryKeyStore } from '../../servers/key-stores.ts';
import { startApp } from '../../servers/start-app.ts';
import { json } from '../../servers/token-server.ts';
import { connectionTo, quickLogin, type Service, startService } from '../core/service.ts';

let service: Service;
let dataFolder: string;
const keyStore = memoryKeyStore();
const hour = 3_600_000;

beforeEach(async () => {
  service = await startService();
  dataFolder = mkdtempSync(join(tmpdir(), 'tokenboard-background-'));
});
afterEach(async () => {
  await service.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

/** As the app left them yesterday: every token has ended. */
async function leave(connections: Connection[], facts: Partial<TokenSet> = {}): Promise<void> {
  openConnections({ folder: dataFolder, openStore: openConfStore, onNotice: () => undefined, now: Date.now }).save(
    connections,
  );
  const folder = join(dataFolder, 'vault');
  const vault = await openVault({ folder, environment: {}, keyStore, keychainTimeoutMs: 5_000 });
  const ended = { obtainedAt: Date.now() - 24 * hour, expiresAt: Date.now() - 23 * hour };
  for (const { id } of connections) {
    const tokenSet = {
      accessToken: `old-${id}`,
      refreshToken: `refresh-${id}`,
      tokenType: 'Bearer',
      ...ended,
      ...facts,
    };
    vault.write(id, 'tokenSet', JSON.stringify(tokenSet));
  }
}

it('renews after the start what ended while the app was closed, and starts no practice service for it', async () => {
  const practice = { accessTokenUrl: '{practice}/token', authorizationUrl: '{practice}/authorize' };
  await leave([
    connectionTo(service, { ...practice, id: 'practice' }),
    connectionTo(service, { id: 'one' }),
    connectionTo(service, { id: 'two' }),
  ]);
  const { get, platform, app } = await startApp({ dataFolder, keyStore });
  const renewed = async () => {
    const views = await get('connections.list', {});
    return views.flatMap(({ connection, status }) =>
      status.status === 'authorized' && (status.refreshedAt ?? 0) > 0 ? [connection.id] : [],
    );
  };
  await expect.poll(renewed).toEqual(['one', 'two']);
  const used = service.asked('/token').map(({ form }) => form.get('refresh_token'));
  expect(used.sort()).toEqual(['refresh-one', 'refresh-two']);
  expect(await get('practice.status', {})).toEqual({ status: 'off' });
  // The window was told.
  const told = () =>
    platform.sent
      .filter(({ event }) => event === 'connections.changed')
      .map(({ payload }) => JSON.stringify(payload))
      .some((payload) => payload.includes('"one"') && payload.includes('"refreshedAt"'));
  await expect.poll(told).toBe(true);
  await app.close();
});

it('tells by the system, once, which connections need a new login [31]', async () => {
  await leave([
    connectionTo(service, { id: 'one', name: 'Sales' }),
    connectionTo(service, { id: 'two', name: 'Stock' }),
    connectionTo(service, { id: 'three', name: 'Fine' }),
  ]);
  const ended = { status: 400, body: JSON.stringify({ error: 'invalid_grant', error_description: 'refresh-one' }) };
  service.tokenResponses.push(ended, ended);
  const { get, platform, app } = await startApp({ dataFolder, keyStore });
  const names = async () => {
    const views = await get('connections.list', {});
    return views.filter(({ status }) => status.status === 'needs_login').map(({ connection }) => connection.name);
  };
  const told = () => platform.notified.flatMap(({ body }) => body.match(/“\w+”/g) ?? []).sort();
  await expect.poll(told).toHaveLength(2);
  expect(told()).toEqual((await names()).map((name) => `“${name}”`).sort());
  expect(JSON.stringify(platform.notified)).not.toContain('refresh-');
  await app.close();
});

it('says that a login is needed when a token ends that nothing can renew [28] [31]', async () => {
  const soon = { obtainedAt: Date.now(), expiresAt: Date.now() + 5_000, refreshToken: undefined };
  await leave([connectionTo(service, { id: 'one', name: 'Sales' })], soon);
  const { platform, app } = await startApp({ dataFolder, keyStore });
  await expect.poll(() => platform.notified.map(({ body }) => body)).toEqual([expect.stringContaining('“Sales”')]);
  const told = () => platform.sent.filter(({ event }) => event === 'connections.changed').at(-1)?.payload;
  await expect.poll(() => JSON.stringify(told())).toContain('needs_login');
  await app.close();
});

it('renews a token that can be renewed, after one that nothing could renew [31]', async () => {
  const day = Date.now;
  let later = 0;
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => day() + later);
  await leave([connectionTo(service, { id: 'two', name: 'Stock' })]);
  const { get, platform, app } = await startApp({ dataFolder, keyStore });
  platform.login = quickLogin;
  const renewals = () => service.asked('/token').filter(({ form }) => form.has('refresh_token'));
  try {
    // It runs by now.
    await expect.poll(renewals).toHaveLength(1);
    const connection = connectionTo(service, { id: 'one', name: 'Sales' });
    const logIn = () => get('connections.requestToken', { connection, secrets: {}, freshSession: false });
    service.tokenResponses.push(json({ access_token: 'alone', token_type: 'Bearer', expires_in: 7200 }));
    expect((await logIn()).status).toMatchObject({ status: 'authorized', renewsByItself: false });
    expect((await logIn()).status).toMatchObject({ status: 'authorized', renewsByItself: true });
    later = 3 * hour;
    platform.wake();
    await expect.poll(renewals).toHaveLength(3);
    expect(platform.notified).toEqual([]);
  } finally {
    clock.mockRestore();
    await app.close();
  }
});

it('tries at once when the computer wakes, however long it would have waited [31]', async () => {
  await leave([connectionTo(service, { id: 'one' })]);
  const { get, ask, platform, app } = await startApp({ dataFolder, keyStore });
  service.tokenResponses.push(...Array.from({ length: 9 }, () => ({ status: 503, body: 'maintenance' })));
  // Each failure doubles the wait: after the ninth it is more than four minutes.
  await expect
    .poll(async () => {
      await ask('connections.refresh', { id: 'one' });
      return service.tokenResponses.length;
    })
    .toBe(0);
  const asked = service.asked('/token').length;
  const status = async () => (await get('connections.list', {}))[0]?.status;
  // The background's own timer is set by now, and is far off.
  await expect.poll(status).toMatchObject({ status: 'failing', retryAt: expect.any(Number) });
  await expect
    .poll(async () => {
      platform.wake();
      return (await status())?.status;
    })
    .toBe('authorized');
  expect(service.asked('/token').length).toBe(asked + 1);
  await app.close();
});
