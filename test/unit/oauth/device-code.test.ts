import { beforeEach, describe, expect, it } from 'vitest';
import { requestDeviceCodeToken, type Wait } from '../../../app/oauth/device-code.ts';
import { json, type Script } from '../../servers/token-server.ts';
import { device, deviceCodeRuns, start, token } from './device-code-runs.ts';
import { tokenService } from './token-service.ts';
import { oauth2Settings, rejection } from './token-settings.ts';

const service = await tokenService();
const { server, http } = service;
const run = deviceCodeRuns(service);
beforeEach(() => {
  server.requests.length = 0;
});

const pending = json({ error: 'authorization_pending' }, 400);
const dropped: Script = (_, response) => {
  response.destroy();
  return undefined;
};

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
