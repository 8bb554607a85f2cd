import { describe, expect, it } from 'vitest';
import { platformsHere } from '../e2e/platforms-here.ts';
import { redirect } from '../servers/site.ts';
import { platformUnderTest } from './platform/platform-under-test.ts';

// A login through Peaka with an address of the user's own: the window does what the server there would do.
describe.each(platformsHere())('the %s platform', (kind) => {
  const t = platformUnderTest(kind);
  const { login, popup, cancel } = t;
  /** The user's own address, on the server that must not be asked. */
  const from = () => `${t.callbackSite.origin}/oauth2/mycallback`;
  const forward = () => ({ from: from(), to: `${t.site.origin}/peaka/callback` });
  /** Peaka's callback: notes the visit and its body, then goes back to the app. */
  const peaka = () => {
    const visits: string[] = [];
    t.site.responses['/peaka/callback'] = async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      visits.push(`${request.method} ${request.url} ${Buffer.concat(chunks).toString('utf8')}`.trim());
      response.writeHead(302, { location: `${t.callbackUrl}?connectionId=1&status=success` }).end();
    };
    return visits;
  };
  const query = 'code=4%2F0A-b+c%20d&state=%7B%22a%22%3A1%7D&scope=a%20b+c&empty=&flag&code=2;x=%C3%BC';

  it('sends a visit of the forwarded address on with the query unchanged, past the network [16]', async () => {
    const visits = peaka();
    const { outcome } = await login(redirect(`${from()}?${query}`), { forward: forward() });
    expect(await outcome()).toMatchObject({
      ok: true,
      request: { url: `${t.callbackUrl}?connectionId=1&status=success` },
    });
    expect(visits).toEqual([`GET /peaka/callback?${query}`]);
    expect(t.callbackSite.hits).toEqual([]);
  });

  it('adds no question mark where there is no query, and follows a script too', async () => {
    const visits = peaka();
    const opened = await login('<title>Login</title>', { forward: forward() });
    await t.leave(await popup(opened.path), from());
    expect(await opened.outcome()).toMatchObject({ ok: true });
    expect(visits).toEqual(['GET /peaka/callback']);
    expect(t.callbackSite.hits).toEqual([]);
  });

  it('sends a form_post response on as a POST with its body [17]', async () => {
    const visits = peaka();
    const { outcome } = await login(
      `<form method="post" action="${from()}?a=1"><input name="code" value="a b&amp;c=ü"></form>
       <script>document.forms[0].submit()</script>`,
      { forward: forward() },
    );
    expect(await outcome()).toMatchObject({ ok: true });
    expect(visits).toEqual(['POST /peaka/callback?a=1 code=a+b%26c%3D%C3%BC']);
    expect(t.callbackSite.hits).toEqual([]);
  });

  it('neither asks for nor sends on what a frame, an image or a socket wants there [16]', async () => {
    const visits = peaka();
    const opened = await login(
      `<iframe src="${from()}?code=1"></iframe><img src="${from()}?code=2" alt="">
       <script>
         try { new WebSocket(${JSON.stringify(`${from().replace('http', 'ws')}?code=3`)}) } catch {}
         addEventListener('load', () => { document.title = 'loaded' });
       </script>`,
      { forward: forward() },
    );
    const page = await popup(opened.path);
    await expect.poll(() => page.evaluate(() => document.title)).toBe('loaded');
    await t.leave(page, `${from().replace('//', '//ann@')}?code=4`);
    const next = `${t.site.origin}${opened.path}?next`;
    // The refused visit may interrupt the first attempt.
    await expect.poll(() => page.goto(next).then(() => page.url(), String)).toBe(next);
    expect(visits).toEqual([]);
    expect(t.callbackSite.hits).toEqual([]);
    await cancel(opened);
  });

  it('leaves near misses of the forwarded address alone [14]', async () => {
    const visits = peaka();
    const before = t.callbackSite.hits.length;
    const opened = await login('<title>Login</title>', { forward: forward() });
    const page = await popup(opened.path);
    const paths = ['/oauth2/mycallback/', '/oauth2/mycallback/x', '/oauth2/', '/?u=/oauth2/mycallback'];
    for (const path of paths) {
      await page.goto(`${t.callbackSite.origin}${path}`);
      expect(page.url()).toBe(`${t.callbackSite.origin}${path}`);
    }
    expect(t.callbackSite.hits.splice(before)).toEqual(paths.map((path) => `GET ${path}`));
    expect(visits).toEqual([]);
    await cancel(opened);
  });

  it('shows the console where the visit was sent on to', async () => {
    peaka();
    const { outcome, connectionId } = await login(redirect(`${from()}?code=abc`), { forward: forward() });
    await outcome();
    const exchanges = (await t.platform.drive('exchanges')).filter(([id]) => id === connectionId);
    expect(exchanges.map(([, { url, status }]) => [url, status])).toEqual([
      [expect.stringContaining('/login-'), 302],
      [`${from()}?code=abc`, 307],
      [`${t.site.origin}/peaka/callback?code=abc`, 302],
    ]);
    expect(exchanges[1]?.[1].responseHeaders).toMatchObject({ location: `${t.site.origin}/peaka/callback?code=abc` });
  });
});
