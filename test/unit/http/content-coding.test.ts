import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { unpackStart } from '../../../app/console/unpack.ts';
import { createHttpClient } from '../../../app/http/client.ts';
import type { RawExchange } from '../../../app/http/exchanges.ts';
import { requestText } from '../../../app/http/request-text.ts';
import { requestAccount } from '../../../app/oauth/account.ts';
import { requestDeviceAuthorization } from '../../../app/oauth/device-authorization.ts';
import { discoverService } from '../../../app/oauth/discovery.ts';
import { introspectToken } from '../../../app/oauth/introspect.ts';
import { requestOAuth1Token } from '../../../app/oauth/oauth1.ts';
import { requestTokenByCode } from '../../../app/oauth/oauth2-client.ts';
import { refreshToken } from '../../../app/oauth/refresh.ts';
import { revokeToken } from '../../../app/oauth/revoke.ts';
import { startRawServer } from '../../servers/raw-server.ts';
import { startTokenServer } from '../../servers/token-server.ts';
import { grantContext, oauth1Settings, oauth2Settings, rejection } from '../oauth/token-settings.ts';

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});
function kept<Value extends { close(): Promise<unknown> }>(value: Value): Value {
  ends.push(() => value.close());
  return value;
}
const client = () => kept(createHttpClient({ resolveProxy: async () => 'DIRECT', environment: {} }));
const get = (origin: string, limits = {}) => requestText(client(), { method: 'GET', url: new URL(origin), ...limits });

const data = Buffer.from('[{"id":1}]');
const head = (encoding: string, more = '') => `HTTP/1.1 200 OK\r\nContent-Encoding: ${encoding}\r\n${more}\r\n`;
const whole = (encoding: string, body: Buffer) =>
  Buffer.concat([Buffer.from(head(encoding, `Content-Length: ${body.length}\r\n`)), body]);

describe('a body', () => {
  it.each([
    ['gzip', gzipSync(data)],
    ['X-GZIP', gzipSync(data)],
    ['br', brotliCompressSync(data)],
    ['deflate', deflateSync(data)],
    // As IIS and some Java servers send it.
    ['deflate', deflateRawSync(data)],
    ['gzip, deflate', deflateSync(gzipSync(data))],
    ['identity', data],
    // No coding at all: what servers write there by mistake.
    ['none', data],
    ['utf-8', data],
    ['None', data],
    ['', data],
    ['none, gzip', gzipSync(data)],
  ])('packed as "%s" is read, and kept for the console as it came', async (encoding, packed) => {
    const server = kept(await startRawServer(whole(encoding, packed)));
    const exchanges: RawExchange[] = [];
    const http = {
      ...client(),
      exchanges: {
        begin: () => 0,
        record: (exchange: RawExchange) => exchanges.push(exchange),
        learn: () => undefined,
      },
    };
    const { text } = await requestText(http, { method: 'GET', url: new URL(server.origin) });
    expect(text).toBe(data.toString());
    expect(exchanges[0]?.responseBody).toEqual(packed);
    expect(unpackStart(packed, encoding)).toEqual(data);
  });

  it.each(['gzip', 'br', 'deflate'])('that is empty is empty, though it is called %s', async (encoding) => {
    for (const response of [
      `HTTP/1.1 204 No Content\r\nContent-Encoding: ${encoding}\r\n\r\n`,
      head(encoding, 'Content-Length: 0\r\n'),
      `${head(encoding, 'Transfer-Encoding: chunked\r\n')}0\r\n\r\n`,
    ]) {
      const server = kept(await startRawServer(response));
      expect((await get(server.origin)).text).toBe('');
    }
    expect(unpackStart(Buffer.alloc(0), encoding)).toEqual(Buffer.alloc(0));
  });

  it.each([
    ['gzip', gzipSync(data)],
    ['br', brotliCompressSync(data)],
    ['deflate', deflateSync(data)],
    ['deflate', deflateRawSync(data)],
  ])('by %s is whole where the server closes behind its end without announcing it', async (encoding, packed) => {
    for (const [more, start] of [
      ['Transfer-Encoding: chunked\r\n', Buffer.concat([Buffer.from(`${packed.length.toString(16)}\r\n`), packed])],
      ['Content-Length: 4096\r\n', packed],
    ] as const) {
      const bytes = Buffer.concat([Buffer.from(head(encoding, more)), start]);
      for (const afterwards of ['end', 'reset'] as const) {
        const server = kept(await startRawServer(bytes, { afterwards }));
        // A reset may overtake the bytes themselves: then nothing came, and the connection says so.
        const read = await get(server.origin).then(
          ({ text }) => text,
          ({ code }) => code,
        );
        expect(afterwards === 'reset' ? [data.toString(), 'http.interrupted'] : [data.toString()]).toContain(read);
      }
    }
  });

  it('that stops before its end is interrupted', async () => {
    const packed = gzipSync(Buffer.alloc(100_000, 'x'));
    const bytes = Buffer.concat([Buffer.from(head('gzip', 'Content-Length: 4096\r\n')), packed.subarray(0, 60)]);
    const server = kept(await startRawServer(bytes, { afterwards: 'end' }));
    expect(await rejection(get(server.origin))).toMatchObject({
      code: 'http.interrupted',
      message: expect.stringContaining('was interrupted'),
    });
  });

  it('that is damaged is called so', async () => {
    const packed = gzipSync(data);
    packed[12] = (packed[12] ?? 0) ^ 0xff;
    const server = kept(await startRawServer(whole('gzip', packed)));
    expect(await rejection(get(server.origin))).toMatchObject({
      code: 'http.interrupted',
      message: expect.stringContaining('damaged'),
    });
  });

  it('of a coding that cannot be read is refused by name, and so are more than five', async () => {
    for (const encoding of ['zstd', 'compress', 'gzip, aes128gcm', Array.from({ length: 6 }, () => 'gzip').join()]) {
      const server = kept(await startRawServer(whole(encoding, data)));
      expect(await rejection(get(server.origin))).toMatchObject({ code: 'http.encoding_unknown' });
    }
  });

  it('is limited in what it unpacks to [43]', async () => {
    const server = kept(await startTokenServer());
    for (const [encoding, body] of [
      ['gzip', gzipSync(Buffer.alloc(64 * 2 ** 20))],
      ['gzip, gzip', gzipSync(gzipSync(Buffer.alloc(64 * 2 ** 20)))],
      ['br', brotliCompressSync(Buffer.alloc(8 * 2 ** 20))],
    ] as const) {
      server.respondWith({ headers: { 'content-encoding': encoding }, body });
      expect(await rejection(get(server.origin))).toMatchObject({ code: 'http.too_large' });
    }
  });
});

describe('packed by gzip though nobody asked for it,', () => {
  const token = { accessToken: 'at', refreshToken: 'rt', tokenType: 'Bearer', obtainedAt: 0 };
  async function serverWith(body: string, type = 'application/json') {
    const server = kept(await startTokenServer());
    server.respondWith({ headers: { 'content-type': type, 'content-encoding': 'gzip' }, body: gzipSync(body) });
    const settings = oauth2Settings(server.url(), {
      revocationUrl: server.url('/revoke'),
      introspectionUrl: server.url('/introspect'),
      deviceAuthorizationUrl: server.url('/device'),
      accountUrl: server.url('/me'),
    });
    return { server, settings, context: { http: client(), now: Date.now } };
  }
  const tokens = '{"access_token":"abc","token_type":"Bearer","expires_in":3600,"refresh_token":"def"}';

  it('a token response is read', async () => {
    const { settings, context, server } = await serverWith(tokens);
    const request = { code: 'c', redirectUri: 'https://example.com/', extra: {} };
    const { tokenSet } = await requestTokenByCode(settings, request, context);
    expect(tokenSet).toMatchObject({ accessToken: 'abc', refreshToken: 'def' });
    expect(server.requests[0]?.headers['accept-encoding']).toBe('identity');
  });

  it('a renewed token is read', async () => {
    const { settings, context } = await serverWith(tokens);
    expect(await refreshToken(settings, token, context)).toMatchObject({ accessToken: 'abc', refreshToken: 'def' });
  });

  it('a refusal is read', async () => {
    const { settings, context, server } = await serverWith('');
    const body = gzipSync('{"error":"invalid_grant"}');
    server.respondWith({ status: 400, headers: { 'content-encoding': 'gzip' }, body });
    expect(await rejection(refreshToken(settings, token, context))).toMatchObject({ code: 'token.invalid_grant' });
  });

  it('the refusal of a revocation is read', async () => {
    const { settings, context } = await serverWith('{"ok":false,"error":"not_allowed"}');
    expect(await rejection(revokeToken(settings, token, context))).toMatchObject({
      code: 'revoke.refused',
      serviceMessage: 'not_allowed',
    });
  });

  it('an introspection is read', async () => {
    const { settings, context } = await serverWith('{"active":true,"scope":"read"}');
    expect(await introspectToken(settings, token, context)).toMatchObject({ active: true, scopes: ['read'] });
  });

  it('a device code is read', async () => {
    const body = { device_code: 'd', user_code: 'U-1', verification_uri: 'https://example.com/device' };
    const { settings, context } = await serverWith(JSON.stringify(body));
    expect(await requestDeviceAuthorization(settings, context)).toMatchObject({ deviceCode: 'd' });
  });

  it('an account is read', async () => {
    const { settings, context } = await serverWith('{"email":"ann@example.com"}');
    expect(await requestAccount(settings, token, context)).toBe('ann@example.com');
  });

  it('a discovery document is read', async () => {
    const { server, context } = await serverWith('');
    const { origin } = server;
    const document = { issuer: origin, authorization_endpoint: `${origin}/auth`, token_endpoint: `${origin}/token` };
    server.respondWith({ headers: { 'content-encoding': 'gzip' }, body: gzipSync(JSON.stringify(document)) });
    expect(await discoverService(origin, context)).toMatchObject({ accessTokenUrl: `${origin}/token` });
  });

  it('the legs of OAuth1 are read', async () => {
    const { server, context } = await serverWith('');
    const form = (body: string) => ({
      headers: { 'content-encoding': 'gzip', 'content-type': 'application/x-www-form-urlencoded' },
      body: gzipSync(body),
    });
    server.respondWith(
      form('oauth_token=temp&oauth_token_secret=s&oauth_callback_confirmed=true'),
      form('oauth_token=final&oauth_token_secret=t'),
    );
    const login = grantContext(context.http, (_shown, callbackUrl) => ({
      url: `${callbackUrl}?oauth_token=temp&oauth_verifier=v`,
    }));
    expect(await requestOAuth1Token(oauth1Settings(server.origin), login)).toMatchObject({ accessToken: 'final' });
  });
});
