import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { recipes } from '../../app/shared/feed/recipes/recipes.ts';
import { freePort } from '../servers/feed-server.ts';
import { cities, installedReaders, recipeText, type StartedFeeds, startFeeds } from './start-feeds.ts';

const { npm } = installedReaders();
const run = promisify(execFile);

let feeds: StartedFeeds;
beforeAll(async () => {
  feeds = await startFeeds();
});
beforeEach(() => feeds.forget());
afterAll(() => feeds.stop());

/** Node trusts its own authorities and those of this file. */
const trusting = (): NodeJS.ProcessEnv => ({ ...process.env, NODE_EXTRA_CA_CERTS: feeds.authority });

describe('Node’s fetch', () => {
  const program = (target = feeds.target) =>
    `${recipeText(recipes.javascript, target)}\nconsole.log(JSON.stringify(rows));`;
  const node = (text: string, env = trusting()) => run(process.execPath, ['--input-type=module', '-e', text], { env });

  it('reads rows by the recipe, and loses digits that no number of JavaScript has', async () => {
    const rows = JSON.parse((await node(program())).stdout);
    expect(rows.slice(0, 4).map(({ city }: { city: string }) => city)).toEqual(cities);
    expect(rows[0]).toMatchObject({ total: 0, paid: true, at: '2026-11-01T09:00:00Z' });
    expect(rows).toHaveLength(30);
  });

  it('fails with a wrong key, and without the authority', async () => {
    await expect(node(program(feeds.wrongTarget))).rejects.toThrow('401');
    const { NODE_EXTRA_CA_CERTS: _, ...strange } = process.env;
    await expect(node(program(), strange)).rejects.toThrow(/self-signed|UNABLE_TO_VERIFY|unable to/);
  });
});

interface FlowNode {
  id: string;
  type: string;
  wires: string[][];
}
interface Outcome {
  status: number;
  payload: unknown;
}

/** Node-RED with the recipe's flow, and nodes behind it that write what arrived. Ends when a file has `count` lines. */
async function nodeRed(flow: FlowNode[], count: number): Promise<Outcome[]> {
  const folder = join(feeds.folder, 'node-red');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const out = join(folder, 'out.ndjson');
  const request = flow.find(({ type }) => type === 'http request');
  request?.wires[0]?.push('told');
  const told = {
    id: 'told',
    type: 'function',
    func: 'msg.payload = JSON.stringify({ status: msg.statusCode, payload: msg.payload }); return msg;',
    outputs: 1,
    wires: [['file']],
  };
  const file = {
    id: 'file',
    type: 'file',
    filename: out,
    filenameType: 'str',
    appendNewline: true,
    overwriteFile: 'false',
    wires: [[]],
  };
  // The editor puts what it imports onto a tab. What has no place there is taken for a configuration.
  const nodes = [...flow, told, file].map((each) => ({ x: 0, y: 0, ...each, z: 'tab' }));
  writeFileSync(join(folder, 'flows.json'), JSON.stringify([{ id: 'tab', type: 'tab', label: 'Feeds' }, ...nodes]));
  const settings = {
    uiPort: await freePort(),
    uiHost: '127.0.0.1',
    flowFile: 'flows.json',
    httpAdminRoot: false,
    telemetry: { enabled: false },
  };
  writeFileSync(join(folder, 'settings.js'), `module.exports = ${JSON.stringify(settings)};`);
  const child = spawn(process.execPath, [join(npm ?? '', 'node-red/red.js'), '--userDir', folder], {
    env: trusting(),
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const lines = () => (existsSync(out) ? readFileSync(out, 'utf8').split('\n').slice(0, -1) : []);
  try {
    await expect.poll(() => lines().length, { timeout: 60_000 }).toBeGreaterThanOrEqual(count);
  } finally {
    child.kill();
    await ended;
  }
  return lines().map((line) => JSON.parse(line));
}

describe.skipIf(npm === undefined)('Node-RED', () => {
  const flow = (target = feeds.target): FlowNode[] => JSON.parse(recipeText(recipes.nodeRed, target));

  it('reads rows by the recipe, with the key and by TLS', async () => {
    const [first] = await nodeRed(flow(), 1);
    expect(first).toMatchObject({ status: 200 });
    const rows = first?.payload;
    expect(rows).toHaveLength(30);
    expect(rows).toMatchObject([
      { city: 'Köln', paid: true },
      { city: '東京' },
      { city: null },
      { city: cities[3] },
      ...new Array(26).fill({}),
    ]);
  });

  it('gets 304 if its flow sends the ETag', async () => {
    const [inject, request, debug] = flow();
    const again: FlowNode[] = [
      {
        id: 'etag',
        type: 'function',
        wires: [['again']],
        ...{ func: "return { headers: { 'If-None-Match': msg.headers.etag } };", outputs: 1 },
      },
      { ...request, id: 'again', type: 'http request', wires: [[]] },
    ];
    request?.wires[0]?.push('etag');
    await nodeRed(
      [inject, request, debug, ...again].filter((each) => each !== undefined),
      1,
    );
    expect(feeds.statuses().slice(0, 2)).toEqual([200, 304]);
  });

  it('passes on the refusal of a wrong key', async () => {
    const [first] = await nodeRed(flow(feeds.wrongTarget), 1);
    expect(first).toMatchObject({ status: 401, payload: { error: { status: 401 } } });
  });
});

describe.skipIf(npm === undefined)('OData clients (@odata/client, o.js)', () => {
  const ask = async (key: string) =>
    JSON.parse(
      (
        await run(
          process.execPath,
          [join(import.meta.dirname, 'odata-clients.cjs'), npm ?? '', feeds.target.origin, key],
          { env: trusting() },
        )
      ).stdout,
    );

  it('filter, sort, select and count', async () => {
    const { byClient, byO, count } = await ask(feeds.secret);
    expect(byClient['@odata.count']).toBe(7);
    expect(byClient.value[0]).toEqual({ Order_No: 28, total: 42, at: '2026-11-29T09:00:00Z' });
    expect(byO.map(({ Order_No }: { Order_No: number }) => Order_No)).toEqual([29, 25, 21]);
    expect(count).toBe(7);
  });

  it('are refused with a wrong key', async () => {
    const { byClient, byO } = await ask('tbk_wrong');
    expect(byO).toEqual({ status: 401 });
    expect(JSON.stringify(byClient)).not.toContain('value');
    expect(feeds.statuses()).toEqual([401, 401, 401]);
  });
});
