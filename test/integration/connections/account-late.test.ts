import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startApp } from '../../servers/start-app.ts';
import { json } from '../../servers/token-server.ts';
import { connectionTo, quickLogin, type Service, startService } from '../core/service.ts';

let service: Service;
let tokenboard: Awaited<ReturnType<typeof startApp>>;
/** Requests that the service has not responded to yet, by path. */
let open: Map<string, ServerResponse>;
/** What it does not respond to before the test says so. */
let slow: string[];

beforeEach(async () => {
  open = new Map();
  slow = ['/me'];
  let issued = 0;
  service = await startService();
  service.server.respondWith(({ path }, response) => {
    if (slow.includes(path)) {
      open.set(path, response);
      return undefined;
    }
    issued += 1;
    return token(issued);
  });
  tokenboard = await startApp();
  tokenboard.platform.login = quickLogin;
});
afterEach(async () => {
  await tokenboard.stop();
  await service.close();
});

const id = 'connection-1';
const token = (number: number, more: Record<string, string> = { refresh_token: `refresh-${number}` }) =>
  json({ access_token: `access-${number}`, token_type: 'bearer', expires_in: 3600, ...more });
async function respond(path: string, { status = 200, headers, body }: ReturnType<typeof json>): Promise<void> {
  await expect.poll(() => open.has(path)).toBe(true);
  open.get(path)?.writeHead(status, headers).end(body);
}
const logIn = (changes: Parameters<typeof connectionTo>[1] = {}, secrets: Record<string, string> = {}) =>
  tokenboard.get('connections.requestToken', {
    connection: connectionTo(service, { accountUrl: `${service.origin}/me`, ...changes }),
    secrets,
    freshSession: false,
  });
const statusNow = async () => (await tokenboard.get('connections.list', {}))[0]?.status;
const accessToken = async () => (await tokenboard.get('secrets.reveal', { owner: id, name: 'accessToken' })).value;

it('adds a name that comes late to the token that another process of the app has renewed meanwhile [29]', async () => {
  await logIn();
  const { dataFolder, keyStore } = tokenboard;
  const second = await startApp({ dataFolder, keyStore });
  await second.get('connections.refresh', { id });
  await respond('/me', json({ email: 'ann@example.com' }));
  await expect.poll(statusNow).toMatchObject({ status: 'authorized', account: 'ann@example.com' });
  expect(await accessToken()).toBe('access-2');
  await second.app.close();
});

it('adds a name that comes while a renewal runs that could not begin any more', async () => {
  const password = { grant: 'password', username: 'ann', rememberPassword: true } as const;
  slow.push('/token');
  const authorizing = logIn(password, { password: 'pass word' });
  await respond('/token', token(1, {}));
  await authorizing;
  open.delete('/token');
  const renewing = tokenboard.get('connections.refresh', { id });
  await expect.poll(() => open.has('/token')).toBe(true);
  const draft = connectionTo(service, { ...password, rememberPassword: false, accountUrl: `${service.origin}/me` });
  await tokenboard.get('connections.save', { connection: draft, secrets: {} });
  await respond('/me', json({ email: 'ann@example.com' }));
  await respond('/token', token(2, {}));
  await renewing;
  await expect.poll(statusNow).toMatchObject({ account: 'ann@example.com' });
  expect(await accessToken()).toBe('access-2');
});
