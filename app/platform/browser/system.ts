import { fork, type ChildProcess as NodeProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { processEnvironment } from '../../process/environment.ts';
import type { ChildProcess, ProcessEntry } from '../platform.ts';

/** The program that opens a URL, with its arguments. No shell ever parses the URL. */
export function openerCommand(url: string, platform: NodeJS.Platform): { command: string; args: string[] } {
  if (platform === 'win32') return { command: 'rundll32.exe', args: ['url.dll,FileProtocolHandler', url] };
  if (platform === 'darwin') return { command: 'open', args: [url] };
  return { command: 'xdg-open', args: [url] };
}

/** Resolves when the opener has started, without waiting for its end. */
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

/** The user's downloads folder. This platform has no native dialog to choose another. */
export function downloadsFolder(environment: NodeJS.ProcessEnv, home: string = homedir()): string {
  const configured = join(environment.XDG_CONFIG_HOME || join(home, '.config'), 'user-dirs.dirs');
  if (existsSync(configured)) {
    const line = /^XDG_DOWNLOAD_DIR="(.+)"$/m.exec(readFileSync(configured, 'utf8'));
    if (line?.[1] !== undefined) return line[1].replace(/^\$HOME/, home);
  }
  return join(home, 'Downloads');
}

/** `report.json`, `report (1).json`, …: never overwrites a file. */
export function freePath(folder: string, suggestedName: string): string {
  mkdirSync(folder, { recursive: true });
  // The name came from a server: keep only its last part, without characters that file systems interpret.
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
 * For glibc, which otherwise keeps the buffer of a large message for reuse: 30 MiB for a body of 44 MB. With this
 * setting, blocks of 128 KiB and more return to the system. Other libraries ignore the variable.
 */
const memoryGoesBack = { MALLOC_MMAP_THRESHOLD_: String(128 * 1024) };

/** A process with Node's IPC channel. It ends itself when the channel closes, however this process ends. */
export function startProcess(
  appFolder: string,
  entry: ProcessEntry,
  args: string[],
  heapMebibytes?: number,
): ChildProcess {
  return managedProcess(
    fork(join(appFolder, `${entry}.js`), args, {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      execArgv: heapMebibytes === undefined ? [] : [`--max-old-space-size=${heapMebibytes}`],
      // Transfers bytes unchanged.
      serialization: 'advanced',
      env: childEnvironment(),
    }),
  );
}

export const childEnvironment = (): NodeJS.ProcessEnv => ({ ...processEnvironment(process.env), ...memoryGoesBack });

/** A process with Node's IPC channel, which ends with this one. */
export function managedProcess(child: NodeProcess): ChildProcess {
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
      // `exited` reports a process that has just ended, so ignore errors of the pipe.
      if (child.connected) child.send(message as object, () => undefined); // can be cloned, as the interface says
    },
    onMessage: (listener) => {
      child.on('message', listener);
    },
    exited,
    kill,
  };
}
