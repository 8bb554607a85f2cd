import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { HttpClient } from '../../../app/http/client.ts';
import { discoverService, readIssuer } from '../../../app/oauth/discovery.ts';
import { readDiscoveryDocument } from '../../../app/oauth/discovery-document.ts';
import { type Answer, json, type SeenRequest, startTokenServer, type TokenServer } from '../../servers/token-server.ts';
import { directClient, rejection } from './token-settings.ts';

let server: TokenServer;
let http: HttpClient;
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
});

const nothing: Answer = { status: 404, headers: { 'content-type': 'text/html' }, body: '<h1>Not found</h1>' };
/** Answers by path; every other path is 404. */
const serve = (answers: Record<string, Answer>) =>
  server.answer((request: SeenRequest) => answers[request.path] ?? nothing);
const documentOf = (issuer: string, more: Record<string, unknown> = {}) => ({
  issuer,
  authorization_endpoint: `${server.origin}/authorize`,
  token_endpoint: `${server.origin}/token`,
  ...more,
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

describe('discovery', () => {
  it('takes all that the engine uses from an OpenID Connect document', async () => {
    const issuer = `${server.origin}/tenant`;
    const more = {
      device_authorization_endpoint: `${server.origin}/device`,
      revocation_endpoint: `${server.origin}/revoke`,
      introspection_endpoint: `${server.origin}/introspect`,
      userinfo_endpoint: `${server.origin}/me`,
      authorization_response_iss_parameter_supported: true,
      code_challenge_methods_supported: ['S256', 'plain'],
      token_endpoint_auth_methods_supported: ['private_key_jwt', 'client_secret_post'],
      scopes_supported: ['openid', 'email', 'openid'],
      grant_types_supported: ['authorization_code', 'client_credentials', 'urn:example:own'],
      response_modes_supported: ['form_post', 'query', 'jwt'],
      mtls_endpoint_aliases: { token_endpoint: 'https://mtls.example' },
    };
    serve({ [`/tenant${openid}`]: json(documentOf(issuer, more)) });
    expect(await discover(issuer)).toEqual({
      issuer,
      authorizationUrl: `${server.origin}/authorize`,
      accessTokenUrl: `${server.origin}/token`,
      deviceAuthorizationUrl: `${server.origin}/device`,
      revocationUrl: `${server.origin}/revoke`,
      introspectionUrl: `${server.origin}/introspect`,
      accountUrl: `${server.origin}/me`,
      issuerInCallback: true,
      pkce: 'S256',
      clientAuthentication: 'body',
      scopes: ['openid', 'email'],
      grants: ['authorization_code', 'client_credentials', 'device_code'],
      responseModes: ['query', 'form_post'],
    });
    expect(server.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([`GET /tenant${openid}`]);
  });

  it('asks at the address of RFC 8414 where OpenID Connect’s has nothing, and knows what holds unsaid', async () => {
    const issuer = `${server.origin}/tenant`;
    serve({ [`${oauth}/tenant`]: json(documentOf(issuer)) });
    expect(await discover(issuer)).toMatchObject({
      issuer,
      revocationUrl: '',
      issuerInCallback: false,
      pkce: 'S256',
      clientAuthentication: 'basic',
      grants: ['authorization_code'],
      responseModes: ['query', 'fragment'],
      scopes: [],
    });
    expect(server.requests.map(({ path }) => path)).toEqual([`/tenant${openid}`, `${oauth}/tenant`]);
  });

  it('passes over a page that answers every address with 200', async () => {
    const page: Answer = { headers: { 'content-type': 'text/html' }, body: '<!doctype html><title>App</title>' };
    serve({ [openid]: page, [oauth]: json(documentOf(server.origin)) });
    expect(await discover(server.origin)).toMatchObject({ issuer: server.origin });
    serve({ [openid]: page, [oauth]: page });
    expect(await rejection(discover(server.origin))).toMatchObject({ code: 'discovery.not_found' });
  });

  it.each(['https://evil.example', 'HTTP://127.0.0.1', '', undefined])(
    'uses nothing of a document whose issuer is %j [22]',
    async (issuer) => {
      serve({ [openid]: json({ ...documentOf(''), issuer }) });
      const code = issuer ? 'discovery.issuer_mismatch' : 'discovery.no_issuer';
      expect(await rejection(discover(server.origin))).toMatchObject({ code });
    },
  );

  it('refuses an issuer that differs by its last slash alone, and says so [22]', async () => {
    serve({ [openid]: json(documentOf(`${server.origin}/`)) });
    expect(await rejection(discover(server.origin))).toMatchObject({
      code: 'discovery.issuer_slash',
      message: expect.stringContaining('with one'),
      details: { issuer: `${server.origin}/` },
    });
    serve({ [openid]: json(documentOf(server.origin)) });
    expect(await rejection(discover(`${server.origin}/`))).toMatchObject({
      code: 'discovery.issuer_slash',
      message: expect.stringContaining('without one'),
    });
  });

  it('takes either spelling where the address of the document itself was pasted, which tells neither [22]', async () => {
    for (const issuer of [server.origin, `${server.origin}/`]) {
      serve({ [openid]: json(documentOf(issuer)) });
      expect(await discover(server.origin + openid)).toMatchObject({ issuer });
    }
    serve({ [openid]: json(documentOf(`${server.origin}//`)) });
    expect(await rejection(discover(server.origin + openid))).toMatchObject({ code: 'discovery.issuer_mismatch' });
  });

  it.each([
    ['authorization_endpoint', 'http://login.example.com/authorize'],
    ['token_endpoint', 'javascript:alert(1)'],
    ['token_endpoint', '/token'],
    ['userinfo_endpoint', 'https://user:pw@login.example.com/me'],
    ['revocation_endpoint', 'ftp://login.example.com/'],
    ['device_authorization_endpoint', 'https://login.example.com/#x'],
  ])('refuses a document whose %s is %s', async (name, url) => {
    serve({ [openid]: json(documentOf(server.origin, { [name]: url })) });
    expect(await rejection(discover(server.origin))).toMatchObject({
      code: 'discovery.insecure_endpoint',
      details: { field: name },
    });
  });

  it.each([
    ['a text where a list belongs', { scopes_supported: 'openid' }, 'discovery.unreadable'],
    ['a number as URL', { token_endpoint: 5 }, 'discovery.unreadable'],
    ['no token endpoint', { token_endpoint: undefined }, 'discovery.no_endpoints'],
  ])('refuses a document with %s', async (_, more, code) => {
    serve({ [openid]: json(documentOf(server.origin, more)) });
    expect(await rejection(discover(server.origin))).toMatchObject({ code });
  });

  it('follows no redirect, and says where it was sent', async () => {
    const elsewhere: Answer = { status: 302, headers: { location: `${server.origin}/there` } };
    serve({ [openid]: elsewhere, [oauth]: elsewhere, '/there': json(documentOf(server.origin)) });
    expect(await rejection(discover(server.origin))).toMatchObject({
      code: 'discovery.redirected',
      said: `${server.origin}/there`,
    });
    expect(server.requests.map(({ path }) => path)).not.toContain('/there');
  });

  it('tells a service that is broken from one that has no document', async () => {
    serve({ [openid]: { status: 503 } });
    expect(await rejection(discover(server.origin))).toMatchObject({ code: 'discovery.unavailable' });
    serve({});
    expect(await rejection(discover(server.origin))).toMatchObject({ code: 'discovery.not_found' });
  });

  it('reads no more than a document may be long', async () => {
    serve({ [openid]: { body: `{"x":"${'a'.repeat(600 * 1024)}"}` } });
    expect(await rejection(discover(server.origin))).toMatchObject({ code: 'http.too_large' });
  });

  it('never turns PKCE off: it only tells where the service lists methods and S256 is not among them [20]', () => {
    const read = (methods: string[] | undefined) => {
      const document = { ...documentOf('https://a.example'), code_challenge_methods_supported: methods };
      return readDiscoveryDocument(document, ['https://a.example'], 'a.example').pkce;
    };
    expect([read(undefined), read(['S256']), read(['plain']), read([])]).toEqual([
      'S256',
      'S256',
      'unlisted',
      'unlisted',
    ]);
  });
});
