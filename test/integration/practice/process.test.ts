import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect, createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, expect, it } from 'vitest';
import { practiceReadySchema } from '../../../app/practice/messages.ts';
import { logIn as logInByOAuth1, send } from './oauth1-client.ts';
import { getWith, logIn, passwordGrant, post, refreshGrant, requestTokens } from './oauth2-client.ts';
import { entry, type RunningPractice, startPractice, temporaryFolder } from './start.ts';

const folders: { remove(): void }[] = [];
const running: RunningPractice[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((practice) => practice.stop()));
  for (const folder of folders.splice(0)) folder.remove();
});

async function start(args: string[] = []): Promise<RunningPractice> {
  const practice = await startPractice(args);
  running.push(practice);
  return practice;
}

function newStateFile(): string {
  const folder = temporaryFolder();
  folders.push(folder);
  return join(folder.path, 'deeper', 'practice.json');
}

it('still takes the refresh token of yesterday: clients, keys and grants survive a restart', async () => {
  const state = newStateFile();
  const before = await start(['--state', state]);
  const tokens = await (await logIn(before)).exchange();
  const rotated = await requestTokens(before, refreshGrant(tokens.refresh_token));
  const oauth1 = await logInByOAuth1(before);
  await before.stop();
  expect(statSync(state).mode & 0o777).toBe(0o600);

  const after = await start(['--state', state]);
  expect(after.ready.oauth2).toEqual(before.ready.oauth2);
  expect(after.ready.oauth1).toEqual(before.ready.oauth1);
  const refreshed = await requestTokens(after, refreshGrant(rotated.refresh_token));
  expect((await getWith(after, '/api/sales?limit=1', refreshed.access_token)).status).toBe(200);
  expect((await send(after, { path: '/api/profile', token: oauth1 })).status).toBe(200);
  const reused = await post(after, '/oauth2/token', refreshGrant(tokens.refresh_token));
  expect(await reused.json()).toMatchObject({ error: 'invalid_grant' });
});

it('loses no token that it responded with, killed right after the response', async () => {
  const state = newStateFile();
  const before = await start(['--state', state]);
  const { refresh_token } = await requestTokens(before, passwordGrant);
  before.process.kill('SIGKILL');
  await before.stop();
  const after = await start(['--state', state]);
  expect((await post(after, '/oauth2/token', refreshGrant(refresh_token))).status).toBe(200);
});

it('moves an unreadable state file aside and begins anew', async () => {
  const state = newStateFile();
  await (await start(['--state', state])).stop();
  writeFileSync(state, '{"version":1,"ident');
  const practice = await start(['--state', state]);
  expect((await requestTokens(practice, passwordGrant)).token_type).toBe('Bearer');
  expect(readFileSync(`${state}.unreadable`, 'utf8')).toBe('{"version":1,"ident');
});

it('ends when its parent lets go of it', async () => {
  const practice = await startPractice();
  expect(await practice.stop()).toBe(0);
});

it('ends when its parent is killed', async () => {
  const parentSource = `
    const child = require('node:child_process').fork(${JSON.stringify(entry)}, [], { execArgv: [] });
    child.on('message', () => console.log(child.pid));`;
  const parent = spawn(process.execPath, ['-e', parentSource], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(createInterface(parent.stdout), 'line');
  parent.kill('SIGKILL');
  // Its end of the pipe closes when the last process that writes to it has gone: the service itself.
  await once(parent.stdout, 'close');
  expect(Number(line)).toBeGreaterThan(0);
});

it('takes the port asked for, and another one where that is taken', async () => {
  const blocker = createServer().listen(0, '127.0.0.1');
  await once(blocker, 'listening');
  const address = blocker.address();
  const port = typeof address === 'object' && address ? String(address.port) : '';
  const elsewhere = await start(['--port', port]);
  expect(new URL(elsewhere.origin).port).not.toBe(port);
  blocker.close();
  await once(blocker, 'close');
  const practice = await start(['--port', port]);
  expect(practice.origin).toBe(`http://127.0.0.1:${port}`);
});

it('listens on 127.0.0.1 alone', async () => {
  const practice = await start();
  const port = Number(new URL(practice.origin).port);
  const others = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
    .map(({ address }) => address);
  for (const host of ['::1', '127.0.0.2', ...others]) {
    const socket = connect({ host, port });
    await expect(once(socket, 'connect')).rejects.toThrow(/ECONNREFUSED|EADDRNOTAVAIL|ENETUNREACH/);
  }
});

it('does not respond under another name', async () => {
  const practice = await start();
  const asked = request(`${practice.origin}/`, { headers: { host: 'practice.evil.example' } }).end();
  const [response] = await once(asked, 'response');
  response.resume();
  expect(response.statusCode).toBe(421);
});

it('takes a token lifetime as argument', async () => {
  const practice = await start(['--token-lifetime', '7']);
  expect((await requestTokens(practice, passwordGrant)).expires_in).toBe(7);
});

it('prints what it is when it is started by hand', async () => {
  const child = spawn(process.execPath, [entry], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(createInterface(child.stdout), 'line');
  const ready = practiceReadySchema.parse(JSON.parse(line));
  expect(await (await fetch(`${ready.origin}/`)).text()).toContain('The practice service');
  child.kill();
  await once(child, 'exit');
});
