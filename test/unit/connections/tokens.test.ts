import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cookiesName } from '../../../app/connections/login-cookies.ts';
import { createConnectionStore } from '../../../app/connections/store.ts';
import { ownerOf } from '../../../app/connections/token-owner.ts';
import { createTokens } from '../../../app/connections/tokens.ts';
import type { HttpClient } from '../../../app/http/client.ts';
import { requestText } from '../../../app/http/request-text.ts';
import { createServiceClocks } from '../../../app/oauth/oauth1-clock.ts';
import type { TokenSet } from '../../../app/oauth/token-set.ts';
import type { Connection } from '../../../app/shared/connection/connection.ts';
import { RequestError } from '../../../app/shared/errors.ts';
import { verbatim } from '../../../app/shared/messages/message.ts';
import { createFakePlatform, type Login } from '../../servers/fake-platform.ts';
import { connection } from '../../servers/items.ts';
import { json, type SeenRequest } from '../../servers/token-server.ts';
import { tokenService } from '../oauth/token-service.ts';
import { watchExchanges } from '../oauth/watched-exchanges.ts';
import { sessionVault } from '../vault/session-vault.ts';

const { server, http } = await tokenService();
beforeEach(() => {
  server.requests.length = 0;
  let issued = 0;
  server.respondWith(({ path }) => {
    if (path === '/me') return json({ email: 'ann@example.com' });
    if (path === '/introspect') return json({ active: true });
    issued += 1;
    return json({
      access_token: `access-${issued}`,
      refresh_token: `refresh-${issued}`,
      token_type: 'Bearer',
      expires_in: 3600,
    });
  });
});
afterEach(() => vi.useRealTimers());

const id = 'connection-1';
const ours = (changes: Partial<Connection> = {}) =>
  connection({
    grant: 'password',
    username: 'ann',
    accessTokenUrl: server.url('/token'),
    introspectionUrl: server.url('/introspect'),
    ...changes,
  });
const byBrowser = () => ours({ grant: 'authorization_code', authorizationUrl: server.url('/authorize') });
const typed = { clientSecret: 'hush', password: 'pass word' };
const neverComesBack: Login = () => new Promise(() => undefined);
const asked = (path: string) => server.requests.filter((seen) => seen.path === path);
const tokenAsked = () => asked('/token').map(({ form }) => form.get('refresh_token') ?? form.get('grant_type'));
/** A path of the service that does not respond before the test ends. */
const silentAt = (silent: string) =>
  server.respondWith(({ path }: SeenRequest) =>
    path === silent ? undefined : json({ access_token: 'access-1', refresh_token: 'refresh-1', token_type: 'Bearer' }),
  );

async function setUp(client: HttpClient = http) {
  let content: readonly Connection[] = [];
  const settings = {
    read: () => content,
    save: (next: readonly Connection[]) => {
      content = next;
    },
  };
  const vault = await sessionVault();
  const connections = createConnectionStore(settings, vault);
  const platform = createFakePlatform();
  const changed: string[] = [];
  const stored: string[] = [];
  const elsewhere: { reason: RequestError | undefined } = { reason: undefined };
  const tokens = createTokens({
    connections,
    vault,
    platform,
    http: client,
    practice: { current: () => undefined, ensure: () => Promise.reject(new Error('not asked for')) },
    findPreset: () => undefined,
    clocks: createServiceClocks(),
    redactor: { serviceMessage: (text) => text },
    loginTimeoutMs: () => 5000,
    renewedElsewhere: () => elsewhere.reason,
    onChange: (each) => changed.push(each),
    onStored: (each, { accessToken, refreshedAt }) =>
      void stored.push(`${each} ${accessToken} ${refreshedAt === undefined ? 'login' : 'renewal'}`),
    now: Date.now,
  });
  const keep = (changes: Partial<TokenSet> = {}) => {
    const owner = ownerOf(connections.get(id));
    const tokenSet = {
      accessToken: 'kept',
      refreshToken: 'old',
      tokenType: 'Bearer',
      obtainedAt: 1,
      owner,
      ...changes,
    };
    vault.write(id, 'tokenSet', JSON.stringify(tokenSet));
  };
  return { tokens, connections, vault, platform, changed, stored, elsewhere, keep };
}
const playedTime = () => vi.useFakeTimers({ toFake: ['Date', 'performance', 'setTimeout', 'clearTimeout'] });
const minutes = (count: number) => vi.advanceTimersByTimeAsync(count * 60_000);
/** What would be sent has been sent once this has passed through the server. */
const sentSoFar = async () => {
  await requestText(http, { method: 'GET', url: new URL(server.url('/last')) });
  return tokenAsked();
};

describe('a token that was requested', () => {
  it('is stored, and every change is told', async () => {
    const { tokens, changed } = await setUp();
    await tokens.request(ours(), typed, false);
    expect(tokens.peek(id)).toMatchObject({ accessToken: 'access-1', refreshToken: 'refresh-1' });
    expect(tokens.status(id)).toMatchObject({ status: 'authorized', renewsByItself: true });
    expect(new Set(changed)).toEqual(new Set([id]));
    expect(tokens.peek('another')).toBeUndefined();
  });

  it('shows none of the typed secrets in the console, which lists its request under the connection [37]', async () => {
    const { exchanges, learned, watched } = watchExchanges(http);
    const { tokens } = await setUp(watched);
    await tokens.request(ours(), typed, false);
    expect(learned).toEqual(expect.arrayContaining(['hush', 'pass word']));
    expect(exchanges).toMatchObject([{ kind: 'token', connectionId: id }]);
  });

  it('gets the name of its account afterwards, without the secrets of the login', async () => {
    const { tokens, changed } = await setUp();
    await tokens.request(ours({ accountUrl: server.url('/me') }), typed, false);
    await expect.poll(() => tokens.status(id)).toMatchObject({ account: 'ann@example.com' });
    expect(asked('/me')[0]?.headers.authorization).toBe('Bearer access-1');
    expect(changed.at(-1)).toBe(id);
  });

  it('is renewed before it expires, until the app ends [30]', async () => {
    playedTime();
    const { tokens } = await setUp();
    tokens.keepFresh.start();
    await tokens.request(ours(), typed, false);
    await minutes(57);
    for (let step = 0; step < 30; step += 1) {
      await vi.advanceTimersByTimeAsync(5000);
      // The service responds in real time.
      await expect.poll(() => tokens.status(id)).toMatchObject({ status: 'authorized' });
    }
    expect(tokenAsked()).toEqual(['password', 'refresh-1']);
    expect(tokens.peek(id)?.accessToken).toBe('access-2');
    await tokens.close();
    await minutes(62);
    expect(await sentSoFar()).toHaveLength(2);
  });

  it('is renewed on demand, and after an API refused it', async () => {
    const { tokens } = await setUp();
    await tokens.request(ours(), typed, false);
    expect((await tokens.usableToken(id)).accessToken).toBe('access-1');
    await tokens.renewNow(id);
    expect(tokens.peek(id)?.accessToken).toBe('access-2');
    expect((await tokens.tokenInsteadOf(id, 'access-2'))?.accessToken).toBe('access-3');
    expect(tokenAsked()).toEqual(['password', 'refresh-1', 'refresh-2']);
  });

  it('is checked at the service, which is asked by the connection’s own client', async () => {
    const { tokens } = await setUp();
    await tokens.request(ours(), typed, false);
    expect(await tokens.introspect(id)).toMatchObject({ active: true });
    expect(asked('/introspect').map(({ form }) => form.get('token'))).toEqual(['access-1']);
    expect(asked('/introspect')[0]?.headers.authorization).toBe(`Basic ${btoa('client:hush')}`);
  });
});

describe('a token for another program', () => {
  it('is returned, and leaves the connection with its own', async () => {
    const { tokens, stored } = await setUp();
    await tokens.request(ours({ rememberPassword: true }), typed, false);
    expect(await tokens.requestApart(id)).toMatchObject({ accessToken: 'access-2', refreshToken: 'refresh-2' });
    expect(tokens.peek(id)).toMatchObject({ accessToken: 'access-1', refreshToken: 'refresh-1' });
    expect(stored).toEqual([`${id} access-1 login`]);
  });

  it('is shared with no other login of the connection', async () => {
    const { tokens, connections, platform } = await setUp();
    platform.login = neverComesBack;
    connections.save(byBrowser(), { clientSecret: 'hush' });
    const apart = tokens.requestApart(id);
    await expect.poll(() => platform.openWindows()).toBe(1);
    expect(tokens.status(id)).toMatchObject({ status: 'authorizing', window: 'popup' });
    const running = { code: 'connection.login_running' };
    await expect(tokens.requestApart(id)).rejects.toMatchObject(running);
    await expect(tokens.request(byBrowser(), {}, false)).rejects.toMatchObject(running);
    tokens.cancelRequest(id);
    await expect(apart).rejects.toMatchObject({ code: 'window.cancelled' });
    expect(tokens.status(id)).toEqual({ status: 'unauthorized' });

    const login = tokens.request(byBrowser(), {}, false);
    await expect.poll(() => platform.openWindows()).toBe(1);
    await expect(tokens.requestApart(id)).rejects.toMatchObject(running);
    tokens.cancelRequest(id);
    await expect(login).rejects.toMatchObject({ code: 'window.cancelled' });
  });

  it('needs a connection', async () => {
    const { tokens } = await setUp();
    await expect(tokens.requestApart('gone')).rejects.toMatchObject({ code: 'connection.not_found' });
  });
});

describe('a token that another program renews', () => {
  const reason = new RequestError('peaka.renews_there', verbatim('Peaka renews it.'));

  it('works here until it expires, and is not renewed, however it is asked for [29]', async () => {
    playedTime();
    const { tokens, elsewhere } = await setUp();
    tokens.keepFresh.start();
    await tokens.request(ours(), typed, false);
    elsewhere.reason = reason;
    tokens.renewerChanged(id);
    await minutes(59);
    expect((await tokens.usableToken(id)).accessToken).toBe('access-1');
    expect(tokens.status(id)).toMatchObject({ status: 'authorized', renewsByItself: false });
    await expect(tokens.renewNow(id)).rejects.toBe(reason);
    await expect(tokens.tokenInsteadOf(id, 'access-1')).rejects.toBe(reason);
    await minutes(2);
    expect(() => tokens.usableToken(id)).toThrow(reason);
    expect(tokens.status(id)).toMatchObject({ status: 'needs_login', error: { code: 'peaka.renews_there' } });
    expect(await sentSoFar()).toEqual(['password']);
    elsewhere.reason = undefined;
    tokens.renewerChanged(id);
    await minutes(0);
    await expect.poll(tokenAsked).toEqual(['password', 'refresh-1']);
    await tokens.close();
  });

  it('can be left to that program: the access token stays, and is not renewed here', async () => {
    const { tokens } = await setUp();
    await tokens.request(ours(), typed, false);
    await tokens.dropRefreshToken(id);
    expect(tokens.peek(id)).toMatchObject({ accessToken: 'access-1' });
    expect(tokens.peek(id)).not.toHaveProperty('refreshToken');
    await tokens.close();
  });

  it('is given to that program only after a running renewal ended', async () => {
    const { tokens, stored } = await setUp();
    await tokens.request(ours(), typed, false);
    const renewing = tokens.renewNow(id);
    expect((await tokens.settledToken(id))?.refreshToken).toBe('refresh-2');
    await renewing;
    expect(stored).toEqual([`${id} access-1 login`, `${id} access-2 renewal`]);
  });
});

it('finds no token for a connection that does not exist', async () => {
  const { tokens } = await setUp();
  const gone = expect.objectContaining({ code: 'connection.not_found' });
  expect(() => tokens.usableToken('gone')).toThrow(gone);
  await expect(tokens.renewNow('gone')).rejects.toThrow(gone);
  await expect(tokens.introspect('gone')).rejects.toThrow(gone);
  expect(() => tokens.tokenInsteadOf('gone', 'x')).toThrow(gone);
});

it('keeps the cookies of a login, but not those of a connection that was deleted meanwhile', async () => {
  const { tokens, connections, vault, platform } = await setUp();
  platform.login = neverComesBack;
  const login = tokens.request(byBrowser(), { clientSecret: 'hush' }, false).catch(() => undefined);
  await expect.poll(() => platform.windows).toHaveLength(1);
  const cookie = { name: 'sid', value: 'v', domain: 'example.com', path: '/', secure: true, httpOnly: true } as const;
  const left = [{ ...cookie, sameSite: null, expires: Date.now() }];
  platform.windows[0]?.onCookies?.(left);
  expect(vault.has(id, cookiesName)).toBe(true);
  connections.remove(id);
  platform.windows[0]?.onCookies?.(left);
  expect(vault.has(id, cookiesName)).toBe(false);
  await tokens.close();
  await login;
});

describe('a connection that was deleted or restored', () => {
  it('has its login cancelled, and its windows log out', async () => {
    const { tokens, platform } = await setUp();
    platform.login = neverComesBack;
    const login = tokens.request(byBrowser(), { clientSecret: 'hush' }, false);
    await expect.poll(() => platform.openWindows()).toBe(1);
    tokens.stop(id);
    await expect(login).rejects.toMatchObject({ code: 'window.cancelled' });
    expect(platform.forgotten).toEqual([id]);
  });

  it('does not mind that the windows are gone already', async () => {
    const { tokens, platform } = await setUp();
    platform.forgetSession = () => Promise.reject(new Error('closed'));
    tokens.stop(id);
    await new Promise((resolve) => setImmediate(resolve));
  });

  it('has its token read anew, and the response of a running renewal dropped', async () => {
    const { tokens, connections, keep } = await setUp();
    connections.save(ours(), typed);
    keep();
    silentAt('/token');
    const renewing = tokens.renewNow(id).catch(() => undefined);
    await expect.poll(() => tokens.status(id)).toMatchObject({ status: 'renewing' });
    keep({ accessToken: 'restored' });
    tokens.stop(id);
    expect(tokens.peek(id)?.accessToken).toBe('restored');
    expect(tokens.status(id)).toMatchObject({ status: 'authorized' });
    await renewing;
  });

  it('has the token that it came back with renewed if that is due', async () => {
    const { tokens, connections, keep } = await setUp();
    connections.save(ours(), typed);
    tokens.keepFresh.start();
    keep({ expiresAt: 2 });
    tokens.stop(id);
    await expect.poll(tokenAsked).toEqual(['old']);
    await tokens.close();
  });
});

it('tries again at once after the settings were saved, and shows the old failure no more', async () => {
  const { tokens, connections, keep } = await setUp();
  connections.save(ours(), typed);
  keep({ expiresAt: 2 });
  tokens.keepFresh.start();
  server.respondWith(json({ error: 'invalid_client' }, 401), json({ access_token: 'new', token_type: 'Bearer' }));
  await expect.poll(() => tokens.status(id)).toMatchObject({ status: 'failing' });
  tokens.forgetFailure(id);
  expect(tokens.status(id)).not.toMatchObject({ status: 'failing' });
  await expect.poll(() => tokens.peek(id)?.accessToken).toBe('new');
  await tokens.close();
});

describe('the end of the app', () => {
  it('cancels the login that waits for its user', async () => {
    const { tokens, platform } = await setUp();
    platform.login = neverComesBack;
    const login = tokens.request(byBrowser(), { clientSecret: 'hush' }, false);
    await expect.poll(() => platform.openWindows()).toBe(1);
    await tokens.close();
    await expect(login).rejects.toMatchObject({ code: 'window.cancelled' });
  });

  it('does not wait for a service that was asked about a token', async () => {
    const { tokens } = await setUp();
    silentAt('/introspect');
    await tokens.request(ours(), typed, false);
    const checking = tokens.introspect(id);
    await expect.poll(() => asked('/introspect')).toHaveLength(1);
    await tokens.close();
    await expect(checking).rejects.toMatchObject({ code: 'http.cancelled' });
  });

  it('stores what the disk had no room for', async () => {
    const { tokens, vault } = await setUp();
    await tokens.request(ours(), typed, false);
    const { write } = vault;
    vault.write = () => {
      throw new Error('full');
    };
    await tokens.renewNow(id);
    expect(tokens.status(id)).toMatchObject({ status: 'failing', error: { code: 'vault.unwritable' } });
    vault.write = write;
    await tokens.close();
    expect(JSON.parse(vault.read(id, 'tokenSet') ?? '{}')).toMatchObject({ accessToken: 'access-2' });
  });
});
