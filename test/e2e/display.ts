import { spawn } from 'node:child_process';
import { Socket } from 'node:net';

let display: Promise<string> | undefined;

/** A display to show windows on: the user's, or one in memory (Xvfb). */
export function displayHere(): Promise<string> {
  if (process.env.DISPLAY) return Promise.resolve(process.env.DISPLAY);
  display ??= startDisplay(3);
  return display;
}

/** Two servers that start at the same moment can choose the same number, and then one of them ends: it tries again. */
const startDisplay = async (attempts: number): Promise<string> => {
  const started = await startServer();
  if (started !== undefined) return started;
  if (attempts === 1) throw new Error('Xvfb could not be started.');
  return startDisplay(attempts - 1);
};

const startServer = () =>
  new Promise<string | undefined>((resolve, reject) => {
    // It ends when this process's end of the pipe closes, however this process ends; the server alone holds stdout.
    const script =
      'Xvfb -displayfd 1 -screen 0 1600x1000x24 -nolisten tcp 2>/dev/null & exec >/dev/null; cat; kill $! 2>/dev/null';
    const server = spawn('sh', ['-c', script], { stdio: ['pipe', 'pipe', 'ignore'] });
    server.once('error', reject);
    let number = '';
    server.stdout.once('end', () => {
      // A server that runs has said its number before it closes this pipe.
      if (number.endsWith('\n')) return;
      server.stdin.end();
      resolve(undefined);
    });
    server.stdout.on('data', (chunk: Buffer) => {
      number += chunk.toString();
      if (!number.endsWith('\n')) return;
      resolve(`:${number.trim()}`);
      server.unref();
      // The pipes are sockets, which must not keep this process alive either.
      for (const pipe of [server.stdin, server.stdout]) if (pipe instanceof Socket) pipe.unref();
    });
  });
