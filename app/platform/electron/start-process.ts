import { join } from 'node:path';
import { app, utilityProcess } from 'electron';
import { processEnvironment } from '../../process/environment.ts';
import type { ChildProcess, ProcessEntry } from '../platform.ts';

/** Starts a utility process: the packaged app cannot run Node otherwise (the fuse `runAsNode` is off, row 13). */
export function startProcess(
  appFolder: string,
  entry: ProcessEntry,
  args: string[],
  heapMebibytes?: number,
): ChildProcess {
  const child = utilityProcess.fork(join(appFolder, `${entry}.js`), args, {
    serviceName: `Tokenboard ${entry}`,
    stdio: 'inherit',
    execArgv: heapMebibytes === undefined ? [] : [`--js-flags=--max-old-space-size=${heapMebibytes}`],
    env: processEnvironment(process.env),
  });
  const exited = new Promise<number>((resolve) => child.once('exit', (code) => resolve(code)));
  const kill = () => child.kill();
  app.once('will-quit', kill);
  exited.then(() => app.removeListener('will-quit', kill));
  return {
    send: (message) => child.postMessage(message),
    onMessage: (listener) => {
      child.on('message', (message: unknown) => listener(message));
    },
    exited,
    kill,
  };
}
