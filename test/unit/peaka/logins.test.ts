import { describe, expect, it } from 'vitest';
import { PlatformError } from '../../../app/shared/errors.ts';
import { verbatim } from '../../../app/shared/messages/message.ts';
import { rejection } from '../oauth/token-settings.ts';
import { access } from './peaka-links.ts';
import { answer, consent, forwarded, logins, own, ownApp, ownCallback, request, values } from './peaka-logins.ts';

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
