import { beforeEach, describe, expect, it } from 'vitest';
import { json } from '../../servers/token-server.ts';
import { atBorder } from '../api/at-border.ts';
import { device, deviceCodeRuns, token } from './device-code-runs.ts';
import { tokenService } from './token-service.ts';
import { rejection } from './token-settings.ts';

const service = await tokenService();
const { server } = service;
const run = deviceCodeRuns(service);
beforeEach(() => {
  server.requests.length = 0;
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
  ])('that is %s is reported by its own error [26]', async (_, response, code) => {
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
