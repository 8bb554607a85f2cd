import { chmodSync, lstatSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createConnection, createServer, type Socket } from 'node:net';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDataFolder, unusableFolder } from '../process/data-folder.ts';
import { isRunning } from '../process/is-running.ts';
import { SettingsError } from '../shared/errors.ts';
import { type Message, message } from '../shared/messages/message.ts';
import { addressesOf, instanceAddress, ownUid } from './instance-address.ts';
import { type InstanceHolder, readHolder } from './instance-holder.ts';
import { holdLock, isHeld, thisHolder } from './instance-lock.ts';
import { readWord } from './instance-word.ts';

export interface FirstInstance {
  /** The real path of the data folder. */
  readonly dataFolder: string;
  /** Called when the user starts the app again (row 40). */
  onSecond(listener: () => void): void;
  /** Called with each session of another process (`local/server.ts`), also with those that began before this call. */
  onCall(listener: (socket: Socket) => void): void;
  /** Called when another computer took over the folder while this one slept: the app must end (row 53). */
  onLost(listener: () => void): void;
  release(): void;
}

/** What the first instance is, for a second one: the app with its window, a single command, or a server. */
export type InstanceKind = 'window' | 'command' | 'server';

export interface InstanceOptions {
  /** How long a running instance may take to respond. */
  patienceMs?: number;
  /** Default: `window`. Only a second instance that has a window asks the first to show its own. */
  kind?: InstanceKind;
  /** Default: true. `false`: a start without a window, which leaves a running app as it is. */
  showsWindow?: boolean;
  /** How long a window waits for a running command to end. */
  commandPatienceMs?: number;
  /** Called once if a window waits for a command for longer than a moment. `pid`: the command's process. */
  onWait?(pid: number): void;
}

/** A running instance responds at once; a stopped or hanging one never does. */
const usualPatienceMs = 5_000;
const usualCommandPatienceMs = 15_000;
/** Most commands end sooner, and nobody need know about them. */
const momentMs = 700;

/**
 * Returns `undefined` if another instance uses this data folder and was told to show its window. The two talk through a
 * socket file, or a pipe on Windows: no port is opened. A lock in the folder keeps out an instance that cannot be
 * reached. Throws SettingsError `settings.folder_unusable`, `settings.foreign_folder`, `settings.folder_in_use`,
 * `settings.instance_silent`.
 */
export async function becomeFirstInstance(
  folder: string,
  options: InstanceOptions = {},
): Promise<FirstInstance | undefined> {
  const dataFolder = openDataFolder(folder);
  try {
    return await meet(dataFolder, options);
  } catch (error) {
    throw unusableFolder(dataFolder, error);
  }
}

async function meet(dataFolder: string, options: InstanceOptions): Promise<FirstInstance | undefined> {
  const {
    patienceMs = usualPatienceMs,
    kind = 'window',
    showsWindow = true,
    commandPatienceMs = usualCommandPatienceMs,
  } = options;
  const address = instanceAddress(dataFolder, process.platform);
  if (process.platform !== 'win32' && dirname(address) !== dataFolder) makeOwnFolder(dirname(address));
  const claim = join(dataFolder, 'instance.claim');
  const lock = join(dataFolder, 'instance.lock');
  const word = kind === 'window' && showsWindow ? 'show' : 'look';
  const reached = async (): Promise<InstanceKind | undefined> => {
    const holder = readHolder(lock);
    for (const each of addressesOf(address, holder)) {
      const response = await handOver(each, word, { patienceMs, holder });
      if (response !== undefined) return response;
    }
    return undefined;
  };
  const since = performance.now();
  let hasTold = false;
  for (;;) {
    const other = await reached();
    // A process without a window must end before another process can open one.
    if (other === 'window' || (other !== undefined && kind !== 'window')) return undefined;
    const waitedMs = performance.now() - since;
    if (other === 'server' || (other === 'command' && waitedMs > commandPatienceMs))
      throw inUse(dataFolder, readHolder(lock) ?? thisHolder(address), other);
    if (other === 'command' && waitedMs > momentMs && !hasTold) {
      hasTold = true;
      options.onWait?.((readHolder(lock) ?? thisHolder(address)).pid);
    }
    if (other === undefined && takeClaim(claim)) {
      try {
        // Check again under the claim: the other start may have finished meanwhile.
        if ((await reached()) === undefined) {
          const holder = readHolder(lock);
          if (holder !== undefined && isHeld(lock, holder, claim)) throw inUse(dataFolder, holder);
          return await listen(address, dataFolder, { lock, kind });
        }
      } finally {
        rmSync(claim, { force: true });
      }
    }
    // Another start has looked, but does not listen yet; or a command is about to end.
    await sleep(20);
  }
}

/** Why the app must end after it lost its folder. */
export const folderLost = (folder: string): Message => message('start.folderLost', { folder });

/** `by`: what runs there, if it is not a window. */
function inUse(folder: string, { pid, hostname: computer }: InstanceHolder, by?: 'command' | 'server'): SettingsError {
  const where =
    computer === hostname()
      ? message('start.folderInUse.here', { pid })
      : message('start.folderInUse.elsewhere', { computer });
  const text =
    by === undefined
      ? message('start.folderInUse', { where, folder })
      : message(by === 'server' ? 'start.folderInUse.server' : 'start.folderInUse.command', {
          pid: String(pid),
          folder,
        });
  return new SettingsError('settings.folder_in_use', text, {
    details: { folder, where },
  });
}

/**
 * Everyone may write to the temporary folder: another user could have created this folder and respond in the app's
 * place.
 */
function makeOwnFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const facts = lstatSync(folder);
  const isOurs = facts.isDirectory() && facts.uid === ownUid() && (facts.mode & 0o077) === 0;
  if (!isOurs) throw new SettingsError('settings.foreign_folder', message('start.foreignFolder', { folder }));
}

interface HandOver {
  patienceMs: number;
  holder: InstanceHolder | undefined;
}

/**
 * Says the word and returns what the instance is. `undefined`: there is none. Throws SettingsError
 * `settings.instance_silent` if it does not respond.
 */
function handOver(
  address: string,
  word: 'show' | 'look',
  { patienceMs, holder }: HandOver,
): Promise<InstanceKind | undefined> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(address);
    let response = '';
    const timer = setTimeout(() => {
      reject(silentInstance(holder));
      socket.destroy();
    }, patienceMs);
    socket.once('connect', () => socket.end(`${word}\n`));
    socket.once('error', () => resolve(undefined));
    socket.on('data', (bytes) => {
      response = (response + bytes.toString('latin1')).slice(0, 20);
    });
    socket.once('close', (failed) => {
      clearTimeout(timer);
      const said = response.trim();
      resolve(failed ? undefined : said === 'command' || said === 'server' ? said : 'window');
    });
  });
}

/** The error for an instance that exists but cannot be reached. */
export function silentInstance(holder?: InstanceHolder): SettingsError {
  if (holder === undefined) return new SettingsError('settings.instance_silent', message('start.silent'));
  const { pid } = holder;
  return new SettingsError('settings.instance_silent', message('start.silent.process', { pid }), { details: { pid } });
}

/** Sessions that begin before the app can serve them. */
const mostWaiting = 64;

async function listen(
  address: string,
  dataFolder: string,
  { lock, kind }: { lock: string; kind: InstanceKind },
): Promise<FirstInstance> {
  // Nothing responded: a killed app left the socket.
  if (!address.startsWith('\\\\')) rmSync(address, { force: true });
  const seconds = new Set<() => void>();
  const losses = new Set<() => void>();
  const waiting = new Set<Socket>();
  let serve: ((socket: Socket) => void) | undefined;
  const server = createServer((socket) => {
    socket.on('error', () => {});
    readWord(socket, (word) => {
      if (word === 'call') {
        if (serve !== undefined) return serve(socket);
        if (waiting.size >= mostWaiting) return socket.destroy();
        waiting.add(socket.once('close', () => waiting.delete(socket)));
        return;
      }
      socket.resume();
      socket.end(`${kind}\n`);
      if (word === 'show') for (const listener of seconds) listener();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(address, resolve);
  });
  if (!address.startsWith('\\\\')) chmodSync(address, 0o600);
  server.unref();
  let releaseLock: () => void;
  try {
    releaseLock = holdLock(lock, thisHolder(address), () => {
      for (const listener of losses) listener();
    });
  } catch (error) {
    server.close();
    throw error;
  }
  return {
    dataFolder,
    onSecond: (listener) => {
      seconds.add(listener);
    },
    onCall: (listener) => {
      serve = listener;
      for (const socket of waiting) {
        waiting.delete(socket);
        listener(socket);
      }
    },
    onLost: (listener) => {
      losses.add(listener);
    },
    release: () => {
      releaseLock();
      server.close();
      for (const socket of waiting) socket.destroy();
    },
  };
}

/** A file that only one process can create. Removes one whose process has ended. */
function takeClaim(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    // Only an existing claim means that another start is under way. Report everything else (row 48).
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    if (!isRunning(claimant(path)) || isOld(path)) rmSync(path, { force: true });
    return false;
  }
}

/** A start holds its claim for moments. An older one was left by a crash, even if its process ID is in use again. */
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
