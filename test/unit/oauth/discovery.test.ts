import { beforeEach, describe, expect, it } from 'vitest';
import { discoverService } from '../../../app/oauth/discovery.ts';
import { readDiscoveryDocument } from '../../../app/oauth/discovery-document.ts';
import { json, type SeenRequest, type StubResponse } from '../../servers/token-server.ts';
import { tokenService } from './token-service.ts';
import { rejection } from './token-settings.ts';

const { server, http } = await tokenService();
beforeEach(() => {
  server.requests.length = 0;
});

const nothing: StubResponse = { status: 404, headers: { 'content-type': 'text/html' }, body: '<h1>Not found</h1>' };
/** Responses by path; every other path is 404. */
const serve = (responses: Record<string, StubResponse>) =>
  server.respondWith((request: SeenRequest) => responses[request.path] ?? nothing);
const documentOf = (issuer: string, more: Record<string, unknown> = {}) => ({
  issuer,
  authorization_endpoint: `${server.origin}/authorize`,
  token_endpoint: `${server.origin}/token`,
  ...more,
});
const read = (document: object, issuer: string) =>
  readDiscoveryDocument(document, { issuers: [issuer], url: new URL(issuer), byDocumentUrl: false });
const discover = (issuer: string) => discoverService(issuer, { http });
const openid = '/.well-known/openid-configuration';
const oauth = '/.well-known/oauth-authorization-server';

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
      host: new URL(server.origin).host,
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
      notes: [],
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

  it('passes over a page that responds to every address with 200', async () => {
    const page: StubResponse = { headers: { 'content-type': 'text/html' }, body: '<!doctype html><title>App</title>' };
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
      message: expect.stringContaining('with a slash'),
      details: { issuer: `${server.origin}/` },
    });
    serve({ [openid]: json(documentOf(server.origin)) });
    expect(await rejection(discover(`${server.origin}/`))).toMatchObject({
      code: 'discovery.issuer_slash',
      message: expect.stringContaining('without a slash'),
    });
  });

  it('takes either spelling where the address of the document itself was pasted, which tells neither [22]', async () => {
    for (const issuer of [server.origin, `${server.origin}/`]) {
      serve({ [openid]: json(documentOf(issuer)) });
      expect(await discover(server.origin + openid)).toMatchObject({ issuer });
    }
    serve({ [openid]: json(documentOf('https://other.example')) });
    expect(await rejection(discover(server.origin + openid))).toMatchObject({ code: 'discovery.issuer_mismatch' });
  });

  it.each([
    ['authorization_endpoint', 'http://login.example.com/authorize'],
    ['token_endpoint', 'javascript:alert(1)'],
    ['token_endpoint', '/token'],
  ])('refuses a document whose %s is %s', async (name, url) => {
    serve({ [openid]: json(documentOf(server.origin, { [name]: url })) });
    expect(await rejection(discover(server.origin))).toMatchObject({
      code: 'discovery.insecure_endpoint',
      details: { field: name },
    });
  });

  it.each([
    ['userinfo_endpoint', 'https://user:pw@login.example.com/me'],
    ['revocation_endpoint', 'ftp://login.example.com/'],
    ['device_authorization_endpoint', 'https://login.example.com/#x'],
    ['introspection_endpoint', 'http://login.example.com/introspect'],
    ['introspection_endpoint', 7],
    ['scopes_supported', { openid: true }],
    ['scopes_supported', ['openid', null]],
    ['response_modes_supported', { query: true }],
    ['authorization_response_iss_parameter_supported', 'yes'],
  ])('leaves out %s where it is %j, names it, and uses the rest', async (name, value) => {
    serve({ [openid]: json(documentOf(server.origin, { [name]: value })) });
    const service = await discover(server.origin);
    expect(service).toMatchObject({
      accessTokenUrl: `${server.origin}/token`,
      authorizationUrl: `${server.origin}/authorize`,
      issuerInCallback: false,
      notes: [{ kind: 'odd_field', field: name }],
    });
    const { accountUrl, revocationUrl, deviceAuthorizationUrl, introspectionUrl } = service;
    expect([accountUrl, revocationUrl, deviceAuthorizationUrl, introspectionUrl]).toEqual(['', '', '', '']);
    expect(service.scopes).toEqual(Array.isArray(value) ? ['openid'] : []);
  });

  it('takes null as absent, without a word (Dex, older Keycloak)', () => {
    const issuer = 'https://id.example.com';
    const document = {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      introspection_endpoint: null,
      scopes_supported: null,
      grant_types_supported: null,
    };
    expect(read(document, issuer)).toMatchObject({
      issuer,
      accessTokenUrl: `${issuer}/token`,
      introspectionUrl: '',
      scopes: [],
      grants: ['authorization_code'],
      notes: [],
    });
  });

  it.each([[{ token_endpoint: 5 }], [{ token_endpoint: undefined }], [{ token_endpoint: null }]])(
    'refuses a document without a usable token endpoint: %j',
    async (more) => {
      serve({ [openid]: json(documentOf(server.origin, more)) });
      expect(await rejection(discover(server.origin))).toMatchObject({ code: 'discovery.no_endpoints' });
    },
  );

  it.each([['not available'], ['/authorize'], ['login.example.com/authorize']])(
    'reads the rest where the authorization endpoint is no URL: %j',
    async (text) => {
      serve({ [openid]: json(documentOf(server.origin, { authorization_endpoint: text })) });
      expect(await discover(server.origin)).toMatchObject({
        authorizationUrl: '',
        accessTokenUrl: `${server.origin}/token`,
        notes: [{ kind: 'odd_field', field: 'authorization_endpoint' }],
      });
    },
  );

  it('reads a list that is written as one text, and a URL with spaces around it', () => {
    const asked = 'https://login.example.com';
    const document = documentOf(asked, {
      token_endpoint: ` ${asked}/token `,
      scopes_supported: 'openid email',
      token_endpoint_auth_methods_supported: 'client_secret_post',
    });
    expect(read(document, asked)).toMatchObject({
      accessTokenUrl: `${asked}/token`,
      scopes: ['openid', 'email'],
      clientAuthentication: 'body',
      notes: [],
    });
  });

  it('reads Entra ID’s documents of version 1.0, whose issuer is on another host', () => {
    const asked = 'https://login.microsoftonline.com';
    const tenant = '72f988bf-86f1-41af-91ab-2d7cd011db47';
    const documentBy = (issuer: string) => ({ issuer, token_endpoint: `${asked}/common/oauth2/token` });
    for (const issuer of ['https://sts.windows.net/{tenantid}/', `https://sts.windows.net/${tenant}/`])
      expect(read(documentBy(issuer), `${asked}/common`)).toMatchObject({
        issuer: '',
        accessTokenUrl: `${asked}/common/oauth2/token`,
        notes: [{ kind: 'issuer_per_tenant' }],
      });
    // Of Microsoft's hosts alone.
    const stranger = () => read(documentBy(`https://sts.windows.net/${tenant}/`), 'https://login.example.com/common');
    const other = () => read(documentBy('https://sts.windows.net.example.com/'), `${asked}/common`);
    for (const refused of [stranger, other]) expect(refused).toThrow('names a different issuer');
  });

  it('reads Entra ID’s document for several tenants, whose issuer cannot be compared', () => {
    const host = 'https://login.microsoftonline.com';
    const document = {
      issuer: `${host}/{tenantid}/v2.0`,
      authorization_endpoint: `${host}/common/oauth2/v2.0/authorize`,
      token_endpoint: `${host}/common/oauth2/v2.0/token`,
      authorization_response_iss_parameter_supported: true,
    };
    for (const tenant of ['common', 'organizations', 'consumers'])
      expect(read(document, `${host}/${tenant}/v2.0`)).toMatchObject({
        issuer: '',
        accessTokenUrl: `${host}/common/oauth2/v2.0/token`,
        issuerInCallback: false,
        notes: [{ kind: 'issuer_per_tenant' }],
      });
    for (const asked of [`${host}/common/v1.0`, `${host}/a/b/v2.0`, 'https://evil.example/common/v2.0'])
      expect(() => read(document, asked)).toThrow('names a different issuer');
    for (const issuer of ['{tenantid}', `${host}/{tenantid}/{tenantid}/v2.0`])
      expect(() => read({ ...document, issuer }, `${host}/common/v2.0`)).toThrow('names a different issuer');
  });

  it('reads Azure AD B2C’s document by its URL with the policy, whose issuer names the tenant by ID', async () => {
    const path = `/contoso.onmicrosoft.com/v2.0${openid}?p=B2C_1_sign_in`;
    const issuer = `${server.origin}/775527ff-9a37-4307-8b3d-cc311f58d925/v2.0/`;
    serve({ [path]: json(documentOf(issuer)) });
    expect(await discover(server.origin + path)).toMatchObject({
      issuer: '',
      accessTokenUrl: `${server.origin}/token`,
      notes: [{ kind: 'issuer_differs', issuer }],
    });
    expect(server.requests.map(({ path: seen }) => seen)).toEqual([path]);
    // Only where the document's URL was given: an issuer must be named exactly (RFC 8414 §3.3).
    serve({ [`/contoso.onmicrosoft.com/v2.0${openid}`]: json(documentOf(issuer)) });
    expect(await rejection(discover(`${server.origin}/contoso.onmicrosoft.com/v2.0`))).toMatchObject({
      code: 'discovery.issuer_mismatch',
    });
    // Another host's issuer is refused all the same.
    serve({ [path]: json(documentOf('https://evil.example/v2.0/')) });
    expect(await rejection(discover(server.origin + path))).toMatchObject({
      code: 'discovery.issuer_mismatch',
    });
  });

  it('follows no redirect, and says where it was sent', async () => {
    const elsewhere: StubResponse = { status: 302, headers: { location: `${server.origin}/there` } };
    serve({ [openid]: elsewhere, [oauth]: elsewhere, '/there': json(documentOf(server.origin)) });
    expect(await rejection(discover(server.origin))).toMatchObject({
      code: 'discovery.redirected',
      serviceMessage: `${server.origin}/there`,
    });
    expect(server.requests.map(({ path }) => path)).not.toContain('/there');
  });

  it('tells a service that is broken from one that has no document', async () => {
    serve({ [openid]: { status: 503 } });
    expect(await rejection(discover(server.origin))).toMatchObject({ code: 'discovery.unavailable' });
    serve({});
    expect(await rejection(discover(server.origin))).toMatchObject({ code: 'discovery.not_found' });
  });

  it('says which host said what', async () => {
    const { host } = new URL(server.origin);
    for (const status of [429, 500, 503]) {
      serve({ [openid]: { status }, [oauth]: { status } });
      const expected = { code: 'discovery.unavailable', details: { host, status } };
      expect(await rejection(discover(server.origin))).toMatchObject(expected);
    }
    for (const status of [300, 399]) {
      serve({ [openid]: { status }, [oauth]: { status } });
      const error = await rejection(discover(server.origin));
      expect(error).toMatchObject({ code: 'discovery.redirected', details: { host, status } });
      expect(error).toHaveProperty('serviceMessage', undefined);
    }
    for (const status of [400, 428]) {
      serve({ [openid]: { status }, [oauth]: { status } });
      const expected = { code: 'discovery.not_found', details: { host, status } };
      expect(await rejection(discover(server.origin))).toMatchObject(expected);
    }
  });

  it('says what the second address said where the first has nothing', async () => {
    serve({ [oauth]: { status: 503 } });
    expect(await rejection(discover(server.origin))).toMatchObject({ code: 'discovery.unavailable' });
  });

  it.each(['[]', 'null', '"text"', '7', '{', ''])('takes %s for no document', async (body) => {
    serve({ [openid]: { body }, [oauth]: { body } });
    expect(await rejection(discover(server.origin))).toMatchObject({ code: 'discovery.not_found' });
  });

  it('takes no document that comes with an error, and one that begins with a byte order mark', async () => {
    const body = JSON.stringify(documentOf(server.origin));
    serve({ [openid]: { status: 201, body }, [oauth]: { status: 404, body } });
    expect(await rejection(discover(server.origin))).toMatchObject({ code: 'discovery.not_found' });
    serve({ [openid]: { body: `\ufeff${body}` } });
    expect(await discover(server.origin)).toBeDefined();
    expect(server.requests.at(-1)?.headers.accept).toBe('application/json');
  });

  it('reads no more than a document may be long', async () => {
    serve({ [openid]: { body: `{"x":"${'a'.repeat(600 * 1024)}"}` } });
    expect(await rejection(discover(server.origin))).toMatchObject({ code: 'http.too_large' });
  });

  it('never turns PKCE off: it only tells where the service lists methods and S256 is not among them [20]', () => {
    const pkceOf = (methods: string[] | undefined) => {
      const document = { ...documentOf('https://a.example'), code_challenge_methods_supported: methods };
      return read(document, 'https://a.example').pkce;
    };
    expect([pkceOf(undefined), pkceOf(['S256']), pkceOf(['plain']), pkceOf([])]).toEqual([
      'S256',
      'S256',
      'unlisted',
      'unlisted',
    ]);
  });
});
