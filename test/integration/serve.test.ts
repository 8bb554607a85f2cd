import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemKeyStore } from '../../app/vault/key-store.ts';
import { openVault } from '../../app/vault/open-vault.ts';
import { say } from '../servers/feed-servers.ts';
import { type RunningServe, runServe } from '../servers/serve-program.ts';

const entry = fileURLToPath(new URL('../../app/serve.ts', import.meta.url));
const canary = 'canary-passphrase-of-the-vault';
const folder = mkdtempSync(join(tmpdir(), 'tokenboard-serve-'));
const keyFile = join(folder, 'key');
writeFileSync(keyFile, `${canary}\n`, { mode: 0o600 });
const dataFolder = join(folder, 'data');

const run = (args: string[], environment: Record<string, string>): RunningServe =>
  runServe(entry, args, { HOME: folder, TOKENBOARD_DATA: dataFolder, ...environment });

describe('tokenboard serve', () => {
  let server: RunningServe;
  beforeAll(async () => {
    // A vault that another key does not open.
    const vault = await openVault({
      folder: join(dataFolder, 'vault'),
      environment: { TOKENBOARD_KEY: canary },
      keyStore: systemKeyStore(),
      keychainTimeoutMs: 1,
    });
    vault.write('connection', 'token', 'a token');
    server = start();
  });
  const start = () => run(['--metrics', '127.0.0.1:19439', '--port', '18439'], { TOKENBOARD_KEY_FILE: keyFile });
  afterAll(async () => {
    server.kill('SIGKILL');
    await server.ended;
    rmSync(folder, { recursive: true, force: true });
  });
  const started = () =>
    expect.poll(() => server.lines().find(({ event }) => event === 'serve.started'), { timeout: 20_000 });

  it('starts without a display and a keychain, with the key of a file, and says so', async () => {
    await started().toMatchObject({ level: 'info', key: 'TOKENBOARD_KEY_FILE', pid: server.pid, metricsPort: 19439 });
  });

  it('serves its figures', async () => {
    const text = await (await fetch('http://127.0.0.1:19439/metrics')).text();
    expect(text).toMatch(/^tokenboard_info\{version=".+"\} 1$/m);
  });

  it('tells each request of a reader in a line, without its key [37]', async () => {
    const health = await fetch('http://127.0.0.1:18439/health');
    await fetch('http://127.0.0.1:18439/feeds/Sales.json?key=tbk_wrong', { headers: { 'x-api-key': 'tbk_guess' } });
    const requests = () => server.lines().filter(({ event }) => event === 'feed.request');
    await expect.poll(() => requests().length).toBe(2);
    const facts = { level: 'info', feed: null, address: '127.0.0.1', ms: expect.any(Number) };
    expect(requests()).toMatchObject([
      { ...facts, status: 200, id: health.headers.get('x-request-id') },
      { ...facts, status: 401, format: 'json' },
    ]);
    expect(server.output()).not.toContain('tbk_');
    const figures = await (await fetch('http://127.0.0.1:19439/metrics')).text();
    expect(figures).toContain('tokenboard_feed_requests_total{feed="",format="json",status="401"} 1');
  });

  it('counts what is no request, and writes it into its log without its bytes [37]', async () => {
    const said = await say(18439, 'GET /feeds/Sales.json\0?key=tbk_secret HTTP/1.1\r\n\r\n');
    expect(said).toMatch(/^HTTP\/1\.1 400/);
    const line = () => server.lines().find(({ event, status }) => event === 'feed.request' && status === 400);
    await expect.poll(line).toMatchObject({ method: 'GET', feed: null, format: null, address: '127.0.0.1' });
    expect(said).toContain(String(line()?.id));
    expect(server.output()).not.toContain('tbk_');
    const figures = await (await fetch('http://127.0.0.1:19439/metrics')).text();
    expect(figures).toContain('tokenboard_feed_requests_total{feed="",format="",status="400"} 1');
  });

  it('ends at a port in use with a code of its own', async () => {
    const second = run(['--port', '18439', '--data', join(folder, 'other')], { TOKENBOARD_KEY: canary });
    expect([await second.ended, second.output()]).toEqual([10, expect.stringContaining('18439')]);
  });

  it('names the process that has the folder to a second start [40]', async () => {
    const second = run([], { TOKENBOARD_KEY: canary });
    expect(await second.ended).toBe(8);
    expect(second.output()).toContain(`(process ${server.pid})`);
  });

  it('does not write the settings that its flags gave', () => {
    const stored = readdirSync(dataFolder).filter((name) => name.startsWith('feeds'));
    for (const name of stored) expect(readFileSync(join(dataFolder, name), 'utf8')).not.toContain('18439');
  });

  it('ends in order at SIGTERM, with code 0', async () => {
    server.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    expect(server.lines().at(-1)).toMatchObject({ event: 'serve.ended' });
  });

  it('has its key in no line and no file [37]', () => {
    expect(server.output()).not.toContain(canary);
    const files = readdirSync(dataFolder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
    expect(files.length).toBeGreaterThan(0);
    for (const { parentPath, name } of files)
      expect(readFileSync(join(parentPath, name), 'latin1')).not.toContain(canary);
  });

  it.each([
    ['no key and no keychain', [], {}, 7, 'TOKENBOARD_KEY'],
    ['another key', [], { TOKENBOARD_KEY: 'another' }, 7, 'does not open the vault'],
    ['an unknown flag', ['--nothing'], {}, 2, '--nothing'],
  ])('does not start with %s, and says what to do', async (_name, args, environment, code, said) => {
    const failed = run(args, environment);
    expect([await failed.ended, failed.output()]).toEqual([code, expect.stringContaining(said)]);
  });
});
