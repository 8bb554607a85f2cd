import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { initialFeedServer, newFeed } from '../../../app/shared/feed/feed.ts';
import { resource } from '../../servers/items.ts';
import { amountOf, type Measurement, median } from '../measurement.ts';
import { startCore } from '../start-core.ts';

/** `SOAK_SECONDS=1200 npm run bench feed-soak` for the 20 minutes. */
const seconds = Number(process.env.SOAK_SECONDS ?? 30);
const rowsPerResponse = 5_000;
const readers = 8;
const pauseMs = 50;
const sampleMs = 1_000;
const formats = ['json', 'csv', 'xml', 'ndjson', 'html'];

/** Of this process and of those that it started, in MiB. Only Linux tells of the latter. */
function residentMebibytes(): number {
  globalThis.gc?.();
  const own = process.memoryUsage.rss();
  const children = process.platform === 'linux' ? childrenOf(process.pid) : [];
  return (own + children.reduce((sum, pid) => sum + residentOf(pid), 0)) / 2 ** 20;
}
const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
function residentOf(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4096;
  } catch {
    return 0; // it has ended
  }
}

/** A feed that is read all the time in every format, of a service whose rows change each second. */
export async function measure(): Promise<Measurement[]> {
  let fetches = 0;
  const service = createServer((_, response) => {
    fetches++;
    const rows = Array.from({ length: rowsPerResponse }, (_row, id) => ({
      id,
      name: `n${id} ${fetches}`,
      at: Date.now(),
    }));
    response.setHeader('content-type', 'application/json').end(JSON.stringify(rows));
  });
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  const { port } = service.address() as AddressInfo; // it listens on TCP
  const source = resource({ id: 'soak', url: `http://127.0.0.1:${port}/`, authorization: { type: 'none' } });
  const { core, stop } = await startCore({ resources: [source] });
  core.feeds.save({ ...newFeed('feed', 'soak', 'Soak'), freshSeconds: 1, hasTimeColumn: true });
  const { secret } = core.feeds.createKey({ feedId: 'feed', name: 'bench', expiresAt: null });
  const view = await core.feeds.saveServer({ ...initialFeedServer, isOn: true, port: 18_439 });
  const [origin] = view.origins;
  if (origin === undefined) throw new Error(`The server does not run: ${view.error?.code}`);
  const dispatcher = new Agent();
  const end = performance.now() + seconds * 1000;
  const statuses = new Map<number, number>();
  const samples: number[] = [];
  const read = async (reader: number): Promise<void> => {
    for (let turn = reader; performance.now() < end; turn++) {
      const url = `${origin}/feeds/Soak.${formats[turn % formats.length]}`;
      const { statusCode, body } = await request(url, {
        dispatcher,
        headers: { authorization: `Bearer ${secret}`, ...(turn % 2 === 0 ? { 'accept-encoding': 'gzip' } : {}) },
      });
      await body.dump({ limit: Number.MAX_SAFE_INTEGER });
      statuses.set(statusCode, (statuses.get(statusCode) ?? 0) + 1);
      await wait(pauseMs);
    }
  };
  const sample = async (): Promise<void> => {
    for (; performance.now() < end; await wait(sampleMs)) samples.push(residentMebibytes());
  };
  await Promise.all([sample(), ...Array.from({ length: readers }, (_, reader) => read(reader))]);
  const quarter = Math.floor(samples.length / 4);
  const before = median(samples.slice(quarter, 2 * quarter));
  const after = median(samples.slice(-quarter));
  const reads = [...statuses.values()].reduce((sum, count) => sum + count, 0);
  await dispatcher.close();
  await stop();
  await new Promise((resolve) => service.close(resolve));
  const how = `${seconds} s, ${readers} readers, ${reads} reads (${[...statuses].map(([status, count]) => `${count} × ${status}`).join(', ')}), ${fetches} fetches of ${rowsPerResponse} rows; resident set of all processes after a collection, ${before.toFixed(0)} MiB in the second quarter, ${after.toFixed(0)} MiB in the last`;
  return [
    amountOf({ name: 'memory that a feed adds while it is read', unit: 'MiB', value: after - before, goal: 48, how }),
    amountOf({
      name: 'reads of the feed that got no rows',
      unit: 'requests',
      value: reads - (statuses.get(200) ?? 0),
      goal: 0,
      how: 'the same',
    }),
  ];
}
