import { createSocket } from 'node:dgram';
import { createSecureServer } from 'node:http2';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright';
import { afterAll, describe, expect, it } from 'vitest';
import { systemNetwork } from '../../app/http/network-settings.ts';
import { platformsHere } from '../e2e/platforms-here.ts';
import { makeCertificate } from '../servers/make-certificate.ts';
import { platformUnderTest } from './platform/platform-under-test.ts';

/** How a login page could have a URL asked for beside its own navigation. */
interface Way {
  /** Code of the page. */
  script?(url: string): string;
  /** Headers of the page. */
  headers?(urls: string[]): Record<string, string>;
  /** It takes the page to the URL: a redirect to the callback would be the callback. */
  navigates?: true;
  /** Not every Chromium asks for such a URL at all. */
  quiet?: true;
}

const insert = (html: (url: string) => string): Way => ({
  script: (url) => `document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(html(url))})`,
});
const link = (attributes: string) => insert((url) => `<link ${attributes} href="${url}">`);
const blob = (code: string) => `URL.createObjectURL(new Blob([${JSON.stringify(code)}], { type: 'text/javascript' }))`;
const inWorker = (code: (url: string) => string): Way => ({ script: (url) => `new Worker(${blob(code(url))})` });
const noCors = (url: string) => `fetch('${url}', { mode: 'no-cors' })`;
const ws = (url: string) => url.replace(/^http/, 'ws');
const socket = (url: string, scope = 'self') => `new ${scope}.WebSocket('${ws(url)}')`;
/** In a frame or a window that the page has just made, before anything else can run in it. */
const inNew = (make: string): Way => ({ script: (url) => `${make}; ${socket(url, 'made')}` });
const withUser = (url: string) => url.replace('://', '://ann:pw@');

const ways: Record<string, Way> = {
  'a link that prefetches': link('rel="prefetch"'),
  'a link that preloads': link('rel="preload" as="script"'),
  'a link to a module': link('rel="modulepreload"'),
  'a link to a style': link('rel="stylesheet"'),
  'a link that prerenders': { ...link('rel="prerender"'), quiet: true },
  'a link that connects': { ...link('rel="preconnect"'), quiet: true },
  'a link to an icon': { ...link('rel="icon"'), quiet: true },
  'a link to a manifest': { ...link('rel="manifest"'), quiet: true },
  'a header that prefetches': {
    headers: (urls) => ({ link: urls.map((url) => `<${url}>; rel=prefetch`).join(', ') }),
  },
  'a header that preloads': {
    headers: (urls) => ({ link: urls.map((url) => `<${url}>; rel=preload; as=style`).join(', ') }),
  },
  'a report of the content security policy': {
    headers: (urls) => ({ 'content-security-policy': `object-src 'none'; report-uri ${urls.join(' ')}` }),
    script: () => 'document.body.insertAdjacentHTML("beforeend", "<object data=/refused></object>")',
  },
  'a fetch': { script: noCors },
  'a fetch that outlives the page': { script: (url) => `fetch('${url}', { mode: 'no-cors', keepalive: true })` },
  'a fetch that is sent later': { script: (url) => `fetchLater('${url}', { activateAfter: 0 })`, quiet: true },
  'a beacon': { script: (url) => `navigator.sendBeacon('${url}', 'x')` },
  'a ping of a link': {
    script: (url) => `Object.assign(document.createElement('a'), { href: '#here', ping: '${url}' }).click()`,
  },
  'an event source': { script: (url) => `new EventSource('${url}')` },
  'a WebSocket': { script: socket },
  'a WebSocket with an address for web pages': { script: (url) => `new WebSocket('${url}')` },
  'a WebSocket with a user name': { script: (url) => socket(withUser(url)), quiet: true },
  'a WebSocket by another name': { script: (url) => `new WebSocket.prototype.constructor('${ws(url)}')` },
  'a WebSocket of a class of the page': { script: (url) => `new (class extends WebSocket {})('${ws(url)}')` },
  'a WebSocket of a new frame': inNew(
    'const frame = document.createElement("iframe"); document.body.append(frame); const made = frame.contentWindow',
  ),
  'a WebSocket of a new window': inNew('const made = open("about:blank")'),
  'a WebSocket of a new window of the document': inNew('const made = document.open("about:blank", "_blank", "")'),
  'a WebSocket in a frame without an address': insert((url) => `<iframe srcdoc="<script>${socket(url)}</script>">`),
  'a WebSocket stream': { script: (url) => `new WebSocketStream('${ws(url)}')`, quiet: true },
  'a worker that fetches': inWorker(noCors),
  'a worker that imports': inWorker((url) => `importScripts('${url}')`),
  'a worker with a WebSocket': inWorker(socket),
  'a worker of a worker with a WebSocket': inWorker((url) => `new Worker(${blob(socket(url))})`),
  // A worker that runs before the guard knows of its own workers would get one of them through.
  'many workers of workers with a WebSocket': {
    script: (url) => {
      const outer = blob(`new Worker(${blob(socket(url))})`);
      return `for (let count = 0; count < 40; count++) new Worker(${outer})`;
    },
  },
  'a module worker with a WebSocket': { script: (url) => `new Worker(${blob(socket(url))}, { type: 'module' })` },
  'a worker in a frame with a WebSocket': insert(
    (url) => `<iframe src="/run?${encodeURIComponent(`new Worker(${blob(socket(url))})`)}"></iframe>`,
  ),
  'a shared worker that fetches': { script: (url) => `new SharedWorker(${blob(noCors(url))})`, quiet: true },
  'a shared worker with a WebSocket': { script: (url) => `new SharedWorker(${blob(socket(url))})`, quiet: true },
  'a frame': insert((url) => `<iframe src="${url}"></iframe>`),
  'an image in a frame without an address': insert((url) => `<iframe srcdoc="<img src='${url}'>"></iframe>`),
  'an object': insert((url) => `<object data="${url}"></object>`),
  'a video': insert((url) => `<video src="${url}"></video>`),
  'a form in a frame': {
    script: (url) => {
      const html = `<iframe name="inside"></iframe><form target="inside" method="post" action="${url}"></form>`;
      return `document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(html)}); [...document.forms].at(-1).submit()`;
    },
  },
  'a user name in the address of an image': { ...insert((url) => `<img src="${withUser(url)}" alt="">`), quiet: true },
  'a user name in the address of a frame': {
    ...insert((url) => `<iframe src="${withUser(url)}"></iframe>`),
    quiet: true,
  },
  'a user name in the address of the page': { script: (url) => `location = '${withUser(url)}'`, navigates: true },
  'a redirect to an address with a user name': {
    script: (url) => `location = '/to?${encodeURIComponent(withUser(url))}'`,
    navigates: true,
  },
  'a form for an address with a user name': {
    script: (url) => {
      const html = `<form method="post" action="${withUser(url)}"></form>`;
      return `document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(html)}); [...document.forms].at(-1).submit()`;
    },
    navigates: true,
  },
  'a window with a user name in its address': { script: (url) => `window.open('${withUser(url)}')`, navigates: true },
  'a speculation rule': {
    script: (url) => {
      const list = [{ source: 'list', urls: [url], eagerness: 'immediate' }];
      const rules = JSON.stringify(JSON.stringify({ prefetch: list, prerender: list }));
      return `document.head.append(Object.assign(document.createElement('script'), { type: 'speculationrules', textContent: ${rules} }))`;
    },
    quiet: true,
  },
  'an identity provider': {
    script: (url) =>
      `navigator.credentials.get({ identity: { providers: [{ configURL: '${url}', clientId: 'x' }] } }).catch(() => {})`,
    quiet: true,
  },
};

/** As a script of the page itself: also one that takes the page away, or that is refused. */
const run = (page: Page, code: string) =>
  page
    .evaluate((textContent) => {
      const content = `(async () => { ${textContent} })().catch(() => {})`;
      document.body.append(Object.assign(document.createElement('script'), { textContent: content }));
    }, code)
    .catch((error: unknown) => {
      if (!/navigation|closed/.test(String(error))) throw error;
    });

// Row 16: whatever a page asks for, the server at the callback address is not told the code.
describe.each(platformsHere())('the %s platform', (kind) => {
  const t = platformUnderTest(kind);
  const leaked: string[] = [];
  // What comes late counts, too.
  afterAll(() => expect(leaked).toEqual([]));

  const openAt = async (headers: Record<string, string>) => {
    t.site.responses['/to'] = (request, response) =>
      response.writeHead(302, { location: decodeURIComponent(request.url?.split('?')[1] ?? '') }).end();
    t.site.responses['/run'] = (request, response) =>
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(`<script>${decodeURIComponent(request.url?.split('?')[1] ?? '')}</script>`);
    const opened = await t.login((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html', ...headers }).end('<title>Login</title><p>Login</p>');
    });
    const page = await t.popup(opened.path);
    await page.waitForLoadState();
    return { opened, page };
  };

  it.each(Object.entries(ways))('keeps the callback from the network for %s [49]', async (_name, way) => {
    const callback = `${t.callbackUrl}?code=stolen&state=s`;
    // At the same server, so that its arrival shows that the way works at all.
    const control = `${t.callbackSite.origin}/control`;
    const redirected = `${t.site.origin}/to?${encodeURIComponent(callback)}`;
    const urls = way.navigates ? [callback, control] : [callback, redirected, control];
    const { opened, page } = await openAt(way.headers?.(urls) ?? {});
    for (const url of urls) if (way.script !== undefined) await run(page, way.script(url));
    const controls = () => t.callbackSite.hits.filter((hit) => hit.includes('/control'));
    // A quiet way gets the time that a request takes.
    if (way.quiet) await run(page, noCors(control));
    await expect.poll(controls).not.toEqual([]);
    await t.cancel(opened);
    const hits = t.callbackSite.hits.splice(0).filter((hit) => !hit.includes('/control'));
    leaked.push(...hits);
    expect(hits).toEqual([]);
  });

  it('leaves out shared workers and identity providers, whose requests nothing intercepts [49]', async () => {
    const { opened, page } = await openAt({});
    const names = ['IdentityCredential', 'SharedWorker'];
    expect(
      await page.evaluate((asked) => asked.filter((name) => Reflect.get(window, name) !== undefined), names),
    ).toEqual([]);
    const inWorker = await page.evaluate((asked) => {
      const code = `postMessage(${JSON.stringify(asked)}.filter((name) => self[name] !== undefined))`;
      const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
      return new Promise((resolve) => {
        worker.onmessage = ({ data }) => resolve(data);
      });
    }, names);
    expect(inWorker).toEqual([]);
    await t.cancel(opened);
  });

  it('sends no UDP packet for WebTransport or WebRTC, which nothing intercepts [49]', async () => {
    const packets: string[] = [];
    const socket = createSocket('udp4', (message) => packets.push(message.toString('latin1')));
    const { promise: bound, resolve } = Promise.withResolvers<void>();
    socket.bind(0, '127.0.0.1', resolve);
    await bound;
    const { port } = socket.address();
    const { opened, page } = await openAt({});
    const attempts = await page.evaluate(async (to) => {
      const url = `https://127.0.0.1:${to}/oauth2-callback/?code=stolen`;
      const inPage = async () => new WebTransport(url).ready;
      const code = `(async () => new WebTransport('${url}').ready)().catch(({ name }) => postMessage(name))`;
      const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
      const inWorker = new Promise((done) => {
        worker.onmessage = ({ data }) => done(data);
      });
      const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${to}` }] });
      peer.createDataChannel('any');
      const gathered = new Promise((done) => {
        peer.onicegatheringstatechange = () => peer.iceGatheringState === 'complete' && done('complete');
      });
      await peer.setLocalDescription(await peer.createOffer());
      return Promise.all([inPage().catch(({ name }) => name), inWorker, gathered]);
    }, port);
    // Where the constructor is there, what it asked for has failed.
    const inWorker = kind === 'electron' ? 'WebTransportError' : 'TypeError';
    expect(attempts).toEqual(['TypeError', inWorker, 'complete']);
    // A packet that does arrive is heard, and is the first.
    createSocket('udp4').unref().send('control', port, '127.0.0.1');
    await expect.poll(() => packets).not.toEqual([]);
    expect(packets).toEqual(['control']);
    socket.close();
    await t.cancel(opened);
  });

  // The browser platform takes another authority only when it starts; it has the same switches.
  it.runIf(kind === 'electron')(
    'does not act on early hints of a login page, which come before there is a page [49]',
    async () => {
      const company = makeCertificate({ subject: 'Company', authority: true, usage: [5, 6] });
      const { key, certificate } = makeCertificate({ subject: 'login', names: ['127.0.0.1'], issuer: company });
      const hits: string[] = [];
      // Chromium heeds hints over HTTP/2 (RFC 8297 §3 leaves that open).
      const server = createSecureServer({ key, cert: certificate, allowHTTP1: true }, (request, response) => {
        hits.push(request.url);
        if (request.url === '/login') {
          response.writeEarlyHints({
            link: ['</hinted>; rel=preload; as=script', '</callback?code=1>; rel=preload; as=script'],
          });
          // The page asks for this one, so the hints had their time.
          response
            .writeHead(200, { 'content-type': 'text/html' })
            .end('<title>Login</title><script src="/script"></script>');
        } else response.writeHead(200).end();
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const { port } = server.address() as AddressInfo; // it listens on a port, not on a pipe
      const origin = `https://127.0.0.1:${port}`;
      await t.platform.drive('useNetwork', { ...systemNetwork, authorities: [company.certificate] });
      const opened = await t.login('', { authorizationUrl: `${origin}/login`, callbackUrl: `${origin}/callback` });
      await expect.poll(() => hits).toContain('/script');
      expect(hits).toEqual(['/login', '/script']);
      await t.cancel(opened);
      await t.platform.drive('useNetwork', systemNetwork);
      server.close();
    },
  );

  it.each([
    ['a link that downloads it', '<a href="URL" download>in</a>'],
    ['a window without an opener', '<a href="URL" target="_blank" rel="noopener">in</a>'],
    [
      'a form in a window of its own',
      '<form method="post" action="URL" target="_blank"><a onclick="document.forms[0].submit()">in</a></form>',
    ],
    ['an empty user name', '<a href="USER">in</a>'],
  ])('catches the callback of %s before the network [49]', async (_name, html) => {
    const { opened, page } = await openAt({});
    const callback = `${t.callbackUrl}?code=1`;
    await page.setContent(html.replace('URL', callback).replace('USER', callback.replace('://', '://@')));
    await run(page, "document.querySelector('a').click()");
    expect(await opened.outcome()).toMatchObject({ ok: true, request: { url: expect.stringContaining('code=1') } });
    expect(t.callbackSite.hits).toEqual([]);
  });
});
