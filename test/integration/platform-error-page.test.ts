import { describe, expect, it } from 'vitest';
import { platformsHere } from '../e2e/platforms-here.ts';
import type { SiteResponse } from '../servers/site.ts';
import { type Login, platformUnderTest } from './platform/platform-under-test.ts';

const respond =
  (status: number, html: string): SiteResponse =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(html);
  };
const keycloak = `<title>Sign in to Main</title><header>MAIN</header>
  <div><h1>We are sorry...</h1><p class="instruction">Invalid parameter: redirect_uri</p></div>`;

describe.each(platformsHere())('an error page in a login window of the %s platform', (kind) => {
  const t = platformUnderTest(kind);
  const found = async ({ connectionId }: Login) =>
    (await t.platform.drive('errorPages')).flatMap(([id, page]) => (id === connectionId ? [page] : []));
  const host = () => new URL(t.site.origin).host;

  it('is told at once in its own words, and the login goes on', async () => {
    const opened = await t.login(respond(400, keycloak));
    const error = { host: host(), serviceMessage: 'Invalid parameter: redirect_uri', status: 400 };
    await expect.poll(() => found(opened)).toEqual([error]);
    t.site.responses['/form'] = '<title>Log in</title><input type="password">';
    await (await t.popup(opened.path)).evaluate(() => {
      location.href = '/form';
    });
    await expect.poll(() => found(opened)).toEqual([error, undefined]);
    await t.cancel(opened);
  });

  it('is read behind a redirect with its error in the URL (Ory Hydra)', async () => {
    const description = 'The requested OAuth 2.0 Client does not exist.';
    t.site.responses['/fallbacks/error'] = '<title>Error</title>';
    const query = new URLSearchParams({ error: 'invalid_client', error_description: description });
    const opened = await t.login((_request, response) => {
      response.writeHead(302, { location: `/fallbacks/error?${query}` }).end();
    });
    await expect.poll(() => found(opened)).toMatchObject([{ serviceMessage: `invalid_client: ${description}` }]);
    await t.cancel(opened);
  });

  it('is read where a script writes it later (Microsoft Entra ID)', async () => {
    const opened = await t.login(
      `<title>Sign in</title><script>onload = () => setTimeout(() => {
         document.body.append('AADSTS700016: Application with identifier board was not found in the directory');
       }, 300)</script>`,
    );
    await expect
      .poll(() => found(opened))
      .toMatchObject([{ serviceMessage: expect.stringContaining('AADSTS700016'), status: 200 }]);
    await t.cancel(opened);
  });

  it('is not a login page that says that the password was wrong', async () => {
    const opened = await t.login(respond(401, '<p>Invalid password</p><form><input type="password"></form>'));
    const then = await t.login(respond(400, keycloak));
    await expect.poll(() => found(then)).toHaveLength(1);
    expect(await found(opened)).toEqual([]);
    await t.cancel(opened);
    await t.cancel(then);
  });

  it('cannot fool the reader: neither its scripts nor its size [36]', async () => {
    const trap = `<script>
      document.querySelectorAll = () => { throw new Error('trapped') };
      for (const name of ['innerText', 'textContent', 'title', 'body'])
        for (const kind of [HTMLElement, Node, Document])
          try { Object.defineProperty(kind.prototype, name, { get: () => 'Invalid client trapped' }) } catch {}
      String.prototype.slice = () => 'Invalid client trapped';
    </script>`;
    const opened = await t.login(respond(400, `${keycloak}${trap}<p>${'error '.repeat(200_000)}</p>`));
    await expect.poll(() => found(opened)).toMatchObject([{ serviceMessage: 'Invalid parameter: redirect_uri' }]);
    await t.cancel(opened);
  });
});
