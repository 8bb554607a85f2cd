import { createServer, request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { defaultCallbackUrl } from '../../../app/shared/connection/callback-url.ts';
import type { CallRequest } from '../../../app/shared/contract/contract.ts';
import type { PeakaAccount } from '../../../app/shared/peaka/account.ts';
import type { PeakaLoginWay } from '../../../app/shared/peaka/link.ts';
import { platformsHere } from '../../e2e/platforms-here.ts';
import { startApp } from '../../servers/start-app.ts';
import { peakaAccount } from '../../unit/peaka/peaka-accounts.ts';
import { type RunningPlatform, startPlatform } from '../platform/start.ts';
import { decide, peakaOf, readOnPage, shopFloor } from '../practice/peaka-client.ts';
import { type RunningPractice, startPractice } from '../practice/start.ts';
import { decideInBrowser, decideInWindow, loginWindow, useWindowsOf } from './peaka-windows.ts';

// The app without its own window, real login windows, and the practice Peaka as a real process.

let tokenboard: Awaited<ReturnType<typeof startApp>>;
let practice: RunningPractice;
let proxy: LossyProxy;
beforeAll(async () => {
  [tokenboard, practice] = await Promise.all([startApp(), startPractice()]);
  proxy = await startLossyProxy(practice.origin);
  const { get } = tokenboard;
  const { partnerKey: apiKey } = practice.ready.peaka;
  await get('peaka.saveAccount', { peakaAccount: account(), apiKey });
  const moved = account({ id: 'elsewhere', callbackUrl: `${practice.origin}/peaka/oauth2/other` });
  await get('peaka.saveAccount', { peakaAccount: moved, apiKey });
  await get('peaka.saveAccount', {
    peakaAccount: account({ id: 'lossy', baseUrl: `${proxy.origin}/peaka/api/v1` }),
    apiKey,
  });
});
afterAll(async () => {
  await tokenboard.stop();
  proxy.server.close();
  await practice.stop();
});

const account = (changes: Partial<PeakaAccount> = {}) =>
  peakaAccount({
    baseUrl: `${practice.origin}/peaka/api/v1`,
    callbackUrl: `${practice.origin}/peaka/oauth2/callback`,
    ...changes,
  });

let logins = 0;
/** Registered at the practice service. Nothing listens at the port. */
const own = { forwarded: 'http://localhost:4000/oauth2/mycallback', own_callback: defaultCallbackUrl };
const ownHere = 'http://127.0.0.1/oauth2/mycallback';
type LogIn = CallRequest<'peaka.logIn'>;
/** `practice_sales` speaks like Peaka's API document, `practice_inventory` like its guide. */
function login(way: PeakaLoginWay, changes: Partial<LogIn> = {}): LogIn {
  logins += 1;
  const type = changes.type ?? 'practice_sales';
  const ownApp = way === 'peaka_app' ? { clientId: '', clientSecret: '' } : practice.ready.oauth2;
  return {
    linkId: `link-${logins}`,
    accountId: 'account-1',
    project: { id: shopFloor, name: 'Shop floor' },
    name: `Login ${logins}`,
    type,
    way,
    window: 'popup',
    clientId: ownApp.clientId,
    clientSecret: ownApp.clientSecret,
    ownCallbackUrl: way === 'forwarded' || way === 'own_callback' ? own[way] : '',
    values: type === 'practice_inventory' ? { warehouse: 'STR-1' } : {},
    evenIfRedirectDiffers: false,
    ...changes,
  };
}
const viewOf = async (linkId: string) =>
  (await tokenboard.get('peaka.links', {})).find(({ link }) => link.id === linkId);
const stepOf = async (linkId: string) => (await viewOf(linkId))?.login?.step;
const atPeaka = async (id = '') => (await peakaOf(practice)('GET', `/connections/${shopFloor}/${id}`)).status === 200;
/** Peaka has tokens, and they work. */
const works = async (id = '') => expect(await readOnPage(practice, id, 'read')).toMatch(/ rows were read\.$/);

/** The link stays with its error, and Peaka has the connection that it names. */
async function staysUnfinished(linkId: string, code: string): Promise<void> {
  const view = await viewOf(linkId);
  expect(view).toMatchObject({ login: null, link: { state: 'unfinished', error: { code } } });
  expect(await atPeaka(view?.link.peakaId)).toBe(true);
}

describe.each(platformsHere())('a login through Peaka in a window of the %s platform', (kind) => {
  let running: RunningPlatform;
  let windows: ReturnType<typeof useWindowsOf>;
  beforeAll(async () => {
    running = await startPlatform(kind);
    windows = useWindowsOf(tokenboard.platform, running);
  });
  afterEach(async () => {
    await running.drive('cancelAll');
    await windowsGone();
  });
  afterAll(() => running?.close());

  /** The next login must not find the window of the last one. */
  const windowsGone = async () => {
    await expect.poll(() => running.windows()).toBe(0);
    await expect.poll(() => running.popups().length).toBe(0);
  };
  const choose = (decision: 'allow' | 'deny') => decideInWindow(running, practice, decision);
  const start = (request: LogIn) => tokenboard.ask('peaka.logIn', request);

  it.each([
    ['with Peaka’s app', 'peaka_app', 'practice_sales'],
    ['with the user’s app', 'own_app', 'practice_sales'],
    ['with the user’s app and a callback as Peaka’s guide writes it', 'own_app', 'practice_inventory'],
    ['by an own address that the window forwards', 'forwarded', 'practice_sales'],
    ['by an own callback that Peaka gets from here', 'own_callback', 'practice_inventory'],
  ] as const)('ends with a connection that works, %s [16]', async (_name, way, type) => {
    const request = login(way, { type });
    const end = start(request);
    await choose('allow');
    const result = await end;
    expect(result).toMatchObject({ ok: true, value: { login: null, link: { state: 'ready', way, type } } });
    if (result.ok) await works(result.value.link.peakaId);
  });

  it.each([
    ['peaka_app', 'practice_sales'],
    ['own_app', 'practice_inventory'],
    ['forwarded', 'practice_sales'],
  ] as const)('says that the user denied, and keeps the unfinished connection known (%s)', async (way, type) => {
    const request = login(way, { type });
    const end = start(request);
    await choose('deny');
    expect(await end).toMatchObject({ ok: false, error: { code: 'peaka.login_failed' } });
    await staysUnfinished(request.linkId, 'peaka.login_failed');
  });

  it('says that the user closed the window, and starts again after the rest is deleted [24]', async () => {
    const request = login('peaka_app');
    const end = start(request);
    await (await loginWindow(running, practice)).close();
    expect(await end).toMatchObject({ ok: false, error: { code: 'window.closed' } });
    await staysUnfinished(request.linkId, 'window.closed');
    const before = (await viewOf(request.linkId))?.link.peakaId;
    await windowsGone();
    const again = start(request);
    await choose('allow');
    expect(await again).toMatchObject({ ok: true, value: { link: { state: 'ready' } } });
    expect(await atPeaka(before)).toBe(false);
    await works((await viewOf(request.linkId))?.link.peakaId);
  });

  it('says that the user cancelled, and that the time is over [24]', async () => {
    const request = login('own_app');
    const end = start(request);
    await loginWindow(running, practice);
    await tokenboard.get('peaka.cancelLogin', { linkId: request.linkId });
    expect(await end).toMatchObject({ ok: false, error: { code: 'window.cancelled' } });
    await staysUnfinished(request.linkId, 'window.cancelled');

    await windowsGone();
    windows.mostMs = 500;
    const late = login('peaka_app');
    expect(await start(late)).toMatchObject({ ok: false, error: { code: 'window.timeout' } });
    await staysUnfinished(late.linkId, 'window.timeout');
    windows.mostMs = Number.POSITIVE_INFINITY;
  });

  /** A page of the window goes to the app's callback, as Peaka's redirect would. */
  const returnWith = async (connectionId: string) => {
    const page = await loginWindow(running, practice);
    const callbackUrl = tokenboard.platform.windows.at(-1)?.callbackUrl;
    const leave = (url: string) => {
      location.href = url;
    };
    await page.evaluate(leave, `${callbackUrl}?connectionId=${connectionId}&status=success`).catch((error: unknown) => {
      if (!page.isClosed() && !/context was destroyed/.test(String(error))) throw error;
    });
  };

  it('does not take the end of another login for its own [54]', async () => {
    const request = login('peaka_app');
    const end = start(request);
    await returnWith('00000000-0000-4000-8000-000000000000');
    expect(await end).toMatchObject({ ok: false, error: { code: 'peaka.wrong_connection' } });
    await staysUnfinished(request.linkId, 'peaka.wrong_connection');
  });

  it('does not believe a success if Peaka no longer has the connection', async () => {
    const request = login('peaka_app');
    const end = start(request);
    await loginWindow(running, practice);
    const peakaId = (await viewOf(request.linkId))?.link.peakaId ?? '';
    await peakaOf(practice)('DELETE', `/connections/${shopFloor}/${peakaId}`);
    await returnWith(peakaId);
    expect(await end).toMatchObject({ ok: false, error: { code: 'peaka.login_unconfirmed' } });
    expect(await viewOf(request.linkId)).toMatchObject({ link: { error: { code: 'peaka.login_unconfirmed' } } });
  });

  it('shows what the service said at the own callback, and tells Peaka only if the user wants it', async () => {
    for (const [passOn, code] of [
      [false, 'peaka.service_refused'],
      [true, 'peaka.invalid_request'],
    ] as const) {
      const request = login('own_callback');
      const end = start(request);
      await choose('deny');
      await expect.poll(() => stepOf(request.linkId)).toBe('service_refused');
      expect((await viewOf(request.linkId))?.login?.refusal?.serviceMessage).toContain('access_denied');
      await tokenboard.get('peaka.passOn', { linkId: request.linkId, passOn });
      expect(await end).toMatchObject({
        ok: false,
        error: { code, serviceMessage: expect.stringContaining('access_denied') },
      });
      await staysUnfinished(request.linkId, code);
      await windowsGone();
    }
  });
});

describe('a login through Peaka in the system browser', () => {
  const opened = async (linkId: string) => {
    await expect.poll(() => stepOf(linkId)).toBe('waiting_for_login');
    return tokenboard.platform.opened.at(-1) ?? '';
  };

  it.each([
    ['returns to a random address of this computer', 'peaka_app', '', 1],
    ['is forwarded from an own address of this computer', 'forwarded', ownHere, 2],
    ['hands Peaka what came to an own address of this computer', 'own_callback', ownHere, 1],
  ] as const)('%s [23]', async (_name, way, ownCallbackUrl, visited) => {
    const request = login(way, { window: 'browser', ownCallbackUrl });
    const end = tokenboard.ask('peaka.logIn', request);
    const { visits, status } = await decideInBrowser(practice, await opened(request.linkId));
    expect([visits.length, status]).toEqual([visited, 200]);
    const result = await end;
    expect(result).toMatchObject({ ok: true, value: { link: { state: 'ready', ownCallbackUrl } } });
    if (result.ok) await works(result.value.link.peakaId);
  });

  it('waits for the user to paste the own callback', async () => {
    const request = login('own_callback', { window: 'browser', type: 'practice_inventory' });
    const end = tokenboard.ask('peaka.logIn', request);
    const consentUrl = await opened(request.linkId);
    await expect.poll(async () => (await viewOf(request.linkId))?.login?.waitsForPaste).toBe(true);
    const { url } = await decide(practice, consentUrl);
    await tokenboard.get('peaka.pasteCallback', { linkId: request.linkId, url: url.href });
    expect(await end).toMatchObject({ ok: true, value: { link: { state: 'ready' } } });
  });
});

describe('what goes wrong between here and Peaka', () => {
  const inBrowser = async (request: LogIn, decision: 'allow' | 'deny' = 'allow') => {
    const end = tokenboard.ask('peaka.logIn', request);
    await expect.poll(() => stepOf(request.linkId)).toBe('waiting_for_login');
    await decideInBrowser(practice, tokenboard.platform.opened.at(-1) ?? '', decision);
    return end;
  };
  const ownLoopback = { window: 'browser', accountId: 'lossy', ownCallbackUrl: ownHere } as const;

  it('is told before the window opens if the login would return to another address', async () => {
    const before = tokenboard.platform.opened.length;
    const request = login('own_app', { accountId: 'elsewhere', window: 'browser' });
    expect(await tokenboard.ask('peaka.logIn', request)).toMatchObject({
      ok: false,
      error: {
        code: 'peaka.redirect_differs',
        details: {
          expected: `${practice.origin}/peaka/oauth2/other`,
          actual: `${practice.origin}/peaka/oauth2/callback`,
        },
      },
    });
    expect(tokenboard.platform.opened.length).toBe(before);
    await staysUnfinished(request.linkId, 'peaka.redirect_differs');
    expect(await inBrowser({ ...request, evenIfRedirectDiffers: true })).toMatchObject({ ok: true });
  });

  it('keeps a callback that never reached Peaka, and sends it again when the user says so', async () => {
    const request = login('own_callback', ownLoopback);
    proxy.lose('POST', '/oauth2', 'request');
    expect(await inBrowser(request)).toMatchObject({ ok: false, error: { code: 'peaka.result_unknown' } });
    await staysUnfinished(request.linkId, 'peaka.result_unknown');
    await tokenboard.get('peaka.passOn', { linkId: request.linkId, passOn: true });
    const view = await viewOf(request.linkId);
    expect(view).toMatchObject({ login: null, link: { state: 'ready' } });
    expect(view?.link.error).toBeUndefined();
    await works(view?.link.peakaId);
  });

  it('does not send a callback twice by itself, because a code works once', async () => {
    const request = login('own_callback', ownLoopback);
    const before = proxy.seen('POST', '/oauth2');
    proxy.lose('POST', '/oauth2', 'response');
    expect(await inBrowser(request)).toMatchObject({ ok: false, error: { code: 'peaka.result_unknown' } });
    expect(proxy.seen('POST', '/oauth2') - before).toBe(1);
    // Peaka had it already, and says so.
    expect(await tokenboard.ask('peaka.passOn', { linkId: request.linkId, passOn: true })).toMatchObject({
      ok: false,
      error: { code: 'peaka.invalid_request' },
    });
    await staysUnfinished(request.linkId, 'peaka.invalid_request');
  });

  it('keeps a link without an ID if the response to the creation was lost', async () => {
    const request = login('peaka_app', { accountId: 'lossy', window: 'browser' });
    proxy.lose('POST', `/connections/${shopFloor}`, 'response');
    expect(await tokenboard.ask('peaka.logIn', request)).toMatchObject({
      ok: false,
      error: { code: 'peaka.result_unknown' },
    });
    expect(await viewOf(request.linkId)).toMatchObject({
      link: { peakaId: '', state: 'unfinished', error: { code: 'peaka.result_unknown' } },
    });
    const { connections } = await tokenboard.get('peaka.connections', { id: 'account-1', projectId: shopFloor });
    expect(connections).toContainEqual(expect.objectContaining({ name: request.name, linkId: null }));
  });

  it('leaves nothing here if Peaka refused the creation', async () => {
    const request = login('own_app', { type: 'nonsense' });
    expect(await tokenboard.ask('peaka.logIn', request)).toMatchObject({
      ok: false,
      error: { code: 'peaka.invalid_request' },
    });
    expect(await viewOf(request.linkId)).toBeUndefined();
  });
});

describe('a form', () => {
  const values = { url: 'db', port: 5432, user: 'u', password: 'hidden', databaseName: 'd', useSsl: true };
  const form = {
    linkId: 'form-1',
    accountId: 'account-1',
    project: { id: shopFloor, name: 'Shop floor' },
    type: 'POSTGRES',
    name: 'Orders',
    values,
  };

  it('creates a connection at Peaka, updates it with what is known here, and says what is missing', async () => {
    const { get, fail } = tokenboard;
    expect(await fail('peaka.createFromForm', { ...form, values: { ...values, password: '' } })).toMatchObject({
      code: 'peaka.values_missing',
      details: { fields: 'password' },
    });
    const { link, secrets } = await get('peaka.createFromForm', form);
    expect(link).toMatchObject({ state: 'ready', values: { port: 5432 } });
    expect(link.values).not.toHaveProperty('password');
    expect(secrets).toEqual(['value:password']);
    await get('peaka.updateForm', { linkId: 'form-1', name: 'Orders 2', values: { port: 5433 } });
    const path = `/connections/${shopFloor}/${link.peakaId}`;
    expect((await peakaOf(practice)('GET', path)).body).toMatchObject({ name: 'Orders 2' });
    expect((await peakaOf(practice)('GET', `${path}/detail`)).body).toMatchObject({ port: 5433, url: 'db' });
    expect(await fail('peaka.createFromForm', { ...form, linkId: 'form-2', name: 'Orders 2' })).toMatchObject({
      code: 'peaka.conflict',
    });
    expect(await viewOf('form-2')).toBeUndefined();
  });
});

interface LossyProxy {
  origin: string;
  server: Server;
  /** The next such request does not arrive, or its response does not. `end`: of the path. */
  lose(method: string, end: string, part: 'request' | 'response'): void;
  /** How many such requests came. */
  seen(method: string, end: string): number;
}

/** Stands before the practice Peaka, and loses what the test names. */
async function startLossyProxy(target: string): Promise<LossyProxy> {
  let next: { method: string; end: string; part: 'request' | 'response' } | undefined;
  const seen: string[] = [];
  const server = createServer((incoming, outgoing) => {
    const { method = '', url = '', headers } = incoming;
    seen.push(`${method} ${url}`);
    const lost = next?.method === method && url.endsWith(next.end) ? next.part : undefined;
    if (lost !== undefined) next = undefined;
    if (lost === 'request') return incoming.resume().once('end', () => outgoing.destroy());
    const passed = httpRequest(
      target + url,
      { method, headers: { ...headers, host: new URL(target).host } },
      (response) => {
        if (lost === 'response') return response.resume().once('end', () => outgoing.destroy());
        outgoing.writeHead(response.statusCode ?? 502, response.headers);
        response.pipe(outgoing);
      },
    );
    incoming.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port
  return {
    origin: `http://127.0.0.1:${port}`,
    server,
    lose: (method, end, part) => {
      next = { method, end, part };
    },
    seen: (method, end) => seen.filter((each) => each.startsWith(`${method} `) && each.endsWith(end)).length,
  };
}
