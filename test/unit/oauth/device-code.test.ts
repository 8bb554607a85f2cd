import { beforeEach, describe, expect, it } from 'vitest';
import { requestDeviceCodeToken, type Wait } from '../../../app/oauth/device-code.ts';
import type { DeviceLogin, OAuth2Settings } from '../../../app/oauth/settings.ts';
import { json, type Script } from '../../servers/token-server.ts';
import { atBorder } from '../api/at-border.ts';
import { tokenService } from './token-service.ts';
import { oauth2Settings, rejection } from './token-settings.ts';

const { server, http } = await tokenService();
beforeEach(() => {
  server.requests.length = 0;
});

const start = 1_800_000_000_000;
const device = {
  device_code: 'secret-device-code',
  user_code: 'WDJB-MJHT',
  verification_uri: 'https://login.example.com/device',
  verification_uri_complete: 'https://login.example.com/device?user_code=WDJB-MJHT',
  expires_in: 1800,
  interval: 7,
};
const pending = json({ error: 'authorization_pending' }, 400);
const token = json({ access_token: 'at', token_type: 'Bearer', refresh_token: 'rt', expires_in: 60 });
const dropped: Script = (_, response) => {
  response.destroy();
  return undefined;
};

/** A run with a clock that only waiting moves. */
function run(settings: Partial<OAuth2Settings> = {}, changes: { wait?: Wait; signal?: AbortSignal } = {}) {
  const waits: number[] = [];
  const steps: string[] = [];
  const logins: DeviceLogin[] = [];
  let now = start;
  const wait: Wait = async (ms) => {
    waits.push(ms / 1000);
    now += ms;
  };
  const promise = requestDeviceCodeToken(
    oauth2Settings(server.url(), { deviceAuthorizationUrl: server.url('/device'), ...settings }),
    {
      http,
      signal: changes.signal ?? new AbortController().signal,
      now: () => now,
      onStep: (step) => steps.push(step),
      onDeviceLogin: (login) => {
        // The code is there before the step that shows it.
        expect(steps).toEqual([]);
        logins.push(login);
      },
    },
    changes.wait ?? wait,
  );
  return { promise, waits, steps, logins };
}

describe('the device code grant', () => {
  it('shows the code and asks until somebody has logged in (RFC 8628 §3.1 to §3.5)', async () => {
    server.respondWith(json(device), pending, pending, token);
    const { promise, waits, steps, logins } = run({
      scopes: ['read', 'offline_access'],
      extraAuthorizationParameters: { audience: 'api' },
      extraTokenParameters: { resource: 'r' },
    });
    expect(await promise).toMatchObject({ accessToken: 'at', refreshToken: 'rt' });
    expect(logins).toEqual([
      {
        userCode: 'WDJB-MJHT',
        verificationUri: 'https://login.example.com/device',
        verificationUriComplete: 'https://login.example.com/device?user_code=WDJB-MJHT',
        expiresAt: start + 1_800_000,
      },
    ]);
    expect(steps).toEqual(['device_code_received', 'waiting_for_login', 'token_received']);
    expect(waits).toEqual([7, 7, 7]);
    const [first, ...polls] = server.requests;
    expect([first?.path, Object.fromEntries(first?.form ?? [])]).toEqual([
      '/device',
      { scope: 'read offline_access', audience: 'api' },
    ]);
    expect(polls).toHaveLength(3);
    for (const poll of polls) {
      expect(poll.path).toBe('/token');
      expect(Object.fromEntries(poll.form)).toEqual({
        grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
        device_code: 'secret-device-code',
        resource: 'r',
      });
    }
  });

  it.each([
    ['basic', 'Basic Y2xpZW50OnRvcC1zZWNyZXQ=', {}],
    ['basic_raw', 'Basic Y2xpZW50OnRvcC1zZWNyZXQ=', {}],
    ['body', undefined, { client_id: 'client', client_secret: 'top-secret' }],
    ['none', undefined, { client_id: 'client' }],
  ] as const)('authenticates the client by %s at both endpoints [32]', async (clientAuthentication, header, fields) => {
    for (const tokenRequestFormat of ['form', 'json'] as const) {
      server.requests.length = 0;
      server.respondWith(json(device), token);
      await run({ clientAuthentication, tokenRequestFormat }).promise;
      expect(server.requests.map((seen) => seen.headers.authorization)).toEqual([header, header]);
      for (const { body } of server.requests) {
        const sent: unknown =
          tokenRequestFormat === 'json' ? JSON.parse(body) : Object.fromEntries(new URLSearchParams(body));
        expect(sent).toMatchObject(fields);
        expect(Object.keys(sent as object).includes('client_id')).toBe('client_id' in fields); // parsed from an object
      }
    }
  });

  it('asks every 5 seconds where the service does not say, and takes what older services call otherwise', async () => {
    const { interval: _, expires_in: __, verification_uri: page, verification_uri_complete: ___, ...rest } = device;
    server.respondWith(json({ ...rest, verification_url: page, expires_in: '600', interval: null }), pending, token);
    const { promise, waits, logins } = run();
    await promise;
    expect(waits).toEqual([5, 5]);
    expect(logins[0]).toEqual({ userCode: 'WDJB-MJHT', verificationUri: page, expiresAt: start + 600_000 });
  });

  it.each([
    [0, 1],
    ['3', 3],
    [-2, 5],
    ['soon', 5],
    [100_000, 300],
  ])('with an interval of %j asks every %i seconds', async (interval, expected) => {
    server.respondWith(json({ ...device, interval }), token);
    const { promise, waits } = run();
    await promise;
    expect(waits).toEqual([expected]);
  });

  it('asks 5 seconds less often after each slow_down, for good', async () => {
    const slow = json({ error: 'slow_down' }, 400);
    // GitHub says it with status 200.
    server.respondWith(
      json(device),
      pending,
      slow,
      pending,
      json({ error: 'slow_down', interval: 17 }),
      pending,
      token,
    );
    const { promise, waits } = run();
    await promise;
    expect(waits).toEqual([7, 7, 12, 12, 17, 17]);
  });

  it('waits as long as Retry-After says [31]', async () => {
    server.respondWith(
      json(device),
      json({}, 503, { 'retry-after': '40' }),
      json({}, 429, { 'retry-after': '90' }),
      token,
    );
    const { promise, waits } = run();
    await promise;
    expect(waits).toEqual([7, 40, 90]);
  });

  it('asks ever less often while the service cannot be reached, and as before once it responds [31]', async () => {
    server.respondWith(json(device), dropped, { status: 502 }, dropped, dropped, dropped, pending, token);
    const { promise, waits } = run();
    await promise;
    expect(waits).toEqual([7, 14, 28, 56, 60, 60, 7]);
  });

  it.each([
    [json({ error: 'access_denied' }, 400), 'device.access_denied'],
    [json({ error: 'authorization_declined' }, 400), 'device.access_denied'],
    [json({ error: 'expired_token', error_description: 'Too late.' }, 400), 'device.expired'],
    [json({ error: 'expired_token' }), 'device.expired'],
    [json({ error: 'invalid_grant' }, 400), 'device.code_refused'],
    [json({ error: 'invalid_client' }, 401), 'token.invalid_client'],
    [json({ error: 'unsupported_grant_type' }, 400), 'token.unsupported_grant_type'],
    [json({ token_type: 'Bearer' }), 'token.no_access_token'],
  ])('ends at once when the service responds with %j: %s', async (response, code) => {
    server.respondWith(json(device), pending, response);
    const { promise, steps } = run();
    expect(await rejection(promise)).toMatchObject({ code });
    expect(server.requests).toHaveLength(3);
    expect(steps).not.toContain('token_received');
  });

  it.each([
    ['expired_token', 'device.expired'],
    ['access_denied', 'device.access_denied'],
    ['invalid_grant', 'device.code_refused'],
  ])('passes on what the service says with %s', async (error, code) => {
    server.respondWith(json(device), json({ error, error_description: 'Too bad' }, 400));
    expect(await rejection(run().promise)).toMatchObject({ code, serviceMessage: `${error}: Too bad` });
  });

  it('names where and with which status it was refused', async () => {
    const { host } = new URL(server.url());
    for (const error of ['access_denied', 'invalid_grant']) {
      server.respondWith(json(device), json({ error }, 400));
      expect(await rejection(run().promise)).toMatchObject({ details: { host, status: 400 } });
    }
  });

  it('ends with the error of a wait that nobody cancelled', async () => {
    server.respondWith(json(device), token);
    const wait: Wait = () => Promise.reject(new Error('no timer'));
    expect(await rejection(run({}, { wait }).promise)).toMatchObject({ message: 'no timer' });
  });

  it('asks no more where the cancel comes just as the wait ends [24]', async () => {
    server.respondWith(json(device), token);
    const controller = new AbortController();
    const wait: Wait = async () => controller.abort();
    expect(await rejection(run({}, { wait, signal: controller.signal }).promise)).toMatchObject({
      code: 'http.cancelled',
    });
    expect(server.requests).toHaveLength(1);
  });

  it('ends when the code has expired, without asking once more', async () => {
    server.respondWith(json({ ...device, expires_in: 20 }), pending);
    const { promise, waits } = run();
    expect(await rejection(promise)).toMatchObject({ code: 'device.expired' });
    expect(waits).toEqual([7, 7, 6]);
    expect(server.requests).toHaveLength(3);
  });

  it('is cancelled while it waits, and asks no more [24]', async () => {
    server.respondWith(json(device), pending);
    const controller = new AbortController();
    const { promise } = run(
      {},
      {
        signal: controller.signal,
        wait: (_ms, signal) =>
          new Promise((_resolve, reject) => {
            signal.addEventListener('abort', () => reject(signal.reason), { once: true });
            controller.abort();
          }),
      },
    );
    expect(await rejection(promise)).toMatchObject({ code: 'http.cancelled' });
    expect(server.requests).toHaveLength(1);
  });

  it('is cancelled while it really waits, without a wait given to it [24]', async () => {
    server.respondWith(json(device));
    const controller = new AbortController();
    const promise = requestDeviceCodeToken(
      oauth2Settings(server.url(), { deviceAuthorizationUrl: server.url('/device') }),
      {
        http,
        signal: controller.signal,
        now: Date.now,
        onStep: (step) => step === 'waiting_for_login' && queueMicrotask(() => controller.abort()),
        onDeviceLogin: () => undefined,
      },
    );
    expect(await rejection(promise)).toMatchObject({ code: 'http.cancelled' });
    expect(server.requests).toHaveLength(1);
  });

  it('is cancelled while it asks [24]', async () => {
    const controller = new AbortController();
    server.respondWith(json(device), () => {
      controller.abort();
      return undefined;
    });
    expect(await rejection(run({}, { signal: controller.signal }).promise)).toMatchObject({ code: 'http.cancelled' });
  });
});

describe('the response with the code', () => {
  it.each([
    ['a page', { status: 200, headers: { 'content-type': 'text/html' }, body: '<html></html>' }, 'device.no_code'],
    ['no code', json({ user_code: 'A', verification_uri: 'https://x.example' }), 'device.no_code'],
    ['a list', json([device]), 'device.no_code'],
    ['nothing there', { status: 404, body: '<html></html>' }, 'device.wrong_address'],
    ['a redirect', { status: 302, headers: { location: '/elsewhere' } }, 'device.wrong_address'],
    ['a script', json({ ...device, verification_uri: 'javascript:alert(1)' }), 'device.unsafe_page'],
    ['plain http', json({ ...device, verification_uri: 'http://login.example.com/' }), 'device.unsafe_page'],
    [
      'a page with a login',
      json({ ...device, verification_uri: 'https://a:b@login.example.com/' }),
      'device.unsafe_page',
    ],
    ['a refusal', json({ error: 'unauthorized_client' }, 400), 'token.unauthorized_client'],
    ['a refusal called success', json({ error: 'device_flow_disabled' }), 'token.error_in_200'],
    [
      'a wrong secret',
      json({ error: 'invalid_client', error_description: 'not top-secret' }, 401),
      'token.invalid_client',
    ],
    ['a busy service', json({}, 503), 'token.server_error'],
    ['a code with our secret', json({ ...device, user_code: 'WDJB-top-secret' }), 'device.no_code'],
    [
      'a page with our secret',
      json({ ...device, verification_uri: 'https://login.example.com/top%2Dsecret' }),
      'device.no_code',
    ],
  ])('that is %s has an error of its own [26]', async (_, response, code) => {
    server.respondWith(response);
    const error = await rejection(run().promise);
    expect(error).toMatchObject({ code });
    expect(JSON.stringify(atBorder('top-secret').report(error))).not.toContain('top-secret');
    expect(server.requests.map((seen) => seen.path)).toEqual(['/device']);
  });

  it('is shown without control characters, and leaves out a second page that is not safe [36]', async () => {
    server.respondWith(
      json({ ...device, user_code: 'AB\u202eCD\u0000', verification_uri_complete: 'file:///etc/passwd' }),
      token,
    );
    const { promise, logins } = run();
    await promise;
    expect(logins[0]?.userCode).toBe('ABCD');
    expect(logins[0]).not.toHaveProperty('verificationUriComplete');
  });

  it.each([
    ['a second page with our secret', { verification_uri_complete: 'https://login.example.com/top%2Dsecret' }],
    ['a second page with a user name', { verification_uri_complete: 'https://a@login.example.com/' }],
    ['a second page with a password', { verification_uri_complete: 'https://:b@login.example.com/' }],
    ['a second page that is too long', { verification_uri_complete: `https://login.example.com/${'a'.repeat(2000)}` }],
  ])('is shown without %s [36]', async (_, changes) => {
    server.respondWith(json({ ...device, ...changes }), token);
    const { promise, logins } = run();
    await promise;
    expect(logins[0]).not.toHaveProperty('verificationUriComplete');
  });

  it.each([
    ['a text', '10', 10],
    ['blanks', ' ', 5],
    ['nothing', null, 5],
    ['yes', true, 5],
    ['a list', [10], 5],
    ['less than a second', 0, 1],
    ['an hour', 3600, 300],
    ['less than nothing', -7, 5],
  ])('is asked for as often as %s of seconds says', async (_, interval, expected) => {
    server.respondWith(json({ ...device, interval }), token);
    const { promise, waits } = run();
    await promise;
    expect(waits).toEqual([expected]);
  });

  it('says what the service said, and where', async () => {
    const host = new URL(server.url()).host;
    for (const [response, expected] of [
      [
        { status: 405, body: '' },
        { code: 'device.wrong_address', details: { host, status: 405 } },
      ],
      [
        { status: 300, body: '' },
        { code: 'device.wrong_address', details: { host, status: 300 } },
      ],
      [json({ error: 'invalid_scope' }, 404), { serviceMessage: 'invalid_scope' }],
      [json({ user_code: 'A' }), { code: 'device.no_code', details: { host, status: 200 } }],
      [{ status: 400, body: 'Not here, friend' }, { serviceMessage: 'Not here, friend' }],
      [json({ ...device, user_code: 'top-secret' }), { code: 'device.no_code', details: { host } }],
      [
        json({ ...device, verification_uri: undefined, verification_url: 'http://a.example/' }),
        { code: 'device.unsafe_page', serviceMessage: 'http://a.example/', details: { host } },
      ],
      [
        json({ ...device, verification_uri: undefined }),
        { code: 'device.unsafe_page', serviceMessage: undefined, details: { host } },
      ],
    ] as const) {
      server.respondWith(response);
      expect(await rejection(run().promise)).toMatchObject(expected);
    }
  });

  it('is asked for only over https, and not with parameters that are ours [25]', async () => {
    for (const [changes, code] of [
      [{ deviceAuthorizationUrl: 'http://login.example.com/device' }, 'http.insecure_url'],
      [{ deviceAuthorizationUrl: undefined }, 'http.invalid_url'],
      [{ accessTokenUrl: 'http://login.example.com/token' }, 'http.insecure_url'],
      [{ extraAuthorizationParameters: { client_id: 'x' } }, 'token.reserved_parameter'],
      [{ extraAuthorizationParameters: { client_secret: 'x' } }, 'token.reserved_parameter'],
      [{ extraAuthorizationParameters: { grant_type: 'x' } }, 'token.reserved_parameter'],
      [{ extraTokenParameters: { device_code: 'x' } }, 'token.reserved_parameter'],
    ] as const)
      expect(await rejection(run(changes).promise)).toMatchObject({ code });
    expect(server.requests).toHaveLength(0);
  });
});
