import { createHash } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { describe, expect, it } from 'vitest';
import { readCallback } from '../../../app/oauth/callback.ts';
import { startLoopback } from '../../../app/oauth/loopback.ts';
import type { CallbackRequest } from '../../../app/platform/platform.ts';
import { loadLanguage } from '../../../app/shared/messages/load.ts';
import { text } from '../../../app/shared/messages/text.ts';
import { rejection } from './token-settings.ts';

const registered = 'https://www.peakboard.com/oauth2-callback/';
interface Changes {
  signal?: AbortSignal;
  timeoutMs?: number;
  url?: string;
  read?: (callback: CallbackRequest) => unknown;
}
/** Takes every callback, unless `read` says otherwise. */
async function open(changes: Changes = {}) {
  const { callbackUrl, close, read } = await startLoopback(changes.url ?? registered, {
    signal: changes.signal ?? new AbortController().signal,
    timeoutMs: changes.timeoutMs ?? 20_000,
  });
  const callback = read((request) => {
    changes.read?.(request);
    return request;
  });
  callback.catch(() => undefined);
  return { callbackUrl, close, callback };
}
/** A login with the state `right`. */
function openLogin(changes: Changes = {}) {
  const login = open({
    ...changes,
    read: (request) =>
      readCallback(request, { callbackUrl: new URL('.', request.url).href, takeState: (state) => state === 'right' }),
  });
  return login;
}
const asImage = { 'sec-fetch-dest': 'image', 'sec-fetch-mode': 'no-cors', 'sec-fetch-site': 'cross-site' };
const asFrame = { 'sec-fetch-dest': 'iframe', 'sec-fetch-mode': 'navigate', 'sec-fetch-site': 'cross-site' };
const asPage = { 'sec-fetch-dest': 'document', 'sec-fetch-mode': 'navigate', 'sec-fetch-site': 'cross-site' };
const asPrefetch = { ...asPage, 'sec-purpose': 'prefetch;prerender' };
const refused = { cause: { code: 'ECONNREFUSED' } };

describe('the loopback port', () => {
  it('is a free one on 127.0.0.1, a new one for each login [23]', async () => {
    const [one, two] = await Promise.all([open(), open()]);
    for (const { callbackUrl } of [one, two])
      expect(callbackUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/oauth2-callback\/$/);
    expect(one.callbackUrl).not.toBe(two.callbackUrl);
    one.close();
    two.close();
  });

  it('hands on the response, shows a page that holds nothing of it, and closes [23]', async () => {
    const loopback = await open();
    const response = await fetch(`${loopback.callbackUrl}?code=canary&state=s`);
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(page).toContain('You are logged in');
    expect(page).toContain('You can close this tab');
    expect(page).not.toContain('canary');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('connection')).toBe('close');
    expect(await loopback.callback).toEqual({ url: `${loopback.callbackUrl}?code=canary&state=s`, method: 'GET' });
    expect(await rejection(fetch(loopback.callbackUrl))).toMatchObject(refused);
  });

  it('takes one response only [23]', async () => {
    const loopback = await open();
    const responses = await Promise.allSettled(
      ['first', 'second', 'third'].map((code) => fetch(`${loopback.callbackUrl}?code=${code}`).then((r) => r.status)),
    );
    const { url } = await loopback.callback;
    expect(url).toMatch(/code=(first|second|third)$/);
    expect(responses.filter((a) => a.status === 'fulfilled' && a.value === 200)).toHaveLength(1);
  });

  it('takes one response only, also of two whose bodies come at the same time [23]', async () => {
    const loopback = await open();
    const ready = ['first', 'second'].map((code) => {
      const body = `code=${code}&state=s`;
      const headers = { expect: '100-continue', 'content-length': body.length };
      const request = httpRequest(loopback.callbackUrl, { method: 'POST', headers });
      const status = new Promise<number | string>((resolve) => {
        request.on('response', (response) => resolve(response.resume().statusCode ?? 0));
        request.on('error', () => resolve('closed'));
      });
      request.flushHeaders();
      return new Promise<() => Promise<number | string>>((resolve) =>
        request.once('continue', () =>
          resolve(() => {
            request.end(body);
            return status;
          }),
        ),
      );
    });
    const finish = await Promise.all(ready);
    const statuses = await Promise.all(finish.map((end) => end()));
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(await loopback.callback).toMatchObject({ method: 'POST' });
  });

  it.each([
    '/',
    '/favicon.ico',
    '/oauth2-callback',
    '/oauth2-callback/x',
    '/oauth2-callback//',
    '/OAUTH2-callback/',
    '/x/../x',
  ])('responds with 404 for %s and goes on waiting [23]', async (path) => {
    const loopback = await open();
    const response = await fetch(new URL(`${path}?code=1&error=access_denied`, loopback.callbackUrl));
    expect(response.status).toBe(404);
    expect(response.headers.get('connection')).toBe('close');
    await fetch(`${loopback.callbackUrl}?code=right`);
    expect((await loopback.callback).url).toContain('code=right');
  });

  it('responds to nobody who came by another name (DNS rebinding) or with another method [23]', async () => {
    const loopback = await open();
    const { port } = new URL(loopback.callbackUrl);
    const status = (options: object) =>
      new Promise((resolve, reject) => {
        const path = '/oauth2-callback/?code=1';
        httpRequest({ host: '127.0.0.1', port, path, ...options }, (res) => resolve(res.resume().statusCode))
          .on('error', reject)
          .end();
      });
    expect(await status({ headers: { host: `evil.example:${port}` } })).toBe(404);
    expect(await status({ method: 'PUT' })).toBe(404);
    expect(await status({ method: 'HEAD' })).toBe(404);
    loopback.close();
    expect(await rejection(loopback.callback)).toMatchObject({ code: 'window.cancelled' });
  });

  it('reads a form_post response [17]', async () => {
    const loopback = await open();
    await fetch(loopback.callbackUrl, { method: 'POST', body: new URLSearchParams({ code: 'c', state: 's' }) });
    expect(await loopback.callback).toMatchObject({ method: 'POST', body: 'code=c&state=s' });
  });

  it('reads no more of a body than a response can be long [55]', async () => {
    const loopback = await open();
    const post = (length: number) =>
      fetch(loopback.callbackUrl, { method: 'POST', body: `code=${'x'.repeat(length)}` });
    expect(await (await post(64 * 1024)).text()).toContain('<script>');
    await post(64 * 1024 - 'code='.length);
    expect((await loopback.callback).body).toHaveLength(64 * 1024);
  });

  it('runs no script on its page but the one that sends on a fragment, which its policy names [23]', async () => {
    const loopback = await open();
    const forward = await fetch(loopback.callbackUrl);
    const script = /<script>(.*)<\/script>/.exec(await forward.text())?.[1] ?? '';
    const hash = createHash('sha256').update(script).digest('base64');
    expect(forward.headers.get('content-security-policy')).toContain(`script-src 'sha256-${hash}'`);
    const last = await fetch(`${loopback.callbackUrl}?code=c`);
    expect(await last.text()).not.toContain('<script');
    expect(last.headers.get('content-security-policy')).toContain("script-src 'none'");
    await loopback.callback;
  });

  it('has the browser send on a response in the fragment [17]', async () => {
    const loopback = await open();
    const response = await fetch(loopback.callbackUrl);
    const page = await response.text();
    const script = /<script>(.*)<\/script>/.exec(page)?.[1] ?? '';
    const replaced: string[] = [];
    const location = {
      hash: '#code=c&state=s',
      pathname: '/oauth2-callback/',
      search: '',
      replace: (to: string) => replaced.push(to),
    };
    new Function('location', script)(location);
    await fetch(new URL(replaced[0] ?? '', loopback.callbackUrl));
    expect((await loopback.callback).url).toBe(`${loopback.callbackUrl}?code=c&state=s`);
  });

  it('says on its page that the login did not work when the service sent an error', async () => {
    const loopback = await openLogin();
    const query = 'error=access_denied&error_description=<b>x</b>&state=right';
    const page = await (await fetch(`${loopback.callbackUrl}?${query}`)).text();
    expect(page).toContain('The login did not work');
    expect(page).not.toContain('logged in');
    expect(page).not.toContain('<b>');
    expect(await rejection(loopback.callback)).toMatchObject({ code: 'callback.access_denied' });
    expect(await rejection(fetch(loopback.callbackUrl))).toMatchObject(refused);
  });

  it.each([
    ['a wrong state', 'code=evil&state=wrong'],
    ['no state', 'code=evil'],
    ['an error without the state', 'error=access_denied'],
    ['a parameter twice', 'code=evil&code=evil&state=right'],
  ])('keeps waiting after a callback with %s, and does not say that the login worked [54]', async (_name, query) => {
    const loopback = await openLogin();
    const response = await fetch(`${loopback.callbackUrl}?${query}`, { headers: asPage });
    expect(response.status).toBe(400);
    const page = await response.text();
    expect(page).toContain('keeps waiting');
    expect(page).not.toContain('logged in');
    expect(page).not.toContain('evil');
    const right = await fetch(`${loopback.callbackUrl}?code=good&state=right`, { headers: asPage });
    expect(await right.text()).toContain('You are logged in');
    expect((await loopback.callback).url).toContain('code=good');
  });

  it('shows its pages in the language of the app', async () => {
    await loadLanguage('de');
    try {
      const loopback = await openLogin();
      const stray = await (await fetch(`${loopback.callbackUrl}?code=1`)).text();
      expect(stray).toContain('<html lang="de">');
      expect(stray).toContain(text('oauth.callback.stateMissing'));
      expect(stray).toContain('Tokenboard wartet weiter');
      expect(await (await fetch(`${loopback.callbackUrl}?code=1&state=right`)).text()).toContain('Sie sind angemeldet');
    } finally {
      await loadLanguage('en');
    }
  });

  it.each([
    ['an image', asImage],
    ['a frame', asFrame],
    ['a prefetch', asPrefetch],
  ])('does not take the callback from %s of another page, even with the right state [54]', async (_name, headers) => {
    const loopback = await openLogin();
    const early = await fetch(`${loopback.callbackUrl}?code=early&state=right`, { headers });
    expect(early.status).toBe(404);
    await fetch(`${loopback.callbackUrl}?code=good&state=right`, { headers: asPage });
    expect((await loopback.callback).url).toContain('code=good');
  });

  it('tells after its time limit what was wrong with the last callback [54]', async () => {
    const loopback = await openLogin({ timeoutMs: 1_000 });
    await fetch(`${loopback.callbackUrl}?code=1`);
    expect(await rejection(loopback.callback)).toMatchObject({ code: 'callback.state_missing' });
  });

  it('says that the login worked only after everything else of the callback was checked [54]', async () => {
    const loopback = await openLogin();
    const page = await (await fetch(`${loopback.callbackUrl}?state=right`)).text();
    expect(page).not.toContain('logged in');
    expect(await rejection(loopback.callback)).toMatchObject({ code: 'callback.no_code' });
  });

  it('is closed by a timeout [23]', async () => {
    const loopback = await open({ timeoutMs: 20 });
    expect(await rejection(loopback.callback)).toMatchObject({ code: 'window.timeout' });
    expect(await rejection(fetch(loopback.callbackUrl))).toMatchObject(refused);
  });

  it('is closed by a cancel, also while a browser holds a connection [23]', async () => {
    const controller = new AbortController();
    const loopback = await open({ signal: controller.signal });
    const socket = connect(Number(new URL(loopback.callbackUrl).port), '127.0.0.1');
    await new Promise((resolve) => socket.once('connect', resolve));
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.on('error', () => undefined).resume();
    // A whole request makes sure that the server has seen the connection.
    socket.write('GET /x HTTP/1.1\r\nHost: x\r\n\r\n');
    await new Promise((resolve) => socket.once('data', resolve));
    controller.abort();
    expect(await rejection(loopback.callback)).toMatchObject({ code: 'window.cancelled' });
    await closed;
    expect(await rejection(fetch(loopback.callbackUrl))).toMatchObject(refused);
  });

  it('is closed by a cancel while a browser still sends its request [23]', async () => {
    const loopback = await open();
    const socket = connect(Number(new URL(loopback.callbackUrl).port), '127.0.0.1');
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.on('error', () => undefined).resume();
    const headers = 'Host: 127.0.0.1\r\nExpect: 100-continue\r\nContent-Length: 9';
    socket.write(`POST /oauth2-callback/ HTTP/1.1\r\n${headers}\r\n\r\n`);
    // The server has the request, and waits for its body.
    await new Promise((resolve) => socket.once('data', resolve));
    loopback.close();
    await closed;
  });

  it('is not left open when it was cancelled before [23]', async () => {
    const loopback = await open({ signal: AbortSignal.abort() });
    expect(await rejection(loopback.callback)).toMatchObject({ code: 'window.cancelled' });
    expect(await rejection(fetch(loopback.callbackUrl))).toMatchObject(refused);
  });

  it('keeps a registered loopback URL with its port and path, and says when that is taken', async () => {
    const free = await open();
    const { port } = new URL(free.callbackUrl);
    expect(await rejection(open({ url: `http://localhost:${port}/cb` }))).toMatchObject({
      code: 'callback.port_in_use',
      message: `Port ${port}, which should receive the callback, is in use by another program.`,
      details: { port: Number(port) },
    });
    free.close();
    const fixed = await open({ url: `http://localhost:${port}/cb?x=1` });
    expect(fixed.callbackUrl).toBe(`http://localhost:${port}/cb?x=1`);
    fixed.close();
  });

  it.each([
    ['a path that is missing', 'http://127.0.0.1:PORT', ''],
    ['capital letters', 'HTTP://LocalHost:PORT/Cb', ''],
    ['a space', 'http://127.0.0.1:PORT/a b', ''],
    ['a ? with nothing after it', 'http://127.0.0.1:PORT/cb?', ''],
    ['dots and an encoded letter', 'http://127.0.0.1:PORT/a/../%63b', ''],
    ['a missing path and no port', 'http://127.0.0.1', 'http://127.0.0.1:PORT'],
    ['capital letters and no port', 'HTTP://LocalHost/Cb', 'HTTP://LocalHost:PORT/Cb'],
    ['a query and no port', 'http://127.0.0.1?a=b', 'http://127.0.0.1:PORT?a=b'],
    ['a colon with no port', 'http://127.0.0.1:/cb', 'http://127.0.0.1:PORT/cb'],
  ])(
    'is sent as it is registered, byte for byte, with %s, and its response is taken [15]',
    async (_name, url, free) => {
      const probe = await open();
      const { port } = new URL(probe.callbackUrl);
      probe.close();
      const loopback = await open({ url: url.replace('PORT', port) });
      const expected = (free || url).replace('PORT', new URL(loopback.callbackUrl).port);
      expect(loopback.callbackUrl).toBe(expected);
      const callbackUrl = new URL(loopback.callbackUrl);
      callbackUrl.searchParams.set('code', '1');
      await fetch(callbackUrl);
      expect((await loopback.callback).url).toBe(callbackUrl.href);
    },
  );

  it.each(['https://localhost/cb', 'http://app.example:8080/cb', 'http://user@localhost/cb'])(
    'is a free one where the system browser cannot come to the registered URL %s [23]',
    async (url) => {
      const loopback = await open({ url });
      expect(loopback.callbackUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/oauth2-callback\/$/);
      loopback.close();
    },
  );

  it('keeps port 80 where it is registered, and says so where it cannot be had', async () => {
    const outcome = await open({ url: 'http://localhost:80/cb' }).catch((error: unknown) => error);
    if (outcome instanceof Error)
      expect(outcome).toMatchObject({ code: 'callback.port_in_use', details: { port: 80 } });
    else {
      const loopback = outcome as Awaited<ReturnType<typeof open>>; // else an error was thrown
      expect(loopback.callbackUrl).toBe('http://localhost:80/cb');
      loopback.close();
    }
  });

  it('listens on IPv4 alone for a name of this computer [23]', async () => {
    const loopback = await open({ url: 'http://localhost/cb' });
    const { port } = new URL(loopback.callbackUrl);
    const status = (host: string) =>
      new Promise((resolve) => {
        const headers = { host: `localhost:${port}` };
        httpRequest({ host, port, path: '/other', headers }, (response) => resolve(response.resume().statusCode))
          .on('error', () => resolve('refused'))
          .end();
      });
    expect(await status('127.0.0.1')).toBe(404);
    // Everything that begins with 127 is this computer, but not this interface's address.
    expect(await status('127.0.0.2')).toBe('refused');
    loopback.close();
  });

  it('listens where the registered URL is, on that interface alone [23]', async () => {
    const hasIpv6 = Object.values(networkInterfaces()).some((each) => each?.some(({ address }) => address === '::1'));
    const hosts = ['127.0.0.1', 'localhost', ...(hasIpv6 ? ['[::1]'] : [])];
    for (const host of hosts) {
      const loopback = await open({ url: `http://${host}/cb` });
      expect(loopback.callbackUrl).toMatch(/^http:\/\/[^/]+:\d+\/cb$/);
      expect(new URL(loopback.callbackUrl).hostname).toBe(host);
      const callbackUrl = `${loopback.callbackUrl}?code=1`;
      await fetch(callbackUrl);
      expect((await loopback.callback).url).toBe(callbackUrl);
    }
  });
});
