import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve as resolvePath } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SettingsError } from '../errors.ts';

export interface FirstInstance {
  /** Called when somebody starts the app again (row 40). */
  onSecond(listener: () => void): void;
  release(): void;
}

/**
 * `undefined`: another instance runs on this data folder; it was told to show its window. The two talk through a
 * socket file, or a pipe on Windows: no port is opened.
 */
export async function becomeFirstInstance(folder: string): Promise<FirstInstance | undefined> {
  // However it is written: two spellings are one folder.
  const dataFolder = resolvePath(folder);
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const address = instanceAddress(dataFolder, process.platform);
  if (process.platform !== 'win32' && dirname(address) !== dataFolder) makeOwnFolder(dirname(address));
  const claim = join(dataFolder, 'instance.claim');
  for (;;) {
    if (await handOver(address)) return undefined;
    if (takeClaim(claim)) break;
    // Another start is between its look and its listening.
    await sleep(20);
  }
  try {
    // Once more under the claim: the other start may have finished meanwhile.
    if (await handOver(address)) return undefined;
    return await listen(address);
  } finally {
    rmSync(claim, { force: true });
  }
}

/** A socket's path may have about 100 bytes (sun_path), so a deep data folder gets one among the temporary files. */
export function instanceAddress(dataFolder: string, platform: NodeJS.Platform): string {
  const name = createHash('sha256').update(dataFolder).digest('hex').slice(0, 24);
  if (platform === 'win32') return `\\\\.\\pipe\\tokenboard-${name}`;
  const path = join(dataFolder, 'instance.socket');
  return Buffer.byteLength(path) <= 96 ? path : join(tmpdir(), `tokenboard-${ownUid()}`, `${name}.socket`);
}

/** An account need not have a name: a container's often has none. */
const ownUid = (): number => process.getuid?.() ?? 0;

/** Among temporary files everybody may write: another user could have made the folder, and answer for us there. */
function makeOwnFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const facts = lstatSync(folder);
  const isOurs = facts.isDirectory() && facts.uid === ownUid() && (facts.mode & 0o077) === 0;
  if (!isOurs)
    throw new SettingsError(
      'settings.foreign_folder',
      `${folder} belongs to somebody else or is open to others. Remove it, or set TMPDIR or a shorter TOKENBOARD_DATA; then start again.`,
    );
}

/** Whether there was somebody to tell. */
function handOver(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(address);
    socket.once('connect', () => socket.end('show\n'));
    socket.once('error', () => resolve(false));
    socket.once('close', (failed) => resolve(!failed));
    socket.resume();
  });
}

async function listen(address: string): Promise<FirstInstance> {
  // Nobody answered: what is there was left by a killed app.
  if (!address.startsWith('\\\\')) rmSync(address, { force: true });
  const listeners = new Set<() => void>();
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.resume();
    socket.end();
    for (const listener of listeners) listener();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(address, resolve);
  });
  if (!address.startsWith('\\\\')) chmodSync(address, 0o600);
  server.unref();
  return {
    onSecond: (listener) => {
      listeners.add(listener);
    },
    release: () => server.close(),
  };
}

/** A file that only one can make. One left by a process that has gone is taken away. */
function takeClaim(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx', mode: 0o600 });
    return true;
  } catch {
    if (!isRunning(claimant(path)) || isOld(path)) rmSync(path, { force: true });
    return false;
  }
}

/** A start holds its claim for moments. One that stays was left by a crash, whoever has its process's number now. */
function isOld(path: string): boolean {
  const facts = statSync(path, { throwIfNoEntry: false });
  return facts !== undefined && Date.now() - facts.mtimeMs > oldClaimMs;
}
const oldClaimMs = 15_000;

function claimant(path: string): number {
  try {
    return Number(readFileSync(path, 'utf8')) || process.pid;
  } catch {
    return process.pid;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: somebody else's, but running.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
