import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { usualLimits } from '../../../../app/feeds/server/limits.ts';
import { sendBody } from '../../../../app/feeds/server/send-body.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

const large = Buffer.alloc(8 * 2 ** 20, 'a');

/** A reader asked, and the response to it has not begun. */
async function askedBy() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const reader = connect(typeof address === 'object' && address !== null ? address.port : 0, '127.0.0.1');
  const asked: Promise<ServerResponse[]> = once(server, 'request').then(([, response]) => [response]);
  reader.write('GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n');
  const [response] = await asked;
  if (response === undefined) throw new Error('nobody asked');
  return { server, reader, response };
}

it('keeps no large body for a reader who left before it was made', async () => {
  const { server, reader, response } = await askedBy();
  const left = once(response, 'close');
  reader.destroy();
  await left;
  sendBody(response, large, usualLimits);
  expect(vi.getTimerCount()).toBe(0);
  server.close();
});

it('keeps no large body for a reader who leaves within it', async () => {
  const { server, reader, response } = await askedBy();
  reader.once('data', () => reader.pause());
  const left = once(response, 'close');
  sendBody(response, large, usualLimits);
  expect(vi.getTimerCount()).toBe(1);
  reader.destroy();
  await left;
  expect(vi.getTimerCount()).toBe(0);
  server.close();
});

it('sends all bytes to a reader who takes them', async () => {
  const { server, reader, response } = await askedBy();
  let taken = 0;
  reader.on('data', (chunk) => {
    taken += chunk.length;
  });
  response.sendDate = false;
  sendBody(response, large, usualLimits);
  await once(reader, 'end');
  expect(taken).toBeGreaterThan(large.length);
  expect(vi.getTimerCount()).toBe(0);
  server.close();
});
