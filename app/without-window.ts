// The command line of the packaged Electron app, and the processes that it starts. All of it runs before Electron is
// ready, so it needs no display.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { StartOf } from './cli/packaged-args.ts';
import { startOwnProcess } from './platform/electron/start-own-process.ts';

export interface WithoutWindow {
  /** The folder of the bundled entries. */
  appFolder: string;
  environment: NodeJS.ProcessEnv;
}

/** Resolves with the exit code. Never rejects. */
export function runWithoutWindow(start: NonNullable<StartOf>, options: WithoutWindow): Promise<number> {
  return 'process' in start ? runProcess(start.process, options) : runCommand(start.command, options);
}

/** The entries that `platform.startProcess` starts, and no other script. */
const entries: ReadonlySet<string> = new Set(['practice', 'preview']);

async function runProcess([entry = '', ...args]: readonly string[], { appFolder }: WithoutWindow): Promise<number> {
  if (!entries.has(entry) || process.send === undefined) return 2;
  const script = join(appFolder, `${entry}.js`);
  const ended = new Promise((resolve) => process.once('disconnect', resolve));
  process.argv = [process.execPath, script, ...args];
  await import(pathToFileURL(script).href);
  await ended;
  return 0;
}

async function runCommand(args: readonly string[], { appFolder, environment }: WithoutWindow): Promise<number> {
  const { runArguments } = await import('./run-arguments.ts');
  const program: [string, string] = [environment.APPIMAGE || process.execPath, 'serve'];
  return runArguments(args, { appFolder, environment, packaged: { program, startProcess: startOwnProcess } });
}
