import { describe, expect, it } from 'vitest';
import { platformsHere } from '../e2e/platforms-here.ts';
import { redirect, type SiteResponse } from '../servers/site.ts';
import { platformUnderTest } from './platform/platform-under-test.ts';

// One suite, every platform: what holds in the one holds in the other.
describe.each(platformsHere())('the %s platform', (kind) => {
  const t = platformUnderTest(kind);
  const { login, popup, cancel } = t;

  describe('callback', () => {
    it('catches a redirected callback before the network [16]', async () => {
      const { outcome } = await login(redirect(`${t.callbackUrl}?code=abc&state=s`));
      expect(await outcome()).toEqual({
        ok: true,
        request: { url: `${t.callbackUrl}?code=abc&state=s`, method: 'GET' },
      });
      expect(t.callbackSite.hits).toEqual([]);
    });

    it('reads the fragment of a callback [17]', async () => {
      const { outcome } = await login(redirect(`${t.callbackUrl}#code=abc&state=s`));
      expect(await outcome()).toMatchObject({ ok: true, request: { url: `${t.callbackUrl}#code=abc&state=s` } });
      const scripted = await login(`<script>location = ${JSON.stringify(`${t.callbackUrl}?a=1#token=9`)}</script>`);
      expect(await scripted.outcome()).toMatchObject({ ok: true, request: { url: `${t.callbackUrl}?a=1#token=9` } });
      expect(t.callbackSite.hits).toEqual([]);
    });

    it('reads the body of a form_post callback, also behind a 307 [17]', async () => {
      const form = (action: string) =>
        `<form method="post" action="${action}"><input name="code" value="a b&amp;c=ü"></form>
         <script>document.forms[0].submit()</script>`;
      const body = 'code=a+b%26c%3D%C3%BC';
      const direct = await login(form(t.callbackUrl));
      expect(await direct.outcome()).toEqual({ ok: true, request: { url: t.callbackUrl, method: 'POST', body } });
      t.site.responses['/again'] = redirect(t.callbackUrl, 307);
      const redirected = await login(form('/again'));
      expect(await redirected.outcome()).toEqual({ ok: true, request: { url: t.callbackUrl, method: 'POST', body } });
      expect(t.callbackSite.hits).toEqual([]);
    });

    it('leaves near misses of the callback URL alone [14]', async () => {
      const before = t.callbackSite.hits.length;
      const opened = await login('<title>Login</title>');
      const page = await popup(opened.path);
      const paths = ['/oauth2-callback', '/oauth2-callback/x', '/oauth2-callback-evil/', '/?u=/oauth2-callback/'];
      for (const path of paths) {
        await page.goto(`${t.callbackSite.origin}${path}`);
        expect(page.url()).toBe(`${t.callbackSite.origin}${path}`);
      }
      expect(t.callbackSite.hits.splice(before)).toEqual(paths.map((path) => `GET ${path}`));
      await cancel(opened);
    });

    it('takes an error at another page for none, whatever state it names [18]', async () => {
      t.site.responses['/denied'] = '<title>denied</title>';
      const opened = await login(redirect('/denied?error=access_denied&state=s'));
      const page = await popup('/denied');
      await page.evaluate((path) => {
        location.href = path;
      }, '/denied?error=server_error&state=s#error=access_denied');
      await page.waitForURL(/server_error/);
      await t.leave(page, `${t.callbackUrl}?error=access_denied&state=s`);
      const url = `${t.callbackUrl}?error=access_denied&state=s`;
      expect(await opened.outcome()).toEqual({ ok: true, request: { url, method: 'GET' } });
    });

    it('neither asks for nor believes a callback URL in a hidden frame or an image [16]', async () => {
      const opened = await login(
        `<iframe src="${t.callbackUrl}?error=access_denied"></iframe><img src="${t.callbackUrl}?code=1" alt="">
         <script>addEventListener('load', () => { document.title = 'loaded' })</script>`,
      );
      const page = await popup(opened.path);
      await expect.poll(() => page.evaluate(() => document.title)).toBe('loaded');
      expect(t.callbackSite.hits).toEqual([]);
      await cancel(opened);
    });

    it('is not kept from us by a service worker of its own site [16]', async () => {
      // A portal that is service and callback in one: its worker would respond in the network's place.
      t.callbackSite.responses['/portal'] = '<title>Portal</title>';
      t.callbackSite.responses['/worker.js'] = (_request, response) => {
        response.setHeader('content-type', 'text/javascript').end(
          `addEventListener('activate', (event) => event.waitUntil(clients.claim()));
           addEventListener('fetch', (event) => event.respondWith(new Response('from the worker')));`,
        );
      };
      const opened = await login('', { authorizationUrl: `${t.callbackSite.origin}/portal` });
      const page = await popup('/portal');
      await page.evaluate(() =>
        navigator.serviceWorker.register('/worker.js').then(
          () => navigator.serviceWorker.ready,
          () => undefined,
        ),
      );
      await t.leave(page, `${t.callbackUrl}?code=portal`);
      expect(await opened.outcome()).toMatchObject({ ok: true, request: { url: `${t.callbackUrl}?code=portal` } });
      expect(t.callbackSite.hits.splice(0).filter((hit) => hit.includes('code='))).toEqual([]);
    });

    it('catches a callback of another scheme [16]', async () => {
      const own = 'com.example.tokenboard:/callback';
      const { outcome } = await login(redirect(`${own}?code=1`), { callbackUrl: own });
      expect(await outcome()).toEqual({ ok: true, request: { url: `${own}?code=1`, method: 'GET' } });
    });
  });

  describe('session', () => {
    const cookies: SiteResponse = (request, response) => {
      response.setHeader('set-cookie', 'login=ann; Path=/').end(`<p>${request.headers.cookie ?? 'no cookie'}</p>`);
    };
    const seen = async (connectionId: string, freshSession = false) => {
      const opened = await login(cookies, { connectionId, freshSession });
      const text = await (await popup(opened.path)).locator('p').textContent();
      await cancel(opened);
      return text;
    };

    it('keeps the cookies of one connection from another, and starts empty when asked to [2]', async () => {
      expect(await seen('ann')).toBe('no cookie');
      expect(await seen('ann')).toBe('login=ann');
      expect(await seen('bob')).toBe('no cookie');
      expect(await seen('ann', true)).toBe('no cookie');
      expect(await seen('bob')).toBe('login=ann');
    });

    it('never lets two logins at the same time cross [24]', async () => {
      const first = await login('<title>first</title>');
      const second = await login(redirect(`${t.callbackUrl}?code=second`));
      expect(await second.outcome()).toMatchObject({ ok: true, request: { url: `${t.callbackUrl}?code=second` } });
      const page = await popup(first.path);
      await t.leave(page, `${t.callbackUrl}?code=first`);
      expect(await first.outcome()).toMatchObject({ ok: true, request: { url: `${t.callbackUrl}?code=first` } });
    });
  });
});
