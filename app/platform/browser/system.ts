import { fork, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { processEnvironment } from '../../process/environment.ts';
import type { ChildProcess, ProcessEntry } from '../platform.ts';

/** The program that opens a URL, with arguments: no shell ever reads the URL. */
export function openerCommand(url: string, platform: NodeJS.Platform): { command: string; args: string[] } {
  if (platform === 'win32') return { command: 'rundll32.exe', args: ['url.dll,FileProtocolHandler', url] };
  if (platform === 'darwin') return { command: 'open', args: [url] };
  return { command: 'xdg-open', args: [url] };
}

/** Resolves when the opener has started; it goes on without us. */
export function openInSystem(url: string): Promise<void> {
  const { command, args } = openerCommand(url, process.platform);
  return new Promise((resolve, reject) => {
    const opener = spawn(command, args, { detached: true, stdio: 'ignore', env: processEnvironment(process.env) });
    opener.once('error', reject);
    opener.once('spawn', () => {
      opener.unref();
      resolve();
    });
  });
}

/** The user's folder for downloads: there is no native dialog here that could ask for another. */
export function downloadsFolder(environment: NodeJS.ProcessEnv, home: string = homedir()): string {
  const configured = join(environment.XDG_CONFIG_HOME || join(home, '.config'), 'user-dirs.dirs');
  if (existsSync(configured)) {
    const line = /^XDG_DOWNLOAD_DIR="(.+)"$/m.exec(readFileSync(configured, 'utf8'));
    if (line?.[1] !== undefined) return line[1].replace(/^\$HOME/, home);
  }
  return join(home, 'Downloads');
}

/** `report.json`, `report (1).json`, …: nothing there is written over. */
export function freePath(folder: string, suggestedName: string): string {
  mkdirSync(folder, { recursive: true });
  // A name that came from a server: the last part only, without what a file system gives a meaning to.
  const plain = basename(suggestedName).replace(/[<>:"/\\|?*\p{Cc}]/gu, '_');
  const name = plain.replace(/^\.+/, '') || 'download';
  const extension = extname(name);
  const stem = name.slice(0, name.length - extension.length);
  for (let count = 0; ; count += 1) {
    const path = join(folder, count === 0 ? name : `${stem} (${count})${extension}`);
    if (!existsSync(path)) return path;
  }
}

/**
 * For glibc, which else keeps what a large message was read in for the next one: 30 MiB beside a body of 44 MB. From 128 KiB
 * on, memory comes from the system and goes back to it. Others do not know the variable.
 */
const memoryGoesBack = { MALLOC_MMAP_THRESHOLD_: String(128 * 1024) };

/** A process with Node's own channel; it ends itself when the channel does, however this process ends. */
export function startProcess(
  appFolder: string,
  entry: ProcessEntry,
  args: string[],
  heapMebibytes?: number,
): ChildProcess {
  const child = fork(join(appFolder, `${entry}.js`), args, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: heapMebibytes === undefined ? [] : [`--max-old-space-size=${heapMebibytes}`],
    // Bytes cross as they are.
    serialization: 'advanced',
    env: { ...processEnvironment(process.env), ...memoryGoesBack },
  });
  const kill = () => {
    child.kill();
  };
  process.once('exit', kill);
  const exited = new Promise<number>((resolve) => {
    child.once('exit', (code) => {
      process.removeListener('exit', kill);
      resolve(code ?? 1);
    });
    child.once('error', () => resolve(1));
  });
  return {
    send: (message) => {
      // A process that has just ended is told by `exited`, not by the pipe.
      if (child.connected) child.send(message as object, () => undefined); // can be cloned, as the interface says
    },
    onMessage: (listener) => {
      child.on('message', listener);
    },
    exited,
    kill,
  };
}
