import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Connection } from '../../../app/shared/connection/connection.ts';
import { resource } from '../../servers/items.ts';
import { startApp } from '../../servers/start-app.ts';

// The app and the practice service as a real process; no window opens and nobody logs in.

let tokenboard: Awaited<ReturnType<typeof startApp>>;
beforeEach(async () => {
  tokenboard = await startApp();
});
afterEach(() => tokenboard.stop());

/** The practice service's connection, changed, and a resource of it. */
async function setUp(changes: Partial<Connection>) {
  const { get, platform } = tokenboard;
  platform.login = () => Promise.reject(new Error('no window may open'));
  const { connectionIds, resourceIds } = await get('practice.setUp', { grants: ['oauth1'] });
  const view = (await get('connections.list', {})).find((each) => each.connection.id === connectionIds[0]);
  if (!view) throw new Error('no view');
  return { connection: { ...view.connection, ...changes }, resourceId: resourceIds[0] ?? '' };
}
const request = (connection: Connection, secrets: Record<string, string> = {}) =>
  tokenboard.get('connections.requestToken', { connection, secrets, freshSession: false });
const profileOf = async (connectionId: string) => {
  const { origin } = await tokenboard.get('practice.start', {}).then((status) => {
    if (status.status !== 'running') throw new Error('it does not run');
    return status;
  });
  const authorization = { type: 'oauth' as const, connectionId };
  // The signature holds for the URL that is sent, with its dates and values written out.
  const url = `${origin}/api/{what}?at={{now}}&day={{today:dd/MM}}`;
  const saved = resource({ id: 'profile', url, variables: { what: 'profile' }, authorization });
  await tokenboard.get('resources.save', { resource: saved, secrets: {} });
  return tokenboard.get('resources.run', { id: 'profile' });
};

it('signs with the token that the user has, and shows whose data comes', async () => {
  const { connection, resourceId } = await setUp({ tokenSource: 'own', realm: 'practice' });
  const view = await request(connection);
  expect(view.status).toMatchObject({
    status: 'authorized',
    renewsByItself: false,
    forecast: { kind: 'own_token' },
  });
  expect(view.secrets).toEqual(expect.arrayContaining(['ownToken', 'ownTokenSecret', 'tokenSet']));
  expect(await tokenboard.get('resources.run', { id: resourceId })).toMatchObject({ status: 200 });
  expect(await profileOf(connection.id)).toMatchObject({ status: 200 });
  expect(tokenboard.platform.windows).toHaveLength(0);
});

it('signs with the client secret alone where the service wants no token', async () => {
  const { connection, resourceId } = await setUp({ tokenSource: 'none' });
  expect((await request(connection)).status).toMatchObject({ status: 'authorized', forecast: { kind: 'no_token' } });
  expect(await tokenboard.get('resources.run', { id: resourceId })).toMatchObject({ status: 200 });
  // Data of a person needs a token.
  expect(await profileOf(connection.id)).toMatchObject({ status: 403 });
  expect(tokenboard.platform.windows).toHaveLength(0);
});

it('says that an entered token is not accepted, and takes another', async () => {
  const { connection, resourceId } = await setUp({ tokenSource: 'own' });
  const right = await tokenboard.get('secrets.reveal', { owner: connection.id, name: 'ownToken' });
  await request(connection, { ownToken: 'no-such-token-0123456789' });
  expect(await tokenboard.get('resources.run', { id: resourceId })).toMatchObject({
    status: 401,
    error: { code: 'oauth1.token_rejected' },
  });
  await request(connection, { ownToken: right.value });
  expect(await tokenboard.get('resources.run', { id: resourceId })).toMatchObject({ status: 200 });
});

it('asks for what is missing, and sends nothing', async () => {
  const { connection } = await setUp({ tokenSource: 'own' });
  const error = await tokenboard.fail('connections.requestToken', {
    connection,
    secrets: { ownTokenSecret: '' },
    freshSession: false,
  });
  expect(error).toMatchObject({ code: 'connection.invalid', details: { field: 'ownTokenSecret' } });
});

it('forgets the entered token with the authorization, and copies it to no other connection [35]', async () => {
  const { connection } = await setUp({ tokenSource: 'own' });
  await request(connection);
  const copy = await tokenboard.get('connections.duplicate', { id: connection.id });
  expect(copy.secrets).toEqual(expect.not.arrayContaining(['ownToken']));
  expect(copy.secrets).toContain('clientSecret');
  const { view } = await tokenboard.get('connections.removeAuthorization', { id: connection.id });
  expect(view.status).toEqual({ status: 'unauthorized' });
  expect(view.secrets).toEqual(expect.not.arrayContaining(['ownToken', 'ownTokenSecret', 'tokenSet']));
});

it('shows an entered token to the window only when it is asked for [35]', async () => {
  const { connection, resourceId } = await setUp({ tokenSource: 'own', signatureMethod: 'PLAINTEXT' });
  await request(connection);
  await tokenboard.get('resources.run', { id: resourceId });
  const { value: token } = await tokenboard.get('secrets.reveal', { owner: connection.id, name: 'ownToken' });
  const { value: secret } = await tokenboard.get('secrets.reveal', { owner: connection.id, name: 'ownTokenSecret' });
  const shown = JSON.stringify([
    tokenboard.platform.sent,
    await tokenboard.get('connections.list', {}),
    await tokenboard.get('console.list', { limit: 100 }),
  ]);
  expect(token.length).toBeGreaterThan(20);
  expect(shown).not.toContain(token);
  expect(shown).not.toContain(secret);
  const { dataFolder } = await tokenboard.get('app.info', {});
  for (const name of ['connections.json', 'resources.json'])
    expect(readFileSync(join(dataFolder, name), 'utf8')).not.toContain(secret);
});
