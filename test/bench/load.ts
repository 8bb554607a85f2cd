import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface Load {
  /** ms from a request's last byte to its response's last byte, of all connections. */
  latencies: number[];
  /** Of the whole load, in ms. */
  ms: number;
}

/** Sends one request after the other on each of the connections, for `ms`. Throws if a response is no 200. */
export async function load(port: number, request: string, connections: number, ms: number): Promise<Load> {
  const latencies: number[] = [];
  const sockets = await Promise.all(
    Array.from({ length: connections }, async () => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true });
      await once(socket, 'connect');
      return socket;
    }),
  );
  const began = performance.now();
  await Promise.all(sockets.map((socket) => askAgain(socket, request, began + ms, latencies)));
  const took = performance.now() - began;
  for (const socket of sockets) socket.destroy();
  return { latencies, ms: took };
}

const empty = Buffer.alloc(0);
const headEnd = Buffer.from('\r\n\r\n');

function askAgain(socket: Socket, request: string, until: number, latencies: number[]): Promise<void> {
  return new Promise((resolve, reject) => {
    let sentAt = 0;
    let left = -1;
    let head: Buffer = empty;
    const send = (): void => {
      left = -1;
      head = empty;
      sentAt = performance.now();
      socket.write(request);
    };
    socket.once('error', reject);
    socket.on('data', (chunk: Buffer) => {
      if (left === -1) {
        head = head.length === 0 ? chunk : Buffer.concat([head, chunk]);
        const end = head.indexOf(headEnd);
        if (end === -1) return;
        const text = head.toString('latin1', 0, end);
        const [, length] = /^content-length: (\d+)/im.exec(text) ?? [];
        if (!text.startsWith('HTTP/1.1 200') || length === undefined) {
          reject(new Error(`The server said: ${text.slice(0, 200)}`));
          return;
        }
        left = Number(length) - (head.length - end - headEnd.length);
      } else left -= chunk.length;
      if (left > 0) return;
      const now = performance.now();
      latencies.push(now - sentAt);
      if (now < until) send();
      else resolve();
    });
    send();
  });
}
