import { beforeEach, describe, expect, it } from 'vitest';
import { discoverService, readIssuer } from '../../../app/oauth/discovery.ts';
import { tokenService } from './token-service.ts';
import { rejection } from './token-settings.ts';

const { server, http } = await tokenService();
beforeEach(() => {
  server.requests.length = 0;
});

const discover = (issuer: string) => discoverService(issuer, { http });
const openid = '/.well-known/openid-configuration';
const oauth = '/.well-known/oauth-authorization-server';

describe('what a user pastes as issuer', () => {
  const https = (path: string) => `https://login.example.com${path}`;

  it.each([
    [https(''), [https('')], [https(openid), https(oauth)]],
    [https('/'), [https('/')], [https(openid), https(oauth)]],
    ['login.example.com', [https('')], [https(openid), https(oauth)]],
    [`  ${https('/t1')}\n`, [https('/t1')], [https(`/t1${openid}`), https(`${oauth}/t1`)]],
    [https('/t1/'), [https('/t1/')], [https(`/t1${openid}`), https(`${oauth}/t1`)]],
    [https(`/t1${openid}`), [https('/t1'), https('/t1/')], [https(`/t1${openid}`), https(`${oauth}/t1`)]],
    [https(`${oauth}/t1`), [https('/t1'), https('/t1/')], [https(`${oauth}/t1`), https(`/t1${openid}`)]],
    [https(oauth), [https(''), https('/')], [https(oauth), https(openid)]],
  ])('is read from %j [22]', (pasted, issuers, urls) => {
    const asked = readIssuer(pasted);
    expect(asked.issuers).toEqual(issuers);
    expect(asked.urls.map((url) => url.href)).toEqual(urls);
  });

  it.each([
    ['https://login.example.com/?x=1', 'discovery.invalid_issuer'],
    ['https://login.example.com/#x', 'discovery.invalid_issuer'],
    ['https://login.example.com/.well-known/openid-configuration?p=x#y', 'discovery.invalid_issuer'],
    ['http://login.example.com/', 'http.insecure_url'],
    ['https://user:pw@login.example.com/', 'http.invalid_url'],
    ['javascript://x', 'http.insecure_url'],
    ['two words', 'http.invalid_url'],
    ['', 'http.invalid_url'],
  ])('is refused: %j', async (pasted, code) => {
    expect(await rejection(discover(pasted))).toMatchObject({ code });
    expect(server.requests).toHaveLength(0);
  });
});
