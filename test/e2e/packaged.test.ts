import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { english } from '../../scripts/lib/english.mjs';
import { root } from './app.ts';
import { displayHere } from './display.ts';
import { type ElectronHere, electronHere } from './platforms-here.ts';

const electron = electronHere();
if (electron === undefined) console.warn('The packaged tests are skipped: there is no Electron here to pack.');

// electron-builder's own configuration and the product's bundle, with the Electron of this machine.
describe.each(electron === undefined ? [] : [electron])('the packed app', (here) => {
  let work: string;
  let packed: string;

  beforeAll(async () => {
    work = mkdtempSync(join(tmpdir(), 'tokenboard-packed-'));
    const build = spawnSync(process.execPath, [join(root, 'scripts/build.mjs')], { stdio: 'inherit' });
    expect(build.status).toBe(0);
    packed = await pack(work, here);
  });
  afterAll(() => rmSync(work, { recursive: true, force: true }));

  it('has every fuse of electron-builder.yml flipped [13] [58]', async () => {
    const wire = await getCurrentFuseWire(packed);
    const state = (option: FuseV1Options) => FuseState[wire[option] ?? FuseState.INHERIT];
    expect({
      runAsNode: state(FuseV1Options.RunAsNode),
      cookieEncryption: state(FuseV1Options.EnableCookieEncryption),
      nodeOptions: state(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      nodeCliInspect: state(FuseV1Options.EnableNodeCliInspectArguments),
      asarIntegrity: state(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      onlyLoadAppFromAsar: state(FuseV1Options.OnlyLoadAppFromAsar),
      grantFileProtocolExtraPrivileges: state(FuseV1Options.GrantFileProtocolExtraPrivileges),
    }).toEqual({
      runAsNode: 'DISABLE',
      cookieEncryption: 'ENABLE',
      nodeOptions: 'DISABLE',
      nodeCliInspect: 'DISABLE',
      asarIntegrity: 'ENABLE',
      onlyLoadAppFromAsar: 'ENABLE',
      grantFileProtocolExtraPrivileges: 'DISABLE',
    });
  });

  it('holds the app in an archive, with the native module beside it and no source map', () => {
    const resources = join(packed, '..', 'resources');
    expect(existsSync(join(resources, 'app.asar'))).toBe(true);
    expect(existsSync(join(resources, 'app'))).toBe(false);
    expect(existsSync(join(resources, 'app.asar.unpacked/node_modules/@napi-rs'))).toBe(true);
    expect(readFileSync(join(resources, 'app.asar'), 'latin1').slice(0, 200_000)).not.toContain('.js.map":');
  });

  it('carries the licences of what it contains, Electron and Chromium included [58]', () => {
    const folder = join(packed, '..');
    const text = readFileSync(join(folder, 'THIRD-PARTY-LICENCES.txt'), 'utf8');
    for (const name of ['react ', 'simple-oauth2 ', 'oauth-1.0a ', '@fontsource-variable/inter ', '@napi-rs/keyring '])
      expect(text).toContain(`\n${name}`);
    expect(existsSync(join(folder, 'LICENSE.electron.txt'))).toBe(true);
    expect(existsSync(join(folder, 'LICENSES.chromium.html'))).toBe(true);
  });

  it('is its own command line, also without a display: lists, fetches, explains, and says what is wrong', async () => {
    const server = createServer((_request, response) => {
      response.setHeader('content-type', 'application/json').end('[{"day":"2026-01-01","amount":3}]');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo; // it listens on a port, not on a pipe
    const data = join(work, 'command-data');
    mkdirSync(data, { mode: 0o700 });
    const resource = {
      id: 'packed',
      name: 'Packed',
      url: `http://127.0.0.1:${port}/sales`,
      format: 'json',
      dataPath: null,
      headers: [],
      authorization: { type: 'none' },
    };
    writeFileSync(join(data, 'resources.json'), JSON.stringify({ version: 1, resources: [resource] }));
    const run = (...args: string[]) => runPacked(packed, data, ...args);

    const listed = await run('list', '--json');
    expect(listed.code).toBe(0);
    expect(JSON.parse(listed.stdout)).toMatchObject({ resources: [{ name: 'Packed' }] });
    // The rows are read in a process of its own, which the program starts by itself.
    expect(await run('get', 'Packed', '--format', 'csv')).toMatchObject({
      code: 0,
      stdout: 'day,amount\n2026-01-01,3\n',
    });
    expect(await run('get', 'Nothing')).toMatchObject({ code: 3, stdout: '' });
    const misspelt = await run('lst');
    expect(misspelt).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('no command “lst”') });
    expect((await run('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    // An entry that is none of the app's is not run.
    expect((await run('--tokenboard-process', '../../../evil')).code).toBe(2);
    server.close();
  });

  it('serves feeds from its own program, and tells a service manager to start that', async () => {
    const data = join(work, 'serve-data');
    const server = inTerminal(packed, data, 'serve', '--port', '18439');
    const ended = new Promise((resolve) => server.once('exit', resolve));
    await expect
      .poll(
        () =>
          fetch('http://127.0.0.1:18439/health').then(
            ({ status }) => status,
            () => 0,
          ),
        { timeout: 30_000 },
      )
      .toBe(200);
    // A command asks the server, as it asks a window.
    expect((await runPacked(packed, data, 'list', '--json')).code).toBe(0);
    server.kill('SIGTERM');
    expect(await ended).toBe(0);
    const planned = await runPacked(packed, data, 'install-service', '--dry-run', '--port', '18439');
    expect(planned.stdout).toContain(`ExecStart="${packed}" "serve" "--port" "18439"`);
  });

  it('starts, shows its window, runs a resource and the practice service [13]', async () => {
    const server = createServer((_request, response) => {
      response.setHeader('content-type', 'application/json').end('[{"day":"2026-01-01","amount":3}]');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo; // it listens on a port, not on a pipe
    const app = await startPacked(packed, join(work, 'data'));
    try {
      // Once the page is there: Playwright can miss one that loads while it connects, and waits for ever then.
      const { host } = new URL(app.endpoint);
      await expect
        .poll(async () => await (await fetch(`http://${host}/json/list`)).json(), { timeout: 60_000 })
        .toMatchObject([{ type: 'page', title: expect.stringContaining('Tokenboard') }]);
      const browser = await chromium.connectOverCDP(app.endpoint, { noDefaults: true });
      const page = browser.contexts()[0]?.pages()[0];
      if (page === undefined) throw new Error('the packed app shows no window');
      await page.getByRole('button', { name: 'New resource' }).first().waitFor();
      expect(page.url()).toBe('tokenboard://app/index.html');
      mkdirSync(join(root, 'test-results'), { recursive: true });
      await page.screenshot({ path: join(root, 'test-results/packed.png') });

      const practice = await page.evaluate(() => window.tokenboard.calls['practice.start']({}));
      expect(practice).toMatchObject({ ok: true, value: { status: 'running' } });
      const run = await page.evaluate(async (url) => {
        const { calls } = window.tokenboard;
        await calls['resources.save']({
          resource: {
            id: 'packed',
            name: 'Packed',
            url,
            format: 'json',
            dataPath: null,
            headers: [],
            authorization: { type: 'none' },
          },
          secrets: {},
        });
        return calls['resources.run']({ id: 'packed' });
      }, `http://127.0.0.1:${port}/sales`);
      expect(run).toMatchObject({ ok: true, value: { status: 200, body: { status: 'parsed' } } });
      await browser.close();
    } finally {
      app.process.kill();
      await app.ended;
      server.close();
    }
  });
});

/** As in a terminal over SSH: no display, and no window may open. */
function inTerminal(executable: string, dataFolder: string, ...args: string[]): ChildProcess {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...environment } = process.env;
  return spawn(executable, ['--no-sandbox', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...environment, ...english, TOKENBOARD_DATA: dataFolder, TOKENBOARD_KEY: 'correct horse battery staple' },
  });
}

async function runPacked(executable: string, dataFolder: string, ...args: string[]) {
  const child = inTerminal(executable, dataFolder, ...args);
  const [stdout, stderr, code] = await Promise.all([
    textOf(child.stdout),
    textOf(child.stderr),
    new Promise((resolve) => child.once('exit', resolve)),
  ]);
  return { stdout, stderr, code };
}

async function textOf(stream: Readable | null): Promise<string> {
  let text = '';
  for await (const chunk of stream ?? []) text += String(chunk);
  return text;
}

async function pack(
  work: string,
  { executablePath, version: electronVersion, polyfill }: ElectronHere,
): Promise<string> {
  const project = join(work, 'project');
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { name, productName, version, description, author, license, type, dependencies } = manifest;
  mkdirSync(project);
  cpSync(join(root, 'dist'), join(project, 'dist'), { recursive: true });
  const main = polyfill === undefined ? manifest.main : startWithPolyfill(join(project, 'dist'), polyfill);
  cpSync(join(root, 'build'), join(project, 'build'), { recursive: true });
  cpSync(join(root, 'electron-builder.yml'), join(project, 'electron-builder.yml'));
  cpSync(join(root, 'node_modules/@napi-rs'), join(project, 'node_modules/@napi-rs'), { recursive: true });
  writeFileSync(
    join(project, 'package.json'),
    JSON.stringify({ name, productName, version, description, author, license, type, dependencies, main }),
  );
  // The binary alone, without the stand-in app that a development Electron has.
  const bare = join(work, 'electron');
  cpSync(join(executablePath, '..'), bare, { recursive: true });
  rmSync(join(bare, 'resources/app'), { recursive: true, force: true });

  const builder = spawn(
    process.execPath,
    [
      join(root, 'node_modules/electron-builder/cli.js'),
      '--linux',
      'dir',
      `-c.electronDist=${bare}`,
      `-c.electronVersion=${electronVersion}`,
    ],
    { cwd: project, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const output: string[] = [];
  builder.stdout.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  builder.stderr.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  const code = await new Promise((resolve) => builder.once('exit', resolve));
  if (code !== 0) throw new Error(`electron-builder ended with ${code}:\n${output.join('')}`);
  return join(project, 'release/linux-unpacked/tokenboard');
}

/** A packed app takes no `-r`: its main script loads the polyfill, then the product's. Returns the script's path. */
function startWithPolyfill(dist: string, polyfill: string): string {
  cpSync(polyfill, join(dist, 'polyfill.cjs'));
  // A static import of the product would be linked before the polyfill runs.
  writeFileSync(join(dist, 'start.js'), "import './polyfill.cjs';\nawait import('./app/main.js');\n");
  return 'dist/start.js';
}

interface Packed {
  process: ChildProcess;
  endpoint: string;
  ended: Promise<unknown>;
}

/** Seen from outside through Chromium's own debugging port, which no fuse takes away and only this test asks for. */
async function startPacked(executable: string, dataFolder: string): Promise<Packed> {
  const app = spawn(executable, ['--no-sandbox', '--remote-debugging-port=0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...english, DISPLAY: await displayHere(), TOKENBOARD_DATA: dataFolder },
  });
  const ended = new Promise((resolve) => app.once('exit', resolve));
  let output = '';
  const endpoint = new Promise<string>((resolve, reject) => {
    app.stderr.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const found = /DevTools listening on (ws:\S+)/.exec(output)?.[1];
      if (found !== undefined) resolve(found);
    });
    ended.then((code) => reject(new Error(`the packed app ended with ${code}:\n${output}`)));
  });
  return { process: app, endpoint: await endpoint, ended };
}
