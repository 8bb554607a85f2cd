import { describe, expect, it } from 'vitest';
import { platformsHere } from '../e2e/platforms-here.ts';
import { redirect } from '../servers/site.ts';
import { platformUnderTest } from './platform/platform-under-test.ts';

describe.each(platformsHere())('what the %s platform tells the console of a login', (kind) => {
  const t = platformUnderTest(kind);
  const exchangesOf = async (connectionId: string) =>
    (await t.platform.drive('exchanges')).flatMap(([id, exchange]) => (id === connectionId ? exchange : []));
  const seen = async (connectionId: string) =>
    (await exchangesOf(connectionId)).map(
      ({ method, url, status }) => `${method} ${url.replace(t.site.origin, '')} ${status}`,
    );

  it('is each document of the window, each step of a redirect, a form and a child, and not the callback itself [37]', async () => {
    t.site.responses['/start'] = redirect('/page');
    t.site.responses['/page'] =
      '<title>Page</title><img src="/picture"><iframe src="/frame"></iframe><form method="post" action="/form"><input name="password" value="secret-password"><button>Log in</button></form>';
    t.site.responses['/form'] = '<title>Form</title><button onclick="window.open(\'/child\')">Open</button>';
    t.site.responses['/child'] = '<title>Child</title><a href="/back">back</a>';
    t.site.responses['/back'] = redirect(`${t.callbackUrl}?code=the-code`);
    const opened = await t.login(redirect('/start'), { connectionId: `${kind}-exchanges` });
    await t.click(await t.popup('/page'), 'button');
    await t.click(await t.popup('/form'), 'button');
    await t.click(await t.popup('/child'), 'a');
    expect(await opened.outcome()).toMatchObject({ ok: true, request: { url: `${t.callbackUrl}?code=the-code` } });

    await expect
      .poll(() => seen(`${kind}-exchanges`))
      .toEqual([
        `GET ${opened.path} 302`,
        'GET /start 302',
        'GET /page 200',
        'POST /form 200',
        'GET /child 200',
        'GET /back 302',
      ]);
    const exchanges = await exchangesOf(`${kind}-exchanges`);
    for (const exchange of exchanges) {
      expect(exchange.requestHeaders['user-agent'] ?? exchange.requestHeaders['User-Agent']).toMatch(/Mozilla/);
      expect(exchange.durationMs).toBeGreaterThanOrEqual(0);
    }
    const names = Object.keys(exchanges.at(-1)?.responseHeaders ?? {}).map((name) => name.toLowerCase());
    expect(names).toContain('location');
    expect(JSON.stringify(exchanges)).not.toContain('secret-password');
    expect(t.callbackSite.hits).toEqual([]);
  });

  it('is a page that could not be loaded, with why', async () => {
    await t.platform.drive('open', {
      connectionId: `${kind}-dead`,
      authorizationUrl: 'http://127.0.0.1:9/login',
      callbackUrl: t.callbackUrl,
    });
    expect(await t.platform.drive('outcome', `${kind}-dead`)).toMatchObject({ ok: false, code: 'window.load_failed' });
    await expect
      .poll(async () => (await exchangesOf(`${kind}-dead`)).map(({ url, error }) => ({ url, error })))
      .toEqual([{ url: 'http://127.0.0.1:9/login', error: 'window.load_failed' }]);
  });
});
