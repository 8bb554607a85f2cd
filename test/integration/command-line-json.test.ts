import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everyCommand } from '../../app/cli/facts.ts';
import { runCommandLine } from '../../app/cli/run.ts';
import { becomeFirstInstance, type FirstInstance } from '../../app/platform/instance.ts';
import { newPush } from '../../app/shared/push/push.ts';
import { connection } from '../servers/items.ts';
import { type StartedApp, startApp } from '../servers/start-app.ts';
import { peakaAccount } from '../unit/peaka/peaka-accounts.ts';
import { connectionTo, quickLogin, resourceAt, type Service, startService } from './core/service.ts';
import { decide, shopFloor } from './practice/peaka-client.ts';
import { type RunningPractice, startPractice } from './practice/start.ts';

let dataFolder: string;
let instance: FirstInstance | undefined;
let tokenboard: StartedApp;
let service: Service;
let practice: RunningPractice;
let port: number;
/** Everything that commands wrote without being asked for a secret. */
let written = '';

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
  const isAsked = /^(?:token|keys create)|--key/.test(args.join(' '));
  if (!isAsked) written += output.stdout + output.stderr;
  return { code, ...output };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port: free } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return free;
}

beforeAll(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'tokenboard-cli-json-'));
  [service, practice, port] = await Promise.all([startService(), startPractice(), freePort()]);
  instance = await becomeFirstInstance(dataFolder);
  tokenboard = await startApp({ dataFolder });
  const { get, app, platform } = tokenboard;
  instance?.onCall(app.acceptSession);
  platform.login = quickLogin;
  await get('connections.requestToken', {
    connection: connectionTo(service, { name: 'Sales service' }),
    secrets: { clientSecret: 'the-client-secret' },
    freshSession: false,
  });
  await get('resources.save', { resource: resourceAt(service, { name: 'Orders' }), secrets: {} });
  const { server } = await get('feeds.list', {});
  await get('feeds.saveServer', { ...server.settings, port });
}, 60_000);
afterAll(async () => {
  await tokenboard.stop();
  instance?.release();
  await practice.stop();
  await service.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

/** For the commands about targets: a table of the feed that was published before. */
async function saveTarget(): Promise<void> {
  const { feeds } = await tokenboard.get('feeds.list', {});
  const values = { file: join(dataFolder, 'table.sqlite'), table: 'orders' };
  const push = { ...newPush('table', feeds[0]?.feed.id ?? '', 'sqlite', 'Table'), isOn: false, values };
  await tokenboard.get('push.save', { push, secrets: {} });
}

/** The list of docs/command-line.md: fields by command. */
function readDocumented(): Map<string, string[]> {
  const text = readFileSync(fileURLToPath(new URL('../../docs/command-line.md', import.meta.url)), 'utf8');
  const [, section = ''] = /\n## JSON\n([\s\S]*?)\n## /.exec(text) ?? [];
  const found = new Map<string, string[]>();
  let commands: string[] = [];
  for (const [, names = '', fields = ''] of section.matchAll(/^ {4}(.{26})(\S.*)$/gm)) {
    if (names.trim() !== '') {
      const [first = '', ...others] = names.trim().split(', ');
      const group = first.split(' ').slice(0, -1);
      commands = [first, ...others.map((other) => [...group, other].join(' '))];
    }
    let last = '';
    for (const field of fields.split(/\s+/)) {
      last = field.startsWith('.') ? last.replace(/\.[^.]*$/, field) : field;
      for (const command of commands) found.set(command, [...(found.get(command) ?? []), last]);
    }
  }
  return found;
}
const documented = readDocumented();

/** Whether each place of the value, or of the first of each list, has the field. */
function hasField(value: unknown, [part = '', ...rest]: readonly string[]): boolean {
  if (part === '') return true;
  const name = part.replace('[]', '');
  const inside: unknown = name === '' ? value : Reflect.get(Object(value), name);
  if (inside === undefined) return false;
  if (!part.endsWith('[]')) return hasField(inside, rest);
  return Array.isArray(inside) && inside.length > 0 && inside.every((each) => hasField(each, rest));
}

describe('JSON', () => {
  it('is documented for every command', () => {
    // The server logs lines of its own, and the installer shows what it does.
    const apart = ['serve', 'install-service'];
    const all = everyCommand().flatMap(({ path, commands }) => (commands === undefined ? [path] : []));
    expect([...documented.keys(), ...apart].toSorted()).toEqual(all.toSorted());
  });

  it('of every command has the documented fields', async () => {
    const { get, platform } = tokenboard;
    // A connection at Peaka, to be listed and updated.
    const { partnerKey } = practice.ready.peaka;
    const { clientId, clientSecret } = practice.ready.oauth2;
    platform.login = async ({ authorizationUrl }) => ({
      url: (await decide(practice, authorizationUrl)).url.href,
      method: 'GET',
    });
    await get('peaka.saveAccount', {
      peakaAccount: peakaAccount({
        baseUrl: `${practice.origin}/peaka/api/v1`,
        callbackUrl: `${practice.origin}/peaka/oauth2/callback`,
      }),
      apiKey: partnerKey,
    });
    const made = connection({
      id: 'practice',
      name: 'Practice',
      clientId,
      authorizationUrl: `${practice.origin}/oauth2/authorize`,
      accessTokenUrl: `${practice.origin}/oauth2/token`,
      scopes: ['sales:read', 'offline_access'],
    });
    await get('connections.requestToken', { connection: made, secrets: { clientSecret }, freshSession: false });
    await get('peaka.handOver', {
      linkId: 'shop',
      accountId: 'account-1',
      project: { id: shopFloor, name: 'Shop floor' },
      type: 'practice_sales',
      name: 'Shop',
      connectionId: 'practice',
      renewal: 'update_peaka',
      values: {},
    });
    platform.login = quickLogin;

    const lines: readonly (readonly [command: string, ...args: string[]])[] = [
      ['list'],
      ['show', 'Sales service'],
      ['show', 'Orders'],
      ['authorize', 'Sales service', '--popup'],
      ['token', 'Sales service'],
      ['get', 'Orders', '--out', join(dataFolder, 'orders.csv')],
      ['run', 'Orders', 'Nothing'],
      ['feeds publish', 'Orders'],
      ['feeds list'],
      ['feeds on'],
      ['feeds off', 'Orders'],
      ['feeds use', 'Orders', 'curl'],
      ['push list'],
      ['push send', 'Table'],
      ['push on', 'Table'],
      ['push off', 'Table'],
      ['keys create', 'Orders', '--name', 'Wall'],
      ['keys list'],
      ['keys revoke', 'Wall'],
      ['feeds unpublish', 'Orders'],
      ['peaka accounts'],
      ['peaka links'],
      ['peaka update', 'Shop'],
      ['presets list'],
      ['presets show', 'github'],
      ['presets search', 'github'],
      ['doctor'],
      ['completion', 'bash'],
      ['man'],
      ['stop'],
    ];
    const lacking: string[] = [];
    for (const [command, ...args] of lines) {
      if (command === 'push list') await saveTarget();
      const { stdout } = await run(...command.split(' '), ...args, '--json');
      const value: unknown = JSON.parse(stdout);
      for (const field of documented.get(command) ?? [])
        if (!hasField(value, field.split('.'))) lacking.push(`${command}: ${field}`);
    }
    expect(lacking).toEqual([]);
    expect(lines.map(([command]) => command)).toEqual(expect.arrayContaining([...documented.keys()]));
  }, 60_000);

  it('of errors has a code and a sentence, and nothing is on the standard output', async () => {
    for (const line of [
      'show nothing',
      'token nothing',
      'get nothing',
      'keys revoke nothing',
      'peaka update nothing',
      'tokn',
    ]) {
      const { code, stdout, stderr } = await run(...line.split(' '), '--json');
      expect([line, code, stdout]).toEqual([line, line === 'tokn' ? 2 : 3, '']);
      expect(JSON.parse(stderr).error).toMatchObject({ code: expect.any(String), message: expect.any(String) });
    }
  });

  it('and texts have no secret that nobody asked for', async () => {
    for (const line of ['list', 'feeds list', 'keys list', 'peaka accounts', 'peaka links', 'doctor', 'man'])
      await run(...line.split(' '));
    await run('show', 'Sales service');
    const token = (await run('token', 'Sales service')).stdout.trim();
    const ofPractice = (await run('token', 'Practice')).stdout.trim();
    const { clientSecret } = practice.ready.oauth2;
    const secrets = [token, ofPractice, 'the-client-secret', clientSecret, practice.ready.peaka.partnerKey];
    expect(secrets.filter((secret) => secret.length < 8)).toEqual([]);
    expect(written.length).toBeGreaterThan(10_000);
    for (const secret of secrets) expect(written).not.toContain(secret);
    expect(written).not.toMatch(/refresh-token-\d|tbk_[\w-]{20}/);
  });
});

describe('a key', () => {
  const read = (key: string) =>
    fetch(`http://127.0.0.1:${port}/feeds/Orders.json`, { headers: { authorization: `Bearer ${key}` } });

  it('opens its feed until it expires or is revoked, and tells when it was used', async () => {
    expect((await run('feeds', 'publish', 'Orders')).code).toBe(0);
    expect((await run('feeds', 'on')).code).toBe(0);
    const key = (await run('keys', 'create', 'Orders', '--name', 'Wall')).stdout.trim();
    const listed = async () => JSON.parse((await run('keys', 'list', 'Orders', '--json')).stdout);
    expect(await listed()).toMatchObject([{ name: 'Wall', feed: 'Orders', expiresAt: null, lastUsed: null }]);
    expect(JSON.stringify(await listed())).not.toContain(key);
    expect(await (await read(key)).json()).toHaveLength(2);
    await expect.poll(listed).toMatchObject([{ lastUsed: { at: expect.any(Number), address: '127.0.0.1' } }]);

    const short = (await run('keys', 'create', 'Orders', '--name', 'Short', '--expires', '1s')).stdout.trim();
    await expect.poll(async () => (await read(short)).status, { timeout: 5_000 }).toBe(401);
    expect((await run('keys', 'revoke', 'Wall')).stderr).toBe('The key “Wall” is revoked.\n');
    expect((await read(key)).status).toBe(401);
    expect((await listed()).map(({ name }: { name: string }) => name)).toEqual(['Short']);
    expect((await run('keys', 'create', 'Orders', '--expires', 'soon')).code).toBe(2);
    expect((await run('keys', 'create', 'Nothing')).code).toBe(3);
    expect((await run('feeds', 'unpublish', 'Orders')).code).toBe(0);
    expect((await run('keys', 'list', '--json')).stdout).toBe('[]\n');
    expect((await run('feeds', 'off')).code).toBe(0);
    await expect(read(short)).rejects.toThrow();
  }, 30_000);
});

describe('what is at Peaka', () => {
  it('is listed and updated', async () => {
    expect((await run('peaka', 'accounts')).stdout).toMatch(/^Account +ID\nAcme +account-1 +http:\/\/127/m);
    const links = await run('peaka', 'links');
    expect(links.stdout).toMatch(/^Connection +ID +Updated +Error\nShop +shop +.* +–\n$/);
    expect((await run('peaka', 'update', 'shop')).stderr).toBe('Peaka has the newest token of “Shop”.\n');
    expect((await run('peaka', 'update', 'nothing')).code).toBe(3);
  });
});
