import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openConnections } from '../../../app/connections/connections-file.ts';
import { openConfStore } from '../../../app/settings/conf-store.ts';
import { openVault } from '../../../app/vault/open-vault.ts';
import { connection } from '../../servers/items.ts';
import {
  json,
  type SeenRequest,
  type StubResponse,
  startTokenServer,
  type TokenServer,
} from '../../servers/token-server.ts';

const key = randomBytes(32).toString('base64');
let dataFolder: string;
let server: TokenServer;
let processes: RenewingProcess[];
/** Requests that the service has not responded to yet. */
let open: { seen: SeenRequest; response: ServerResponse }[];
let refreshToken: string;
let issued: number;

/** A refresh token is good for one use, as with rotation (RFC 9700 §2.2.2). */
function rotate(seen: SeenRequest): StubResponse {
  if (seen.form.get('refresh_token') !== refreshToken) return json({ error: 'invalid_grant' }, 400);
  issued += 1;
  refreshToken = `refresh-${issued}`;
  return json({
    access_token: `access-${issued}`,
    refresh_token: refreshToken,
    token_type: 'Bearer',
    expires_in: 3600,
  });
}

function respondToOpen(): void {
  for (const { seen, response } of open.splice(0)) {
    const { status = 200, headers, body } = rotate(seen);
    response.writeHead(status, headers).end(body);
  }
}

interface RenewingProcess {
  child: ChildProcess;
  /** What it said so far, by kind. */
  received(what: string): unknown[];
  ask(message: 'use' | 'peek' | 'scheduler'): void;
}

async function startProcess(): Promise<RenewingProcess> {
  const child = fork(new URL('./renewing-process.ts', import.meta.url), [dataFolder, key], { execArgv: [] });
  const messages: { what: string; value: unknown }[] = [];
  child.on('message', (message: { what: string; value: unknown }) => messages.push(message));
  const received = (what: string) => messages.filter((message) => message.what === what).map(({ value }) => value);
  const started = { child, received, ask: (message: 'use' | 'peek' | 'scheduler') => void child.send(message) };
  processes.push(started);
  await expect.poll(() => received('ready')).toEqual([true]);
  return started;
}

beforeEach(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'tokenboard-two-'));
  processes = [];
  open = [];
  issued = 0;
  refreshToken = 'refresh-0';
  server = await startTokenServer();
  server.respondWith((seen, response) => {
    open.push({ seen, response });
    return undefined;
  });
  openConnections({ folder: dataFolder, openStore: openConfStore, onNotice: () => undefined, now: Date.now }).save([
    connection({ id: 'c', accessTokenUrl: server.url(), clientAuthentication: 'none' }),
  ]);
  const keyStore = { read: async () => key, write: async () => undefined };
  const vault = await openVault({
    folder: join(dataFolder, 'vault'),
    environment: {},
    keyStore,
    keychainTimeoutMs: 5_000,
  });
  const ended = { obtainedAt: Date.now() - 7_200_000, expiresAt: Date.now() - 3_600_000 };
  const tokenSet = { accessToken: 'access-0', refreshToken: 'refresh-0', tokenType: 'Bearer', ...ended };
  vault.write('c', 'tokenSet', JSON.stringify(tokenSet));
});
afterEach(async () => {
  for (const { child } of processes) child.kill('SIGKILL');
  await server.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

it('renews once when two processes need the token at the same time, and both get the new one [29] [30]', async () => {
  const [one, other] = await Promise.all([startProcess(), startProcess()]);
  for (const asking of [one, other]) asking.ask('use');
  await expect
    .poll(() => [one.received('asking').length, other.received('asking').length, open.length])
    .toEqual([1, 1, 1]);
  respondToOpen();
  await expect.poll(() => [one.received('token'), other.received('token')]).toEqual([['access-1'], ['access-1']]);
  expect(server.requests).toHaveLength(1);
});

it('takes the token that another process renewed before, without asking for one [29]', async () => {
  const [one, other] = await Promise.all([startProcess(), startProcess()]);
  other.ask('peek');
  await expect.poll(() => other.received('token')).toEqual(['access-0']);
  one.ask('use');
  await expect.poll(() => open.length).toBe(1);
  respondToOpen();
  await expect.poll(() => one.received('token')).toEqual(['access-1']);
  other.ask('use');
  await expect.poll(() => other.received('token')).toEqual(['access-0', 'access-1']);
  expect(server.requests).toHaveLength(1);
});

it('goes on where the process that renewed was killed before it had a response [31]', async () => {
  const [one, other] = await Promise.all([startProcess(), startProcess()]);
  one.ask('use');
  await expect.poll(() => open.length).toBe(1);
  other.ask('use');
  await expect.poll(() => other.received('asking').length).toBe(1);
  one.child.kill('SIGKILL');
  await expect.poll(() => open.length).toBe(2);
  open.shift();
  respondToOpen();
  await expect.poll(() => other.received('token')).toEqual(['access-1']);
});

it('renews in the background in one of two processes, and the other sees it [30]', async () => {
  const [one, other] = await Promise.all([startProcess(), startProcess()]);
  for (const renewing of [one, other]) renewing.ask('scheduler');
  await expect.poll(() => open.length).toBe(1);
  respondToOpen();
  for (const renewed of [one, other])
    await expect
      .poll(() => {
        renewed.ask('peek');
        return renewed.received('token').at(-1);
      })
      .toBe('access-1');
  expect(server.requests).toHaveLength(1);
});
