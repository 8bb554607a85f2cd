import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCommandLine } from '../../app/cli/run.ts';
import { becomeFirstInstance, type FirstInstance } from '../../app/platform/instance.ts';
import { newFeed } from '../../app/shared/feed/feed.ts';
import { newPush } from '../../app/shared/push/push.ts';
import { type StartedApp, startApp } from '../servers/start-app.ts';
import { json } from '../servers/token-server.ts';
import { resourceAt, type Service, startService } from './core/service.ts';

const key = 'the-key-of-the-vault';
const token = 'canary-token-of-the-board';
const folder = mkdtempSync(join(tmpdir(), 'tokenboard-push-'));
let instance: FirstInstance | undefined;
let tokenboard: StartedApp;
let service: Service;
let day = 1;
let isBoardOpen = true;

const hook = { ...newPush('hook', 'feed', 'webhook', 'Board'), isOn: false };

beforeAll(async () => {
  service = await startService();
  service.routes['/days'] = () => json([{ day }, { day: day + 1 }]);
  service.routes['/board'] = () => (isBoardOpen ? json({}) : { ...json({ error: 'closed' }), status: 503 });
  instance = await becomeFirstInstance(folder);
  tokenboard = await startApp({ dataFolder: folder, environment: { TOKENBOARD_KEY: key } });
  instance?.onCall(tokenboard.app.acceptSession);
  const resource = resourceAt(service, {
    name: 'Days',
    url: `${service.origin}/days`,
    authorization: { type: 'none' },
  });
  await tokenboard.get('resources.save', { resource, secrets: {} });
  await tokenboard.get('feeds.save', {
    feed: { ...newFeed('feed', resource.id, 'Days'), isOn: false, freshSeconds: 1 },
  });
  const board = { ...hook, values: { url: `${service.origin}/board` } };
  await tokenboard.get('push.save', { push: board, secrets: { token } });
  const file = join(folder, 'not-a-database.txt');
  const table = { ...newPush('table', 'feed', 'sqlite', 'Table'), isOn: false, values: { file, table: 'days' } };
  await tokenboard.get('push.save', { push: table, secrets: {} });
}, 60_000);
afterAll(async () => {
  await tokenboard.stop();
  instance?.release();
  await service.close();
  rmSync(folder, { recursive: true, force: true });
});

async function run(...args: string[]) {
  const output = { stdout: '', stderr: '' };
  const collect = (name: 'stdout' | 'stderr') =>
    new PassThrough().on('data', (bytes: Buffer) => {
      output[name] += bytes.toString();
    });
  const code = await runCommandLine({
    args: ['--data', folder, ...args],
    stdin: new PassThrough(),
    stdout: collect('stdout'),
    stderr: collect('stderr'),
    environment: { LANG: 'en_US.UTF-8' },
    signal: new AbortController().signal,
    startAlone: () => Promise.reject(new Error('an app runs')),
  });
  return { code, ...output };
}
const received = () => service.asked('/board').map(({ body }) => JSON.parse(body).data);

it('sends from the terminal, tells how each send ended, and fails as the first that failed', async () => {
  const sent = await run('push', 'send', 'boa');
  expect(sent).toEqual({ code: 0, stdout: 'Board  ✓  2 rows sent\n', stderr: '' });
  expect(received()).toEqual([[{ day: 1 }, { day: 2 }]]);
  expect(service.asked('/board')[0]?.headers.authorization).toBe(`Bearer ${token}`);

  isBoardOpen = false;
  const failed = await run('push', 'send', 'Table', 'Board', '--json');
  const [table, board] = JSON.parse(failed.stdout);
  expect([failed.code, table.error.code, board.error.code]).toEqual([6, 'push.not_a_database', 'push.server_error']);
  expect(board).toMatchObject({ name: 'Board', kind: 'webhook', feed: 'Days', sentRows: 2 });
  const closed = await run('push', 'send', 'Board');
  expect(closed.code).toBe(5);
  expect(closed.stdout).toContain('✗');
  expect(closed.stderr).toContain('closed');
  const listed = await run('push', 'list');
  expect(listed.stdout).toMatch(/^Target +Tool +Feed +Status/);
  expect(listed.stdout).toMatch(/\nTable +SQLite +Days +Enter a complete path/);
  isBoardOpen = true;
  const all = [sent, failed, closed, listed, await run('push', 'list', '--json')];
  expect(JSON.stringify(all)).not.toContain(token);

  expect((await run('push', 'send')).code).toBe(2);
  expect((await run('push', 'send', 'nobody')).code).toBe(3);
});

it('sends by itself, and after a restart only what has changed', async () => {
  expect((await run('push', 'on', 'Board', '--json')).code).toBe(0);
  await expect.poll(() => received().length, { timeout: 10_000 }).toBe(4);
  await expect
    .poll(async () => (await tokenboard.get('push.list', {}))[0]?.state.isSending, { timeout: 10_000 })
    .toBe(false);
  await tokenboard.stop();
  const before = received().length;
  tokenboard = await startApp({ dataFolder: folder, environment: { TOKENBOARD_KEY: key } });
  const asked = service.asked('/days').length;
  await expect.poll(() => service.asked('/days').length, { timeout: 20_000 }).toBeGreaterThan(asked + 2);
  expect(received()).toHaveLength(before);
  day = 7;
  await expect.poll(() => received().at(-1), { timeout: 20_000 }).toEqual([{ day: 7 }, { day: 8 }]);
}, 90_000);
