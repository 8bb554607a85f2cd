import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { EventPayload } from '../../../app/shared/contract/contract.ts';
import type { Login } from '../../servers/fake-platform.ts';
import { noKeyStore } from '../../servers/key-stores.ts';
import { startApp } from '../../servers/start-app.ts';
import { ann, createPerson } from '../practice/person.ts';

// The main job without a screen: the app, the practice service as a real process, a person who is a few fetches.

let tokenboard: Awaited<ReturnType<typeof startApp>>;
beforeAll(async () => {
  tokenboard = await startApp();
});
afterAll(() => tokenboard.stop());

const login: Login = async ({ authorizationUrl, callbackUrl }) => {
  const person = createPerson(new URL(authorizationUrl).origin);
  const consent = await person.submit(await person.open(authorizationUrl), ann);
  const { url } = await person.submit(consent, { decision: 'allow' });
  expect(url.href.startsWith(callbackUrl)).toBe(true);
  return { url: url.href, method: 'GET' };
};

const grants = ['authorization_code', 'password', 'oauth1'] as const;

it('makes a connection without a resource for whoever has one already', async () => {
  const { get } = tokenboard;
  const { connectionIds, resourceIds } = await get('practice.setUp', { grants: ['password'], onlyConnections: true });
  expect(resourceIds).toEqual([]);
  expect((await get('connections.list', {})).map(({ connection }) => connection.id)).toEqual(connectionIds);
  expect(await get('resources.list', {})).toEqual([]);
  for (const id of connectionIds) await get('connections.delete', { id, evenIfUsed: true });
});

it('has its client secrets again after a restart without a keychain', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'tokenboard-practice-'));
  try {
    const first = await startApp({ dataFolder, keyStore: noKeyStore });
    const { connectionIds } = await first.get('practice.setUp', { grants: ['oauth1', 'authorization_code'] });
    await first.stop();
    const second = await startApp({ dataFolder, keyStore: noKeyStore });
    const secretsOf = async () => {
      const views = await second.get('connections.list', {});
      return connectionIds.map((id) => views.find(({ connection }) => connection.id === id)?.secrets.toSorted());
    };
    await expect
      .poll(secretsOf, { timeout: 20_000 })
      .toEqual([['clientSecret', 'ownToken', 'ownTokenSecret', 'privateKey'], ['clientSecret']]);
    second.platform.login = login;
    const view = (await second.get('connections.list', {})).find(
      ({ connection }) => connection.id === connectionIds[1],
    );
    if (view === undefined) throw new Error('the practice connection is gone');
    const { connection } = view;
    const authorized = await second.get('connections.requestToken', { connection, secrets: {}, freshSession: false });
    expect(authorized.status).toMatchObject({ status: 'authorized' });
    await second.stop();
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
});

it('takes a person from nothing to data with each of the three grants', async () => {
  const { get, platform } = tokenboard;
  platform.login = login;
  const { connectionIds, resourceIds } = await get('practice.setUp', { grants: [...grants] });
  expect(await get('practice.setUp', { grants: [...grants] })).toEqual({ connectionIds, resourceIds });
  const views = await get('connections.list', {});
  expect(views.map(({ status }) => status.status)).toEqual(['unauthorized', 'unauthorized', 'unauthorized']);

  for (const [index, id] of connectionIds.entries()) {
    const view = views.find(({ connection }) => connection.id === id);
    if (!view) throw new Error('no view');
    const secrets = view.connection.grant === 'password' ? { password: ann.password } : {};
    const authorized = await get('connections.requestToken', {
      connection: view.connection,
      secrets,
      freshSession: false,
    });
    expect(authorized.status).toMatchObject({ status: 'authorized', renewsByItself: grants[index] !== 'oauth1' });
    expect(authorized.secrets).not.toContain('password');
    const run = await get('resources.run', { id: resourceIds[index] ?? '' });
    expect(run).toMatchObject({ status: 200, body: { status: 'parsed' } });
    expect(run.error).toBeUndefined();
    if (run.body.status !== 'parsed' || run.previewId === null) throw new Error('not parsed');
    expect(run.body.rowCount).toBeGreaterThan(10);
    const { rows } = await get('preview.rows', {
      previewId: run.previewId,
      dataPath: run.body.dataPath ?? '',
      columns: run.body.columns.map((column) => column.pointer),
      start: 0,
      count: 5,
    });
    expect(rows).toHaveLength(5);
  }
  expect(platform.openWindows()).toBe(0);
  const steps = platform.sent
    .filter(({ event }) => event === 'connections.changed')
    .flatMap(({ payload }) => (payload as EventPayload<'connections.changed'>).views) // the fake platform parsed it
    .flatMap(({ status }) => (status.status === 'authorizing' ? [status.step] : []));
  expect(steps).toContain('waiting_for_login');
});

it('takes an app to its data without a person, and a person by a code that is typed in elsewhere', async () => {
  const { get, platform } = tokenboard;
  const set = await get('practice.setUp', { grants: ['client_credentials', 'device_code'] });
  const statusOf = async (id: string) =>
    (await get('connections.list', {})).find(({ connection }) => connection.id === id)?.status;
  const [app = '', device = ''] = set.connectionIds;
  const windows = platform.windows.length;
  const request = async (id: string) => {
    const view = (await get('connections.list', {})).find(({ connection }) => connection.id === id);
    if (!view) throw new Error('no view');
    return get('connections.requestToken', { connection: view.connection, secrets: {}, freshSession: false });
  };
  expect((await request(app)).status).toMatchObject({ status: 'authorized', renewsByItself: true });

  const asking = request(device);
  const shown = async () => {
    const status = await statusOf(device);
    return status?.status === 'authorizing' ? status.device : undefined;
  };
  await expect.poll(shown).toBeDefined();
  const login = await shown();
  const page = login?.verificationUriComplete ?? '';
  const person = createPerson(new URL(page).origin);
  const consent = await person.submit(
    await person.submit(await person.open(page), { user_code: login?.userCode ?? '' }),
    ann,
  );
  await person.submit(consent, { decision: 'allow' });
  expect((await asking).status).toMatchObject({
    status: 'authorized',
    account: 'ann@example.org',
    hasRefreshToken: true,
  });
  for (const id of set.resourceIds) expect(await get('resources.run', { id })).toMatchObject({ status: 200 });
  expect(platform.windows).toHaveLength(windows);
});

it('says who is connected', async () => {
  const accounts = async () =>
    Object.fromEntries(
      (await tokenboard.get('connections.list', {})).map(({ connection, status }) => [
        connection.grant,
        status.status === 'authorized' ? status.account : undefined,
      ]),
    );
  // The name is asked for beside the login.
  await expect.poll(accounts).toEqual({
    authorization_code: 'ann@example.org',
    password: 'ann@example.org',
    oauth1: 'ann',
    client_credentials: undefined,
    device_code: 'ann@example.org',
  });
});

it('fetches again after the token ended, without a person, and rotates the refresh token [29]', async () => {
  const { get, platform } = tokenboard;
  await get('practice.setTokenLifetime', { seconds: 1 });
  const view = (await get('connections.list', {})).find(({ connection }) => connection.grant === 'authorization_code');
  if (!view) throw new Error('no connection');
  const { connection } = view;
  const renew = () => get('connections.refresh', { id: connection.id });
  // The message and the request travel apart: ask until the change is seen.
  const soon = async () => {
    const { status } = await renew();
    return status.status === 'authorized' && (status.expiresAt ?? Number.POSITIVE_INFINITY) - Date.now() < 2_000;
  };
  await expect.poll(soon).toBe(true);
  const renewed = await renew();
  expect(renewed.status).toMatchObject({ status: 'authorized', renewsByItself: true });
  const refreshTokenOf = async () =>
    (await get('secrets.reveal', { owner: connection.id, name: 'refreshToken' })).value;
  const first = await refreshTokenOf();
  const windows = platform.windows.length;
  const expiresAt = renewed.status.status === 'authorized' ? (renewed.status.expiresAt ?? 0) : 0;
  await expect.poll(() => Date.now() > expiresAt).toBe(true);

  const run = await get('resources.run', { id: view.usedBy[0] ?? '' });
  expect(run).toMatchObject({ status: 200, body: { status: 'parsed' } });
  expect(await refreshTokenOf()).not.toBe(first);
  expect(platform.windows).toHaveLength(windows);
  await get('practice.setTokenLifetime', { seconds: 3600 });
});

it('works again tomorrow: the service starts when a resource needs it, its tokens are still good', async () => {
  const { get } = tokenboard;
  await get('practice.stop', {});
  expect(await get('practice.status', {})).toEqual({ status: 'off' });
  for (const { resource } of await get('resources.list', {}))
    expect(await get('resources.run', { id: resource.id })).toMatchObject({ status: 200 });
  expect(await get('practice.status', {})).toMatchObject({ status: 'running', tokenLifetimeSeconds: 3600 });
});

it('revokes at the service and forgets the token; explains where nothing can be revoked [33]', async () => {
  const { get, fail } = tokenboard;
  for (const { connection, usedBy } of await get('connections.list', {})) {
    const token = (await get('secrets.reveal', { owner: connection.id, name: 'accessToken' })).value;
    const { revoked, view } = await get('connections.removeAuthorization', { id: connection.id });
    expect(revoked).toBe(connection.grant === 'oauth1' ? 'not_supported' : 'yes');
    expect(view.status).toEqual({ status: 'unauthorized' });
    expect(view.secrets).not.toContain('tokenSet');
    expect((await fail('resources.run', { id: usedBy[0] ?? '' })).code).toBe('connection.not_authorized');
    if (connection.grant === 'oauth1') continue;
    const { origin } = new URL((await get('resources.list', {}))[0]?.resource.url ?? '');
    const response = await fetch(`${origin}/api/sales`, { headers: { authorization: `Bearer ${token}` } });
    expect(response.status).toBe(401);
  }
});
