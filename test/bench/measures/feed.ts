import { fork, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Load, load } from '../load.ts';
import { type Measurement, median, ratioOf } from '../measurement.ts';

const connectionCounts = [1, 32, 256];
const rounds = 7;
const roundMs = 1_000;
const rows = 200;
/** Throughput of at least 0.3 of nginx's. */
const mostTime = 3.33;
const mostP99 = 3;

/** Both servers have one process on this core. The load comes from the others. */
const core = '0';
const has = (program: string): boolean => spawnSync(program, ['--version']).error === undefined;

export async function measure(): Promise<Measurement[]> {
  if (spawnSync('nginx', ['-v']).error !== undefined) {
    console.log('nginx is not installed: feeds are not compared with it.');
    return [];
  }
  const folder = mkdtempSync(join(tmpdir(), 'tokenboard-bench-'));
  const body = JSON.stringify(
    Array.from({ length: rows }, (_, id) => ({ id, name: `Row ${id}`, amount: id * 7, day: '2026-11-30' })),
  );
  writeFileSync(join(folder, 'Sales.json'), body);
  const pin = has('taskset');
  const feeds = fork(new URL('../feed-server.ts', import.meta.url), [join(folder, 'Sales.json')]);
  const [{ port, secret }] = await once(feeds, 'message');
  if (pin) spawnSync('taskset', ['-a', '-p', '-c', core, String(feeds.pid)]);
  const nginx = await startNginx(folder, pin);

  const headers = `host: localhost\r\nauthorization: Bearer ${secret}\r\nuser-agent: bench\r\naccept: */*\r\n\r\n`;
  const measurements: Measurement[] = [];
  for (const connections of connectionCounts) {
    const ours: Load[] = [];
    const theirs: Load[] = [];
    for (let round = 0; round <= rounds; round++) {
      const pair = [
        await load(nginx.port, `GET /Sales.json HTTP/1.1\r\n${headers}`, connections, roundMs),
        await load(port, `GET /feeds/Sales.json HTTP/1.1\r\n${headers}`, connections, roundMs),
      ] as const;
      // The first warms both.
      if (round === 0) continue;
      theirs.push(pair[0]);
      ours.push(pair[1]);
    }
    const facts = {
      unit: 'µs' as const,
      how: `${Math.round(body.length / 1024)} KiB, keep-alive, ${pin ? 'one process on the same core' : 'one process'} each; median of ${rounds} × ${roundMs} ms, in turns`,
    };
    const of = (loads: Load[], figure: (load: Load) => number): number => median(loads.map(figure)) * 1000;
    const time = ({ latencies, ms }: Load): number => ms / latencies.length;
    measurements.push(
      ratioOf({
        ...facts,
        name: `time for a feed from memory, against a file of nginx, ${connections} connections`,
        value: of(ours, time),
        baseline: of(theirs, time),
        goal: mostTime,
      }),
      ratioOf({
        ...facts,
        name: `99 % of these are answered within, ${connections} connections`,
        value: of(ours, p99),
        baseline: of(theirs, p99),
        goal: mostP99,
      }),
    );
  }
  feeds.kill();
  nginx.stop();
  rmSync(folder, { recursive: true });
  return measurements;
}

const p99 = ({ latencies }: Load): number =>
  latencies.toSorted((a, b) => a - b)[Math.floor(latencies.length * 0.99)] ?? Number.NaN;

async function startNginx(folder: string, pin: boolean): Promise<{ port: number; stop(): void }> {
  const port = await freePort();
  const file = join(folder, 'nginx.conf');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  writeFileSync(
    file,
    `daemon off; master_process off; pid ${folder}/nginx.pid; error_log stderr crit;
events { worker_connections 1024; }
http {
  access_log off; keepalive_requests 1000000000; sendfile on; open_file_cache max=10;
  ${temporary.join(' ')}
  types { application/json json; }
  server { listen 127.0.0.1:${port}; root ${folder}; }
}`,
  );
  const server = pin
    ? spawn('taskset', ['-c', core, 'nginx', '-c', file], { stdio: 'inherit' })
    : spawn('nginx', ['-c', file], { stdio: 'inherit' });
  while (server.exitCode === null) {
    const socket = connect(port, '127.0.0.1');
    const isThere = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (isThere) return { port, stop: () => server.kill() };
  }
  throw new Error('nginx did not start.');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
