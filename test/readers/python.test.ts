import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { recipes } from '../../app/shared/feed/recipes/recipes.ts';
import { bigNumber, cities, installedReaders, recipeText, type StartedFeeds, startFeeds } from './start-feeds.ts';

const { python } = installedReaders();
const execute = promisify(execFile);

let feeds: StartedFeeds;
beforeAll(async () => {
  feeds = await startFeeds();
});
beforeEach(() => feeds.forget());
afterAll(() => feeds.stop());

/** requests and urllib each have a variable of their own for who is trusted. */
const trusting = () => ({ REQUESTS_CA_BUNDLE: feeds.authority, SSL_CERT_FILE: feeds.authority });
const run = async (text: string, trust: Record<string, string> = trusting(), cwd = feeds.folder): Promise<string> => {
  const { REQUESTS_CA_BUNDLE: _, SSL_CERT_FILE: __, ...environment } = process.env;
  const env = { ...environment, PYTHONIOENCODING: 'utf-8', ...trust };
  return (await execute(python ?? '', ['-c', text], { env, cwd })).stdout;
};

describe.skipIf(python === undefined)('requests', () => {
  // The recipe names the file as Tokenboard exports it.
  const recipe = (target = feeds.target) =>
    recipeText(recipes.python, target).replace(/verify="[^"]*"/, `verify=${JSON.stringify(feeds.authority)}`);

  it('reads rows by the recipe, with all digits', async () => {
    const out = await run(`${recipe()}\nimport json\nprint(json.dumps(rows[:4]), len(rows), rows[0]["big"])`);
    const [, first = '', count, big] = /^(.*) (\d+) (\d+)\n$/.exec(out) ?? [];
    expect(JSON.parse(first).map(({ city }: { city: string }) => city)).toEqual(cities);
    expect([count, big]).toEqual(['30', bigNumber]);
  });

  it('gets 304 for the ETag', async () => {
    const again = `again = requests.get(response.url, headers={**response.request.headers, "If-None-Match": response.headers["ETag"]}, verify=${JSON.stringify(feeds.authority)})`;
    expect(await run(`${recipe()}\n${again}\nprint(again.status_code, len(again.content))`)).toBe('304 0\n');
  });

  it('raises for a wrong key, and without the authority', async () => {
    await expect(run(recipe(feeds.wrongTarget))).rejects.toThrow('401 Client Error: Unauthorized');
    await expect(run(recipe().replace(/\s+verify=.*/, ''), {})).rejects.toThrow('CERTIFICATE_VERIFY_FAILED');
  });
});

describe.skipIf(python === undefined)('pandas', () => {
  const facts =
    'import json\nprint(json.dumps([len(table), table["city"].isna().sum().item(), table["city"][1], int(table["big"][0]), table["total"].sum(), str(table["paid"].dtype), str(table["at"].dtype)]))';

  it('reads CSV by the recipe', async () => {
    const text = recipeText(recipes.python, feeds.target, 1).replace(
      'storage_options',
      'parse_dates=["at"], storage_options',
    );
    const out = await run(`${text}\n${facts}`);
    expect(out).toContain(bigNumber);
    expect(JSON.parse(out)).toMatchObject([
      30,
      7,
      '東京',
      expect.anything(),
      652.5,
      'bool',
      expect.stringMatching(/^datetime64\[\w+, UTC\]$/),
    ]);
  });

  it('reads JSON, NDJSON and XML by URL', async () => {
    const read = (call: string) => run(`import pandas as pd\ntable = pd.${call}\nprint(len(table), table["city"][1])`);
    const headers = `storage_options={"Authorization": "Bearer ${feeds.secret}"}`;
    expect(await read(`read_json("${feeds.url('json')}", ${headers})`)).toBe('30 東京\n');
    expect(await read(`read_json("${feeds.url('ndjson')}?key=${feeds.secret}", lines=True)`)).toBe('30 東京\n');
    expect(await read(`read_xml("${feeds.url('xml')}", parser="etree", ${headers})`)).toBe('30 東京\n');
  });

  it('raises for a wrong key, and without the authority', async () => {
    const text = recipeText(recipes.python, feeds.wrongTarget, 1);
    await expect(run(text)).rejects.toThrow('HTTP Error 401: Unauthorized');
    await expect(run(recipeText(recipes.python, feeds.target, 1), {})).rejects.toThrow('CERTIFICATE_VERIFY_FAILED');
  });
});

describe.skipIf(python === undefined)('shillelagh, which Superset reads JSON with', () => {
  const query = (target = feeds.target, more = '') => `
import json
from shillelagh.backends.apsw.db import connect
rows = connect(":memory:").cursor().execute(${JSON.stringify(recipeText(recipes.superset, target, 1) + more)}).fetchall()
print(json.dumps(rows, default=str))`;

  it('reads rows by the recipe', async () => {
    const rows = JSON.parse(await run(query()));
    expect(rows).toHaveLength(30);
    expect(rows[0]).toContain('Köln');
    const paid = JSON.parse(await run(query(feeds.target, ' WHERE city = \'東京\' AND "Order_No" > 10')));
    expect(paid).toHaveLength(5);
  });

  it('reads a feed whose JSON is an object', async () => {
    const { feed } = feeds.target;
    feeds.core.feeds.save({ ...feed, root: 'wrapped' });
    // It keeps an answer in its folder for three minutes.
    const cwd = join(feeds.folder, 'wrapped');
    mkdirSync(cwd);
    const target = { ...feeds.target, feed: { ...feed, root: 'wrapped' as const } };
    const rows = JSON.parse(await run(query(target), trusting(), cwd));
    feeds.core.feeds.save(feed);
    expect(rows).toHaveLength(30);
  });

  it('tells of a wrong key', async () => {
    await expect(run(query(feeds.wrongTarget))).rejects.toThrow(/key/);
  });
});
