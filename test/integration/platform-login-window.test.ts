import { describe, expect, it } from 'vitest';
// To read the English of an error.
import '../../app/shared/messages/format.ts';
import { signInPromptIn } from '../../app/platform/sign-in-prompt.ts';
import { message } from '../../app/shared/messages/message.ts';
import { platformsHere } from '../e2e/platforms-here.ts';
import { watchDownloads } from '../servers/download-verdicts.ts';
import { redirect, startSite, startUntrustedSite } from '../servers/site.ts';
import type { LoginRequest } from './platform/driver.ts';
import { platformUnderTest } from './platform/platform-under-test.ts';

// One suite, every platform: what holds in the one holds in the other.
describe.each(platformsHere())('the %s platform', (kind) => {
  const t = platformUnderTest(kind);
  const { login, popup, click, cancel } = t;

  describe('authorization window', () => {
    it('has no Node, no preload and no bridge [1]', async () => {
      const opened = await login('<title>Login</title>');
      const page = await popup(opened.path);
      const found = await page.evaluate(() =>
        ['require', 'process', 'module', 'tokenboard', 'ipcRenderer', '__tokenboardCall'].filter(
          (name) => name in window,
        ),
      );
      expect(found).toEqual([]);
      await cancel(opened);
    });

    it('refuses every permission, asked for or looked up [3]', async () => {
      const opened = await login('<title>Login</title>');
      const page = await popup(opened.path);
      const responses = await page.evaluate(async () => ({
        notification: await Notification.requestPermission(),
        location: await new Promise((resolve) =>
          navigator.geolocation.getCurrentPosition(
            () => resolve('granted'),
            ({ code }) => resolve(code === 1 ? 'denied' : `error ${code}`),
          ),
        ),
        camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(
          () => 'granted',
          (error: Error) => error.name,
        ),
        looked: (await navigator.permissions.query({ name: 'geolocation' })).state,
      }));
      expect(responses).toEqual({
        notification: 'denied',
        location: 'denied',
        camera: expect.stringMatching(/^Not(Allowed|Found)Error$/),
        looked: 'denied',
      });
      await cancel(opened);
    });

    it('lets a single-sign-on page open a child with the same session and the same guards [4]', async () => {
      t.site.responses['/sso'] = (request, response) => {
        response.setHeader('content-type', 'text/html').end(`<p>${request.headers.cookie}</p>`);
      };
      const opened = await login((_request, response) => {
        response.setHeader('set-cookie', 'sso=yes; Path=/').setHeader('content-type', 'text/html');
        response.end("<button onclick=\"window.open('/sso', 'sso', 'width=400,height=400')\">Log in</button>");
      });
      await click(await popup(opened.path), 'button');
      const child = await popup('/sso');
      expect(await child.locator('p').textContent()).toContain('sso=yes');
      expect(await child.evaluate(() => 'tokenboard' in window || 'require' in window)).toBe(false);
      expect(await child.evaluate(() => Notification.requestPermission())).toBe('denied');
      expect(await child.evaluate(() => window.opener !== null)).toBe(true);
      await t.leave(child, `${t.callbackUrl}?code=child`);
      expect(await opened.outcome()).toMatchObject({ ok: true, request: { url: `${t.callbackUrl}?code=child` } });
      expect(t.callbackSite.hits).toEqual([]);
    });

    it('catches a callback that a child is opened with [4]', async () => {
      const opened = await login(`<button onclick="window.open('${t.callbackUrl}?code=opened')">Log in</button>`);
      await click(await popup(opened.path), 'button');
      expect(await opened.outcome()).toMatchObject({ ok: true, request: { url: `${t.callbackUrl}?code=opened` } });
      expect(t.callbackSite.hits).toEqual([]);
    });

    it('refuses downloads and webview [5]', async () => {
      t.site.responses['/file'] = (_request, response) => {
        response.setHeader('content-disposition', 'attachment; filename="a.bin"').end('data');
      };
      const opened = await login('<a href="/file">File</a><webview src="about:blank"></webview>');
      const page = await popup(opened.path);
      const downloads: string[] = [];
      page.on('download', (download) =>
        download.failure().then((failure) => downloads.push(failure ?? 'was downloaded')),
      );
      const refused = t.platform.electronApp && (await watchDownloads(t.platform.electronApp));
      await click(page, 'a');
      await expect.poll(() => t.site.hits.at(-1)).toBe('GET /file');
      if (refused) await expect.poll(refused).toEqual([true]);
      expect(page.url()).toContain(opened.path);
      // Without the tag's own methods it is an unknown element.
      expect(await page.evaluate(() => 'loadURL' in (document.querySelector('webview') ?? {}))).toBe(false);
      expect(downloads).not.toContain('was downloaded');
      await cancel(opened);
    });

    it.each([
      ['file:', 'file:///etc/hostname'],
      ['data:', 'data:text/html,<title>data</title>'],
      ['a custom scheme', 'someapp://open?x=1'],
      ['javascript: in a new window', 'javascript:document.title="ran"'],
    ])('does not follow %s [6]', async (_name, target) => {
      const opened = await login(
        `<title>Login</title><a id="here" href='${target}'>here</a><a id="new" target="_blank" href='${target}'>new</a>`,
      );
      const page = await popup(opened.path);
      await click(page, '#new');
      if (!target.startsWith('javascript:')) await click(page, '#here');
      t.site.responses['/still'] = '<title>still here</title>';
      // What is refused leaves the window usable.
      await page.evaluate(() => {
        location.href = '/still';
      });
      await expect.poll(() => page.url()).toBe(`${t.site.origin}/still`);
      const others = t.platform.popups().filter((other) => other !== page);
      expect(others.map((other) => other.url()).filter((url) => !['', ':', 'about:blank'].includes(url))).toEqual([]);
      expect(await t.platform.drive('opened')).not.toContain(target);
      await cancel(opened);
    });

    it('cancels a redirect to another scheme [6]', async () => {
      const opened = await login('<title>Login</title>');
      const page = await popup(opened.path);
      t.site.responses['/to-scheme'] = redirect('someapp://open');
      await page.evaluate(() => {
        location.href = '/to-scheme';
      });
      await expect.poll(() => t.site.hits.at(-1)).toBe('GET /to-scheme');
      expect(page.url()).toContain(opened.path);
      expect(await t.platform.drive('opened')).toEqual([]);
      await cancel(opened);
    });

    it('refuses a login at anything but http and https [6]', async () => {
      await expect(
        t.platform.drive('open', {
          connectionId: 'file',
          authorizationUrl: 'file:///etc/hostname',
          callbackUrl: t.callbackUrl,
        }),
      ).rejects.toThrow(/http/);
    });

    // As AD FS, IIS, Keycloak with Kerberos and nginx send them.
    it.each([
      ['Negotiate', ['Negotiate', 'NTLM']],
      ['NTLM', ['NTLM']],
      ['Basic', ['Basic realm="Negotiate, later"']],
    ])('shows a page that asks for %s its own 401 without a box, and tells of it [59]', async (scheme, challenges) => {
      const opened = await login((request, response) => {
        response.writeHead(request.headers.authorization ? 200 : 401, {
          'www-authenticate': challenges,
          'content-type': 'text/html',
        });
        response.end('<p>no entry</p>');
      });
      expect(await (await popup(opened.path)).locator('p').textContent()).toBe('no entry');
      const told = async () =>
        (await t.platform.drive('exchanges')).flatMap(([id, exchange]) =>
          id === opened.connectionId ? [signInPromptIn(exchange)] : [],
        );
      await expect.poll(told).toEqual([{ host: new URL(t.site.origin).host, scheme }]);
      await cancel(opened);
    });

    it('never accepts a bad certificate, and says which host failed and why [8]', async () => {
      const untrusted = await startUntrustedSite();
      const expected = {
        ok: false,
        code: 'window.certificate_refused',
        details: {
          host: new URL(untrusted.origin).host,
          reason: message('window.certificate.ERR_CERT_AUTHORITY_INVALID'),
          error: 'ERR_CERT_AUTHORITY_INVALID',
        },
      };
      const direct = await login('', { authorizationUrl: `${untrusted.origin}/login` });
      expect(await direct.outcome()).toEqual(expected);
      const redirected = await login(redirect(`${untrusted.origin}/login`));
      expect(await redirected.outcome()).toEqual(expected);
      expect(untrusted.hits).toEqual([]);
      await untrusted.close();
    });

    it('says which host could not be loaded', async () => {
      const gone = await startSite();
      await gone.close();
      const { outcome } = await login('', { authorizationUrl: `${gone.origin}/login` });
      expect(await outcome()).toEqual({
        ok: false,
        code: 'window.load_failed',
        details: { host: new URL(gone.origin).host, error: 'ERR_CONNECTION_REFUSED' },
      });
    });

    it('tells of closing, cancelling and timeout once, with the window and its children gone [24]', async () => {
      const child = `<button onclick="window.open('/child', 'c', 'width=300,height=300')">child</button>`;
      t.site.responses['/child'] = '<title>child</title>';
      const withChild = async (options: Partial<LoginRequest>) => {
        const opened = await login(child, options);
        const page = await popup(opened.path);
        await click(page, 'button');
        await popup('/child');
        return { ...opened, page };
      };
      const closed = await withChild({});
      await closed.page.close();
      expect(await closed.outcome()).toMatchObject({ ok: false, code: 'window.closed' });
      await expect.poll(() => t.platform.windows()).toBe(0);

      await cancel(await withChild({}));
      await expect.poll(() => t.platform.windows()).toBe(0);

      const late = await login('<title>slow</title>', { timeoutMs: 3_000 });
      expect(await late.outcome()).toMatchObject({ ok: false, code: 'window.timeout' });
      await expect.poll(() => t.platform.windows()).toBe(0);
    });

    it('leaves no window behind, whatever the page was about to do [24]', async () => {
      t.site.responses['/next'] = '<title>next</title>';
      for (let round = 0; round < 10; round += 1) {
        const opened = await login('<a href="someapp://open" target="_blank">blank</a>');
        const page = await popup(opened.path);
        await click(page, 'a');
        // On some rounds the window closes right when its navigation commits.
        if (round % 2 === 0)
          await page.evaluate(() => {
            location.href = '/next';
          });
        await cancel(opened);
        await expect.poll(() => t.platform.windows()).toBe(0);
      }
    });

    it('closes a blank window that a link of another scheme opened, and keeps the login [6]', async () => {
      const opened = await login('<a href="someapp://open" target="_blank">blank</a>');
      const page = await popup(opened.path);
      await click(page, 'a');
      await page.evaluate(() => 'the click has been handled');
      await expect.poll(() => t.platform.windows()).toBe(1);
      expect(page.isClosed()).toBe(false);
      await cancel(opened);
    });
  });
});
