import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import type { FeedRequest } from '../../../../app/feeds/feed-server.ts';
import { watchRequest } from '../../../../app/feeds/server/watch-request.ts';
import { newFeed } from '../../../../app/shared/feed/feed.ts';

const feed = newFeed('1', 'resource', 'Sales');

async function start(): Promise<{ port: number; told: FeedRequest[] }> {
  const told: FeedRequest[] = [];
  const server = createServer((incoming, response) => {
    const feedOf = () => (incoming.url?.startsWith('/feeds/Sales') ? feed : undefined);
    watchRequest(incoming, response, { feedOf, tell: (facts) => void told.push(facts) });
    if (incoming.url === '/feeds/Sales.csv') response.write('a part');
    else response.writeHead(incoming.url?.startsWith('/feeds/Sales.json') ? 200 : 404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { port: (server.address() as AddressInfo).port, told }; // it listens on a port
}

it('reports a request when its last byte was sent, with the ID of its response', async () => {
  const { port, told } = await start();
  const response = await fetch(`http://127.0.0.1:${port}/feeds/Sales.json?key=tbk_secret`);
  await expect.poll(() => told.length).toBe(1);
  await fetch(`http://127.0.0.1:${port}/feeds/Other.anything`);
  await expect.poll(() => told.length).toBe(2);
  expect(told).toEqual([
    {
      id: response.headers.get('x-request-id'),
      method: 'GET',
      feed: 'Sales',
      format: 'json',
      status: 200,
      ms: expect.any(Number),
      address: '127.0.0.1',
    },
    expect.objectContaining({ feed: null, format: null, status: 404 }),
  ]);
});

it('reports a reader that left before', async () => {
  const { port, told } = await start();
  const sent = request({ port, host: '127.0.0.1', path: '/feeds/Sales.csv' }, () => sent.destroy());
  sent.on('error', () => undefined).end();
  await expect.poll(() => told).toMatchObject([{ feed: 'Sales', format: 'csv', status: 499 }]);
});
