// A process of its own that opens connections to a port: a test's own process would need two descriptors for each.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

const [port = 0, wanted = 0] = process.argv.slice(2).map(Number);
const atOnce = 250;
const sockets: Socket[] = [];

async function open(): Promise<void> {
  const socket = connect(port, '127.0.0.1').on('error', () => undefined);
  sockets.push(socket);
  // The server keeps a connection that has asked before.
  socket.write('GET /health HTTP/1.1\r\nhost: localhost\r\n\r\n');
  await once(socket, 'data').catch(() => undefined);
}

for (let count = 0; count < wanted; count += atOnce)
  await Promise.all(Array.from({ length: Math.min(atOnce, wanted - count) }, open));
const openNow = (): number => sockets.filter(({ destroyed }) => !destroyed).length;
process.on('message', () => process.send?.(openNow()));
process.on('disconnect', () => process.exit());
process.send?.('opened');
