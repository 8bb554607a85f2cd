import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { message } from '../../../app/shared/messages/message.ts';
import type { KeyStore } from '../../../app/vault/key-store.ts';
import { connection, resource } from '../../servers/items.ts';
import { memoryKeyStore, noKeyStore } from '../../servers/key-stores.ts';
import { type StartOptions, startApp } from '../../servers/start-app.ts';

const ended: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ended.splice(0).reverse()) await end();
});
async function start(options: StartOptions = {}) {
  const tokenboard = await startApp(options);
  ended.push(tokenboard.stop);
  return tokenboard;
}
function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'tokenboard-app-'));
  ended.push(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

it('opens the window while the keychain still asks its owner, and tells when it is open [38]', async () => {
  let response: (value: string) => void = () => undefined;
  const waiting = new Promise<string>((resolve) => {
    response = resolve;
  });
  const keyStore: KeyStore = { read: () => waiting, write: async () => undefined };
  const { get, platform } = await start({ keyStore });
  expect((await get('app.info', {})).vault).toEqual({ status: 'opening' });
  expect(await get('preferences.read', {})).toMatchObject({ theme: 'system' });
  const list = get('connections.list', {});
  response(Buffer.alloc(32, 1).toString('base64'));
  expect(await list).toEqual([]);
  expect((await get('app.info', {})).vault).toEqual({ status: 'keychain' });
  await expect.poll(() => platform.sent.map(({ event }) => event)).toContain('app.changed');
});

it('starts with damaged files, says so until it is dismissed, and says where nothing keeps secrets [38] [39]', async () => {
  const dataFolder = folder();
  writeFileSync(join(dataFolder, 'resources.json'), '{"torn":');
  const { get, platform } = await start({ dataFolder, keyStore: noKeyStore });
  expect(await get('resources.list', {})).toEqual([]);
  const info = await get('app.info', {});
  expect(info.notices).toEqual([
    expect.objectContaining({ title: message('files.damaged', { what: message('files.of.resources') }) }),
  ]);
  expect(info.region).toEqual({ dates: 'de-CH', numbers: null });
  expect(info.vault).toEqual({ status: 'session', reason: message('vault.keychain.none') });
  await get('app.dismissNotice', { id: info.notices[0]?.id ?? '' });
  expect((await get('app.info', {})).notices).toEqual([]);
  expect(platform.sent.map(({ event }) => event)).toContain('app.changed');
  await get('connections.save', { connection: connection(), secrets: { clientSecret: 'held' } });
  expect(await get('vault.useKey', { passphrase: 'mine' })).toEqual({ status: 'key', source: 'user' });
  expect(await get('secrets.reveal', { owner: 'connection-1', name: 'clientSecret' })).toEqual({ value: 'held' });
});

it('keeps its folder to the user, and opens the window again when it is asked for', async () => {
  const dataFolder = join(folder(), 'new');
  const { app, platform } = await start({ dataFolder });
  expect(statSync(dataFolder).mode & 0o777).toBe(0o700);
  app.showMainWindow();
  expect(platform.shown).toEqual(['main']);
  const before = platform.handleCall();
  platform.closeMainWindow();
  await expect
    .poll(() => {
      app.showMainWindow();
      return platform.shown.length;
    })
    .toBeGreaterThan(1);
  expect(platform.handleCall()).toBe(before);
});

it('orders, duplicates, deletes and brings back resources, secrets included; all is there tomorrow', async () => {
  const dataFolder = folder();
  const keyStore = memoryKeyStore();
  const { get, app } = await start({ dataFolder, keyStore });
  for (const id of ['a', 'b', 'c'])
    await get('resources.save', {
      resource: resource({ id, name: id, authorization: { type: 'bearer' } }),
      secrets: { bearerToken: `token of ${id}` },
    });
  await get('resources.reorder', { ids: ['c', 'a'] });
  const copy = await get('resources.duplicate', { id: 'a' });
  expect(copy.resource.name).toBe('a copy');
  await get('resources.delete', { id: 'a' });
  await get('resources.restore', { id: 'a' });
  await get('resources.delete', { id: 'b' });
  await app.close();

  const tomorrow = await start({ dataFolder, keyStore });
  const names = (await tomorrow.get('resources.list', {})).map((view) => view.resource.name);
  expect(names).toEqual(['c', 'a', 'a copy']);
  for (const [owner, value] of [
    ['a', 'token of a'],
    [copy.resource.id, 'token of a'],
    ['c', 'token of c'],
  ] as const)
    expect(await tomorrow.get('secrets.reveal', { owner, name: 'bearerToken' })).toEqual({ value });
  expect((await tomorrow.fail('resources.restore', { id: 'b' })).code).toBe('resource.not_found');
  expect((await tomorrow.fail('secrets.reveal', { owner: 'b', name: 'bearerToken' })).code).toBe('input.no_secret');
});

it('moves what belongs to the practice service when its port was taken meanwhile', async () => {
  const { get } = await start();
  const { resourceIds } = await get('practice.setUp', { grants: ['authorization_code'] });
  const urlOf = async () => (await get('resources.list', {}))[0]?.resource.url ?? '';
  const before = new URL(await urlOf());
  await get('practice.stop', {});
  const blocker: Server = createServer();
  await new Promise<void>((resolve) => {
    // Somebody else has it by now: just as good.
    blocker.once('error', () => resolve());
    blocker.listen(Number(before.port), '127.0.0.1', resolve);
  });
  ended.push(() => new Promise((resolve) => blocker.close(resolve)));
  await get('practice.start', {});
  const after = new URL(await urlOf());
  expect(after.port).not.toBe(before.port);
  expect(after.pathname).toBe('/api/sales');
  expect((await get('connections.list', {}))[0]?.usedBy).toEqual(resourceIds);
});

it('opens links to the web alone in the system browser [7]', async () => {
  const { get, fail, platform } = await start();
  await get('app.openLink', { url: 'https://example.com/' });
  for (const url of ['file:///etc/passwd', 'javascript:alert(1)', 'ms-settings:', ' https://example.com'])
    expect((await fail('app.openLink', { url })).code).toBe('input.invalid');
  expect(platform.opened).toEqual(['https://example.com/']);
});
