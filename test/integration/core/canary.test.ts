import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { calls } from '../../../app/shared/contract/contract.ts';
import type { StartedApp } from '../../servers/start-app.ts';
import { json } from '../../servers/token-server.ts';
import { connectionTo, quickLogin, resourceAt, type Service, startAppAndServices } from './service.ts';

// Every secret has the word in it. No response, event or file of a whole run may show it.
const canary = 'canary';
const secretOf = (name: string) => `${canary}-${name}-0123456789`;

let tokenboard: StartedApp;
let service: Service;
beforeAll(async () => {
  const started = await startAppAndServices();
  ({ service, tokenboard } = started);
  tokenboard.platform.login = quickLogin;
  service.routes['/echo'] = (seen) =>
    json(
      { error: 'refused', error_description: `you sent ${seen.headers.authorization} ${seen.headers['x-key']}` },
      403,
    );
  service.tokenResponses.push(
    ...[1, 2, 3].map((number) =>
      json({
        access_token: secretOf(`access-${number}`),
        refresh_token: secretOf(`refresh-${number}`),
        id_token: secretOf('id'),
        token_type: 'Bearer',
        expires_in: 3600,
        scope: 'a b',
      }),
    ),
    json({ error: 'server_error', error_description: `client_secret ${secretOf('client')} is odd` }, 500),
  );
  return started.stop;
});

it('shows a secret in no response and no event but the reveal asked for, and in no file [35] [37]', async () => {
  const { ask, get, platform, dataFolder } = tokenboard;
  const responses: { name: string; text: string }[] = [];
  const see: typeof ask = async (name, request) => {
    const result = await ask(name, request);
    responses.push({ name, text: JSON.stringify(result) });
    return result;
  };
  const connection = connectionTo(service, { username: 'ann', rememberPassword: true });
  const secrets = { clientSecret: secretOf('client'), password: secretOf('password'), privateKey: secretOf('private') };
  const resource = resourceAt(service, {
    url: `${service.origin}/echo`,
    headers: [{ name: 'X-Key', value: secretOf('typed'), secret: true }],
  });
  const typed = { 'header:x-key': secretOf('header') };
  const basic = { ...resource, id: 'basic', authorization: { type: 'basic', username: 'ann' } as const };
  const bearer = { ...resource, id: 'bearer', authorization: { type: 'bearer' } as const };
  const id = 'connection-1';

  await see('connections.requestToken', { connection, secrets, freshSession: false });
  await see('connections.refresh', { id });
  await see('connections.save', { connection, secrets });
  await see('resources.save', { resource, secrets: typed });
  await see('resources.save', { resource: basic, secrets: { ...typed, basicPassword: secretOf('basic') } });
  await see('resources.save', { resource: bearer, secrets: { ...typed, bearerToken: secretOf('bearer') } });
  for (const resourceId of ['resource-1', 'basic', 'bearer']) await see('resources.run', { id: resourceId });
  await see('resources.duplicate', { id: 'basic' });
  await see('connections.duplicate', { id });
  await see('connections.requestToken', { connection, secrets, freshSession: true });
  await see('connections.refresh', { id });
  await see('resources.delete', { id: 'basic' });
  await see('resources.restore', { id: 'basic' });
  await see('connections.delete', { id, evenIfUsed: true });
  await see('connections.restore', { id });
  // A reveal shows one value, never the whole set.
  await see('secrets.reveal', { owner: id, name: 'tokenSet' });
  await see('connections.allowHost', { id, host: 'api.example.com' });
  await see('connections.removeAuthorization', { id });
  await see('app.info', {});
  await see('preferences.read', {});
  await see('presets.list', {});
  await see('resources.list', {});
  await see('connections.list', {});
  // The console has seen all of it go by.
  await see('console.list', { limit: 2000 });
  const { exchanges } = await get('console.list', { limit: 2000 });
  expect(new Set(exchanges.map(({ kind }) => kind))).toEqual(new Set(['token', 'window', 'refresh', 'get']));
  for (const exchange of exchanges) {
    await see('console.exchange', { id: exchange.id });
    await see('console.curl', { id: exchange.id, withToken: false });
  }
  platform.saveTo = join(dataFolder, 'diagnosis.json');
  await see('console.exportBundle', {});
  // It must hold something, or its silence says nothing.
  expect(readFileSync(platform.saveTo, 'utf8')).toContain(`${service.origin}/echo`);
  // A value of the wrong kind is not said back.
  await see('vault.useKey', { passphrase: secretOf('x'.repeat(2000)) });
  await see('secrets.reveal', { owner: secretOf('owner'), name: 'nothing' });
  await expect.poll(() => platform.sent.length).toBeGreaterThan(3);

  expect(service.asked('/echo').map((seen) => seen.headers['x-key'])).toContain(secretOf('header'));
  expect(responses.filter(({ text }) => text.includes(canary))).toEqual([]);
  expect(platform.sent.filter(({ payload }) => JSON.stringify(payload).includes(canary))).toEqual([]);
  expect(platform.windows.map(({ title }) => title).join()).not.toContain(canary);
  expect(filesBelow(dataFolder).filter((path) => readFileSync(path).includes(canary))).toEqual([]);

  const revealed = await ask('secrets.reveal', { owner: id, name: 'clientSecret' });
  expect(revealed).toEqual({ ok: true, value: { value: secretOf('client') } });
});

it('refuses what is no call and what a call cannot take, without an exception', async () => {
  const handleCall = tokenboard.app.handleCall;
  for (const channel of ['nonsense', 'constructor', '__proto__', 'toString'])
    expect(await handleCall(channel, {})).toMatchObject({ ok: false, error: { code: 'input.unknown_call' } });
  for (const channel of Object.keys(calls)) {
    for (const request of [null, undefined, 'text', 7, []])
      expect(await handleCall(channel, request)).toMatchObject({ ok: false, error: { code: 'input.invalid' } });
  }
});

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}
