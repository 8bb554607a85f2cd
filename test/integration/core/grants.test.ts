import { beforeEach, describe, expect, it } from 'vitest';
import type { Connection } from '../../../app/shared/connection/connection.ts';
import { PlatformError } from '../../../app/shared/errors.ts';
import { verbatim } from '../../../app/shared/messages/message.ts';
import type { StartedApp } from '../../servers/start-app.ts';
import { json } from '../../servers/token-server.ts';
import { connectionTo, quickLogin, resourceAt, type Service, startAppAndServices } from './service.ts';

// What a connection does with each way to a token beside the usual login in a window.
let tokenboard: StartedApp;
let service: Service;
beforeEach(async () => {
  const started = await startAppAndServices();
  ({ service, tokenboard } = started);
  tokenboard.platform.login = quickLogin;
  return started.stop;
});

const draft = (changes: Partial<Connection> = {}, freshSession = false) => ({
  connection: connectionTo(service, changes),
  secrets: { clientSecret: 'hush' },
  freshSession,
});
const statusNow = async () => (await tokenboard.get('connections.list', {}))[0]?.status;
const stepsSeen = () =>
  tokenboard.platform.sent.flatMap(({ event, payload }) =>
    event === 'connections.changed' ? JSON.parse(JSON.stringify(payload)).views : [],
  );

describe('client credentials', () => {
  const client = { grant: 'client_credentials', callbackUrl: '', authorizationUrl: '' } as const;

  it('get a token without a window, know their account, and renew by asking again', async () => {
    const { get, platform } = tokenboard;
    service.routes['/me'] = (seen) =>
      json({ name: seen.headers.authorization === 'Bearer first' ? 'robot' : 'nobody' });
    const response = (name: string) => {
      service.valid.add(name);
      return json({ access_token: name, token_type: 'bearer', expires_in: 0 });
    };
    service.tokenResponses.push(response('first'), response('second'));
    const view = await get('connections.requestToken', draft({ ...client, accountUrl: `${service.origin}/me` }));
    expect(view.status).toMatchObject({
      status: 'authorized',
      renewsByItself: true,
      hasRefreshToken: false,
    });
    await expect.poll(statusNow).toMatchObject({ account: 'robot' });
    expect(platform.windows).toEqual([]);
    await get('resources.save', { resource: resourceAt(service), secrets: {} });
    expect(await get('resources.run', { id: 'resource-1' })).toMatchObject({ status: 200 });
    expect(service.asked('/token').map((seen) => seen.form.get('grant_type'))).toEqual([
      'client_credentials',
      'client_credentials',
    ]);
    expect(service.asked('/data')[0]?.headers.authorization).toBe('Bearer second');
    // Who it is was asked once, and is still known.
    expect(service.asked('/me')).toHaveLength(1);
    expect(await statusNow()).toMatchObject({ account: 'robot', refreshedAt: expect.any(Number) });
  });

  it('tell nobody whom they belong to at a host that only a response named [42]', async () => {
    const { get } = tokenboard;
    service.routes['/me'] = () => json({ name: 'robot' });
    service.tokenResponses.push(json({ access_token: 'first', token_type: 'bearer', home: service.origin }));
    const captured = { capturedValues: { home: 'token:/home' }, accountUrl: '{home}/me' };
    await get('connections.requestToken', draft({ ...client, ...captured, hosts: ['api.example.com'] }));
    service.tokenResponses.push(json({ access_token: 'second', token_type: 'bearer', home: service.origin }));
    await get('connections.requestToken', draft({ ...client, ...captured, hosts: ['{home}'] }));
    await expect.poll(statusNow).toMatchObject({ account: 'robot' });
    expect(service.asked('/me').map((seen) => seen.headers.authorization)).toEqual(['Bearer second']);
  });

  it('want a client secret before anything is asked', async () => {
    const error = await tokenboard.fail('connections.requestToken', { ...draft(client), secrets: {} });
    expect(error).toMatchObject({ code: 'connection.invalid', details: { field: 'clientSecret' } });
    expect(service.server.requests).toEqual([]);
  });
});

it('shows the code of a device login while it waits, and opens no window', async () => {
  const { get, ask, platform } = tokenboard;
  service.routes['/device'] = () =>
    json({
      device_code: 'the-device-code',
      user_code: 'WDJB-MJHT',
      verification_uri: 'https://example.com/device',
      expires_in: 600,
      interval: 0,
    });
  let finish = false;
  service.routes['/device-token'] = () =>
    finish
      ? json({ access_token: 'of-the-device', token_type: 'bearer', expires_in: 3600 })
      : json({ error: 'authorization_pending' }, 400);
  const urls = { deviceAuthorizationUrl: `${service.origin}/device`, accessTokenUrl: `${service.origin}/device-token` };
  const asking = ask(
    'connections.requestToken',
    draft({ grant: 'device_code', callbackUrl: '', authorizationUrl: '', ...urls }),
  );
  await expect.poll(statusNow).toMatchObject({
    status: 'authorizing',
    window: 'none',
    step: 'waiting_for_login',
    device: { userCode: 'WDJB-MJHT', verificationUri: 'https://example.com/device', expiresAt: expect.any(Number) },
  });
  expect(JSON.stringify(stepsSeen())).not.toContain('the-device-code');
  finish = true;
  expect(await asking).toMatchObject({ ok: true, value: { status: { status: 'authorized' } } });
  expect(platform.windows).toEqual([]);
  expect(await get('secrets.reveal', { owner: 'connection-1', name: 'accessToken' })).toEqual({
    value: 'of-the-device',
  });
});

describe('the system browser with a callback URL elsewhere', () => {
  const browser = { window: 'browser' } as const;
  const opened = async () => {
    await expect.poll(() => tokenboard.platform.opened.length).toBe(1);
    await expect.poll(statusNow).toMatchObject({ status: 'authorizing', window: 'browser', waitsForPaste: true });
    return new URL(tokenboard.platform.opened[0] ?? '').searchParams.get('state') ?? '';
  };

  it('waits for the URL that the user pastes, refuses another one and goes on waiting', async () => {
    const { get, ask, fail } = tokenboard;
    const asking = ask('connections.requestToken', draft(browser));
    const state = await opened();
    const paste = (url: string) => ({ id: 'connection-1', url });
    for (const wrong of ['', 'https://evil.example/?code=1', 'https://www.peakboard.com/oauth2-callback/'])
      expect(await fail('connections.pasteCallback', paste(wrong))).toMatchObject({
        code: 'input.invalid',
        details: { field: 'url' },
      });
    expect(await statusNow()).toMatchObject({ waitsForPaste: true });
    await get(
      'connections.pasteCallback',
      paste(` https://www.peakboard.com/oauth2-callback/?code=c&state=${state}\n`),
    );
    expect(await asking).toMatchObject({ ok: true, value: { status: { status: 'authorized' } } });
    expect(service.asked('/token')[0]?.form.get('redirect_uri')).toBe('https://www.peakboard.com/oauth2-callback/');
    // Nobody waits any more.
    await get('connections.pasteCallback', paste('anything'));
  });

  it('does not take a response to another login [19]', async () => {
    const { get, ask } = tokenboard;
    const asking = ask('connections.requestToken', draft(browser));
    await opened();
    const url = 'https://www.peakboard.com/oauth2-callback/?code=c&state=of-another-login';
    await get('connections.pasteCallback', { id: 'connection-1', url });
    expect(await asking).toMatchObject({ ok: false, error: { code: 'callback.state_mismatch' } });
    expect(service.asked('/token')).toEqual([]);
  });
});

describe('whose login it is', () => {
  it('asks for an empty session where the connection says so, or once to log in as someone else [2]', async () => {
    const { get, platform } = tokenboard;
    await get('connections.requestToken', draft());
    await get('connections.requestToken', draft({}, true));
    await get('connections.requestToken', draft({ session: 'fresh' }));
    expect(platform.windows.map((window) => window.freshSession)).toEqual([false, true, true]);
  });

  it('copies a connection with every setting, and without its token: for another account [2]', async () => {
    const { get, platform } = tokenboard;
    const settings = {
      session: 'fresh',
      capturedValues: { realmId: 'callback:realmId' },
      tokenPlacement: { in: 'header', name: 'X-Token', prefix: '' },
      apiHeaders: { 'X-Version': '1' },
      variables: { tenant: 'acme' },
    } as const;
    const { connection } = await get('connections.requestToken', draft(settings));
    const copy = await get('connections.duplicate', { id: 'connection-1' });
    expect(copy.connection).toEqual({ ...connection, id: copy.connection.id, name: 'Service copy' });
    expect(copy).toMatchObject({ status: { status: 'unauthorized' }, secrets: ['clientSecret'] });

    const other = { connection: copy.connection, secrets: {}, freshSession: false };
    await get('connections.requestToken', other);
    // Side by side: each its own window session and its own token.
    expect(new Set(platform.windows.map((window) => window.connectionId)).size).toBe(2);
    const tokens = ['connection-1', copy.connection.id].map((owner) =>
      get('secrets.reveal', { owner, name: 'accessToken' }),
    );
    expect(await Promise.all(tokens)).toEqual([{ value: 'access-token-1' }, { value: 'access-token-2' }]);
  });
});

it('says that the login page asks for a sign-in that the window cannot do, until it shows another page [59]', async () => {
  const { ask, get, platform } = tokenboard;
  const page = (status: number, responseHeaders: Record<string, string[]>) => ({
    ...{ at: Date.now(), method: 'GET', url: 'https://adfs.example.com/adfs/oauth2/authorize', requestHeaders: {} },
    ...{ status, responseHeaders },
  });
  const another = Promise.withResolvers<void>();
  const login = Promise.withResolvers<void>();
  platform.login = async (window) => {
    window.onExchange?.(page(401, { 'WWW-Authenticate': ['Negotiate', 'NTLM'] }));
    await another.promise;
    window.onExchange?.(page(200, {}));
    await login.promise;
    return quickLogin(window);
  };
  const asking = ask('connections.requestToken', draft());
  await expect.poll(statusNow).toMatchObject({
    status: 'authorizing',
    signInPrompt: { host: 'adfs.example.com', scheme: 'Negotiate' },
  });
  another.resolve();
  await expect.poll(statusNow).not.toHaveProperty('signInPrompt');
  login.resolve();
  expect(await asking).toMatchObject({ ok: true });
  await expect
    .poll(async () => (await get('console.list', { limit: 50 })).exchanges.map(({ kind, error }) => [kind, error]))
    .toContainEqual(['window', 'window.sign_in_prompt']);
});

const keycloakError = {
  host: 'sso.example.com',
  serviceMessage: 'Invalid parameter: redirect_uri hush',
  status: 400,
};

it('shows the words of an error page while the window is open, without a secret [51]', async () => {
  const { ask, platform } = tokenboard;
  const another = Promise.withResolvers<void>();
  const login = Promise.withResolvers<void>();
  platform.login = async (window) => {
    window.onErrorPage?.(keycloakError);
    await another.promise;
    window.onErrorPage?.(undefined);
    await login.promise;
    return quickLogin(window);
  };
  const asking = ask('connections.requestToken', draft());
  await expect.poll(statusNow).toMatchObject({
    status: 'authorizing',
    errorPage: {
      code: 'window.error_page',
      serviceMessage: 'Invalid parameter: redirect_uri ••••',
      details: { host: 'sso.example.com', status: 400 },
    },
  });
  another.resolve();
  await expect.poll(statusNow).not.toHaveProperty('errorPage');
  login.resolve();
  expect(await asking).toMatchObject({ ok: true });
});

it('tells what the service said when the user closes the window at its error page', async () => {
  const { ask, platform } = tokenboard;
  platform.login = async (window) => {
    window.onErrorPage?.(keycloakError);
    throw new PlatformError('window.closed', verbatim('The login window was closed before the login was done.'));
  };
  expect(await ask('connections.requestToken', draft())).toMatchObject({
    ok: false,
    error: { code: 'window.error_page', serviceMessage: expect.stringContaining('Invalid parameter: redirect_uri') },
  });
});

it('opens a login in the system browser again and copies its link, as long as it waits', async () => {
  const { ask, get, platform } = tokenboard;
  const asking = ask('connections.requestToken', draft({ window: 'browser', callbackUrl: 'http://127.0.0.1/cb' }));
  await expect.poll(statusNow).toMatchObject({ step: 'waiting_for_login', window: 'browser' });
  const [first] = platform.opened;
  const { id } = draft().connection;
  expect(await get('connections.loginLink', { id })).toEqual({ url: first });
  await get('connections.openLoginAgain', { id });
  expect(platform.opened).toEqual([first, first]);
  expect(JSON.stringify(platform.sent)).not.toContain('code_challenge');
  await get('connections.cancelRequest', { id });
  expect(await asking).toMatchObject({ ok: false, error: { code: 'window.cancelled' } });
  expect(await ask('connections.loginLink', { id })).toMatchObject({ error: { code: 'connection.no_login' } });
});

it('says that the window met a page that refuses it, and goes on waiting for the login', async () => {
  const { ask, get, platform } = tokenboard;
  let goOn: () => void = () => undefined;
  const waiting = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  platform.login = async (window) => {
    window.onRefused?.({ host: 'accounts.google.com' });
    await waiting;
    return quickLogin(window);
  };
  const asking = ask('connections.requestToken', draft());
  await expect.poll(statusNow).toMatchObject({
    status: 'authorizing',
    refused: { host: 'accounts.google.com' },
  });
  goOn();
  expect(await asking).toMatchObject({ ok: true });
  // A later login starts without it.
  platform.login = async (window) => {
    expect(await statusNow()).not.toHaveProperty('refused');
    return quickLogin(window);
  };
  await get('connections.requestToken', draft());
});
