import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { newFeed } from '../../../app/shared/feed/feed.ts';
import { freePort } from '../../servers/feed-server.ts';
import { connection, resource } from '../../servers/items.ts';
import { amountOf, type Measurement, median } from '../measurement.ts';
import type { MemorySample } from '../soak-probe.ts';
import { readAll } from '../soak-readers.ts';
import { startSoakService, steadyRows } from '../soak-service.ts';
import { startCore } from '../start-core.ts';

/** `SOAK_SECONDS=1200 npm run bench feed-soak` for the 20 minutes. */
const seconds = Number(process.env.SOAK_SECONDS ?? 60);
/**
 * Seconds in which caches fill and code is compiled. The console then has all that it keeps, which the one service would
 * take half an hour for: more feeds are read until then.
 */
const warmUpSeconds = Math.min(330, seconds / 2);
const fillingFeeds = 16;
const sampleMs = 2_000;
const key = 'the key of a soak';

const bundle = (name: string): string => fileURLToPath(new URL(`../../../dist/app/${name}.js`, import.meta.url));

/** Three feeds of a service that needs a token, in a folder that `serve` then opens. */
async function prepare(dataFolder: string, service: string) {
  const own = connection({
    accessTokenUrl: `${service}/token`,
    clientAuthentication: 'none',
    hosts: [new URL(service).host],
  });
  const authorization = { type: 'oauth', connectionId: own.id } as const;
  const filling = Array.from({ length: fillingFeeds }, (_, index) => `filling${index}`);
  const ids = ['steady', 'failing', 'large', ...filling];
  const { core } = await startCore({
    connections: [own],
    resources: ids.map((id) => resource({ id, name: id, url: `${service}/${id}`, authorization })),
    dataFolder,
    environment: { TOKENBOARD_KEY: key },
  });
  const ended = { accessToken: 'old', refreshToken: 'refresh', tokenType: 'Bearer', obtainedAt: 0, expiresAt: 1 };
  core.vault.write(own.id, 'tokenSet', JSON.stringify(ended));
  const publish = (id: string, name: string, change: Partial<ReturnType<typeof newFeed>>): string => {
    core.feeds.save({ ...newFeed(id, id, name), freshSeconds: 1, ...change });
    return core.feeds.createKey({ feedId: id, name: 'Soak', expiresAt: null }).secret;
  };
  const keys = {
    Steady: publish('steady', 'Steady', { hasTimeColumn: true, allowsKeyInUrl: true }),
    Failing: publish('failing', 'Failing', { staleSeconds: 2 }),
    Large: publish('large', 'Large', { freshSeconds: 30 }),
  };
  const fillingKeys = Object.fromEntries(filling.map((id) => [id, publish(id, id, {})]));
  await core.close();
  return { keys, filling: fillingKeys };
}

/** What `npm run build` made, as a server runs it. */
async function startServe(dataFolder: string, port: number) {
  const env = { PATH: process.env.PATH, HOME: dataFolder, LANG: 'en_US.UTF-8', TOKENBOARD_DATA: dataFolder };
  const probe = new URL('../soak-probe.ts', import.meta.url).href;
  const child = fork(bundle('serve'), ['--port', String(port)], {
    env: { ...env, TOKENBOARD_KEY: key },
    execArgv: ['--expose-gc', '--heapsnapshot-signal=SIGUSR2', '--import', probe],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  for (;;) {
    if (child.exitCode !== null) throw new Error(`serve ended with ${child.exitCode}.`);
    if (
      await fetch(`http://127.0.0.1:${port}/health`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      break;
    await wait(100);
  }
  const run = promisify(execFile);
  const command = async (...args: string[]): Promise<string> =>
    (await run(process.execPath, [bundle('cli'), ...args, '--json'], { env })).stdout;
  return {
    pid: child.pid,
    sample: async (): Promise<MemorySample> => {
      child.send('sample');
      const [sample] = await once(child, 'message');
      return sample;
    },
    /** By the command line, which talks to the server. */
    changeKeys: async () => {
      const { id }: { id: string } = JSON.parse(await command('keys', 'create', 'Steady', '--name', 'For a moment'));
      await command('keys', 'revoke', id);
    },
    end: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** MiB per second: the median of the slopes between all pairs (Theil and Sen), which single peaks do not move. */
function slopeOf(points: readonly { at: number; value: number }[]): number {
  const slopes = points.flatMap((one, index) =>
    points.slice(index + 1).map((other) => (other.value - one.value) / (other.at - one.at)),
  );
  return median(slopes);
}

export async function measure(): Promise<Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tokenboard-soak-'));
  const service = await startSoakService();
  const prepared = await prepare(folder, service.origin);
  const port = await freePort();
  const server = await startServe(folder, port);
  console.log(`serve is process ${server.pid}; a heap snapshot: kill -USR2 ${server.pid}`);
  const began = performance.now();
  const end = began + seconds * 1000;
  const samples: { at: number; memory: MemorySample }[] = [];
  const sample = async (): Promise<void> => {
    for (let told = -60; performance.now() < end; await wait(sampleMs)) {
      const memory = await server.sample();
      const at = (performance.now() - began) / 1000;
      samples.push({ at, memory });
      if (at - told < 60) continue;
      told = at;
      const { inUse, own, all, handles } = memory;
      console.log(
        `${at.toFixed(0).padStart(5)} s  in use ${inUse.toFixed(1)}  resident ${own.toFixed(1)}  with children ${all.toFixed(1)} MiB  ${handles} handles`,
      );
    }
  };
  const [counts] = await Promise.all([
    readAll({
      ...prepared,
      port,
      filledAt: began + warmUpSeconds * 1000,
      changeKeys: server.changeKeys,
      end,
    }),
    sample(),
  ]);
  await server.end();
  await service.close();
  rmSync(folder, { recursive: true, force: true });
  const told = [...counts.statuses].toSorted(([one], [other]) => one.localeCompare(other));
  console.log(told.map(([status, count]) => `${count} × ${status}`).join(', '));
  for (const wrong of counts.wrong.slice(0, 20)) console.log(`not expected: ${wrong}`);

  const after = samples.filter(({ at }) => at > warmUpSeconds + 30);
  const span = (after.at(-1)?.at ?? 0) - (after[0]?.at ?? 0);
  const reads = told.reduce((sum, [, count]) => sum + count, 0);
  const how = `serve, ${seconds} s, ${reads} requests, ${service.seen.rows} fetches of up to ${steadyRows} rows, ${service.seen.tokens} tokens`;
  const growth = (name: string, of: (memory: MemorySample) => number, goal: number): Measurement => {
    const slope = slopeOf(after.map(({ at, memory }) => ({ at, value: of(memory) })));
    const middle = median(after.map(({ memory }) => of(memory)));
    return amountOf({
      name,
      unit: 'MiB',
      value: slope * span,
      goal,
      how: `${how}; slope by Theil and Sen over the last ${span.toFixed(0)} s, ${(slope * 3600).toFixed(1)} MiB/h around ${middle.toFixed(0)} MiB, after a collection`,
    });
  };
  return [
    growth('growth of the heap in use, feeds under every load', ({ inUse }) => inUse, 4),
    growth('growth of the resident set of the server', ({ own }) => own, 16),
    growth('growth of the resident set with its previews', ({ all }) => all, 32),
    amountOf({
      name: 'responses that no reader may get',
      unit: 'requests',
      value: counts.wrong.length,
      goal: 0,
      how,
    }),
  ];
}
