import { generateKeyPairSync } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { createHttpClient, type HttpClient } from '../../../app/http/client.ts';
import { requestText } from '../../../app/http/request-text.ts';
import { refreshToken } from '../../../app/oauth/refresh.ts';
import { isTransient } from '../../../app/oauth/token-errors.ts';
import { errorInEnglish } from '../../servers/english.ts';
import { type CertificateFacts, makeCertificate } from '../../servers/make-certificate.ts';
import { startProxy } from '../../servers/proxy.ts';
import { startRawServer } from '../../servers/raw-server.ts';
import { startTokenServer } from '../../servers/token-server.ts';
import { oauth2Settings, rejection } from '../oauth/token-settings.ts';

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});
function kept<Value extends { close(): Promise<unknown> }>(value: Value): Value {
  ends.push(() => value.close());
  return value;
}
const client = (proxy?: string, authority?: string) =>
  kept(
    createHttpClient({
      resolveProxy: async () => proxy ?? 'DIRECT',
      environment: {},
      systemCertificates: () => (authority === undefined ? [] : [authority]),
    }),
  );
const get = (http: HttpClient, origin: string) => requestText(http, { method: 'GET', url: new URL(`${origin}/data`) });
const renew = (http: HttpClient, origin: string) =>
  refreshToken(
    oauth2Settings(`${origin}/token`),
    { accessToken: 'a', tokenType: 'Bearer', refreshToken: 'r', obtainedAt: 0 },
    { http, now: Date.now },
  );

const ok = 'HTTP/1.1 200 OK\r\n';
const chunked = `${ok}Transfer-Encoding: chunked\r\n`;
/** What a server writes, and what is wrong with it. */
const malformed: [name: string, bytes: string | Buffer, reason: RegExp][] = [
  ['length and chunks', `${chunked}Content-Length: 78\r\n\r\na\r\n[{"id":1}]\r\n0\r\n\r\n`, /Content-Length/],
  ['chunks and length', `${ok}Content-Length: 10\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`, /Content-Length/],
  ['two lengths', `${ok}Content-Length: 2\r\nContent-Length: 3\r\n\r\nok`, /Content-Length/],
  ['a negative length', `${ok}Content-Length: -2\r\n\r\nok`, /Content-Length/],
  ['an empty length', `${ok}Content-Length: \r\n\r\nok`, /Content-Length/],
  ['headers of 200 KiB', `${ok}X-Long: ${'x'.repeat(200 * 1024)}\r\n\r\n`, /longer than 128 KiB/],
  ['a mail server', '220 mail.example.com ESMTP\r\n', /another kind of server/],
  ['an SSH server', 'SSH-2.0-OpenSSH_9.6\r\n', /another kind of server/],
  ['HTTP/2 settings', Buffer.from('00001204000000000000030000006400040000ffff', 'hex'), /another kind of server/],
  ['a page without a head', '<!doctype html><title>hi</title>', /another kind of server/],
  ['HTTP/3.0', 'HTTP/3.0 200 OK\r\n\r\n', /version/],
  ['a status of letters', 'HTTP/1.1 2x0 OK\r\n\r\n', /status line/],
  ['a status below 100', 'HTTP/1.1 099 OK\r\nContent-Length: 0\r\n\r\n', /status line/],
  ['a status line that ends with LF', 'HTTP/1.1 200 OK\nContent-Length: 2\r\n\r\nok', /status line/],
  ['a space in a header name', `${ok}Bad Header: x\r\n\r\n`, /header lines/],
  ['NUL in a header', `${ok}X: a\0b\r\n\r\n`, /header lines/],
  ['a folded header', `${ok}X: a\r\n b\r\n\r\n`, /header lines/],
  ['a header without a colon', `${ok}X\r\n\r\n`, /header lines/],
  ['a chunk size of letters', `${chunked}\r\nzz\r\nok\r\n0\r\n\r\n`, /chunks/],
  ['a chunk longer than its size', `${chunked}\r\n1\r\nok\r\n0\r\n\r\n`, /chunks/],
  ['101', `HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n`, /another protocol/],
  ['100 unasked', `HTTP/1.1 100 Continue\r\n\r\n${ok}Content-Length: 2\r\n\r\nok`, /status 100/],
];

describe.each([
  ['a GET', get],
  ['a renewal', renew],
] as const)('%s', (_kind, ask) => {
  it.each(malformed)('says what is wrong with %s, and is not tried again at once', async (_name, bytes, reason) => {
    const server = kept(await startRawServer(bytes));
    const error = await rejection(ask(client(), server.origin));
    const host = `127.0.0.1:${server.port}`;
    expect(errorInEnglish(error)).toMatchObject({
      code: 'http.malformed',
      details: { host, reason: expect.stringMatching(reason) },
    });
    expect(isTransient(error)).toBe(false);
  });

  it('is cut off by a server that stops in the middle, and may be tried again', async () => {
    for (const start of [
      '',
      'HTTP/1.1 200',
      `${ok}X: y`,
      `${ok}Content-Length: 9\r\n\r\nok`,
      `${chunked}\r\n2\r\nok\r\n`,
    ]) {
      const server = kept(await startRawServer(start, { afterwards: 'end' }));
      const error = await rejection(ask(client(), server.origin));
      expect(error).toMatchObject({ code: 'http.interrupted' });
      expect(isTransient(error)).toBe(true);
    }
  });
});

it('reads headers of 64 KiB, straight and through a proxy', async () => {
  const long = 'x'.repeat(64 * 1024);
  const server = kept(await startTokenServer());
  server.respondWith({ headers: { 'x-subject-token': long }, body: 'ok' });
  const proxy = kept(await startProxy(server.port));
  const forwarding = {
    proxy: { mode: 'manual' as const, url: proxy.url, username: '', password: '' },
    authorities: [],
  };
  const through = kept(
    createHttpClient({ resolveProxy: async () => undefined, environment: {}, network: () => forwarding }),
  );
  for (const response of [await get(client(), server.origin), await get(through, 'http://service.test')])
    expect(response.headers['x-subject-token']).toBe(long);
});

it('reads what comes after early hints (RFC 8297)', async () => {
  const server = kept(
    await startRawServer(`HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n${ok}Content-Length: 2\r\n\r\nok`),
  );
  expect(await get(client(), server.origin)).toMatchObject({ status: 200, text: 'ok' });
});

describe('a certificate', () => {
  const rsa = (modulusLength: number) => generateKeyPairSync('rsa', { modulusLength });
  const authority = (facts: Partial<CertificateFacts> = {}) =>
    makeCertificate({ subject: 'Test authority', authority: true, usage: [5], ...facts });
  const names = ['127.0.0.1'];
  const strong = authority();
  const strongRsa = authority({ keys: rsa(2048) });
  const weak = authority({ keys: rsa(1024) });
  const elsewhere = authority({ permitted: ['example.com'] });
  const cases = [
    [
      'of an authority for other hosts',
      elsewhere,
      { names: ['127.0.0.1', 'service.test'] },
      /not allowed to sign for this host/,
    ],
    ['with a short key', strong, { keys: rsa(1024) }, /key is too short/],
    ['of an authority with a short key', weak, {}, /key of its authority is too short/],
    ['signed by SHA-1', strongRsa, { hash: 'sha1' }, /outdated method/],
    ['with an unknown critical extension', strong, { unknownCritical: true }, /critical extension/],
    ['of something that may not sign', authority({ usage: [0] }), {}, /not allowed to sign others/],
  ] as const;

  it.each(cases)(
    '%s is refused with its reason, and not tried again at once [8]',
    async (_name, issuer, facts, reason) => {
      const { key, certificate: cert } = makeCertificate({
        subject: 'service',
        names,
        issuer,
        ...facts,
      } as CertificateFacts);
      const server = kept(await startTokenServer({ tls: { key, cert, ciphers: 'DEFAULT@SECLEVEL=0' } }));
      for (const ask of [get, renew]) {
        const error = await rejection(ask(client(undefined, issuer.certificate), server.origin));
        expect(errorInEnglish(error)).toMatchObject({
          code: 'http.certificate',
          details: { reason: expect.stringMatching(reason) },
        });
        expect(isTransient(error)).toBe(false);
      }
      expect(server.requests).toHaveLength(0);
    },
  );
});
