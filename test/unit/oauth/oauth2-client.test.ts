import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { HttpClient } from '../../../app/http/client.ts';
import { requestTokenByCode } from '../../../app/oauth/oauth2-client.ts';
import { requestPasswordToken } from '../../../app/oauth/password.ts';
import { json, startTokenServer, type TokenServer } from '../../servers/token-server.ts';
import { atBorder } from '../api/at-border.ts';
import { directClient, oauth2Settings, rejection } from './token-settings.ts';

let server: TokenServer;
let http: HttpClient;
const token = json({ access_token: 'at', token_type: 'Bearer' });

beforeAll(async () => {
  server = await startTokenServer();
  http = directClient();
});
afterAll(async () => {
  await http.close();
  await server.close();
});
beforeEach(() => {
  server.requests.length = 0;
  server.respondWith(token);
});

const context = (changes = {}) => ({ http, now: Date.now, ...changes });
const exchange = (settings = {}, changes = {}, url = server.url()) =>
  requestTokenByCode(
    oauth2Settings(url, settings),
    { code: 'the-code', redirectUri: 'https://example.com/cb/?a=1&b=ü', codeVerifier: 'v'.repeat(43), extra: {} },
    context(changes),
  );
const last = () => server.requests.at(-1);

describe('client authentication', () => {
  it('form-encodes ID and secret before Basic [32]', async () => {
    await exchange({ clientId: 'id:with colon', clientSecret: 'p%+/=&ss! ~*()\'"' });
    const header = last()?.headers.authorization ?? '';
    expect(Buffer.from(header.replace('Basic ', ''), 'base64').toString()).toBe(
      'id%3Awith+colon:p%25%2B%2F%3D%26ss%21+~%2A%28%29%27%22',
    );
    expect(last()?.form.has('client_id')).toBe(false);
    expect(last()?.form.has('client_secret')).toBe(false);
  });

  it('sends ID and secret in the body when asked to, and no Basic [32]', async () => {
    await exchange({ clientAuthentication: 'body', clientSecret: 'a&b=c' });
    expect(last()?.headers.authorization).toBeUndefined();
    expect(last()?.form.get('client_id')).toBe('client');
    expect(last()?.form.get('client_secret')).toBe('a&b=c');
  });

  it.each([
    ['none is chosen', { clientAuthentication: 'none' as const }],
    ['the secret is empty', { clientAuthentication: 'body' as const, clientSecret: '' }],
    ['there is no secret', { clientAuthentication: 'basic' as const, clientSecret: undefined }],
  ])('sends the ID alone, once, and no empty secret when %s [32]', async (_, settings) => {
    await exchange(settings);
    expect(last()?.headers.authorization).toBeUndefined();
    expect(last()?.form.getAll('client_id')).toEqual(['client']);
    expect(last()?.body).not.toContain('secret');
  });

  it('says which character is the trouble without quoting the secret [37]', async () => {
    const error = await rejection(exchange({ clientSecret: 'canary-secret\n' }));
    expect(error).toMatchObject({ code: 'token.client_characters' });
    expect(String(error.message)).not.toContain('canary');
    expect(server.requests).toHaveLength(0);
  });
});

describe('the token request', () => {
  it('sends redirect URI, code and verifier as they are [15]', async () => {
    await exchange();
    expect(last()?.method).toBe('POST');
    expect(last()?.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(Object.fromEntries(last()?.form ?? [])).toEqual({
      grant_type: 'authorization_code',
      code: 'the-code',
      redirect_uri: 'https://example.com/cb/?a=1&b=ü',
      code_verifier: 'v'.repeat(43),
    });
  });

  it.each(['/tenant/oauth2/token?api-version=1&x=%2F', '//token', '/a//b/../c', '/'])(
    'asks exactly the address that was configured: %s',
    async (path) => {
      await exchange({}, {}, server.url(path));
      const { pathname, search } = new URL(server.url(path));
      expect(last()?.path).toBe(pathname + search);
    },
  );

  it.each(['http://tokens.example.com/token', 'ftp://example.com/', 'http://127.0.0.1.evil.example/token'])(
    'sends no secret to %s [25]',
    async (url) => {
      expect(await rejection(exchange({}, {}, url))).toMatchObject({ code: 'http.insecure_url' });
    },
  );

  it.each(['', 'token', 'https://user:pw@example.com/token'])('refuses "%s" as address [25]', async (url) => {
    expect(await rejection(exchange({}, {}, url))).toMatchObject({ code: 'http.invalid_url' });
  });

  it('is never sent on by a redirect [25]', async () => {
    server.respondWith({ status: 307, headers: { location: server.url('/elsewhere') } });
    expect(await rejection(exchange())).toMatchObject({ code: 'token.redirected' });
    expect(server.requests.map((request) => request.path)).toEqual(['/token']);
  });

  it('ends when the service does not respond in time [25]', async () => {
    server.respondWith(() => undefined);
    expect(await rejection(exchange({}, { timeoutMs: 50 }))).toMatchObject({ code: 'http.timeout' });
  });

  it('ends when the service stops in the middle of its response [25]', async () => {
    server.respondWith((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"access_token":');
      return undefined;
    });
    expect(await rejection(exchange({}, { timeoutMs: 100 }))).toMatchObject({ code: 'http.timeout' });
  });

  it('reads no more than 1 MiB [25]', async () => {
    server.respondWith({ body: Buffer.alloc(1024 * 1024 + 1, 0x20) });
    expect(await rejection(exchange())).toMatchObject({ code: 'http.too_large' });
    server.respondWith({
      body: Buffer.concat([Buffer.from('{"access_token":"x"}'), Buffer.alloc(1024 * 1024 - 20, 0x20)]),
    });
    expect(await exchange()).toMatchObject({ tokenSet: { accessToken: 'x' } });
  });

  it('can be cancelled, before and while it runs', async () => {
    const before = AbortSignal.abort();
    expect(await rejection(exchange({}, { signal: before }))).toMatchObject({ code: 'http.cancelled' });
    const controller = new AbortController();
    server.respondWith(() => {
      controller.abort();
      return undefined;
    });
    expect(await rejection(exchange({}, { signal: controller.signal }))).toMatchObject({ code: 'http.cancelled' });
  });

  it('tells a broken connection and a closed port from a refusal', async () => {
    server.respondWith((_, response) => {
      response.destroy();
      return undefined;
    });
    expect(await rejection(exchange())).toMatchObject({ code: 'http.interrupted' });
    const closed = await startTokenServer();
    await closed.close();
    expect(await rejection(exchange({}, {}, closed.url()))).toMatchObject({ code: 'http.refused' });
  });
});

describe('what leaves with an error', () => {
  it('shows no secret of the request in the window, also when the service echoes it or breaks off [37]', async () => {
    const { report, learning } = atBorder('canary-secret');
    const secrets = ['canary-secret', 'the-code', 'v'.repeat(43)];
    const scripts = [
      json({ error: 'invalid_grant', error_description: `bad ${secrets.join(' ')}` }, 400),
      { status: 500, headers: { 'content-type': 'text/html' }, body: `<title>${secrets.join(' ')}</title>` },
      { status: 200, body: secrets.join(' ') },
      () => undefined,
    ];
    for (const script of scripts) {
      server.respondWith(script);
      const changes = { timeoutMs: 100, http: learning(http) };
      const error = await rejection(exchange({ clientSecret: 'canary-secret' }, changes));
      // What a service says is masked at the border; nothing else of an error has any of it.
      const everything = JSON.stringify([error.message, error.stack, error.cause, error.details, report(error)]);
      for (const secret of secrets) expect(everything).not.toContain(secret);
    }
  });

  it('says nothing of its own to the terminal, even with DEBUG=* [37]', async () => {
    const script = `
      import { requestPasswordToken } from './app/oauth/password.ts';
      import { directClient, oauth2Settings } from './test/unit/oauth/token-settings.ts';
      const settings = oauth2Settings(process.argv[1], { clientSecret: 'canary-secret' });
      const login = { username: 'u', password: 'canary-password' };
      await requestPasswordToken(settings, login, { http: directClient(), now: Date.now });
      console.log('done');
    `;
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '-e', script, server.url()],
      { env: { ...process.env, DEBUG: '*', DEBUG_COLORS: '0' } },
    );
    expect(stdout).toBe('done\n');
    expect(server.requests).toHaveLength(1);
    expect(stderr).not.toContain('canary');
    expect(stderr).not.toContain('simple-oauth2');
    expect(stderr).not.toContain(Buffer.from('client:canary-secret').toString('base64'));
  }, 30_000);
});

describe('the password grant', () => {
  const login = { username: 'ann', password: 'pass word&' };

  it('sends user name, password and scopes (RFC 6749 §4.3.2)', async () => {
    const steps: string[] = [];
    const settings = oauth2Settings(server.url(), {
      scopes: ['read', 'write'],
      extraTokenParameters: { audience: 'api' },
    });
    await requestPasswordToken(settings, login, context({ onStep: (step: string) => steps.push(step) }));
    expect(Object.fromEntries(last()?.form ?? [])).toEqual({
      grant_type: 'password',
      username: 'ann',
      password: 'pass word&',
      scope: 'read write',
      audience: 'api',
    });
    expect(steps).toEqual(['token_received']);
  });

  it('calls a refused login what it is: a wrong user name or password', async () => {
    server.respondWith(json({ error: 'invalid_grant', error_description: 'no pass word&' }, 400));
    const { report, learning } = atBorder();
    const asked = context({ http: learning(http) });
    const error = await rejection(requestPasswordToken(oauth2Settings(server.url()), login, asked));
    expect(report(error)).toMatchObject({ code: 'token.wrong_password', serviceMessage: 'invalid_grant: no ••••' });
  });

  it('refuses extra parameters that would replace its own, and names them', async () => {
    for (const name of ['password', 'grant_type', 'client_id', 'scope']) {
      const settings = oauth2Settings(server.url(), { scopes: ['read'], extraTokenParameters: { [name]: 'x' } });
      expect(await rejection(requestPasswordToken(settings, login, context()))).toMatchObject({
        code: 'token.reserved_parameter',
        details: { parameter: name },
      });
    }
    expect(server.requests).toHaveLength(0);
  });
});
