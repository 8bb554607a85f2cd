import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { platformsHere } from '../e2e/platforms-here.ts';
import { platformUnderTest } from './platform/platform-under-test.ts';

/** A WebSocket server (RFC 6455) that says `hello` to everybody who connects. */
async function startGreeter() {
  const server = createServer((_request, response) => response.end('page'));
  server.on('upgrade', (request, socket) => {
    const key = `${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
    const accept = createHash('sha1').update(key).digest('base64');
    socket.on('error', () => {});
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    socket.write(Buffer.from([0x81, 5, ...Buffer.from('hello')]));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port, not on a pipe
  return {
    host: `127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

describe.each(platformsHere())('a page in the %s platform', (kind) => {
  const t = platformUnderTest(kind);
  let greeter: Awaited<ReturnType<typeof startGreeter>>;
  beforeAll(async () => {
    greeter = await startGreeter();
  });
  afterAll(() => greeter?.close());

  it('can use WebSockets, also of other addresses at the host of the callback, in its workers too [16]', async () => {
    const opened = await t.login('<title>Login</title>', { callbackUrl: `http://${greeter.host}/callback` });
    const page = await t.popup(opened.path);
    const heard = (path: string, where: 'page' | 'worker') =>
      page.evaluate(
        ({ url, inWorker }) => {
          const listen = (address: string, tell: (heard: string) => void) => {
            const socket = new WebSocket(address);
            socket.onmessage = ({ data }) => tell(`${data} ${socket.readyState === WebSocket.OPEN}`);
            socket.onerror = () => tell('refused');
          };
          return new Promise<string>((resolve) => {
            if (!inWorker) return listen(url, resolve);
            const code = `(${listen.toString()})(${JSON.stringify(url)}, postMessage)`;
            new Worker(URL.createObjectURL(new Blob([code]))).onmessage = ({ data }) => resolve(data);
          }).catch((error: Error) => error.name);
        },
        { url: `ws://${greeter.host}${path}`, inWorker: where === 'worker' },
      );
    expect(await heard('/news', 'page')).toBe('hello true');
    expect(await heard('/callback/', 'page')).toBe('hello true');
    expect(await heard('/news', 'worker')).toBe('hello true');
    // Electron cancels the request, the browser platform refuses to make one.
    expect(['refused', 'SecurityError']).toContain(await heard('/callback?code=1', 'page'));
    await t.cancel(opened);
  });

  it('is kept from the callback URL also where the connection had another one at its last login [16]', async () => {
    const connectionId = 'changed';
    const tries = (page: Awaited<ReturnType<typeof t.popup>>, path: string) =>
      page.evaluate(
        (url) => {
          try {
            new WebSocket(url);
          } catch {}
        },
        `${t.callbackSite.origin.replace('http', 'ws')}${path}`,
      );
    for (const path of ['/first', '/second']) {
      const opened = await t.login('<title>Login</title>', {
        connectionId,
        callbackUrl: `${t.callbackSite.origin}${path}`,
      });
      const page = await t.popup(opened.path);
      await tries(page, `${path}?code=1`);
      await tries(page, '/control');
      await expect.poll(() => t.callbackSite.hits.splice(0)).toEqual(['GET /control']);
      await t.cancel(opened);
    }
  });

  it.each([
    ['WebSocket', (code: string) => code],
    [
      'WebSocket of a worker',
      (code: string) =>
        `new Worker(URL.createObjectURL(new Blob([${JSON.stringify(code)}], { type: 'text/javascript' })))`,
    ],
  ])('keeps the callback from the network for the %s of a frame of another site [49]', async (_name, inPage) => {
    const connect = (path: string) =>
      inPage(`try { new WebSocket('${t.callbackSite.origin.replace('http', 'ws')}${path}') } catch {}`);
    // The second one shows that the first had its time.
    t.site.responses['/frame'] = `<script>${connect('/oauth2-callback/?code=stolen')}; ${connect('/control')}</script>`;
    const opened = await t.login(
      `<title>Login</title><body><iframe src="${t.site.origin.replace('127.0.0.1', 'localhost')}/frame"></iframe>`,
    );
    await expect.poll(() => t.callbackSite.hits).not.toEqual([]);
    await t.cancel(opened);
    expect(t.callbackSite.hits.splice(0)).toEqual(['GET /control']);
  });
});
