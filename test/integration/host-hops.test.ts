import { describe, expect, it } from 'vitest';
import { hostsHere } from '../e2e/hosts-here.ts';
import { redirect } from '../servers/site.ts';
import { hostUnderTest } from './hosts/host-under-test.ts';

describe.each(hostsHere())('what the %s host tells the console of a login', (kind) => {
  const t = hostUnderTest(kind);
  const hopsOf = async (connectionId: string) =>
    (await t.host.drive('hops')).flatMap(([id, hop]) => (id === connectionId ? hop : []));
  const seen = async (connectionId: string) =>
    (await hopsOf(connectionId)).map(
      ({ method, url, status }) => `${method} ${url.replace(t.site.origin, '')} ${status}`,
    );

  it('is each document of the window, each step of a redirect, a form and a child, and not the callback itself [37]', async () => {
    t.site.answers['/start'] = redirect('/page');
    t.site.answers['/page'] =
      '<title>Page</title><img src="/picture"><iframe src="/frame"></iframe><form method="post" action="/form"><input name="password" value="secret-password"><button>Log in</button></form>';
    t.site.answers['/form'] = '<title>Form</title><button onclick="window.open(\'/child\')">Open</button>';
    t.site.answers['/child'] = '<title>Child</title><a href="/back">back</a>';
    t.site.answers['/back'] = redirect(`${t.callbackUrl}?code=the-code`);
    const opened = await t.login(redirect('/start'), { connectionId: `${kind}-hops` });
    await t.click(await t.popup('/page'), 'button');
    await t.click(await t.popup('/form'), 'button');
    await t.click(await t.popup('/child'), 'a');
    expect(await opened.outcome()).toMatchObject({ ok: true, request: { url: `${t.callbackUrl}?code=the-code` } });

    await expect
      .poll(() => seen(`${kind}-hops`))
      .toEqual([
        `GET ${opened.path} 302`,
        'GET /start 302',
        'GET /page 200',
        'POST /form 200',
        'GET /child 200',
        'GET /back 302',
      ]);
    const hops = await hopsOf(`${kind}-hops`);
    for (const hop of hops) {
      expect(hop.requestHeaders['user-agent'] ?? hop.requestHeaders['User-Agent']).toMatch(/Mozilla/);
      expect(hop.durationMs).toBeGreaterThanOrEqual(0);
    }
    const names = Object.keys(hops.at(-1)?.responseHeaders ?? {}).map((name) => name.toLowerCase());
    expect(names).toContain('location');
    expect(JSON.stringify(hops)).not.toContain('secret-password');
    expect(t.callbackSite.hits).toEqual([]);
  });

  it('is a page that could not be loaded, with why', async () => {
    await t.host.drive('open', {
      connectionId: `${kind}-dead`,
      authorizationUrl: 'http://127.0.0.1:9/login',
      callbackUrl: t.callbackUrl,
    });
    expect(await t.host.drive('outcome', `${kind}-dead`)).toMatchObject({ ok: false, code: 'window.load_failed' });
    await expect
      .poll(async () => (await hopsOf(`${kind}-dead`)).map(({ url, error }) => ({ url, error })))
      .toEqual([{ url: 'http://127.0.0.1:9/login', error: 'window.load_failed' }]);
  });
});
