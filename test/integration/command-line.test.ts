import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
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

/** Starts a command in this process, beside the app. */
function start(stdin: PassThrough, args: string[]) {
  const output = { stdout: '', stderr: '' };
  const collect = (name: 'stdout' | 'stderr') => {
    const stream = new PassThrough();
    stream.on('data', (bytes: Buffer) => {
      output[name] += bytes.toString();
    });
    return stream;
  };
  const ended = runCommandLine({
    args: ['--data', dataFolder, ...args],
    stdin,
    stdout: collect('stdout'),
    stderr: collect('stderr'),
    environment: { LANG: 'en_US.UTF-8' },
    signal: new AbortController().signal,
    startAlone: () => Promise.reject(new Error('an app runs')),
  }).then((code) => ({ code, ...output }));
  return { output, ended };
}
const run = (...args: string[]) => start(new PassThrough(), args).ended;

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
    expect((await run('token', 'Sales archive')).stderr).toMatch(
      /^tokenboard: .+\n {2}“tokenboard authorize” logs in to a connection\.\n$/,
    );
    const unauthorized = await run('token', 'Sales archive', '--json');
    expect(unauthorized).toMatchObject({ code: 4, stdout: '' });
    expect(JSON.parse(unauthorized.stderr).error.code).toBe('connection.not_authorized');
    expect(await run('tokn')).toMatchObject({ code: 2, stdout: '' });
    expect(await run('token', 'Sales service', '--min-valid', 'soon')).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('the rows of a resource', () => {
  it('are printed in each format, with the columns and the path asked for', async () => {
    expect(JSON.parse((await run('get', 'orders')).stdout)).toEqual([
      { id: 1, name: 'one' },
      { id: 2, name: 'two' },
    ]);
    expect((await run('get', 'orders', '--format', 'csv', '--columns', 'name, id')).stdout).toBe(
      'name,id\none,1\ntwo,2\n',
    );
    expect((await run('get', 'orders', '-f', 'ndjson', '-p', '$[?@.id > 1]')).stdout).toBe('{"id":2,"name":"two"}\n');
    expect((await run('get', 'orders', '--format', 'xlsx')).stdout.slice(0, 2)).toBe('PK');
    expect(await run('get', 'orders', '--columns', 'nothing')).toMatchObject({
      code: 3,
      stdout: '',
      stderr: 'tokenboard: There is no column “nothing”. The columns: id, name.\n',
    });
    expect((await run('get', 'orders', '--format', 'xml')).code).toBe(2);
  });

  it('arrive whole when they are many, and slowly read', async () => {
    const rows = Array.from({ length: 60_000 }, (_, id) => ({ id, text: 'x'.repeat(40) }));
    service.routes['/many'] = () => json(rows);
    const many = resourceAt(service, { id: 'many', name: 'Many', url: `${service.origin}/many` });
    await tokenboard.get('resources.save', { resource: many, secrets: {} });
    expect(JSON.parse((await run('get', 'Many')).stdout)).toEqual(rows);
  });

  it('are in a file when it is whole; one that fails leaves the file before it, and nothing else', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tokenboard-cli-out-'));
    const out = join(folder, 'rows.csv');
    expect(await run('get', 'orders', '-o', out)).toMatchObject({ code: 0, stdout: '' });
    expect(readFileSync(out, 'utf8')).toBe('id,name\n1,one\n2,two\n');
    service.routes['/gone'] = () => json({ error: 'gone' }, 404);
    const gone = resourceAt(service, { id: 'gone', name: 'Gone', url: `${service.origin}/gone` });
    await tokenboard.get('resources.save', { resource: gone, secrets: {} });
    expect((await run('get', 'Gone', '-o', out)).code).toBe(6);
    expect(readdirSync(folder)).toEqual(['rows.csv']);
    expect((await run('get', 'orders', '-o', join(folder, 'none', 'rows.csv'))).code).toBe(1);
    rmSync(folder, { recursive: true });
  });

  it('are fetched once for commands that ask at once, and a run tells how each resource did', async () => {
    let asked = 0;
    service.routes['/slow'] = () => {
      asked += 1;
      return json([{ id: 1 }]);
    };
    const slow = resourceAt(service, { id: 'slow', name: 'Slow', url: `${service.origin}/slow` });
    await tokenboard.get('resources.save', { resource: slow, secrets: {} });
    const all = await Promise.all(Array.from({ length: 4 }, () => run('get', 'slow')));
    expect(all.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
    expect(asked).toBeLessThan(4);
    const ran = await run('run', 'orders', 'Gone', 'slow');
    expect(ran.code).toBe(6);
    expect(ran.stdout).toBe(
      'Orders  ✓  200, 2 rows\nGone    ✗  The service has nothing at this URL.\nSlow    ✓  200, 1 row\n',
    );
    expect((await run('run')).code).toBe(2);
    const history = await tokenboard.get('resources.history', { id: 'slow' });
    expect(JSON.stringify(history)).toContain('"by":"terminal"');
  });
});

describe('feeds, keys and presets', () => {
  it('publishes a resource, and creates and revokes a key that is shown once', async () => {
    expect((await run('feeds', 'publish', 'orders')).code).toBe(0);
    const created = await run('keys', 'create', 'orders', '--name', 'Wall', '--expires', '90d');
    const key = created.stdout.trim();
    expect(key.length).toBeGreaterThan(30);
    const listed = await run('keys', 'list', 'orders');
    expect(listed.stdout).toMatch(/^Key +Feed +Ends with +Expires +Last used +ID\nWall +Orders +…/);
    expect(
      listed.stdout + (await run('feeds', 'list')).stdout + (await run('keys', 'list', '--json')).stdout,
    ).not.toContain(key);
    expect((await run('feeds', 'off', 'orders', '--json')).stdout).toContain('"isOn": false');
    expect((await run('keys', 'revoke', 'wall')).code).toBe(0);
    expect((await run('keys', 'revoke', 'wall')).code).toBe(3);
    expect((await run('feeds', 'unpublish', 'orders')).code).toBe(0);
    expect(JSON.parse((await run('feeds', 'list', '--json')).stdout).feeds).toEqual([]);
  });

  it('prints how a tool reads a feed, with a new key only where one is asked for', async () => {
    expect((await run('feeds', 'publish', 'orders', '--name', 'Wall')).code).toBe(0);
    const tools = await run('feeds', 'use');
    expect(tools.stdout).toMatch(/^Tool +ID\n(.*\n)*Power BI +powerBi +The Power BI service/);
    expect(JSON.parse((await run('feeds', 'use', 'wall', '--json')).stdout)).toHaveLength(18);

    const plain = await run('feeds', 'use', 'wall', 'curl');
    expect(plain.stdout).toContain("'http://127.0.0.1:8439/feeds/Wall.json'");
    expect(plain.stdout).toContain('YOUR_FEED_KEY');
    expect(plain.stderr).toMatch(/^curl: The key is in the history of the shell\..*\n\nIn a terminal .*:\n/);
    expect(plain.stderr).toContain('“tokenboard feeds use Wall curl --key” creates one');
    expect((await run('keys', 'list', 'wall')).stdout).toBe('');

    const unmet = await run('feeds', 'use', 'wall', 'kiosk');
    expect(unmet.stderr).toContain('! It sends nothing but a URL, and this feed does not accept its key there.\n');
    const fields = await run('feeds', 'use', 'wall', 'peakboard');
    expect(fields.stdout).toMatch(
      /^Data source +JSON\nURL +http:.*\nAuthentication type +Bearer\nToken +YOUR_FEED_KEY\n/,
    );
    const never = await run('feeds', 'use', 'wall', 'google sheets', '--key');
    expect([never.stdout, never.stderr]).toEqual(['', expect.stringMatching(/^Google Sheets: .*cannot reach.*\n$/)]);
    expect((await run('keys', 'list', 'wall')).stdout).toBe('');

    const withKey = JSON.parse((await run('feeds', 'use', 'wall', 'Power BI', '--key', '--json')).stdout);
    expect(withKey).toMatchObject({ tool: 'powerBi', feed: 'Wall', hasKey: true });
    expect(JSON.stringify(withKey.parts)).not.toContain('YOUR_FEED_KEY');
    const [made] = JSON.parse((await run('keys', 'list', 'wall', '--json')).stdout);
    expect(made).toMatchObject({ name: 'Power BI' });
    expect(JSON.stringify(withKey.parts)).toContain(made.ending);
    expect((await run('feeds', 'use', 'wall', 'nothing')).code).toBe(3);
    expect((await run('feeds', 'unpublish', 'wall')).code).toBe(0);
  });

  it('finds presets', async () => {
    expect((await run('presets', 'search', 'github')).stdout).toMatch(/^Preset +ID\n(.*\n)*GitHub +github/);
    expect(JSON.parse((await run('presets', 'show', 'github', '--json')).stdout).id).toBe('github');
    expect((await run('presets', 'search', 'qqqq')).code).toBe(3);
  });
});

describe('a login by command', () => {
  it('says that it is done, and leaves the connection as it was', async () => {
    const done = await run('authorize', 'Sales service', '--popup');
    expect(done).toMatchObject({ code: 0, stdout: '' });
    expect(done.stderr).toContain('“Sales service” is authorized.\n');
    const { connections } = JSON.parse((await run('list', '--json')).stdout);
    expect(connections[0]).toMatchObject({ status: 'authorized' });
  });

  it('follows a callback that another computer’s browser could not deliver', async () => {
    const lines = new PassThrough() as PassThrough & { isTTY?: boolean };
    lines.isTTY = true;
    const running = start(lines, ['authorize', 'Sales archive', '--browser']);
    const shown = () => /\n {2}(http\S+)\n/.exec(running.output.stderr)?.[1] ?? '';
    await expect.poll(shown).not.toBe('');
    const link = shown();
    const asked = new URL(link).searchParams;
    const callback = `${asked.get('redirect_uri')}?${new URLSearchParams({ code: 'c', state: asked.get('state') ?? '' })}`;
    lines.write(`${callback}\n`);
    expect((await running.ended).code).toBe(0);
    const [, archive] = (await tokenboard.get('connections.list', {})).map(({ connection }) => connection);
    expect(archive).toMatchObject({ name: 'Sales archive', window: 'popup' });
    expect(tokenboard.platform.opened).toEqual([link]);
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
