import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { calls } from '../../../app/api/contract.ts';
import { startApp } from '../../servers/start-app.ts';
import { json } from '../../servers/token-server.ts';
import { connectionTo, quickLogin, resourceAt, type Service, startService } from './service.ts';

// Every secret has the word in it. No answer, event or file of a whole run may show it.
const canary = 'canary';
const secretOf = (name: string) => `${canary}-${name}-0123456789`;

let tokenboard: Awaited<ReturnType<typeof startApp>>;
let service: Service;
beforeAll(async () => {
  service = await startService();
  tokenboard = await startApp();
  tokenboard.host.login = quickLogin;
  service.routes['/echo'] = (seen) =>
    json(
      { error: 'refused', error_description: `you sent ${seen.headers.authorization} ${seen.headers['x-key']}` },
      403,
    );
  service.tokenAnswers.push(
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
});
afterAll(async () => {
  await tokenboard.stop();
  await service.close();
});

it('shows a secret in no answer and no event but the reveal asked for, and in no file [35] [37]', async () => {
  const { ask, get, host, dataFolder } = tokenboard;
  const answers: { name: string; text: string }[] = [];
  const see: typeof ask = async (name, request) => {
    const result = await ask(name, request);
    answers.push({ name, text: JSON.stringify(result) });
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
  const { hops } = await get('console.list', { limit: 2000 });
  expect(new Set(hops.map(({ kind }) => kind))).toEqual(new Set(['token', 'window', 'refresh', 'get']));
  for (const hop of hops) {
    await see('console.hop', { id: hop.id });
    await see('console.curl', { id: hop.id, withToken: false });
  }
  host.saveTo = join(dataFolder, 'diagnosis.json');
  await see('console.exportBundle', {});
  // It must hold something, or its silence says nothing.
  expect(readFileSync(host.saveTo, 'utf8')).toContain(`${service.origin}/echo`);
  // A value of the wrong kind is not said back.
  await see('vault.useKey', { passphrase: secretOf('x'.repeat(2000)) });
  await see('secrets.reveal', { owner: secretOf('owner'), name: 'nothing' });
  await expect.poll(() => host.sent.length).toBeGreaterThan(3);

  expect(service.asked('/echo').map((seen) => seen.headers['x-key'])).toContain(secretOf('header'));
  expect(answers.filter(({ text }) => text.includes(canary))).toEqual([]);
  expect(host.sent.filter(({ payload }) => JSON.stringify(payload).includes(canary))).toEqual([]);
  expect(host.windows.map(({ title }) => title).join()).not.toContain(canary);
  expect(filesBelow(dataFolder).filter((path) => readFileSync(path).includes(canary))).toEqual([]);

  const revealed = await ask('secrets.reveal', { owner: id, name: 'clientSecret' });
  expect(revealed).toEqual({ ok: true, value: { value: secretOf('client') } });
});

it('refuses what is no call and what a call cannot take, without an exception', async () => {
  const answerCall = tokenboard.app.answerCall;
  for (const channel of ['nonsense', 'constructor', '__proto__', 'toString'])
    expect(await answerCall(channel, {})).toMatchObject({ ok: false, error: { code: 'input.unknown_call' } });
  for (const channel of Object.keys(calls)) {
    for (const request of [null, undefined, 'text', 7, []])
      expect(await answerCall(channel, request)).toMatchObject({ ok: false, error: { code: 'input.invalid' } });
  }
});

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}
