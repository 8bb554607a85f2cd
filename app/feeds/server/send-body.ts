import type { ServerResponse } from 'node:http';
import type { Limits } from './limits.ts';

/** Smaller bodies fit into the buffers of the system. */
const chunkBytes = 65_536;
const firstMs = 30_000;

/**
 * Sends slices of the one buffer that all readers share, each when the reader has taken the former: TLS would copy a whole
 * body for each connection. Cuts off readers that are too slow.
 */
export function sendBody(response: ServerResponse, bytes: Buffer, { leastBytesPerSecond }: Limits): void {
  // The reader left while its rows were made. 'close' was told, so nothing would end the deadline, which has the bytes.
  if (response.destroyed) return;
  if (bytes.length <= chunkBytes) {
    response.end(bytes);
    return;
  }
  const deadline = setTimeout(() => response.destroy(), firstMs + (bytes.length / leastBytesPerSecond) * 1_000);
  response.once('close', () => clearTimeout(deadline));
  let sent = 0;
  const send = (): void => {
    while (sent < bytes.length && !response.destroyed) {
      const hasRoom = response.write(bytes.subarray(sent, sent + chunkBytes));
      sent += chunkBytes;
      if (!hasRoom) {
        response.once('drain', send);
        return;
      }
    }
    response.end();
  };
  send();
}
