import { mkdtempSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../app/cli/run.ts';
import { connectLocal } from '../../app/local/client.ts';
import { becomeFirstInstance, type FirstInstance } from '../../app/platform/instance.ts';
import { type StartedApp, startApp } from '../servers/start-app.ts';
import { json } from '../servers/token-server.ts';
import { connectionTo, quickLogin, resourceAt, type Service, startService } from './core/service.ts';

let dataFolder: string;
let instance: FirstInstance;
let tokenboard: StartedApp;
let service: Service;

beforeAll(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'tokenboard-cli-'));
  service = await startService();
  const first = await becomeFirstInstance(dataFolder);
  if (first === undefined) throw new Error('not the first');
  instance = first;
  tokenboard = await startApp({ dataFolder });
  instance.onCall(tokenboard.app.acceptSession);
  tokenboard.platform.login = quickLogin;
  const secrets = { clientSecret: 'the-client-secret' };
  await tokenboard.get('connections.requestToken', {
    connection: connectionTo(service, { name: 'Sales service', apiHeaders: { 'x-version': '3' } }),
    secrets,
    freshSession: false,
  });
  await tokenboard.get('connections.save', {
    connection: connectionTo(service, { id: 'connection-2', name: 'Sales archive' }),
    secrets: {},
  });
  await tokenboard.get('resources.save', { resource: resourceAt(service, { name: 'Orders' }), secrets: {} });
}, 60_000);

afterAll(async () => {
  await tokenboard.stop();
  instance.release();
  await service.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

/** Runs a command in this process, beside the app. */
async function run(...args: string[]) {
  const output = { stdout: '', stderr: '' };
  const collect = (name: 'stdout' | 'stderr') => {
    const stream = new PassThrough();
    stream.on('data', (bytes: Buffer) => {
      output[name] += bytes.toString();
    });
    return stream;
  };
  const code = await runCommandLine({
    args: ['--data', dataFolder, ...args],
    stdin: new PassThrough(),
    stdout: collect('stdout'),
    stderr: collect('stderr'),
    environment: { LANG: 'en_US.UTF-8' },
    signal: new AbortController().signal,
    startAlone: () => Promise.reject(new Error('an app runs')),
  });
  return { code, ...output };
}

describe('a command beside the open app', () => {
  it('lists connections and resources, without secrets', async () => {
    const listed = await run('list');
    expect(listed).toMatchObject({ code: 0, stderr: '' });
    expect(listed.stdout).toMatch(/^Connection +ID +Status\nSales service +connection-1 +authorized, expires in/);
    expect(listed.stdout).toMatch(/\nOrders +resource-1 +Sales service +never\n/);
    const { connections, resources } = JSON.parse((await run('list', '--json')).stdout);
    expect(connections[0]).toMatchObject({ id: 'connection-1', status: 'authorized', renewsByItself: true });
    expect(resources[0]).toMatchObject({ id: 'resource-1', connection: 'connection-1', lastRun: null });
    expect(JSON.parse((await run('list', '--connections', '--json')).stdout).resources).toEqual([]);
  });

  it('shows a connection and a resource by a beginning of the name', async () => {
    const shown = await run('show', 'sales s');
    expect(shown.stdout).toContain('Sales service');
    expect(shown.stdout + (await run('show', 'sales s', '--json')).stdout).not.toMatch(
      /access-token|the-client-secret/,
    );
    expect(JSON.parse((await run('show', 'ORDERS', '--json')).stdout).url).toBe(`${service.origin}/data`);
  });

  it('prints a token, its header, and what a program needs to use it', async () => {
    const { stdout } = await run('token', 'Sales service');
    expect(service.valid).toContain(stdout.trim());
    expect((await run('token', 'connection-1', '--header')).stdout).toBe(`Authorization: Bearer ${stdout}`);
    expect(JSON.parse((await run('token', 'connection-1', '--json')).stdout)).toMatchObject({
      accessToken: stdout.trim(),
      headers: { 'x-version': '3', Authorization: `Bearer ${stdout.trim()}` },
    });
  });

  it('renews a token that does not last as long as asked, once for all that ask', async () => {
    const before = service.asked('/token').length;
    service.tokenResponses.push(
      json({ access_token: 'long', token_type: 'bearer', refresh_token: 'r', expires_in: 9_000 }),
    );
    // The stored one is valid for an hour: it could have lasted so long when it was new.
    const late = await Promise.all(
      Array.from({ length: 5 }, () => run('token', 'Sales service', '--min-valid', '3600s')),
    );
    expect(late.map(({ code, stdout }) => [code, stdout])).toEqual(Array.from({ length: 5 }, () => [0, 'long\n']));
    expect(service.asked('/token').length - before).toBe(1);
    const never = await run('token', 'Sales service', '--min-valid', '3d');
    expect(never.code).toBe(9);
    expect(service.asked('/token').length - before).toBe(1);
  });

  it('says with its exit code what is wrong', async () => {
    expect(await run('token', 'Sales')).toMatchObject({
      code: 3,
      stdout: '',
      stderr: 'tokenboard: “Sales” could be several: Sales service (connection-1), Sales archive (connection-2).\n',
    });
    expect((await run('token', 'nothing')).code).toBe(3);
    const unauthorized = await run('token', 'Sales archive', '--json');
    expect(unauthorized).toMatchObject({ code: 4, stdout: '' });
    expect(JSON.parse(unauthorized.stderr).error.code).toBe('connection.not_authorized');
    expect(await run('tokn')).toMatchObject({ code: 2, stdout: '' });
    expect(await run('token', 'Sales service', '--min-valid', 'soon')).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('the local socket', () => {
  const send = (text: string) =>
    new Promise<string>((resolve) => {
      const socket = createConnection(join(dataFolder, 'instance.socket'));
      let received = '';
      socket.on('data', (bytes) => {
        received += bytes.toString();
      });
      socket.once('close', () => resolve(received));
      socket.on('error', () => {});
      socket.write(text);
    });

  it('gives no secret but a token, and makes no call that shows something in the window', async () => {
    const client = await connectLocal(dataFolder);
    // A name of another version.
    for (const name of ['secrets.reveal', 'export.start', 'vault.reset', 'local.none'])
      await expect(client?.call(name as 'app.info', {})).rejects.toMatchObject({ code: 'input.unknown_call' });
    await expect(client?.call('local.token', { connection: '' })).rejects.toMatchObject({ code: 'input.invalid' });
    const listed = JSON.stringify(await client?.call('connections.list', {}));
    expect(listed).not.toMatch(/access-token|the-client-secret/);
    client?.close();
  });

  it('is not harmed by a client that breaks off, talks nonsense or says too much', async () => {
    for (const text of ['nonsense\n', 'call\nnonsense\n', 'call\n{}\n', 'call\n{"id":-1,"call":"x","request":{}}\n'])
      expect(await send(text)).toBe('');
    expect(await send(`call\n${'x'.repeat(9 * 2 ** 20)}`)).toBe('');
    expect((await run('token', 'Sales service')).code).toBe(0);
  });

  it('sends the events that a session chose', async () => {
    const client = await connectLocal(dataFolder);
    const hello = await client?.call('local.hello', { events: ['connections.changed'] });
    expect(hello).toMatchObject({ pid: process.pid, dataFolder: instance.dataFolder });
    const changed = new Promise((resolve) => client?.onEvent('connections.changed', resolve));
    await tokenboard.get('connections.refresh', { id: 'connection-1' });
    expect(await changed).toMatchObject({ views: [{ connection: { id: 'connection-1' } }] });
    client?.close();
  });
});
