import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { becomeFirstInstance } from '../../app/platform/instance.ts';
import { readHolder } from '../../app/platform/instance-holder.ts';
import { bundleCommand } from '../servers/bundled-command.ts';
import { startApp } from '../servers/start-app.ts';
import { resourceAt, type Service, startService } from './core/service.ts';

// A window that starts while a command, or a server, has the data folder.

const key = 'a passphrase of the tests';
let entry: string;
let removeCommand: () => void;
let service: Service;
let hanging: Server;
let folder: string;
let dataFolder: string;
let waiting = 0;
const children = new Set<ChildProcess>();

function start(file: string, args: string[]) {
  const child = spawn(file, args, {
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      LANG: 'en_US.UTF-8',
      TOKENBOARD_DATA: dataFolder,
      TOKENBOARD_KEY: key,
    },
  });
  children.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (bytes: Buffer) => {
      output += bytes.toString();
    });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, ended, output: () => output };
}
const command = (...args: string[]) => start(process.execPath, [entry, ...args]);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tokenboard-window-'));
  dataFolder = join(folder, 'data');
  ({ entry, remove: removeCommand } = await bundleCommand());
  service = await startService();
  hanging = createServer(() => {
    waiting += 1;
  });
  await new Promise<void>((resolve) => hanging.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(hanging.address() as AddressInfo).port}/rows`;
  const app = await startApp({ dataFolder, environment: { TOKENBOARD_KEY: key } });
  const resource = resourceAt(service, { name: 'Hanging', url, authorization: { type: 'none' } });
  await app.get('resources.save', { resource, secrets: {} });
  await app.stop();
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

const holder = () => readHolder(join(dataFolder, 'instance.lock'))?.pid;
async function startHanging(file = process.execPath, args = [entry, 'get', 'Hanging']) {
  const before = waiting;
  const running = start(file, args);
  await expect.poll(() => waiting, { timeout: 20_000 }).toBe(before + 1);
  return running;
}

it('waits for a command, says so at once, and opens when the command ends', async () => {
  const running = await startHanging();
  const told: number[] = [];
  const window = becomeFirstInstance(dataFolder, { onWait: (pid) => void told.push(pid) });
  await expect.poll(() => told).toEqual([running.child.pid]);
  running.child.kill('SIGINT');
  const instance = await window;
  expect(instance?.dataFolder).toBe(dataFolder);
  expect(await running.ended).toBe(130);
  // Where nobody looks, the command says nothing: a script may read it.
  expect(running.output()).toBe('');
  expect(told).toHaveLength(1);
  instance?.release();
}, 60_000);

it('does not wait for ever, and names the command', async () => {
  const running = await startHanging();
  await expect(becomeFirstInstance(dataFolder, { commandPatienceMs: 1_000 })).rejects.toMatchObject({
    code: 'settings.folder_in_use',
    text: { id: 'start.folderInUse.command', values: { pid: String(running.child.pid), folder: dataFolder } },
  });
  running.child.kill('SIGINT');
  expect(await running.ended).toBe(130);
}, 60_000);

it.runIf(process.platform === 'linux' && existsSync('/usr/bin/script'))(
  'is told to the user of the command, in a terminal, once',
  async () => {
    const line = [process.execPath, entry, 'get', 'Hanging'].map((part) => `'${part}'`).join(' ');
    const running = await startHanging('script', ['-qefc', line, '/dev/null']);
    const window = becomeFirstInstance(dataFolder);
    await expect.poll(running.output).toContain('Tokenboard has been started, and opens when this command ends.');
    process.kill(holder() ?? 0, 'SIGINT');
    (await window)?.release();
    expect(await running.ended).toBe(130);
    expect(running.output().match(/has been started/g)).toHaveLength(1);
  },
  60_000,
);

it('does not open beside a server, and says how to end it; `stop` ends it', async () => {
  const server = command('serve', '--port', '18467');
  await expect.poll(server.output, { timeout: 20_000 }).toContain('"serve.started"');
  await expect(becomeFirstInstance(dataFolder)).rejects.toMatchObject({
    code: 'settings.folder_in_use',
    text: { id: 'start.folderInUse.server', values: { pid: String(server.child.pid), folder: dataFolder } },
  });
  const stop = command('stop', '--json');
  expect(await stop.ended).toBe(0);
  expect(JSON.parse(stop.output())).toEqual({ pid: server.child.pid });
  expect(await server.ended).toBe(0);
  const again = command('stop');
  expect([await again.ended, again.output()]).toEqual([0, 'Tokenboard is not running.\n']);
  const instance = await becomeFirstInstance(dataFolder);
  expect(instance).toBeDefined();
  instance?.release();
}, 60_000);
