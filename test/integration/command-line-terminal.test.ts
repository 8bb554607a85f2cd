import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { becomeFirstInstance, type FirstInstance } from '../../app/platform/instance.ts';
import { bundleCommand } from '../servers/bundled-command.ts';
import { type StartedApp, startApp } from '../servers/start-app.ts';
import { json } from '../servers/token-server.ts';
import { connectionTo, quickLogin, resourceAt, type Service, startService } from './core/service.ts';

// The command as people and scripts meet it: a process with a terminal or without one, interrupted, or not read to the end.

const key = 'a passphrase of the tests';
/** As `script` of util-linux makes one. */
const hasTerminals = process.platform === 'linux' && existsSync('/usr/bin/script');

let entry: string;
let removeCommand: () => void;
let service: Service;
/** Sends a beginning and never ends. */
let hanging: Server;
let hangingUrl: string;
let waiting = 0;
let folder: string;
const children = new Set<ChildProcess>();

interface Running {
  child: ChildProcess;
  output: { stdout: string; stderr: string };
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

function start(dataFolder: string, command: string[], environment: NodeJS.ProcessEnv = {}): Running {
  const [file = '', ...args] = command;
  const child = spawn(file, args, {
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      LANG: 'en_US.UTF-8',
      TERM: 'xterm-256color',
      TOKENBOARD_DATA: dataFolder,
      TOKENBOARD_KEY: key,
      ...environment,
    },
    cwd: folder,
  });
  children.add(child);
  const output = { stdout: '', stderr: '' };
  child.stdout?.on('data', (bytes: Buffer) => {
    output.stdout += bytes.toString();
  });
  child.stderr?.on('data', (bytes: Buffer) => {
    output.stderr += bytes.toString();
  });
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('close', (code, signal) => {
      children.delete(child);
      resolve({ code, signal });
    });
  });
  return { child, output, ended };
}
const startCommand = (dataFolder: string, args: string[], environment?: NodeJS.ProcessEnv) =>
  start(dataFolder, [process.execPath, entry, ...args], environment);
const quoted = (text: string): string => `'${text}'`;
/** With a pseudo-terminal, whose output comes as one. */
const startInTerminal = (dataFolder: string, args: string[], environment?: NodeJS.ProcessEnv) =>
  start(
    dataFolder,
    ['script', '-qefc', [process.execPath, entry, ...args].map(quoted).join(' '), '/dev/null'],
    environment,
  );
async function runCommand(dataFolder: string, args: string[], environment?: NodeJS.ProcessEnv) {
  const { child, output, ended } = startCommand(dataFolder, args, environment);
  child.stdin?.end();
  return { ...(await ended), ...output };
}

async function prepare(dataFolder: string): Promise<StartedApp> {
  const app = await startApp({ dataFolder, environment: { TOKENBOARD_KEY: key } });
  app.platform.login = quickLogin;
  await app.get('connections.requestToken', {
    connection: connectionTo(service, { name: 'Sales service' }),
    secrets: {},
    freshSession: false,
  });
  const save = (changes: Parameters<typeof resourceAt>[1]) =>
    app.get('resources.save', { resource: resourceAt(service, changes), secrets: {} });
  await save({ name: 'Orders' });
  await save({ id: 'many', name: 'Many', url: `${service.origin}/many`, authorization: { type: 'none' } });
  await save({ id: 'hanging', name: 'Hanging', url: hangingUrl, authorization: { type: 'none' } });
  await app.get('connections.save', {
    connection: connectionTo(service, {
      id: 'device',
      name: 'Wall display',
      grant: 'device_code',
      callbackUrl: '',
      authorizationUrl: '',
      deviceAuthorizationUrl: `${service.origin}/device`,
      accessTokenUrl: `${service.origin}/device-token`,
    }),
    secrets: {},
  });
  return app;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tokenboard-terminal-'));
  ({ entry, remove: removeCommand } = await bundleCommand());
  service = await startService();
  hanging = createServer((_request, response) => {
    waiting += 1;
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write('[{"id":1},');
  });
  await new Promise<void>((resolve) => hanging.listen(0, '127.0.0.1', resolve));
  hangingUrl = `http://127.0.0.1:${(hanging.address() as AddressInfo).port}/rows`;
  service.routes['/many'] = () => json(Array.from({ length: 50_000 }, (_, id) => ({ id, text: 'x'.repeat(60) })));
}, 60_000);
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
});
afterAll(async () => {
  removeCommand();
  hanging.closeAllConnections();
  hanging.close();
  await service.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(['beside the open app', 'alone'])('a command %s', (place) => {
  let dataFolder: string;
  let app: StartedApp | undefined;
  let instance: FirstInstance | undefined;
  beforeAll(async () => {
    dataFolder = join(folder, place.replaceAll(' ', '-'));
    instance = place === 'alone' ? undefined : await becomeFirstInstance(dataFolder);
    app = await prepare(dataFolder);
    if (place === 'alone') {
      await app.stop();
      app = undefined;
    } else instance?.onCall(app.app.acceptSession);
  }, 60_000);
  afterAll(async () => {
    await app?.stop();
    instance?.release();
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'that is interrupted (%s) while it fetches leaves the file before it, and nothing else',
    async (signal) => {
      const outFolder = mkdtempSync(join(folder, 'out-'));
      const out = join(outFolder, 'rows.json');
      writeFileSync(out, 'of before');
      const before = waiting;
      const { child, output, ended } = startCommand(dataFolder, ['get', 'Hanging', '--out', out]);
      await expect.poll(() => waiting, { timeout: 20_000 }).toBe(before + 1);
      child.kill(signal);
      expect(await ended).toEqual({ code: 130, signal: null });
      expect(output).toEqual({ stdout: '', stderr: '' });
      expect(readdirSync(outFolder)).toEqual(['rows.json']);
      expect(readFileSync(out, 'utf8')).toBe('of before');
      expect((await runCommand(dataFolder, ['get', 'Orders', '-f', 'ndjson'])).stdout).toBe(
        '{"id":1,"name":"one"}\n{"id":2,"name":"two"}\n',
      );
    },
    60_000,
  );

  it('prints the address of a login over SSH, asks nothing without a terminal, and can be interrupted', async () => {
    const ssh = { SSH_CONNECTION: '192.0.2.1 5 192.0.2.2 22' };
    const { child, output, ended } = startCommand(dataFolder, ['authorize', 'Sales service'], ssh);
    await expect.poll(() => output.stderr, { timeout: 20_000 }).toMatch(/\n {2}http\S+\/authorize\?\S+\n\n/);
    expect(output.stderr).toMatch(/^Open this page in a browser and log in:\n/);
    expect(output.stderr).not.toContain('Paste');
    child.kill('SIGINT');
    expect(await ended).toEqual({ code: 130, signal: null });
    expect(output.stdout).toBe('');
    const listed = JSON.parse((await runCommand(dataFolder, ['list', '--json'])).stdout);
    expect(listed.connections[0]).toMatchObject({ name: 'Sales service', status: 'authorized' });
  }, 60_000);

  it.runIf(hasTerminals)(
    'takes the address of the last page in a terminal, where the browser is on another computer',
    async () => {
      const { child, output, ended } = startInTerminal(dataFolder, ['authorize', 'Sales service', '--browser'], {
        SSH_CONNECTION: '192.0.2.1 5 192.0.2.2 22',
      });
      await expect.poll(() => output.stdout, { timeout: 20_000 }).toMatch(/Paste the address of that page here:/);
      const link = /\n {2}(http\S+)\r?\n/.exec(output.stdout)?.[1] ?? '';
      const asked = new URL(link).searchParams;
      const back = new URLSearchParams({ code: 'c', state: asked.get('state') ?? '' });
      child.stdin?.write(`${asked.get('redirect_uri')}?${back}\n`);
      expect(await ended).toMatchObject({ code: 0 });
      expect(output.stdout).toContain('“Sales service” is authorized.');
    },
    60_000,
  );

  it.runIf(hasTerminals)(
    'shows the code of a device, with a QR code only in a terminal',
    async () => {
      let isAllowed = false;
      service.routes['/device'] = () =>
        json({
          device_code: 'the-device-code',
          user_code: 'WDJB-MJHT',
          verification_uri: 'https://example.com/device',
          verification_uri_complete: 'https://example.com/device?code=WDJB-MJHT',
          expires_in: 600,
          interval: 0,
        });
      service.routes['/device-token'] = () =>
        isAllowed
          ? json({ access_token: 'of-the-device', token_type: 'bearer', expires_in: 3600 })
          : json({ error: 'authorization_pending' }, 400);
      const shown = /enter the code WDJB-MJHT:\r?\n\r?\n {2}https:\/\/example\.com\/device\?code=WDJB-MJHT\r?\n/;
      const plain = startCommand(dataFolder, ['authorize', 'Wall display']);
      await expect.poll(() => plain.output.stderr, { timeout: 20_000 }).toMatch(shown);
      expect(plain.output.stderr).not.toMatch(/[▀▄█]/);
      isAllowed = true;
      expect(await plain.ended).toEqual({ code: 0, signal: null });
      expect(plain.output.stdout).toBe('');

      isAllowed = false;
      const terminal = startInTerminal(dataFolder, ['authorize', 'Wall display']);
      await expect.poll(() => terminal.output.stdout, { timeout: 20_000 }).toMatch(/(?:[ ▀▄█]{20,}\r?\n){10}/);
      expect(terminal.output.stdout).toMatch(shown);
      isAllowed = true;
      expect(await terminal.ended).toEqual({ code: 0, signal: null });
      expect(terminal.output.stdout + plain.output.stderr).not.toContain('the-device-code');
    },
    60_000,
  );

  it('ends quietly when nobody reads on', async () => {
    const command = (text: string) => `'${process.execPath}' '${entry}' ${text}`;
    const lines = [
      `${command('get Many --format csv')} | head -1`,
      `${command('get Many')} | head -c 10`,
      `${command('list')} | true`,
      `${command("token 'Sales service'")} | true`,
      `${command('--help')} | true`,
    ];
    for (const line of lines) {
      const { output, ended } = start(dataFolder, ['bash', '-c', `${line}; echo "\${PIPESTATUS[0]}" >&2`]);
      await ended;
      expect([line, output.stderr]).toEqual([line, '0\n']);
    }
  }, 90_000);
});

describe('in a terminal', () => {
  it.runIf(hasTerminals)(
    'colors only where colors are wanted',
    async () => {
      const dataFolder = join(folder, 'colors');
      const mark = String.fromCharCode(27);
      const shown = async (environment: NodeJS.ProcessEnv, args = ['doctor']) => {
        const { child, output, ended } = startInTerminal(dataFolder, args, environment);
        child.stdin?.end();
        await ended;
        return output.stdout;
      };
      expect(await shown({})).toContain(`${mark}[32m✓`);
      expect(await shown({ NO_COLOR: '1' })).not.toContain(mark);
      expect(await shown({ TERM: 'dumb' })).not.toContain(mark);
      expect(await shown({}, ['doctor', '--json'])).not.toContain(mark);
      expect((await runCommand(dataFolder, ['doctor'])).stdout).not.toContain(mark);
    },
    60_000,
  );
});
