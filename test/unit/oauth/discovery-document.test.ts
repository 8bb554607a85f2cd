import { describe, expect, it } from 'vitest';
import { readDiscoveryDocument } from '../../../app/oauth/discovery-document.ts';

const issuer = 'https://login.example.com';
const documentOf = (more: object = {}) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  ...more,
});
const read = (more: object = {}, asked = issuer) =>
  readDiscoveryDocument(documentOf(more), { issuers: [asked], url: new URL(asked), byDocumentUrl: false });
const failure = (more: object, asked = issuer) => {
  try {
    read(more, asked);
  } catch (error) {
    return error;
  }
  throw new Error('it was read');
};

describe('the issuer of a discovery document', () => {
  const tenant = '8eaef023-2b34-4da1-9baa-8bc8c9d6a490';
  const sts = `https://sts.windows.net/${tenant}/`;
  const microsoft = 'https://login.microsoftonline.com/common';

  it('may be on another host only between those two of Microsoft [22]', () => {
    expect(read({ issuer: sts }, microsoft)).toMatchObject({ notes: [{ kind: 'issuer_per_tenant' }] });
    expect(read({ issuer: sts }, 'https://login.windows.net/common/')).toBeDefined();
    for (const [named, asked] of [
      [`https://evil.example/?${sts}`, microsoft],
      [`${sts}.evil.example`, microsoft],
      [`https://sts.windows.net/${tenant}`, microsoft],
      [sts, `https://evil.example/${microsoft}`],
      [sts, `${microsoft}/more/path`],
      [sts, 'https://login.microsoftonline.com.evil.example/common'],
    ] as const)
      expect(failure({ issuer: named }, asked)).toMatchObject({ code: 'discovery.issuer_mismatch' });
  });

  it('names a tenant only as a whole step of its path [22]', () => {
    const asked = 'https://login.example.com/acme/v2.0';
    expect(read({ issuer: 'https://login.example.com/{tenantid}/v2.0' }, asked)).toBeDefined();
    for (const named of [
      'https://login.example.com/a{tenantid}/v2.0',
      'https://login.example.com/{tenantid}/v2.0/{tenantid}',
      'https://{tenantid}/v2.0',
      'https://login.example.com/{tenantid}/v3.0',
    ])
      expect(failure({ issuer: named }, asked)).toMatchObject({ code: 'discovery.issuer_mismatch' });
  });

  it('says on which host it is missing', () => {
    for (const named of [undefined, ''])
      expect(failure({ issuer: named })).toMatchObject({
        code: 'discovery.no_issuer',
        details: { host: 'login.example.com' },
      });
  });
});

describe('what a discovery document offers', () => {
  it.each([
    [undefined, 'basic'],
    [['client_secret_post', 'client_secret_basic'], 'basic'],
    [['client_secret_post', 'none'], 'body'],
    [['none'], 'none'],
    [['private_key_jwt'], 'basic'],
  ])('is the client authentication: %j is %s', (methods, expected) => {
    expect(read({ token_endpoint_auth_methods_supported: methods })).toMatchObject({ clientAuthentication: expected });
  });

  it('is the grants that it lists, and the device code where only its endpoint is named', () => {
    expect(read().grants).toEqual(['authorization_code']);
    expect(read({ grant_types_supported: [] }).grants).toEqual([]);
    const device = { device_authorization_endpoint: `${issuer}/device` };
    expect(read({ grant_types_supported: [], ...device }).grants).toEqual(['device_code']);
    const all = ['password', 'client_credentials', 'urn:ietf:params:oauth:grant-type:device_code', 'other'];
    expect([...read({ grant_types_supported: all }).grants].sort()).toEqual([
      'client_credentials',
      'device_code',
      'password',
    ]);
  });

  it('is a list also where it is one text, with any blanks and commas between', () => {
    expect(read({ scopes_supported: ' openid,  email ' }).scopes).toEqual(['openid', 'email']);
  });

  it('is nothing of a field that cannot be read, and a note says so', () => {
    const service = read({ scopes_supported: 7, userinfo_endpoint: 5, grant_types_supported: ['password', 7] });
    expect(service).toMatchObject({ scopes: [], grants: ['password'] });
    expect(service.notes.map((note) => ('field' in note ? note.field : note.kind)).sort()).toEqual([
      'grant_types_supported',
      'scopes_supported',
      'userinfo_endpoint',
    ]);
  });

  it.each(['https://u@login.example.com/token', 'https://:p@login.example.com/token', 'https://login.example.com/t#x'])(
    'is no endpoint like %s, which hides where it leads [25]',
    (token_endpoint) => {
      expect(failure({ token_endpoint })).toMatchObject({
        code: 'discovery.insecure_endpoint',
        details: { host: 'login.example.com', field: 'token_endpoint' },
      });
    },
  );

  it('says on which host there is no token URL', () => {
    expect(failure({ token_endpoint: undefined })).toMatchObject({
      code: 'discovery.no_endpoints',
      details: { host: 'login.example.com' },
    });
  });
});
