import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { afterEach } from 'vitest';
import { type FeedServerOptions, startFeedServer } from './feed-server.ts';

export type StartedFeedServer = Awaited<ReturnType<typeof startFeedServer>>;

/** Starts servers for the tests of a file, and closes each after its test. */
export function feedServers(): (options?: FeedServerOptions) => Promise<StartedFeedServer> {
  const started: StartedFeedServer[] = [];
  afterEach(async () => {
    await Promise.all(started.splice(0).map(({ server }) => server.close()));
  });
  return async (options = {}) => {
    const server = await startFeedServer(options);
    started.push(server);
    return server;
  };
}

/** All that the server says to these bytes until it ends the connection. */
export async function say(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write(bytes);
  // The response is what counts, also if the connection is reset after it.
  socket.on('error', () => undefined);
  let said = '';
  for await (const chunk of socket.setEncoding('latin1').iterator({ destroyOnReturn: true })) said += chunk;
  return said;
}

export const requestText = (line: string, headers: string): string => `${line}\r\n${headers}connection: close\r\n\r\n`;
export const statusOf = (said: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(said)?.[1]);

/** How many files this process may have open. Node raises it to the hard limit when it starts. */
export function descriptors(): number {
  const limits = process.platform === 'linux' ? readFileSync('/proc/self/limits', 'utf8') : '';
  return Number(/^Max open files\s+(\d+)/m.exec(limits)?.[1] ?? 2_000);
}
