import { setTimeout as sleep } from 'node:timers/promises';
import { connection } from '../../servers/items.ts';
import { amountOf, type Measurement, median, ratioOf } from '../measurement.ts';
import { startCore } from '../start-core.ts';
import { startService } from '../start-service.ts';

const count = 1_000;
const rounds = 3;
const idleMs = 5_000;
const hour = 3_600_000;

const cpuMs = (since?: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
};
/** What is in use, not what was once: the heap and what hangs on it. */
function memoryMebibytes(): number {
  for (let pass = 0; pass < 3; pass++) globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1024 / 1024;
}

interface Round {
  idleCpuMs: number;
  cpuMs: number;
  ms: number;
  idleMemory: number;
  memory: number;
}

/** A thousand connections whose tokens ended while the app was closed, and one that still lasts. */
async function oneRound(origin: string): Promise<Round> {
  const ids = Array.from({ length: count }, (_, index) => `c${index}`);
  const facts = { accessTokenUrl: `${origin}/token`, clientAuthentication: 'none' as const };
  const { core, stop } = await startCore({
    connections: ['first', ...ids].map((id) => connection({ ...facts, id, name: id })),
  });
  const write = (id: string, obtainedAt: number) => {
    const token = { accessToken: `old-${id}`, refreshToken: `refresh-${id}`, tokenType: 'Bearer' };
    core.vault.write(id, 'tokenSet', JSON.stringify({ ...token, obtainedAt, expiresAt: obtainedAt + hour }));
  };
  write('first', Date.now());
  for (const id of ids) write(id, Date.now() - 2 * hour);
  // As the window does when it opens; and the libraries of a renewal are loaded.
  for (const { id } of core.connections.list()) core.tokens.status(id);
  await core.tokens.renewNow('first');

  const idleMemory = memoryMebibytes();
  const idleStart = process.cpuUsage();
  await sleep(idleMs);
  const idleCpuMs = cpuMs(idleStart);

  const start = performance.now();
  const cpuStart = process.cpuUsage();
  core.keepFresh();
  const isRenewed = (id: string) => core.tokens.peek(id)?.accessToken !== `old-${id}`;
  // From the end: the last one is renewed last.
  while (!ids.toReversed().every(isRenewed)) await sleep(20);
  const round = { cpuMs: cpuMs(cpuStart), ms: performance.now() - start };
  const memory = memoryMebibytes();
  await stop();
  return { ...round, idleCpuMs, idleMemory, memory };
}

/**
 * Goals. CPU: a token usually lasts for an hour, so a thousand connections cost a thousand refreshes an hour; at 6 ms
 * each that is 6 s of an hour, 0.2 % of one core, which neither a fan nor a battery notices. Memory: a refresh leaves a
 * token set behind where one was before, so nothing may grow but what the libraries keep for themselves
 * and what the console remembers of the last requests.
 */
export async function measure(): Promise<Measurement[]> {
  const service = await startService();
  const all: Round[] = [];
  await oneRound(service.origin);
  for (let round = 0; round < rounds; round++) all.push(await oneRound(service.origin));
  service.stop();
  const beyondIdle = (round: Round) => (round.cpuMs - (round.idleCpuMs * round.ms) / idleMs) / count;
  return [
    amountOf({
      name: `CPU of a background refresh, ${count} connections due at once, beyond the same app idle`,
      unit: 'ms',
      value: median(all.map(beyondIdle)),
      goal: 6,
      how: `user and system time of the app's process, with HTTP, encryption, fsync and lock; per refresh, median of ${rounds} × ${count}; the service is another process`,
    }),
    ratioOf({
      name: `memory after ${count} background refreshes, against the same app idle before`,
      unit: 'MiB',
      value: median(all.map(({ memory }) => memory)),
      baseline: median(all.map(({ idleMemory }) => idleMemory)),
      goal: 1.15,
      how: `heap and external memory after garbage collection, all tokens in memory in both; median of ${rounds}`,
    }),
  ];
}
