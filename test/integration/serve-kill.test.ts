import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createRowsFiles } from '../../app/feeds/rows/rows-files.ts';
import { viewOf } from '../../app/feeds/rows/snapshot.ts';
import { connectLocal, type LocalClient } from '../../app/local/client.ts';
import { requestOf } from '../../app/resources/request-of.ts';
import { newPush } from '../../app/shared/push/push.ts';
import { freePort } from '../servers/feed-server.ts';
import { resource } from '../servers/items.ts';
import { bundleServe, type RunningServe, runServe } from '../servers/serve-program.ts';
import { json } from '../servers/token-server.ts';
import { connectionTo, type Service, startService } from './core/service.ts';
import { openData, writeData } from './serve-data.ts';

const key = 'a passphrase of the tests';
const kills = 8;
const rowCount = 5_000;
const folder = mkdtempSync(join(tmpdir(), 'tokenboard-serve-kill-'));
const data = join(folder, 'data');
const database = join(folder, 'sales.sqlite');
let entry: string;
let service: Service;
let server: RunningServe | undefined;
beforeAll(async () => {
  entry = await bundleServe(join(folder, 'program'));
  service = await startService();
  const rows = Array.from({ length: rowCount }, (_, id) => ({ id, name: `row ${id}`, at: Date.now() }));
  service.routes['/rows'] = () => json(rows.map((row) => ({ ...row, at: Date.now() })));
});
afterAll(async () => {
  server?.kill('SIGKILL');
  await server?.ended;
  await service.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What the server said to be on the disk. */
interface Done {
  keys: string[];
  /** The number of the newest token. */
  token: number;
}

const numberOf = (token: string): number => Number(/\d+$/.exec(token)?.[0]);

/** Creates keys, renews tokens and reads the feed until the server is gone. */
async function work(client: LocalClient, url: string, done: Done, onDone: () => void): Promise<void> {
  const repeat = async (step: (count: number) => Promise<void>): Promise<void> => {
    for (let count = 0; ; count += 1)
      try {
        await step(count);
        onDone();
      } catch {
        return;
      }
  };
  await Promise.all([
    repeat(async (count) => {
      const created = await client.call('feeds.createKey', { feedId: 'feed', name: `Key ${count}`, expiresAt: null });
      done.keys.push(created.key.id);
    }),
    repeat(async () => {
      await client.call('connections.refresh', { id: 'connection-1' });
      const { accessToken } = await client.call('local.token', { connection: 'connection-1', minimumMs: 0 });
      done.token = numberOf(accessToken);
    }),
    repeat(async () => {
      await (await fetch(url)).arrayBuffer();
    }),
  ]);
}

it(`loses nothing that serve wrote, and leaves nothing half-written, when it is killed ${kills} times [39]`, async () => {
  const connection = connectionTo(service, { hosts: [service.host] });
  const sales = (cycle: number) =>
    resource({ id: 'sales', url: `${service.origin}/rows?cycle=${cycle}`, authorization: { type: 'none' } });
  const secret = await writeData(data, key, { resource: sales(0), connection });
  const port = await freePort();
  const done: Done = { keys: [], token: 0 };
  const start = async (): Promise<RunningServe> => {
    const started = runServe(entry, ['--port', String(port)], {
      HOME: folder,
      TOKENBOARD_DATA: data,
      TOKENBOARD_KEY: key,
    });
    server = started;
    await expect
      .poll(() => started.lines().some(({ event }) => event === 'serve.started'), { timeout: 20_000 })
      .toBe(true);
    return started;
  };
  let wholeRows = 0;
  for (let cycle = 1; cycle <= kills; cycle += 1) {
    const before = await openData(data, key);
    // Other rows than those of the last cycle, so that they are written at once.
    before.resources.save([sales(cycle)]);
    const [feed] = before.feeds.read().feeds;
    if (feed !== undefined && !feed.allowsKeyInUrl)
      before.feeds.save({ ...before.feeds.read(), feeds: [{ ...feed, allowsKeyInUrl: true }] });
    const push = { ...newPush('push', 'feed', 'sqlite', 'Database'), values: { file: database, table: 'sales' } };
    before.push.save([push]);
    const running = await start();
    const client = await connectLocal(data);
    if (client === undefined) throw new Error('the server has no socket');
    let left = 5 + Math.floor(Math.random() * 60);
    await work(client, `http://127.0.0.1:${port}/feeds/Sales.json?key=${secret}`, done, () => {
      left -= 1;
      if (left === 0) running.kill('SIGKILL');
    });
    expect(await running.ended).toBe('SIGKILL');
    client.close();

    const { notices, vault, feeds, resources, push: targets } = await openData(data, key);
    expect(notices).toEqual([]);
    expect(feeds.read().feeds).toHaveLength(1);
    expect(targets.read()).toEqual([push]);
    const kept = new Set(feeds.read().keys.map(({ id }) => id));
    expect(done.keys.filter((id) => !kept.has(id))).toEqual([]);
    // The service may have issued the next one, which had not arrived.
    const stored = JSON.parse(vault.read('connection-1', 'tokenSet') ?? '{}');
    expect(numberOf(stored.accessToken)).toBeGreaterThanOrEqual(done.token);
    expect(numberOf(stored.refreshToken)).toBe(numberOf(stored.accessToken));
    // A file of rows is of this cycle or of one before, and whole.
    const rows = createRowsFiles(join(data, 'feed-rows'), vault);
    const found = [];
    for (let each = cycle; each >= 0 && found.length === 0; each -= 1) {
      const wanted = { request: requestOf(sales(each)), view: viewOf(sales(each)) };
      found.push(...[await rows.read('sales', wanted)].filter((read) => read !== undefined));
    }
    const files = readdirSync(join(data, 'feed-rows')).filter((name) => name.endsWith('.rows'));
    expect(found).toHaveLength(files.length);
    for (const { kept } of found) expect(kept.rowCount).toBe(rowCount);
    wholeRows += found.length;
    expect(resources.read().map(({ url }) => url)).toEqual([sales(cycle).url]);
  }
  expect(done.keys.length).toBeGreaterThan(0);
  expect(done.token).toBeGreaterThan(0);
  expect(wholeRows).toBeGreaterThan(0);

  // Started once more, it goes on, fills the table of the target, and leaves no temporary file.
  const last = await start();
  const count = (): number => {
    const read = new DatabaseSync(database, { readOnly: true });
    try {
      expect(read.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
      return Number(read.prepare('SELECT COUNT(*) AS count FROM sales').get()?.count ?? 0);
    } finally {
      read.close();
    }
  };
  await expect.poll(count, { timeout: 20_000 }).toBe(rowCount);
  last.kill('SIGTERM');
  expect(await last.ended).toBe(0);
  const names = readdirSync(data, { recursive: true, encoding: 'utf8' });
  expect(names.filter((name) => /tmp|journal/.test(name))).toEqual([]);
}, 180_000);
