// Logins that leave the app's own windows: the system's browser, which a plain request plays here.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Connection } from '../../app/shared/connection/connection.ts';
import { type AwkwardService, startAwkwardService } from '../servers/awkward-service.ts';
import { connection } from '../servers/items.ts';
import { platformsHere } from './app.ts';
import { ask, connectionNamed, responseOf } from './lib/bridge.ts';
import { fillCustom } from './lib/custom-connection.ts';
import { dialog, pressRequestToken } from './lib/dialog.ts';
import { windowsClosed } from './lib/login.ts';
import { authorized } from './lib/practice.ts';
import { openedUrl } from './lib/services.ts';
import { useApp } from './lib/use-app.ts';
import { newResource, readTable } from './lib/window.ts';

describe.each(platformsHere())('a login outside of the %s platform', (kind) => {
  const shared = useApp(kind);
  let service: AwkwardService;
  beforeAll(async () => {
    service = await startAwkwardService(`outside-${kind}`);
  });
  afterAll(() => service.close());

  /** Starts a login and returns what the browser was opened with. */
  async function start(changes: Partial<Connection> & { id: string }) {
    const { app, page } = shared;
    const before = (await app.opened()).length;
    const draft = connection({
      name: changes.id,
      authorizationUrl: `${service.origin}/authorize`,
      accessTokenUrl: `${service.origin}/token`,
      clientAuthentication: 'none',
      hosts: [service.host],
      window: 'browser',
      callbackUrl: 'http://127.0.0.1/',
      ...changes,
    });
    const outcome = responseOf(page, 'connections.requestToken', {
      connection: draft,
      secrets: {},
      freshSession: false,
    });
    await expect.poll(async () => (await app.opened()).length).toBe(before + 1);
    return { outcome, opened: new URL((await app.opened()).at(-1) ?? '') };
  }
  const statusOf = async (name: string) => (await connectionNamed(shared.page, name)).status;
  const portIsFree = (url: string) =>
    expect
      .poll(() =>
        fetch(url).then(
          () => false,
          () => true,
        ),
      )
      .toBe(true);

  it('responds on a loopback port: once, at its own path alone, and frees the port [23] [15] [20]', async () => {
    const { outcome, opened } = await start({ id: 'loopback' });
    const callbackUrl = opened.searchParams.get('redirect_uri') ?? '';
    expect(callbackUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\//);
    expect(await statusOf('loopback')).toMatchObject({ status: 'authorizing', window: 'browser' });
    expect(shared.app.popups()).toEqual([]);
    for (const other of ['/favicon.ico', '/oauth2-callback', '/x?code=1'])
      expect((await fetch(new URL(other, callbackUrl))).status).toBe(404);

    const seen = await fetch(opened);
    expect(seen.url.startsWith(callbackUrl)).toBe(true);
    expect(await seen.text()).toMatch(/<html/i);
    expect(await outcome).toMatchObject({ ok: true, value: { status: { status: 'authorized' } } });
    await portIsFree(callbackUrl);

    const { form } = service.tokenRequests.at(-1) ?? { form: new URLSearchParams() };
    expect(form.get('redirect_uri')).toBe(callbackUrl);
    expect(opened.searchParams.get('code_challenge_method')).toBe('S256');
    expect(opened.searchParams.get('code_challenge')).toBe(
      createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url'),
    );
  });

  it('frees the port when the login is cancelled, and says so once [23] [24]', async () => {
    const { outcome, opened } = await start({ id: 'given up' });
    await ask(shared.page, 'connections.cancelRequest', { id: 'given up' });
    expect(await outcome).toMatchObject({ ok: false, error: { code: 'window.cancelled' } });
    await portIsFree(opened.searchParams.get('redirect_uri') ?? '');
    expect(await statusOf('given up')).toEqual({ status: 'unauthorized' });
  });

  it('takes the response that the user pastes, for a service that allows no loopback [15]', async () => {
    const callbackUrl = 'https://www.peakboard.com/oauth2-callback/';
    const { outcome, opened } = await start({ id: 'pasted', callbackUrl });
    expect(opened.searchParams.get('redirect_uri')).toBe(callbackUrl);
    await expect.poll(() => statusOf('pasted')).toMatchObject({ status: 'authorizing', waitsForPaste: true });
    // The service sends the browser there; what its address bar shows is what a person copies.
    const sent = await fetch(opened, { redirect: 'manual' });
    const url = sent.headers.get('location') ?? '';
    const wrong = await responseOf(shared.page, 'connections.pasteCallback', {
      id: 'pasted',
      url: `${url}`.split('?')[0] ?? '',
    });
    expect(wrong).toMatchObject({ ok: false, error: { code: 'input.invalid' } });
    await ask(shared.page, 'connections.pasteCallback', { id: 'pasted', url });
    expect(await outcome).toMatchObject({ ok: true, value: { status: { status: 'authorized' } } });
    expect(service.tokenRequests.at(-1)?.form.get('redirect_uri')).toBe(callbackUrl);
  });

  it('is one press away when the service refuses windows of apps, and brings the data [23]', async () => {
    const { app, page } = shared;
    service.authorizeResponses = {
      page: '<script>history.replaceState(null, "", "/authorize?error=disallowed_useragent")</script><title>No</title>',
    };
    await newResource(page, { name: 'Refused data', url: `${service.origin}/api/rows`, authorization: 'OAuth' });
    await fillCustom(page, {
      name: 'refused',
      authorizationUrl: `${service.origin}/authorize`,
      accessTokenUrl: `${service.origin}/token`,
      clientId: 'designer',
      clientSecret: 'a secret',
      hosts: [service.host],
    });
    const known = (await app.opened()).length;
    await pressRequestToken(page);
    await dialog(page)
      .getByRole('heading', { name: `${service.host} refuses logins in this window` })
      .waitFor();
    expect(await statusOf('refused')).toMatchObject({
      status: 'authorizing',
      refused: { host: service.host },
    });
    service.authorizeResponses = undefined;
    await dialog(page)
      .getByRole('button', { name: /Use (my|your) browser/ })
      .click();
    const url = new URL(await openedUrl(app, known));
    await windowsClosed(app);
    const redirectUri = url.searchParams.get('redirect_uri') ?? '';
    expect(redirectUri).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect((await fetch(url)).status).toBe(200);
    await authorized(page);
    expect((await readTable(page)).rows[0]).toEqual(['first']);
    expect(service.tokenRequests.at(-1)?.form.get('redirect_uri')).toBe(redirectUri);
    expect((await connectionNamed(page, 'refused')).connection.window).toBe('browser');
    await portIsFree(redirectUri);
  });
});
