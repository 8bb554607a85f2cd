// The guards of the windows through the running app: a service that tries what a login page must not be able to do.
import { readdirSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { calls, events } from '../../app/shared/contract/contract.ts';
import { type AwkwardService, startAwkwardService } from '../servers/awkward-service.ts';
import { watchDownloads } from '../servers/download-verdicts.ts';
import { connection } from '../servers/items.ts';
import { platformsHere } from './app.ts';
import { ask, responseOf } from './lib/bridge.ts';
import { windowsClosed } from './lib/login.ts';
import { useApp } from './lib/use-app.ts';

const page = (body: string) => ({ page: `<!doctype html><title>Login</title>${body}` });

describe.each(platformsHere())('a hostile login page on the %s platform', (kind) => {
  const shared = useApp(kind);
  let service: AwkwardService;
  beforeAll(async () => {
    service = await startAwkwardService(`guards-${kind}`);
  });
  afterAll(() => service?.close());

  let logins = 0;
  let login:
    | { id: string; popup: Page; outcome: ReturnType<typeof responseOf<'connections.requestToken'>> }
    | undefined;

  /** A login whose page is `body`. */
  async function open(body: string) {
    service.authorizeResponses = page(body);
    logins += 1;
    const id = `guard-${logins}`;
    const draft = connection({
      id,
      name: id,
      authorizationUrl: `${service.origin}/authorize`,
      accessTokenUrl: `${service.origin}/token`,
      callbackUrl: `${service.origin}/api/done/`,
      hosts: [service.host],
      clientAuthentication: 'none',
    });
    const request = { connection: draft, secrets: {}, freshSession: false };
    const outcome = responseOf(shared.page, 'connections.requestToken', request);
    login = { id, outcome, popup: await shared.app.nextPopup() };
    return login;
  }
  afterEach(async () => {
    if (login === undefined) return;
    await ask(shared.page, 'connections.cancelRequest', { id: login.id });
    await login.outcome;
    login = undefined;
    await windowsClosed(shared.app);
  });
  const click = (popup: Page, selector: string) => popup.locator(selector).click({ noWaitAfter: true });
  const stillThere = (popup: Page) => popup.evaluate(() => document.title);

  it('finds neither Node nor the bridge [1]', async () => {
    const { popup } = await open('');
    const found = await popup.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'tokenboard', 'ipcRenderer', '__tokenboardCall'].filter(
        (name) => name in window,
      ),
    );
    expect(found).toEqual([]);
  });

  it('is given no permission [3]', async () => {
    const { popup } = await open('');
    const permissions = await popup.evaluate(async () => ({
      notification: await Notification.requestPermission(),
      location: await new Promise((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve('granted'),
          ({ code }) => resolve(code === 1 ? 'denied' : `error ${code}`),
        ),
      ),
      looked: (await navigator.permissions.query({ name: 'geolocation' })).state,
    }));
    expect(permissions).toEqual({ notification: 'denied', location: 'denied', looked: 'denied' });
  });

  it('downloads nothing [5]', async () => {
    const { app } = shared;
    service.api['gift.bin'] = { headers: { 'content-disposition': 'attachment; filename="gift.bin"' }, body: 'data' };
    const { popup } = await open('<a href="/api/gift.bin">A gift</a>');
    const downloads: string[] = [];
    popup.on('download', async (download) => downloads.push((await download.failure()) ?? 'was downloaded'));
    const refused = app.electronApp && (await watchDownloads(app.electronApp));
    await click(popup, 'a');
    await expect.poll(() => service.apiRequests.at(-1)?.path).toBe('/api/gift.bin');
    if (refused) await expect.poll(refused).toEqual([true]);
    expect(await stillThere(popup)).toBe('Login');
    await responseOf(shared.page, 'connections.cancelRequest', { id: login?.id ?? '' });
    await windowsClosed(app);
    expect(downloads).not.toContain('was downloaded');
    const saved = kind === 'electron' ? readdirSync(app.downloads) : [];
    expect(saved).toEqual([]);
  });

  it.each([
    ['a file', 'file:///etc/hostname'],
    ['another program', 'someapp://open?x=1'],
  ])('does not lead to %s [6]', async (_name, target) => {
    const { app } = shared;
    const known = (await app.opened()).length;
    const { popup } = await open(
      `<a id="here" href="${target}">here</a><a id="new" target="_blank" href="${target}">n</a>`,
    );
    await click(popup, '#new');
    await click(popup, '#here');
    // What is refused leaves the window usable.
    await popup.evaluate(() => {
      location.href = '/api/still';
    });
    await expect.poll(() => popup.url()).toBe(`${service.origin}/api/still`);
    const others = app.popups().filter((other) => other !== popup);
    expect(others.map((other) => other.url()).filter((url) => !['', ':', 'about:blank'].includes(url))).toEqual([]);
    expect((await app.opened()).slice(known)).toEqual([]);
  });

  it('does not get the main window to navigate: a link in it goes to the system’s browser [7]', async () => {
    const { app, page: main } = shared;
    const home = main.url();
    const known = (await app.opened()).length;
    const target = `${service.origin}/api/elsewhere`;
    const asked = service.apiRequests.length;
    for (const name of ['', '_blank'])
      await main.evaluate(
        ([href, frame]) => Object.assign(document.createElement('a'), { href, target: frame }).click(),
        [target, name] as const,
      );
    await expect.poll(async () => (await app.opened()).slice(known)).toEqual([target, target]);
    expect(main.url()).toBe(home);
    expect((await ask(main, 'app.info', {})).platform).toBe(kind);
    expect(app.popups()).toEqual([]);
    expect(service.apiRequests.length).toBe(asked);
  });

  it('has nothing to find in the main window but the contract’s own calls and events [12]', async () => {
    const found = await shared.page.evaluate(() => ({
      bridge: Object.keys(window.tokenboard),
      calls: Object.keys(window.tokenboard.calls),
      events: Object.keys(window.tokenboard.events),
      others: ['ipcRenderer', 'require', 'process', 'module', '__tokenboardCall'].filter((name) => name in window),
    }));
    expect(found.calls.sort()).toEqual(Object.keys(calls).sort());
    expect(found.events.sort()).toEqual(Object.keys(events).sort());
    expect(found).toMatchObject({ bridge: ['calls', 'events'], others: [] });
  });

  it('does not end the login by an error elsewhere, and by one at the callback URL does [18]', async () => {
    const { popup, outcome } = await open('');
    const state = new URL(popup.url()).searchParams.get('state');
    const query = `error=access_denied&state=${state}`;
    for (const elsewhere of ['/api/denied', '/authorize', '/api/done']) {
      await popup.goto(`${service.origin}${elsewhere}?${query}`);
      expect(new URL(popup.url()).search).toBe(`?${query}`);
    }
    await leaveFor(popup, `/api/done/?${query}`);
    expect(await outcome).toMatchObject({ ok: false, error: { code: 'callback.access_denied' } });
  });

  it('does not end the login by what is nearly the callback URL, and by the callback URL does [14] [16]', async () => {
    const { popup, outcome } = await open('');
    const state = new URL(popup.url()).searchParams.get('state');
    const query = `code=guards-code&state=${state}`;
    const tokens = service.tokenRequests.length;
    for (const near of ['/api/done', '/api/done/x', '/api/Done/', '/api/done%2F', '/api/done-evil/']) {
      await popup.goto(`${service.origin}${near}?${query}`);
      expect(service.apiRequests.at(-1)?.path).toBe(`${near}?${query}`);
    }
    expect(popup.isClosed()).toBe(false);
    expect(service.tokenRequests.length).toBe(tokens);
    const asked = service.apiRequests.length;
    await leaveFor(popup, `/api/done/?${query}`);
    expect(await outcome).toMatchObject({ ok: true, value: { status: { status: 'authorized' } } });
    expect(service.tokenRequests.at(-1)?.form.get('code')).toBe('guards-code');
    expect(service.apiRequests.length).toBe(asked);
  });
});

/** As the page itself would. The window may be gone before that has been reported: its login is over. */
async function leaveFor(popup: Page, url: string): Promise<void> {
  await popup
    .evaluate((to) => {
      location.href = to;
    }, url)
    .catch((error: unknown) => {
      if (!popup.isClosed()) throw error;
    });
}
