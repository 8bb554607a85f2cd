import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { FeedAnswer } from '../../../app/feeds/feed-rows.ts';
import { type Feed, type FeedFormat, feedFormats, newFeed } from '../../../app/shared/feed/feed.ts';
import { noShape } from '../../../app/shared/shape/shape.ts';
import { type CoreStart, startCore } from '../../bench/start-core.ts';
import { resource } from '../../servers/items.ts';
import { json } from '../../servers/token-server.ts';
import { connectionTo, startService } from './service.ts';

const hourMs = 3_600_000;
const start = Date.parse('2026-11-30T12:00:00Z');

/** The app's clock, which the test sets. Timers run as always. */
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: start });
  return () => void vi.useRealTimers();
});
const later = (ms: number): void => void vi.setSystemTime(Date.now() + ms);

const rows = [
  { 'Order No': 1, total: 9007199254740993n, name: 'Ä "x"; <b>', at: '2026-11-30T12:00:00+01:00' },
  { 'Order No': 2, total: 2n, name: '=1+1', at: null },
];
const written = JSON.stringify(rows, (_, value: unknown) =>
  typeof value === 'bigint' ? Number(value) : value,
).replace('9007199254740992', '9007199254740993');

async function startFeed(changes: Partial<Feed> = {}, where: Omit<CoreStart, 'resources'> = {}) {
  const service = await startService();
  onTestFinished(() => service.close());
  service.routes['/rows'] = () => ({ headers: { 'content-type': 'application/json' }, body: written });
  const sales = resource({
    id: 'sales',
    url: `${service.origin}/rows`,
    authorization: { type: 'none' },
    shape: { ...noShape, columns: { '/name': { name: 'Customer' } } },
  });
  const { core, addConnection, stop } = await startCore({ ...where, resources: [sales] });
  if (where.dataFolder === undefined) onTestFinished(stop);
  const feed: Feed = { ...newFeed('feed', 'sales', 'Sales'), ...changes };
  core.feeds.save(feed);
  const read = (format: FeedFormat) => core.feedRows.read(feed, format);
  return { service, core, feed, read, addConnection, asked: () => service.asked('/rows').length };
}

const textOf = (answer: FeedAnswer): string =>
  answer.status === 'rows' ? answer.body.bytes.toString('utf8') : `unavailable: ${answer.error.code}`;

describe('the rows of a feed', () => {
  it('are written in every format, and asked for by name', async () => {
    const { core, feed, read, asked } = await startFeed({ hasTimeColumn: true });
    const first = await read('json');
    expect(first).toMatchObject({ status: 'rows', isStale: false, error: null, body: { rowCount: 2, dataAt: start } });
    expect(textOf(first)).toBe(
      '[\n' +
        '{"Order_No":1,"total":9007199254740993,"Customer":"Ä \\"x\\"; <b>","at":"2026-11-30T11:00:00Z","data_time":"2026-11-30T12:00:00.000Z"},\n' +
        '{"Order_No":2,"total":2,"Customer":"=1+1","at":null,"data_time":"2026-11-30T12:00:00.000Z"}\n' +
        ']\n',
    );
    expect(textOf(await read('csv'))).toBe(
      'Order_No,total,Customer,at,data_time\r\n' +
        '1,9007199254740993,"Ä ""x""; <b>",2026-11-30T11:00:00Z,2026-11-30T12:00:00.000Z\r\n' +
        '2,2,=1+1,,2026-11-30T12:00:00.000Z\r\n',
    );
    expect(textOf(await read('xml'))).toContain('<Customer>Ä &quot;x&quot;; &lt;b&gt;</Customer>');
    expect(textOf(await read('ndjson')).split('\n')).toHaveLength(3);
    expect(textOf(await read('html'))).toContain('<th scope="col" class="n">Order No</th>');
    const again = await read('json');
    expect(again.status === 'rows' && first.status === 'rows' && again.body === first.body).toBe(true);

    const query = await core.feedRows.query(feed, {
      columns: ['Customer', 'total'],
      steps: [
        { kind: 'filter', id: 'f', column: 'total', test: 'more', value: '1', to: '', values: [] },
        { kind: 'sort', id: 's', keys: [{ column: 'total', descending: false }] },
      ],
      from: 1,
      count: 5,
    });
    expect(query).toMatchObject({ status: 'rows', rowCount: 1, totalCount: 2 });
    expect(query.status === 'rows' && query.json.toString()).toBe(
      '[\n{"Customer":"Ä \\"x\\"; <b>","total":9007199254740993}\n]\n',
    );
    expect(query.status === 'rows' && query.columns).toEqual([
      { name: 'Customer', type: 'text' },
      { name: 'total', type: 'number' },
    ]);
    expect(asked()).toBe(1);
  });

  it('are fetched once for 1,000 readers when they expire, with one renewal of the token', async () => {
    const { service, core, feed, read, addConnection, asked } = await startFeed({
      freshSeconds: 60,
      staleSeconds: 600,
    });
    addConnection(
      { ...connectionTo(service), id: 'c' },
      {
        accessToken: 'old',
        refreshToken: 'refresh',
        tokenType: 'Bearer',
        obtainedAt: start,
        expiresAt: start + hourMs,
      },
    );
    core.resources.save(
      resource({ ...core.resources.get('sales'), authorization: { type: 'oauth', connectionId: 'c' } }),
      {},
    );
    expect((await read('json')).status).toBe('rows');
    expect(asked()).toBe(1);
    later(2 * hourMs);
    const answers = await Promise.all(Array.from({ length: 1000 }, () => core.feedRows.read(feed, 'csv')));
    expect(new Set(answers.map((answer) => answer.status === 'rows' && answer.body)).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 'rows', isStale: false });
    expect(asked()).toBe(2);
    expect(service.asked('/token')).toHaveLength(1);
  });

  it('are served while they are renewed, and no longer than the feed allows', async () => {
    const { service, read, asked, core, feed } = await startFeed({ freshSeconds: 60, staleSeconds: 600 });
    await read('csv');
    later(120_000);
    expect(await read('csv')).toMatchObject({ status: 'rows', isStale: true, error: null, body: { dataAt: start } });
    await expect.poll(() => core.feedRows.state(feed).dataAt).toBe(start + 120_000);
    expect(asked()).toBe(2);
    service.routes['/rows'] = () => json({ message: 'slow down' }, 429, { 'retry-after': '300' });
    later(120_000);
    await read('csv');
    await expect.poll(() => core.feedRows.state(feed).error?.code).toBe('resource.rate_limited');
    later(120_000);
    expect(await read('csv')).toMatchObject({ isStale: true, error: { code: 'resource.rate_limited' } });
    later(100_000);
    await read('csv');
    expect(asked()).toBe(3);
    service.routes['/rows'] = () => json({}, 401);
    later(hourMs);
    expect(await read('csv')).toMatchObject({
      status: 'unavailable',
      error: { code: 'resource.authorization_required' },
      retryAt: null,
    });
    later(hourMs);
    expect(await read('csv')).toMatchObject({ status: 'unavailable', retryAt: null });
    expect(asked()).toBe(4);
    // The user fixed it: anyone's run counts.
    service.routes['/rows'] = () => json([]);
    await core.runs.run('sales');
    expect(textOf(await read('csv'))).toBe('Order_No,total,Customer,at\r\n');
    expect(textOf(await read('json'))).toBe('[\n]\n');
    expect(asked()).toBe(5);
  });

  it('come from the kept form when the preview is gone, in every format as before', async () => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'tokenboard-core-'));
    onTestFinished(() => rmSync(dataFolder, { recursive: true, force: true }));
    const { service, core, feed, read, asked } = await startFeed({ hasTimeColumn: true }, { dataFolder });
    onTestFinished(() => core.close());
    service.routes['/rows'] = () =>
      json([
        {
          n: 1.5,
          de: '1.234,50',
          flag: 'ja',
          day: '30.11.2026',
          at: 'Mon, 30 Nov 2026 12:00:00 +0100',
          o: { x: [1] },
          l: [],
        },
        { n: 'n/a', de: '2,00', flag: 'nein', day: '01.12.2026', at: null, o: { x: 'é "' }, l: [{ a: 1 }] },
      ]);
    const before = [];
    for (const format of feedFormats) before.push(textOf(await read(format)));
    await expect.poll(() => readdirSync(join(dataFolder, 'feed-rows')).length).toBe(1);
    core.previews.forget('sales');
    const other = { ...feed, id: 'other' };
    core.feeds.save({ ...other, name: 'other' });
    const after = [];
    for (const format of feedFormats) after.push(textOf(await core.feedRows.read(other, format)));
    expect(after).toEqual(before);
    expect(await core.feedRows.query(feed, { columns: ['de'], count: 1 })).toMatchObject({
      json: Buffer.from('[\n{"de":1234.50}\n]\n'),
      totalCount: 2,
    });
    expect(asked()).toBe(1);
  });

  it('are there at once after a restart, with their age, and nothing readable is on the disk [37]', async () => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'tokenboard-core-'));
    onTestFinished(() => rmSync(dataFolder, { recursive: true, force: true }));
    const environment = { TOKENBOARD_KEY: 'a long passphrase of the test' };
    const first = await startFeed({}, { dataFolder, environment });
    const { service, feed } = first;
    service.routes['/rows'] = () => json([{ name: 'canary-4711', total: 1 }]);
    const before = textOf(await first.read('csv'));
    expect(before).toContain('canary-4711');
    await first.core.close();
    const files = () =>
      readdirSync(dataFolder, { recursive: true, encoding: 'utf8' }).map((name) => join(dataFolder, name));
    const readable = files().filter(
      (path) => statSync(path).isFile() && readFileSync(path, 'latin1').includes('canary-4711'),
    );
    expect(readable).toEqual([]);
    const [kept] = files().filter((path) => path.endsWith('.rows'));
    expect(kept).toBeDefined();

    later(hourMs);
    service.routes['/rows'] = () => json([{ name: 'new', total: 2 }]);
    const second = await startCore({ dataFolder, environment });
    const answer = await second.core.feedRows.read(feed, 'csv');
    expect(answer).toMatchObject({ status: 'rows', isStale: true, error: null, body: { dataAt: start } });
    expect(textOf(answer)).toBe(before);
    await expect.poll(() => second.core.feedRows.state(feed).dataAt).toBe(start + hourMs);
    expect(textOf(await second.core.feedRows.read(feed, 'csv'))).toContain('new');
    second.core.feeds.remove(feed.id);
    expect(files().filter((path) => path.endsWith('.rows'))).toEqual([]);
    await second.core.close();
  });
});
