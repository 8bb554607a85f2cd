import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { LoginCookie } from '../../../app/platform/platform.ts';
import { memoryKeyStore } from '../../servers/key-stores.ts';
import { startApp } from '../../servers/start-app.ts';
import { connectionTo, quickLogin, type Service, startService } from './service.ts';

const keyStore = memoryKeyStore();
let folder: string;
let service: Service;
let tokenboard: Awaited<ReturnType<typeof startApp>>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tokenboard-cookies-'));
  service = await startService();
  await start();
});
afterEach(async () => {
  await tokenboard.stop();
  await service.close();
  rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<void> {
  tokenboard = await startApp({ dataFolder: folder, keyStore });
  tokenboard.platform.login = quickLogin;
}
const restart = async (): Promise<void> => {
  await tokenboard.stop();
  await start();
};

const sid: LoginCookie = {
  name: 'sid',
  value: 'a-session-of-ann-0123456789',
  domain: 'login.example.com',
  path: '/',
  secure: true,
  httpOnly: true,
  sameSite: 'lax',
  expires: Math.floor(Date.now() / 1000) + 86_400,
};

const changed = (changes: Parameters<typeof connectionTo>[1] = {}) => connectionTo(service, changes);

/** Logs in; the window leaves these cookies. Returns what it was opened with. */
async function logIn({ connection = changed(), freshSession = false, leaves = [sid] } = {}) {
  await tokenboard.get('connections.requestToken', { connection, secrets: {}, freshSession });
  const opened = tokenboard.platform.windows.at(-1);
  opened?.onCookies?.(leaves);
  return opened;
}

it('keeps who is logged in over the end of the app, for that connection alone [2]', async () => {
  expect((await logIn())?.cookies).toEqual([]);
  await restart();
  expect((await logIn())?.cookies).toEqual([sid]);
  expect((await logIn({ connection: changed({ id: 'another', name: 'Another' }) }))?.cookies).toEqual([]);
});

it('keeps the other account once somebody else has logged in', async () => {
  await logIn();
  const ben = { ...sid, value: 'a-session-of-ben-0123456789' };
  expect(await logIn({ freshSession: true, leaves: [ben] })).toMatchObject({ freshSession: true });
  await restart();
  expect((await logIn())?.cookies).toEqual([ben]);
});

it('keeps nothing where every login is to start without cookies, and forgets what was there', async () => {
  await logIn();
  const fresh = await logIn({ connection: changed({ session: 'fresh' }) });
  expect(fresh).toMatchObject({ freshSession: true });
  expect(fresh).not.toHaveProperty('cookies');
  expect(fresh).not.toHaveProperty('onCookies');
  expect((await logIn())?.cookies).toEqual([]);
});

it('forgets them with the authorization and with the connection; Undo brings them back', async () => {
  const { get } = tokenboard;
  await logIn();
  await get('connections.delete', { id: 'connection-1', evenIfUsed: true });
  await get('connections.restore', { id: 'connection-1' });
  expect((await logIn())?.cookies).toEqual([sid]);
  const { id } = (await get('connections.duplicate', { id: 'connection-1' })).connection;
  expect((await logIn({ connection: changed({ id }) }))?.cookies).toEqual([]);
  expect(tokenboard.platform.forgotten).toContain('connection-1');
  tokenboard.platform.forgotten.length = 0;
  await get('connections.removeAuthorization', { id: 'connection-1' });
  expect(tokenboard.platform.forgotten).toEqual(['connection-1']);
  expect((await logIn())?.cookies).toEqual([]);
});

it('keeps nothing of a login that was cancelled', async () => {
  const { get, ask, platform } = tokenboard;
  platform.login = () => new Promise(() => undefined);
  const request = ask('connections.requestToken', { connection: changed(), secrets: {}, freshSession: false });
  await expect.poll(() => platform.windows.length).toBe(1);
  await get('connections.cancelRequest', { id: 'connection-1' });
  expect(await request).toMatchObject({ ok: false, error: { code: 'window.cancelled' } });
  platform.windows[0]?.onCookies?.([sid]);
  platform.login = quickLogin;
  expect((await logIn())?.cookies).toEqual([]);
});

it('shows them to nobody [35] [37]', async () => {
  const { get, fail } = tokenboard;
  await logIn();
  expect(await fail('secrets.reveal', { owner: 'connection-1', name: 'cookies' })).toMatchObject({
    code: 'input.no_secret',
  });
  expect((await get('connections.list', {}))[0]?.secrets).toEqual(['tokenSet']);
  expect(JSON.stringify(tokenboard.platform.sent)).not.toContain('a-session-of-ann');
});
