import { request } from 'node:http';
import { expect, it, onTestFinished } from 'vitest';
import { startMetricsServer } from '../../../../app/serve/metrics/metrics-server.ts';

const start = async (options: { address?: string; key?: string } = {}) => {
  const server = await startMetricsServer({
    address: '127.0.0.1',
    port: 0,
    key: undefined,
    read: () => 'm 1\n',
    ...options,
  });
  onTestFinished(server.close);
  return (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    new Promise<{ status: number | undefined; type: string | undefined; body: string }>((resolve, reject) => {
      const sent = request({ port: server.port, host: '127.0.0.1', path, method, headers }, (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (text) => {
          body += text;
        });
        response.on('end', () =>
          resolve({ status: response.statusCode, type: response.headers['content-type'], body }),
        );
      });
      sent.once('error', reject).end();
    });
};

it('serves the metrics on loopback, and nothing else', async () => {
  const ask = await start();
  expect(await ask('/metrics')).toEqual({
    status: 200,
    type: 'text/plain; version=0.0.4; charset=utf-8',
    body: 'm 1\n',
  });
  expect(await ask('/metrics', {}, 'HEAD')).toMatchObject({ status: 200, body: '' });
  expect((await ask('/metrics', {}, 'POST')).status).toBe(405);
  for (const path of ['/', '/metrics/', '//metrics', '/../metrics']) expect((await ask(path)).status).toBe(404);
});

it('refuses a page that reaches loopback under a name of its own', async () => {
  const ask = await start();
  for (const host of ['evil.example', 'evil.example:9439', '127.0.0.1.evil.example', 'a b'])
    expect(await ask('/metrics', { host })).toMatchObject({ status: 421, body: '' });
});

it('wants the key from other computers, and does not start without one', async () => {
  await expect(start({ address: '0.0.0.0' })).rejects.toThrow('TOKENBOARD_METRICS_KEY');
  const ask = await start({ address: '0.0.0.0', key: 'metrics key' });
  expect((await ask('/metrics')).status).toBe(401);
  expect((await ask('/metrics', { authorization: 'Bearer metrics keyx' })).status).toBe(401);
  expect((await ask('/metrics', { authorization: 'Bearer metrics key' })).status).toBe(200);
});

it('says which address is in use', async () => {
  const first = await startMetricsServer({ address: '127.0.0.1', port: 0, key: undefined, read: () => '' });
  onTestFinished(first.close);
  const second = startMetricsServer({ address: '127.0.0.1', port: first.port, key: undefined, read: () => '' });
  await expect(second).rejects.toThrow(`127.0.0.1:${first.port}: EADDRINUSE`);
});
