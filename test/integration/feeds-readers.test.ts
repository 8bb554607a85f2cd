import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newFeed } from '../../app/shared/feed/feed.ts';
import { curlLine } from '../../app/shared/feed/recipes/programs.ts';
import { authorityFile } from '../../app/shared/feed/recipes/recipe.ts';
import { startCore } from '../bench/start-core.ts';
import { freePort } from '../servers/feed-server.ts';
import { resource } from '../servers/items.ts';
import { startService } from './core/service.ts';

// Programs that dashboards and scripts read feeds with, by TLS with Tokenboard's own authority, and a key.

const rows = Array.from({ length: 30 }, (_, index) => ({
  'Order No': index,
  city: ['Köln', 'Oslo', null][index % 3],
  total: index * 1.5,
  paid: index % 2 === 0,
  at: `2026-11-${String(index + 1).padStart(2, '0')}T10:00:00+01:00`,
}));

let started: Awaited<ReturnType<typeof start>>;
beforeAll(async () => {
  started = await start();
});
afterAll(() => started.stop());

async function start() {
  const service = await startService();
  service.routes['/rows'] = () => ({
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(rows),
  });
  const sales = resource({ id: 'sales', url: `${service.origin}/rows`, authorization: { type: 'none' } });
  const folder = mkdtempSync(join(tmpdir(), 'tokenboard-readers-'));
  const { core, platform, stop } = await startCore({ resources: [sales], dataFolder: join(folder, 'data') });
  core.feeds.save({ ...newFeed('feed', 'sales', 'Sales'), allowsKeyInUrl: true });
  const { secret } = core.feeds.createKey({ feedId: 'feed', name: 'Readers', expiresAt: null });
  const port = await freePort();
  const { settings } = core.feeds.list().server;
  const view = await core.feeds.saveServer({ ...settings, isOn: true, port, encryption: 'own' });
  expect(view).toMatchObject({ status: 'running', error: null });
  const authority = join(folder, authorityFile);
  platform.saveTo = authority;
  expect(await core.feeds.exportAuthority('pem')).toBe(authority);
  return {
    service,
    core,
    folder,
    secret,
    authority,
    origin: `https://localhost:${port}`,
    port,
    stop: async () => {
      await stop();
      await service.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const run = promisify(execFile);
const has = (program: string, ...args: string[]) => spawnSync(program, args).status === 0;
/** Debian's Python has Debian's packages; a virtual environment may come first in the path. */
const pythons = ['/usr/bin/python3', 'python3'].filter((each) => has(each, '-c', 'import pandas'));

/** A GET that trusts the authority alone, without any of Node's own. */
const get = (path: string, headers: Record<string, string> = {}) =>
  new Promise<{ status: number | undefined; headers: NodeJS.Dict<string | string[]>; text: string }>(
    (resolve, reject) => {
      const { port, secret, authority } = started;
      const options = {
        host: 'localhost',
        port,
        path,
        ca: readFileSync(authority),
        agent: false,
        headers: { authorization: `Bearer ${secret}`, ...headers },
      };
      request(options, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => {
          text += part;
        });
        response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, text }));
      })
        .on('error', reject)
        .end();
    },
  );

describe('OData', () => {
  it('gives a reader the rows that it asks for, in pages', async () => {
    const asked =
      "/odata/Sales?$filter=(city%20eq%20'K%C3%B6ln'%20or%20city%20eq%20null)%20and%20total%20ge%203&$orderby=total%20desc&$select=Order_No,total&$count=true";
    const expected = rows
      .filter(({ city, total }) => (city === 'Köln' || city === null) && total >= 3)
      .toSorted((one, other) => other.total - one.total)
      .map(({ 'Order No': Order_No, total }) => ({ Order_No, total }));
    const seen: unknown[] = [];
    for (let path: string | undefined = asked; path !== undefined; ) {
      const { status, text } = await get(path, { prefer: 'odata.maxpagesize=7', accept: 'application/json' });
      expect(status).toBe(200);
      const page = JSON.parse(text);
      expect(page['@odata.count']).toBe(expected.length);
      seen.push(...page.value);
      path = page['@odata.nextLink']?.slice(started.origin.length);
    }
    expect(seen).toEqual(expected);
    // One request to the service for all of it.
    expect(started.service.asked('/rows')).toHaveLength(1);
  });

  it('compares moments, and answers 304 to who has the rows', async () => {
    const path = '/odata/Sales?$filter=at%20lt%202026-11-03T00:00:00Z%20and%20paid&$select=at';
    const { text, headers } = await get(path);
    expect(JSON.parse(text).value).toEqual([{ at: '2026-11-01T09:00:00Z' }]);
    expect(headers).toMatchObject({ 'odata-version': '4.0', 'cache-control': 'private, max-age=60' });
    expect((await get(path, { 'if-none-match': String(headers.etag) })).status).toBe(304);
    expect((await get('/odata/Sales/$count')).text).toBe('30');
    expect((await get('/odata/$metadata')).text).toContain('<Property Name="paid" Type="Edm.Boolean"/>');
  });

  it('tells what it cannot do, and gives nothing without the key', async () => {
    const refused = await get('/odata/Sales?$filter=year(at)%20eq%202026');
    expect(refused.status).toBe(501);
    expect(JSON.parse(refused.text).error.message).toBe('Feeds cannot compute year() in a filter.');
    expect((await get('/odata/Sales', { authorization: 'Bearer wrong' })).status).toBe(401);
    expect((await get('/odata/', { authorization: 'Bearer wrong' })).status).toBe(401);
  });
});

it.runIf(has('curl', '--version'))(
  'curl reads by TLS 1.2, with a key and an ETag, and refuses the stranger',
  async () => {
    const { origin, secret, authority } = started;
    const curl = (...args: string[]) => run('curl', ['-s', '-S', '-f', ...args]);
    const named = ['-u', `anyone:${secret}`, `${origin}/feeds/Sales.ndjson`];
    const { stdout } = await curl('--cacert', authority, '--tls-max', '1.2', '-i', ...named);
    expect(stdout.split('\n').filter((line) => line.startsWith('{'))).toHaveLength(30);
    const [, etag = ''] = /^etag: (.*?)\r?$/im.exec(stdout) ?? [];
    const code = ['-o', '/dev/null', '-w', '%{http_code}'];
    expect((await curl('--cacert', authority, ...code, '-H', `If-None-Match: ${etag}`, ...named)).stdout).toBe('304');
    await expect(curl(...named)).rejects.toMatchObject({ code: 60 });
    await expect(curl('--cacert', authority, '--tls-max', '1.1', ...named)).rejects.toMatchObject({ code: 35 });
  },
);

it.runIf(has('curl', '--version'))(
  'curl reads by the line that Use in … shows, beside the exported authority',
  async () => {
    const { core, origin, secret, folder } = started;
    const [view] = core.feeds.list().feeds;
    if (view === undefined) throw new Error('no feed');
    const line = (key: string) => curlLine({ feed: view.feed, origin, key, encryption: 'own' });
    const { stdout } = await run('sh', ['-c', line(secret)], { cwd: folder });
    expect(JSON.parse(stdout)).toHaveLength(30);
    await expect(run('sh', ['-c', line('tbk_wrong')], { cwd: folder })).rejects.toMatchObject({ code: 22 });
  },
);

const script = `
import os, sys, pandas
url, key = sys.argv[1:]
headers = {"Authorization": "Bearer " + key}
csv = pandas.read_csv(url + ".csv", storage_options=headers, parse_dates=["at"])
json = pandas.read_json(url + ".json", storage_options=headers)
by_url = pandas.read_csv(url + ".csv?key=" + key)
assert len(csv) == len(json) == len(by_url) == 30, (len(csv), len(json), len(by_url))
assert list(csv.columns) == ["Order_No", "city", "total", "paid", "at"], csv.columns
assert csv["total"].sum() == json["total"].sum() == 652.5
assert csv["paid"].dtype == bool and csv["at"].dt.day.max() == 30
assert csv["city"].isna().sum() == 10 and csv["city"][0] == "K\u00f6ln"
print("read")
`;
it.runIf(pythons.length > 0)('pandas reads CSV and JSON by URL (python3-pandas)', async () => {
  const { origin, secret, authority } = started;
  const env = { ...process.env, SSL_CERT_FILE: authority };
  const { stdout } = await run(pythons[0] ?? '', ['-c', script, `${origin}/feeds/Sales`, secret], { env });
  expect(stdout).toBe('read\n');
});
