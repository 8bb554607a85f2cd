import { describe, expect, it, vi } from 'vitest';
import type { ConnectionRequest, PeakaClient } from '../../../app/peaka/client.ts';
import type { LogInRequest } from '../../../app/peaka/login-ways.ts';
import { createPeakaLogins } from '../../../app/peaka/logins.ts';
import type { CallbackRequest } from '../../../app/platform/platform.ts';
import { HttpError, PlatformError, RequestError } from '../../../app/shared/errors.ts';
import { verbatim } from '../../../app/shared/messages/message.ts';
import type { PeakaLogin } from '../../../app/shared/peaka/link.ts';
import { createFakePlatform } from '../../servers/fake-platform.ts';
import { directClient, rejection } from '../oauth/token-settings.ts';
import { watchExchanges } from '../oauth/watched-exchanges.ts';
import { access, field, link, memoryLinks, playedPeaka } from './peaka-links.ts';

const own = 'https://own.example/oauth2/mycallback';
const request: LogInRequest = {
  linkId: 'link-1',
  accountId: 'account-1',
  project: { id: 'project-1', name: 'Dashboards' },
  type: 'google_analytics',
  name: 'GA',
  way: 'peaka_app',
  window: 'popup',
  clientId: '',
  clientSecret: '',
  ownCallbackUrl: '',
  values: {},
  evenIfRedirectDiffers: false,
};
const ownApp: LogInRequest = { ...request, way: 'own_app', clientId: 'client-1', clientSecret: 'canary' };
const forwarded: LogInRequest = { ...ownApp, way: 'forwarded', ownCallbackUrl: own };
const ownCallback: LogInRequest = { ...ownApp, way: 'own_callback', ownCallbackUrl: own };

/** The consent page, which returns to Peaka's callback or to the address that was sent along. */
const consent = ({ credential }: ConnectionRequest) => {
  const url = new URL('https://login.example/authorize?state=peaka-state');
  url.searchParams.set('redirect_uri', String(credential?.redirectUrl ?? access.callbackUrl));
  return url.href;
};
const success = '?connectionId=peaka-1?status=success';

function logins(changes: Partial<PeakaClient> = {}) {
  const platform = createFakePlatform();
  /** The user logs in, and Peaka reports success. */
  platform.login = async ({ callbackUrl }) => ({ url: `${callbackUrl}${success}`, method: 'GET' });
  const { links, vault, changes: changed } = memoryLinks();
  const { client, calls } = playedPeaka({
    create: async (_access, _project, sent) => ({ id: 'peaka-1', name: '', type: '', url: consent(sent) }),
    ...changes,
  });
  const { exchanges, learned, watched } = watchExchanges(directClient());
  const steps: (PeakaLogin['step'] | undefined)[] = [];
  const made = createPeakaLogins({
    client,
    accounts: { access: async () => access },
    directory: {
      types: async () => [
        {
          type: 'google_analytics',
          label: 'GA',
          category: '',
          authorizationType: 'oauth2',
          needsLogin: true,
          fields: [field('accessToken', { required: true, isSecret: true }), field('domain', { required: true })],
          documentationUrl: '',
        },
      ],
    },
    links,
    vault,
    http: watched,
    platform,
    loginTimeoutMs: () => 20_000,
    storedError: (error) => error,
    view: (linkId) => ({ link: links.get(linkId), secrets: [], login: made.state(linkId) }),
    onChange: () => {
      const step = made.state('link-1')?.step;
      if (steps.at(-1) !== step) steps.push(step);
    },
    now: () => 17,
  });
  const sent = () => calls.find(([name]) => name === 'create')?.[1] as ConnectionRequest; // what `create` got
  return { ...made, platform, links, vault, calls, exchanges, learned, steps, changed, sent };
}
const values = { domain: 'eu' };
const failing = (code: 'peaka.result_unknown' | 'peaka.not_found' | 'peaka.invalid_request') => async () => {
  throw new RequestError(code, verbatim('no'));
};
/** In the service’s place: returns to the user's own address. */
const answer =
  (query: string) =>
  async ({ callbackUrl }: { callbackUrl: string }): Promise<CallbackRequest> => ({
    url: `${callbackUrl}?${query}`,
    method: 'GET',
  });

describe('a login through Peaka', () => {
  it('creates the connection, shows the consent page and confirms the end', async () => {
    const t = logins();
    const { link: made, login } = await t.logIn(request);
    expect(made).toMatchObject({ state: 'ready', peakaId: 'peaka-1', way: 'peaka_app', name: 'GA', updatedAt: 17 });
    expect(made.error).toBeUndefined();
    expect(login).toBeNull();
    expect(t.steps).toEqual(['creating', 'window_opened', 'waiting_for_login', 'confirming', undefined]);
    expect(t.calls.map(([name]) => name)).toEqual(['create', 'get']);
    const [window] = t.platform.windows;
    expect(window).toMatchObject({ connectionId: 'link-1', freshSession: false, authorizationUrl: consent(request) });
    expect(window?.forward).toBeUndefined();
    expect(t.platform.forgotten).toEqual(['link-1']);
  });

  it('sends a callback with a random segment, and nothing of the user’s app with Peaka’s', async () => {
    const [one, two] = [logins(), logins()];
    await Promise.all([one.logIn(request), two.logIn({ ...request, clientId: 'left over', clientSecret: 'x' })]);
    for (const t of [one, two]) {
      const { connectionCallback = '', ...sent } = t.sent();
      expect(sent).toEqual({ name: 'GA', type: 'google_analytics' });
      expect(connectionCallback).toMatch(/^https:\/\/www\.peakboard\.com\/oauth2-callback\/peaka\/[\w-]{22}$/);
      expect(t.platform.windows[0]?.callbackUrl).toBe(connectionCallback);
    }
    expect(one.sent().connectionCallback).not.toBe(two.sent().connectionCallback);
    expect(two.links.get('link-1')).toMatchObject({ clientId: '' });
    expect(two.vault.stored.size).toBe(0);
  });

  it('sends the user’s app, whose client secret is in the vault only [37]', async () => {
    const t = logins();
    const { link: made } = await t.logIn({ ...ownApp, values });
    expect(t.sent()).toMatchObject({ credential: { domain: 'eu', clientId: 'client-1', clientSecret: 'canary' } });
    expect(t.sent().credential).not.toHaveProperty('redirectUrl');
    expect(made).toMatchObject({ clientId: 'client-1', values });
    expect(JSON.stringify(made)).not.toContain('canary');
    expect(t.vault.read('link-1', 'clientSecret')).toBe('canary');
  });

  it('has its window forward the user’s own address to Peaka', async () => {
    const t = logins();
    const { link: made } = await t.logIn({ ...forwarded, values });
    expect(t.sent()).toMatchObject({ credential: { redirectUrl: own } });
    expect(t.sent().connectionCallback).toBeDefined();
    expect(t.platform.windows[0]?.forward).toEqual({ from: own, to: access.callbackUrl });
    expect(made).toMatchObject({ ownCallbackUrl: own, state: 'ready' });
  });

  it('hands Peaka the query of the own callback as it came, with a state that is not checked', async () => {
    const t = logins();
    const query = 'state=%7b"a":1%7D&code=4%2f0A+b&scope=a&scope=b';
    t.platform.login = answer(query);
    await t.logIn({ ...ownCallback, values });
    expect(t.sent()).not.toHaveProperty('connectionCallback');
    expect(t.platform.windows[0]).toMatchObject({ callbackUrl: own, forward: undefined });
    expect(t.calls.map(([name, given]) => [name, given])).toMatchObject([
      ['create', expect.anything()],
      ['passCallback', query],
      ['get', 'peaka-1'],
    ]);
    expect(t.links.get('link-1').state).toBe('ready');
  });

  it('tells the console the state of the consent page before the page opens [37]', async () => {
    const t = logins();
    t.platform.login = async () => {
      expect(t.learned).toContain('peaka-state');
      throw new PlatformError('window.closed', verbatim('Closed.'));
    };
    await rejection(t.logIn(request));
    expect.assertions(1);
  });

  it('runs once for each link, and the second caller waits for the same end [24]', async () => {
    const t = logins();
    const [one, two] = await Promise.all([t.logIn(request), t.logIn(request)]);
    expect(one).toEqual(two);
    expect(t.calls.filter(([name]) => name === 'create')).toHaveLength(1);
    expect(await rejection(t.logIn(request))).toMatchObject({ code: 'input.invalid' });
    expect(t.links.get('link-1').state).toBe('ready');
  });
});

describe('what is checked before Peaka is asked', () => {
  it.each([
    ['the client of the own app', { ...ownApp, clientId: '', clientSecret: '', values }, 'clientId, clientSecret'],
    ['the own callback URL', { ...ownCallback, ownCallbackUrl: '', values }, 'ownCallbackUrl'],
    ['a required field that the login does not fill', ownApp, 'domain'],
  ])('is %s', async (_name, given, fields) => {
    const t = logins();
    expect(await rejection(t.logIn(given))).toMatchObject({ code: 'peaka.values_missing', details: { fields } });
    expect(t.calls).toEqual([]);
    expect(t.links.list()).toEqual([]);
  });

  it.each([
    ['no URL', { ...ownCallback, ownCallbackUrl: 'own.example' }],
    ['plain http elsewhere', { ...ownCallback, ownCallbackUrl: 'http://own.example/cb' }],
    ['another scheme for forwarding', { ...forwarded, ownCallbackUrl: 'com.example.app:/cb' }],
    ['another scheme in the system browser', { ...ownCallback, window: 'browser' as const, ownCallbackUrl: 'app:/cb' }],
    ['Peaka’s own, forwarded to itself', { ...forwarded, ownCallbackUrl: access.callbackUrl }],
  ])('is the own callback URL: %s', async (_name, given) => {
    const t = logins();
    expect(await rejection(t.logIn({ ...given, values }))).toMatchObject({
      code: 'input.invalid',
      details: { field: 'ownCallbackUrl' },
    });
    expect(t.links.list()).toEqual([]);
  });

  it.each([
    ['none', undefined],
    ['plain http', 'http://login.example/'],
    ['another scheme', 'javascript:alert(1)'],
  ])('is the consent page: %s [7]', async (_name, url) => {
    const t = logins({ create: async () => ({ id: 'peaka-1', name: '', type: '', url }) });
    expect(await rejection(t.logIn(request))).toMatchObject({ code: 'peaka.no_consent_url' });
    expect(t.platform.windows).toEqual([]);
    expect(t.links.get('link-1')).toMatchObject({ state: 'unfinished', peakaId: 'peaka-1' });
  });

  it.each([
    ['own_app', { ...ownApp, values }, access.callbackUrl],
    ['forwarded', { ...forwarded, values }, own],
    ['own_callback', { ...ownCallback, values }, own],
  ])('is the redirect URI of the consent page against the registered one (%s)', async (_way, given, expected) => {
    const actual = `${expected}/`;
    const url = `https://login.example/?redirect_uri=${encodeURIComponent(actual)}`;
    const t = logins({ create: async () => ({ id: 'peaka-1', name: '', type: '', url }) });
    expect(await rejection(t.logIn(given))).toMatchObject({
      code: 'peaka.redirect_differs',
      details: { expected, actual },
    });
    expect(t.platform.windows).toEqual([]);
    expect(t.links.get('link-1').error?.code).toBe('peaka.redirect_differs');
    // The user goes on: what the first attempt left at Peaka is deleted.
    t.platform.login = given.way === 'own_callback' ? answer('code=1') : t.platform.login;
    await t.logIn({ ...given, evenIfRedirectDiffers: true });
    expect(t.calls.map(([name]) => name).slice(0, 3)).toEqual(['create', 'remove', 'create']);
    expect(t.links.get('link-1').state).toBe('ready');
  });

  it('is no redirect URI of Peaka’s own app, or of a page that names none', async () => {
    const other = 'https://login.example/?redirect_uri=https://other.example/';
    await logins({ create: async () => ({ id: 'peaka-1', name: '', type: '', url: other }) }).logIn(request);
    const none = 'https://login.example/?client_id=1';
    await logins({ create: async () => ({ id: 'peaka-1', name: '', type: '', url: none }) }).logIn({
      ...ownApp,
      values,
    });
  });
});

describe('a login that fails', () => {
  const ended = async (t: ReturnType<typeof logins>, given: LogInRequest = request) => {
    const error = await rejection(t.logIn(given));
    expect(t.state('link-1')).toBeNull();
    return error;
  };

  it.each([
    ['fail', '?connectionId=peaka-1&status=fail', 'peaka.login_failed'],
    ['another connection', '?connectionId=peaka-2&status=success', 'peaka.wrong_connection'],
    ['a parameter twice', '?connectionId=peaka-1&status=fail&status=success', 'callback.duplicate_parameter'],
  ])('leaves an unfinished link with its error: %s', async (_name, query, code) => {
    const t = logins();
    t.platform.login = async ({ callbackUrl }) => ({ url: `${callbackUrl}${query}`, method: 'GET' });
    expect(await ended(t)).toMatchObject({ code });
    expect(t.links.get('link-1')).toMatchObject({ state: 'unfinished', peakaId: 'peaka-1', error: { code } });
    expect(t.calls.map(([name]) => name)).toEqual(['create']);
  });

  it.each(['window.closed', 'window.timeout', 'window.load_failed'] as const)(
    'leaves an unfinished link with its error: %s [24]',
    async (code) => {
      const t = logins();
      t.platform.login = async () => {
        throw new PlatformError(code, verbatim('x'));
      };
      expect(await ended(t)).toMatchObject({ code });
      expect(t.links.get('link-1')).toMatchObject({ state: 'unfinished', error: { code } });
    },
  );

  it('tells the error page at which the user closed the window', async () => {
    const t = logins();
    t.platform.login = async ({ onErrorPage }) => {
      onErrorPage?.({ host: 'login.example', serviceMessage: 'invalid_client' });
      expect(t.state('link-1')?.errorPage).toMatchObject({ serviceMessage: 'invalid_client' });
      throw new PlatformError('window.closed', verbatim('x'));
    };
    expect(await ended(t)).toMatchObject({ code: 'window.error_page' });
    expect(t.links.get('link-1').error).toMatchObject({ code: 'window.error_page' });
  });

  it('shows a page that refuses the window, or asks for a sign-in that the window cannot do', async () => {
    const t = logins();
    t.platform.login = async ({ onRefused, onExchange }) => {
      onRefused?.({ host: 'login.example' });
      const responseHeaders = { 'www-authenticate': 'Negotiate' };
      onExchange?.({
        at: 1,
        method: 'GET',
        url: 'https://sso.example/',
        requestHeaders: {},
        status: 401,
        responseHeaders,
      });
      expect(t.state('link-1')).toMatchObject({
        refused: { host: 'login.example' },
        signInPrompt: { host: 'sso.example', scheme: 'Negotiate' },
      });
      throw new PlatformError('window.closed', verbatim('x'));
    };
    expect(await ended(t)).toMatchObject({ code: 'window.closed' });
    expect(t.exchanges).toMatchObject([{ kind: 'window', error: 'window.sign_in_prompt' }]);
  });

  it('is unconfirmed if the connection is not there although Peaka reported success', async () => {
    const t = logins({ get: failing('peaka.not_found') });
    expect(await ended(t)).toMatchObject({ code: 'peaka.login_unconfirmed' });
    expect(t.links.get('link-1').error?.code).toBe('peaka.login_unconfirmed');
    const other = logins({ get: async () => ({ id: 'peaka-2', name: '', type: '', url: undefined }) });
    expect(await ended(other)).toMatchObject({ code: 'peaka.login_unconfirmed' });
  });

  it('leaves nothing here if Peaka refused to create the connection', async () => {
    const t = logins({ create: failing('peaka.invalid_request') });
    expect(await ended(t, { ...ownApp, values })).toMatchObject({ code: 'peaka.invalid_request' });
    expect(t.links.list()).toEqual([]);
    expect(t.vault.stored.size).toBe(0);
  });

  it('stays known without an ID if Peaka may have created the connection', async () => {
    const t = logins({ create: failing('peaka.result_unknown') });
    expect(await ended(t)).toMatchObject({ code: 'peaka.result_unknown' });
    expect(t.links.get('link-1')).toMatchObject({
      state: 'unfinished',
      peakaId: '',
      error: { code: 'peaka.result_unknown' },
    });
  });

  it('is started again only after what it left at Peaka is deleted, or gone', async () => {
    const t = logins({ remove: failing('peaka.not_found') });
    t.links.put(link({ state: 'unfinished', peakaId: 'peaka-0' }));
    await t.logIn(request);
    expect(t.calls.map(([name, given]) => [name, given])).toMatchObject([
      ['remove', 'peaka-0'],
      ['create', {}],
      ['get', 'peaka-1'],
    ]);
    const down = logins({
      remove: async () => {
        throw new HttpError('http.offline', verbatim('x'));
      },
    });
    down.links.put(link({ state: 'unfinished', peakaId: 'peaka-0' }));
    expect(await ended(down)).toMatchObject({ code: 'http.offline' });
    expect(down.links.get('link-1').peakaId).toBe('peaka-0');
    expect(down.calls.map(([name]) => name)).toEqual(['remove']);
  });
});

describe('a cancelled login', () => {
  it('leaves nothing if Peaka was not asked yet', async () => {
    const t = logins();
    const waiting = rejection(t.logIn(request));
    t.cancel('link-1');
    expect(await waiting).toMatchObject({ code: 'window.cancelled' });
    expect(t.links.list()).toEqual([]);
    expect(t.calls).toEqual([]);
  });

  it('stays known, and learns the ID of what Peaka still created', async () => {
    const created = Promise.withResolvers<{ id: string; name: string; type: string; url: undefined }>();
    const t = logins({ create: () => created.promise });
    const waiting = rejection(t.logIn(request));
    await expect.poll(() => t.calls.length).toBe(1);
    t.cancel('link-1');
    expect(await waiting).toMatchObject({ code: 'window.cancelled' });
    expect(t.links.get('link-1')).toMatchObject({ peakaId: '', error: { code: 'window.cancelled' } });
    created.resolve({ id: 'peaka-9', name: '', type: '', url: undefined });
    await expect.poll(() => t.links.get('link-1').peakaId).toBe('peaka-9');
  });

  it('deletes at Peaka what nothing here knows any more, and forgets a link that Peaka refused', async () => {
    const created = Promise.withResolvers<{ id: string; name: string; type: string; url: undefined }>();
    const t = logins({ create: () => created.promise });
    const waiting = rejection(t.logIn(request));
    await expect.poll(() => t.calls.length).toBe(1);
    t.cancel('link-1');
    await waiting;
    t.links.remove('link-1');
    created.resolve({ id: 'peaka-9', name: '', type: '', url: undefined });
    await expect.poll(() => t.calls.at(-1)).toEqual(['remove', 'peaka-9']);

    const refused = Promise.withResolvers<never>();
    const other = logins({ create: () => refused.promise });
    const second = rejection(other.logIn(request));
    await expect.poll(() => other.calls.length).toBe(1);
    other.cancel('link-1');
    await second;
    refused.reject(new RequestError('peaka.invalid_request', verbatim('no')));
    await expect.poll(() => other.links.list()).toEqual([]);
  });

  it('closes its window, and so does the end of the app [24]', async () => {
    for (const end of ['cancel', 'close'] as const) {
      const t = logins();
      t.platform.login = () => new Promise(() => undefined);
      const waiting = rejection(t.logIn(request));
      await expect.poll(() => t.platform.openWindows()).toBe(1);
      t.showWindow('link-1');
      expect(t.platform.shown).toEqual(['link-1']);
      t[end]('link-1');
      expect(await waiting).toMatchObject({ code: 'window.cancelled' });
      expect(t.platform.openWindows()).toBe(0);
      expect(t.links.get('link-1')).toMatchObject({ peakaId: 'peaka-1', error: { code: 'window.cancelled' } });
    }
  });
});

describe('a login in the system browser', () => {
  const browser = { window: 'browser' as const, values };
  /** The page that the browser is sent to, and what follows. */
  const visit = (url: string) => fetch(url, { redirect: 'manual' });

  it('returns to a loopback port with a random segment, and can be opened again', async () => {
    const t = logins();
    const waiting = t.logIn({ ...request, ...browser });
    await expect.poll(() => t.state('link-1')?.step).toBe('waiting_for_login');
    const { connectionCallback = '' } = t.sent();
    expect(connectionCallback).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/peaka\/[\w-]{22}$/);
    await t.openAgain('link-1');
    expect(t.platform.opened).toEqual([consent(request), consent(request)]);
    expect((await visit(`${connectionCallback}${success}`)).status).toBe(200);
    expect((await waiting).link.state).toBe('ready');
    expect(await rejection(t.openAgain('link-1'))).toMatchObject({ code: 'peaka.no_login' });
    expect(await rejection(visit(connectionCallback))).toMatchObject({ cause: { code: 'ECONNREFUSED' } });
  });

  it('forwards an own loopback address with 307, and frees both ports', async () => {
    const t = logins();
    const waiting = t.logIn({ ...forwarded, ...browser, ownCallbackUrl: 'http://127.0.0.1/own' });
    await expect.poll(() => t.state('link-1')?.step).toBe('waiting_for_login');
    const from = String(t.sent().credential?.redirectUrl);
    expect(from).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/own$/);
    const response = await visit(`${from}?code=4%2fA+b&state=s`);
    expect([response.status, response.headers.get('location')]).toEqual([
      307,
      `${access.callbackUrl}?code=4%2fA+b&state=s`,
    ]);
    await visit(`${t.sent().connectionCallback}${success}`);
    expect((await waiting).link).toMatchObject({ state: 'ready', ownCallbackUrl: 'http://127.0.0.1/own' });
    expect(await rejection(visit(from))).toMatchObject({ cause: { code: 'ECONNREFUSED' } });
    expect(t.exchanges.map(({ status }) => status)).toContain(307);
  });

  it('only waits where the user’s own server forwards', async () => {
    const t = logins();
    const waiting = t.logIn({ ...forwarded, ...browser });
    await expect.poll(() => t.state('link-1')?.step).toBe('waiting_for_login');
    expect(t.sent().credential?.redirectUrl).toBe(own);
    await visit(`${t.sent().connectionCallback}${success}`);
    expect((await waiting).link.state).toBe('ready');
  });

  it('hands on the query of an own loopback address, raw', async () => {
    const t = logins();
    const waiting = t.logIn({ ...ownCallback, ...browser, ownCallbackUrl: 'http://127.0.0.1/own' });
    await expect.poll(() => t.state('link-1')?.step).toBe('waiting_for_login');
    await visit(`${t.sent().credential?.redirectUrl}?state=a%2fb&code=4+x`);
    await waiting;
    expect(t.calls).toContainEqual(['passCallback', 'state=a%2fb&code=4+x']);
  });

  it('waits for the user to paste any other own callback', async () => {
    const t = logins();
    const waiting = t.logIn({ ...ownCallback, ...browser });
    await expect.poll(() => t.state('link-1')?.waitsForPaste).toBe(true);
    expect(() => t.paste('link-1', 'https://elsewhere.example/?code=1')).toThrow(
      expect.objectContaining({ code: 'input.invalid' }),
    );
    t.paste('link-1', ` ${own}?code=4%2f&state=s `);
    await waiting;
    expect(t.calls).toContainEqual(['passCallback', 'code=4%2f&state=s']);
  });

  it('leaves nothing if the port cannot be had', async () => {
    const t = logins();
    const blocker = logins();
    const blocked = blocker.logIn({ ...ownCallback, ...browser, ownCallbackUrl: 'http://127.0.0.1/own' });
    await expect.poll(() => blocker.state('link-1')?.step).toBe('waiting_for_login');
    const taken = String(blocker.sent().credential?.redirectUrl);
    for (const way of [ownCallback, forwarded])
      expect(await rejection(t.logIn({ ...way, ...browser, ownCallbackUrl: taken }))).toMatchObject({
        code: 'callback.port_in_use',
      });
    expect(t.links.list()).toEqual([]);
    expect(t.calls).toEqual([]);
    blocker.cancel('link-1');
    await rejection(blocked);
  });
});

describe('a refusal of the service at the own callback', () => {
  const query = 'error=access_denied&error_description=No&state=s';
  const refused = async (changes: Partial<PeakaClient> = {}) => {
    const t = logins(changes);
    t.platform.login = answer(query);
    const end = rejection(t.logIn({ ...ownCallback, values }));
    await expect.poll(() => t.state('link-1')?.step).toBe('service_refused');
    expect(t.state('link-1')?.refusal).toEqual({ serviceMessage: 'access_denied: No' });
    return { ...t, end };
  };

  it('is shown, and not passed on if the user does not want it', async () => {
    const t = await refused();
    await t.passOn('link-1', false);
    expect(await t.end).toMatchObject({ code: 'peaka.service_refused', serviceMessage: 'access_denied: No' });
    expect(t.calls.map(([name]) => name)).toEqual(['create']);
    expect(t.links.get('link-1').error?.code).toBe('peaka.service_refused');
    expect(await rejection(t.passOn('link-1', true))).toMatchObject({ code: 'peaka.no_login' });
  });

  it('is passed on as it came, and the login has failed whatever Peaka responds', async () => {
    const t = await refused();
    await t.passOn('link-1', true);
    expect(await t.end).toMatchObject({ code: 'peaka.login_failed', serviceMessage: 'access_denied: No' });
    expect(t.calls).toContainEqual(['passCallback', query]);
    const other = await refused({ passCallback: failing('peaka.invalid_request') });
    await other.passOn('link-1', true);
    expect(await other.end).toMatchObject({ code: 'peaka.invalid_request' });
    expect(other.links.get('link-1')).toMatchObject({ state: 'unfinished', error: { code: 'peaka.invalid_request' } });
  });

  it('can be cancelled instead [24]', async () => {
    const t = await refused();
    t.cancel('link-1');
    expect(await t.end).toMatchObject({ code: 'window.cancelled' });
  });
});

describe('a callback whose response was lost', () => {
  const lost = async (second: () => Promise<{ id: string }>, error = failing('peaka.result_unknown')) => {
    const passCallback = vi.fn<PeakaClient['passCallback']>().mockImplementationOnce(error).mockImplementation(second);
    const t = logins({ passCallback });
    t.platform.login = answer('code=c%2f&state=s');
    const first = await rejection(t.logIn({ ...ownCallback, values }));
    return { ...t, first };
  };

  it('is kept and sent again, to the byte, only when the user says so', async () => {
    const t = await lost(async () => ({ id: 'peaka-1' }));
    expect(t.first).toMatchObject({ code: 'peaka.result_unknown' });
    expect(t.links.get('link-1')).toMatchObject({ state: 'unfinished', error: { code: 'peaka.result_unknown' } });
    expect(JSON.stringify(t.links.list())).not.toContain('code=c');
    await t.passOn('link-1', true);
    expect(t.calls.filter(([name]) => name === 'passCallback').map(([, given]) => given)).toEqual([
      'code=c%2f&state=s',
      'code=c%2f&state=s',
    ]);
    expect(t.links.get('link-1')).toMatchObject({ state: 'ready', error: undefined });
    expect(await rejection(t.passOn('link-1', true))).toMatchObject({ code: 'peaka.no_login' });
  });

  it('is kept again if it is lost again, and forgotten once Peaka refuses it', async () => {
    const t = await lost(failing('peaka.result_unknown'));
    expect(await rejection(t.passOn('link-1', true))).toMatchObject({ code: 'peaka.result_unknown' });
    expect(await rejection(t.passOn('link-1', true))).toMatchObject({ code: 'peaka.result_unknown' });
    const used = await lost(failing('peaka.invalid_request'));
    expect(await rejection(used.passOn('link-1', true))).toMatchObject({ code: 'peaka.invalid_request' });
    expect(used.links.get('link-1').error?.code).toBe('peaka.invalid_request');
    expect(await rejection(used.passOn('link-1', true))).toMatchObject({ code: 'peaka.no_login' });
  });

  it('is kept if Peaka was not reached at all', async () => {
    const t = await lost(
      async () => ({ id: 'peaka-1' }),
      async () => {
        throw new HttpError('http.refused', verbatim('x'));
      },
    );
    expect(t.first).toMatchObject({ code: 'http.refused' });
    await t.passOn('link-1', true);
    expect(t.links.get('link-1').state).toBe('ready');
  });

  it('is forgotten if the user gives up', async () => {
    const t = await lost(async () => ({ id: 'peaka-1' }));
    await t.passOn('link-1', false);
    expect(await rejection(t.passOn('link-1', true))).toMatchObject({ code: 'peaka.no_login' });
  });

  it('belongs to another login if Peaka names another connection [54]', async () => {
    const t = logins({ passCallback: async () => ({ id: 'peaka-2' }) });
    t.platform.login = answer('code=c');
    expect(await rejection(t.logIn({ ...ownCallback, values }))).toMatchObject({ code: 'peaka.wrong_connection' });
    expect(t.links.get('link-1').error?.code).toBe('peaka.wrong_connection');
  });
});
