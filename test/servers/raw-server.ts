import { type AddressInfo, createServer, type Socket } from 'node:net';

export interface RawServer {
  origin: string;
  port: number;
  /** How many connections were made. */
  connections(): number;
  /** How many of them are open. */
  open(): number;
  /** Everything that came in. */
  received(): string;
  close(): Promise<void>;
}

/**
 * A server on loopback below HTTP. It writes `bytes` when it has received the head of a request, and leaves the
 * connection open unless told; without bytes it says nothing.
 */
export async function startRawServer(
  bytes?: string | Buffer,
  options: { afterwards?: 'end' | 'reset' | undefined } = {},
): Promise<RawServer> {
  const sockets = new Set<Socket>();
  let connections = 0;
  let received = '';
  const server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    let head = '';
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1');
      head += chunk.toString('latin1');
      if (bytes === undefined || !head.includes('\r\n\r\n')) return;
      head = '';
      socket.write(bytes, () => {
        if (options.afterwards === 'end') socket.end();
        if (options.afterwards === 'reset') socket.resetAndDestroy();
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on TCP
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    connections: () => connections,
    open: () => sockets.size,
    received: () => received,
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
