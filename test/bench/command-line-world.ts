// A data folder with one connection and one resource, a service that wants the token, and the built command line.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { resource } from '../servers/items.ts';
import { startCore } from './start-core.ts';

const entry = fileURLToPath(new URL('../../dist/app/cli.js', import.meta.url));
export const accessToken = 'the-token-of-the-bench';
const key = 'the passphrase of the bench';

/** Runs a program to its end and returns how long that took, in ms. Rejects if it fails. */
export async function runMs(
  program: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
): Promise<number> {
  const start = performance.now();
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], env: environment });
  let said = '';
  child.stderr.on('data', (bytes: Buffer) => {
    said += bytes.toString();
  });
  const [code] = await once(child, 'close');
  const ms = performance.now() - start;
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}: ${said.slice(0, 1000)}`);
  return ms;
}

export async function startWorld() {
  const body = JSON.stringify(Array.from({ length: 20 }, (_, id) => ({ id, name: `Row ${id}`, amount: id * 7 })));
  const server = createServer(({ headers }, response) => {
    const isRight = headers.authorization === `Bearer ${accessToken}`;
    response.writeHead(isRight ? 200 : 401, { 'content-type': 'application/json' }).end(isRight ? body : '{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/sales`; // it listens on TCP
  const dataFolder = mkdtempSync(join(tmpdir(), 'tokenboard-bench-'));
  const { core, addConnection } = await startCore({
    dataFolder,
    environment: { TOKENBOARD_KEY: key },
    resources: [
      resource({ id: 'sales', name: 'Sales', url, authorization: { type: 'oauth', connectionId: 'service' } }),
    ],
  });
  addConnection(
    { id: 'service', name: 'Sales service', hosts: [new URL(url).host] },
    { accessToken, tokenType: 'Bearer', obtainedAt: Date.now(), expiresAt: Date.now() + 86_400_000 },
  );
  await core.close();

  const environment = { ...process.env, TOKENBOARD_KEY: key, TOKENBOARD_DATA: dataFolder };
  const tokenboard = (...args: string[]) => runMs(process.execPath, [entry, ...args], environment);
  let owner: ChildProcess | undefined;
  return {
    url,
    tokenboard,
    /** A process that owns the folder, as the open app does. */
    startOwner: async () => {
      owner = spawn(process.execPath, [entry, 'serve', '--port', String(await freePort())], {
        stdio: 'ignore',
        env: environment,
      });
      while (!existsSync(join(dataFolder, 'instance.lock'))) {
        if (owner.exitCode !== null) throw new Error('tokenboard serve has ended.');
        await sleep(20);
      }
      await tokenboard('token', 'Sales service');
    },
    stop: async () => {
      if (owner !== undefined && owner.exitCode === null) {
        owner.kill();
        await once(owner, 'exit');
      }
      server.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createTcpServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // it listens on TCP
  server.close();
  await once(server, 'close');
  return port;
}
