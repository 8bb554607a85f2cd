import { describe, expect, it } from 'vitest';
import { platformsHere } from '../e2e/platforms-here.ts';
import { redirect, type SiteResponse } from '../servers/site.ts';
import type { LoginRequest } from './platform/driver.ts';
import { platformUnderTest } from './platform/platform-under-test.ts';

// Whose login it is, and a service that wants it elsewhere. One suite, every platform.
describe.each(platformsHere())('the %s platform', (kind) => {
  const t = platformUnderTest(kind);
  const { login, popup, cancel, click } = t;

  describe('accounts', () => {
    /** Says who the browser is, by cookie and by storage, then makes it this account. */
    const account =
      (name: string): SiteResponse =>
      (request, response) => {
        response.setHeader('set-cookie', `who=${name}; Path=/`).setHeader('content-type', 'text/html');
        response.end(`<p>${request.headers.cookie ?? 'nobody'}</p>
          <i></i><script>
            document.querySelector('i').textContent = localStorage.getItem('who') ?? 'nobody';
            localStorage.setItem('who', '${name}');
          </script><a href="${t.callbackUrl}?code=1">Go on</a>`);
      };
    /** Logs in to the end, as a person does, and returns who the browser was before. */
    const logIn = async (connectionId: string, name: string, freshSession = false) => {
      const opened = await login(account(name), { connectionId, freshSession });
      const page = await popup(opened.path);
      const seen = [await page.locator('p').textContent(), await page.locator('i:not(:empty)').textContent()];
      await click(page, 'a');
      expect(await opened.outcome()).toMatchObject({ ok: true });
      return seen;
    };

    it('keeps a session from login to login, until somebody else is to log in [2]', async () => {
      expect(await logIn('one', 'ann')).toEqual(['nobody', 'nobody']);
      expect(await logIn('one', 'ann')).toEqual(['who=ann', 'ann']);
      expect(await logIn('one', 'bob', true)).toEqual(['nobody', 'nobody']);
      // The new account is the one that is kept now.
      expect(await logIn('one', 'bob')).toEqual(['who=bob', 'bob']);
    });

    it('forgets a session when the access ends: the next login starts as nobody, or with what is brought back [2]', async () => {
      await logIn('left', 'ann');
      await logIn('stays', 'ann');
      await t.platform.drive('forgetSession', 'left');
      expect(await logIn('left', 'ann')).toEqual(['nobody', 'nobody']);
      expect(await logIn('stays', 'ann')).toEqual(['who=ann', 'ann']);
      await t.platform.drive('forgetSession', 'left');
      await t.platform.drive('forgetSession', 'nobody has it');
      const { hostname } = new URL(t.site.origin);
      const expires = Math.floor(Date.now() / 1000) + 3600;
      const facts = { domain: hostname, path: '/', secure: false, httpOnly: false, sameSite: null, expires };
      const cookies = [{ name: 'who', value: 'eve', ...facts }];
      const opened = await login(account('ann'), { connectionId: 'left', cookies });
      expect(await (await popup(opened.path)).locator('p').textContent()).toBe('who=eve');
      await cancel(opened);
    });

    it('keeps two accounts of one service apart, also while both windows are open [2]', async () => {
      await logIn('work', 'ann');
      await logIn('home', 'bob');
      const [first, second] = [
        await login(account('ann'), { connectionId: 'work' }),
        await login(account('bob'), { connectionId: 'home' }),
      ];
      for (const [opened, who] of [
        [first, 'ann'],
        [second, 'bob'],
      ] as const) {
        const page = await popup(opened.path);
        expect([await page.locator('p').textContent(), await page.locator('i:not(:empty)').textContent()]).toEqual([
          `who=${who}`,
          who,
        ]);
      }
      await cancel(first);
      await cancel(second);
    });
  });

  describe('cookies over the end of the app', () => {
    const later = () => Math.floor(Date.now() / 1000) + 86_400;
    const left = async (connectionId: string) =>
      (await t.platform.drive('cookies')).filter(([id]) => id === connectionId).map(([, cookies]) => cookies);
    /** Shows the cookies that came, and sets one that stays, one that goes with the browser, and one of a path. */
    const page: SiteResponse = (request, response) => {
      response.setHeader('set-cookie', [
        'stays=a-long-session-value; Path=/; Max-Age=86400; HttpOnly; SameSite=Lax',
        'goes=now; Path=/',
        'deep=inside; Path=/deep; Max-Age=86400',
      ]);
      response.setHeader('content-type', 'text/html').end(`<p>${request.headers.cookie ?? 'nobody'}</p>`);
    };

    it('are told when the window has gone: those with an end, as they were set', async () => {
      const opened = await login(page);
      await (await popup(opened.path)).locator('p').waitFor();
      expect(await left(opened.connectionId)).toEqual([]);
      await cancel(opened);
      await expect.poll(() => left(opened.connectionId)).toHaveLength(1);
      const cookies = (await left(opened.connectionId))[0]?.sort((a, b) => a.name.localeCompare(b.name));
      const { hostname } = new URL(t.site.origin);
      expect(cookies).toEqual([
        expect.objectContaining({ name: 'deep', value: 'inside', path: '/deep', domain: hostname }),
        {
          name: 'stays',
          value: 'a-long-session-value',
          domain: hostname,
          path: '/',
          secure: false,
          httpOnly: true,
          sameSite: 'lax',
          expires: expect.any(Number),
        },
      ]);
      expect(Math.abs((cookies?.[1]?.expires ?? 0) - later())).toBeLessThan(120);
    });

    it('are there again in the first login of a connection, but not in a fresh one, and not in another’s [2]', async () => {
      const { hostname } = new URL(t.site.origin);
      const facts = { domain: hostname, path: '/', secure: false, httpOnly: true, expires: later() };
      const cookies = [
        { name: 'stays', value: 'of-ann', sameSite: 'lax' as const, ...facts },
        // Nobody can set this one: it is left out, and the others are there all the same.
        { name: 'broken', value: 'of;ann', sameSite: null, ...facts, domain: 'not a host' },
        { name: 'plain', value: 'too', sameSite: null, ...facts },
      ];
      const seen = async (options: Partial<LoginRequest>) => {
        const opened = await login(page, options);
        const text = await (await popup(opened.path)).locator('p').textContent();
        await cancel(opened);
        return text?.split('; ').sort().join('; ');
      };
      expect(await seen({ connectionId: 'kept', cookies })).toBe('plain=too; stays=of-ann');
      expect(await seen({ connectionId: 'fresh', cookies, freshSession: true })).toBe('nobody');
      expect(await seen({ connectionId: 'other' })).toBe('nobody');
      // What the run itself knows is newer.
      expect(await seen({ connectionId: 'kept', cookies })).toBe('goes=now; plain=too; stays=a-long-session-value');
    });
  });

  describe('a page that refuses windows of apps', () => {
    const refusals = async (connectionId: string) =>
      (await t.platform.drive('refusals')).filter(([id]) => id === connectionId).map(([, refusal]) => refusal);
    const refused = () => [{ host: new URL(t.site.origin).host }];

    it('is told of once, and the window stays', async () => {
      t.site.responses['/denied'] = (_request, response) => {
        response.writeHead(403, { 'content-type': 'text/html' }).end('<h1>Not in this window</h1>');
      };
      const opened = await login(redirect(`/denied?error=disallowed_useragent`));
      const page = await popup('/denied');
      await expect.poll(() => refusals(opened.connectionId)).toEqual(refused());
      await page.evaluate(() => history.pushState(null, '', '/denied?error=disallowed_useragent&again=1'));
      await expect.poll(() => page.url()).toContain('again=1');
      // Another way may be offered on the same page.
      await t.leave(page, `${t.callbackUrl}?code=other-way`);
      expect(await opened.outcome()).toMatchObject({ ok: true });
      expect(await refusals(opened.connectionId)).toEqual(refused());
    });

    it('is told of when the page comes to it by itself, or in a child', async () => {
      const opened = await login(
        '<script>history.replaceState(null, "", location.pathname + "?error=disallowed_useragent")</script>',
      );
      await expect.poll(() => refusals(opened.connectionId)).toEqual(refused());
      await cancel(opened);

      t.site.responses['/sso'] = '<title>SSO</title>';
      const withChild = await login('<button onclick="window.open(\'/sso?error=disallowed_useragent\')">SSO</button>');
      await click(await popup(withChild.path), 'button');
      await expect.poll(() => refusals(withChild.connectionId)).toEqual(refused());
      await cancel(withChild);
    });

    it('is not taken for one in a frame, nor any other 403', async () => {
      t.site.responses['/no'] = (_request, response) => {
        response.writeHead(403, { 'content-type': 'text/html' }).end('<title>No</title>');
      };
      const opened = await login(
        '<iframe src="/no?error=disallowed_useragent"></iframe><script>onload = () => { document.title = "loaded" }</script>',
      );
      const page = await popup(opened.path);
      await expect.poll(() => page.evaluate(() => document.title)).toBe('loaded');
      await page.evaluate(() => {
        location.href = '/no?error=access_denied';
      });
      await expect.poll(() => page.evaluate(() => document.title)).toBe('No');
      expect(await refusals(opened.connectionId)).toEqual([]);
      await cancel(opened);
    });
  });
});
