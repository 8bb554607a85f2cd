import { describe, expect, it } from 'vitest';
import type { DiscoveredService } from '../../../../app/shared/contract/connections.ts';
import { mergeDiscovery } from '../../../../renderer/connection/discovery-merge.ts';
import { newConnection } from '../../../../renderer/connection/draft.ts';

const service: DiscoveredService = {
  host: 'login.example.com',
  issuer: 'https://login.example.com',
  authorizationUrl: 'https://login.example.com/authorize',
  accessTokenUrl: 'https://login.example.com/token',
  deviceAuthorizationUrl: '',
  revocationUrl: 'https://login.example.com/revoke',
  introspectionUrl: '',
  accountUrl: '',
  issuerInCallback: true,
  pkce: 'S256',
  clientAuthentication: 'body',
  scopes: ['openid', 'sales.read'],
  grants: ['authorization_code', 'device_code'],
  responseModes: ['query'],
  notes: [],
};

describe('what a service says of itself', () => {
  it('fills in its URLs and habits and says which', () => {
    const { change, filled, warning } = mergeDiscovery(newConnection(), service);
    expect(change).toMatchObject({
      issuer: service.issuer,
      authorizationUrl: service.authorizationUrl,
      accessTokenUrl: service.accessTokenUrl,
      revocationUrl: service.revocationUrl,
      issuerInCallback: true,
      clientAuthentication: 'body',
    });
    expect(filled).toEqual([
      'authorization URL',
      'access token URL',
      'client authentication',
      'issuer check',
      'revocation URL',
    ]);
    expect(warning).toBeUndefined();
  });

  it('leaves what it does not name, and chooses no scope', () => {
    const draft = { ...newConnection(), introspectionUrl: 'https://mine.example.com/i', scopes: ['mine'] };
    const after = { ...draft, ...mergeDiscovery(draft, service).change };
    expect(after.introspectionUrl).toBe('https://mine.example.com/i');
    expect(after.scopes).toEqual(['mine']);
  });

  it('says what of the document was not used, and empties an issuer that cannot be compared', () => {
    const draft = { ...newConnection(), issuer: 'https://login.microsoftonline.com/common/v2.0' };
    const notes = [{ kind: 'issuer_per_tenant' as const }, { kind: 'odd_field' as const, field: 'scopes_supported' }];
    const { change, undo, warning } = mergeDiscovery(draft, { ...service, issuer: '', notes });
    expect(change.issuer).toBe('');
    expect(undo.issuer).toBe(draft.issuer);
    expect(warning).toContain('one issuer per tenant');
    expect(warning).toContain('“scopes_supported”');
    const differs = { kind: 'issuer_differs' as const, issuer: 'https://contoso.b2clogin.com/id/v2.0/' };
    expect(mergeDiscovery(draft, { ...service, notes: [differs] }).warning).toContain(differs.issuer);
  });

  it('keeps a public client public', () => {
    const draft = { ...newConnection(), clientAuthentication: 'none' as const };
    expect(mergeDiscovery(draft, service).change.clientAuthentication).toBe('none');
  });

  it('turns PKCE on and never off, and tells where the service does not name S256 [20]', () => {
    const unlisted = { ...service, pkce: 'unlisted' as const };
    for (const pkce of ['S256', 'none'] as const) {
      const { change, warning } = mergeDiscovery({ ...newConnection(), pkce }, unlisted);
      expect(change.pkce).toBe('S256');
      expect(warning).toContain('PKCE with S256');
    }
    expect(mergeDiscovery({ ...newConnection(), grant: 'device_code' }, unlisted).warning).toBeUndefined();
    const fromPreset = { ...newConnection(), presetId: 'slack', pkce: 'none' as const };
    expect(mergeDiscovery(fromPreset, service).change.pkce).toBe('none');
  });

  it('is taken back whole', () => {
    const draft = { ...newConnection(), authorizationUrl: 'https://typed.example.com/', pkce: 'none' as const };
    const { change, undo } = mergeDiscovery(draft, service);
    expect({ ...draft, ...change, ...undo }).toEqual(draft);
  });

  it('warns where it does not name the grant that is chosen', () => {
    const { warning } = mergeDiscovery({ ...newConnection(), grant: 'client_credentials' }, service);
    expect(warning).toContain('authorization code, device code');
  });

  it('says nothing was filled in where all is there already', () => {
    const draft = { ...newConnection(), ...mergeDiscovery(newConnection(), service).change };
    expect(mergeDiscovery(draft, service).filled).toEqual([]);
  });
});
