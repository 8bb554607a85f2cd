import { describe, expect, it } from 'vitest';
import type { DiscoveredService } from '../../../../app/shared/contract/connections.ts';
import type { Message } from '../../../../app/shared/messages/message.ts';
import { mergeDiscovery } from '../../../../renderer/connection/discovery-merge.ts';
import { newConnection } from '../../../../renderer/connection/draft.ts';
import { textOf } from '../../../../renderer/messages/text.ts';

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

const said = (messages: readonly Message[]): string => messages.map(textOf).join(' ');

describe('what a service says of itself', () => {
  it('fills in its URLs and habits and says which', () => {
    const { change, filled, warnings } = mergeDiscovery(newConnection(), service);
    expect(change).toMatchObject({
      issuer: service.issuer,
      authorizationUrl: service.authorizationUrl,
      accessTokenUrl: service.accessTokenUrl,
      revocationUrl: service.revocationUrl,
      issuerInCallback: true,
      clientAuthentication: 'body',
    });
    expect(filled.map(textOf)).toEqual([
      'authorization URL',
      'access token URL',
      'client authentication',
      'issuer check',
      'revocation URL',
    ]);
    expect(warnings).toEqual([]);
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
    const { change, undo, warnings } = mergeDiscovery(draft, { ...service, issuer: '', notes });
    expect(change.issuer).toBe('');
    expect(undo.issuer).toBe(draft.issuer);
    expect(said(warnings)).toContain('one issuer per tenant');
    expect(said(warnings)).toContain('“scopes_supported”');
    const differs = { kind: 'issuer_differs' as const, issuer: 'https://contoso.b2clogin.com/id/v2.0/' };
    expect(said(mergeDiscovery(draft, { ...service, notes: [differs] }).warnings)).toContain(differs.issuer);
  });

  it('keeps a public client public', () => {
    const draft = { ...newConnection(), clientAuthentication: 'none' as const };
    expect(mergeDiscovery(draft, service).change.clientAuthentication).toBe('none');
  });

  it('turns PKCE on and never off, and tells where the service does not name S256 [20]', () => {
    const unlisted = { ...service, pkce: 'unlisted' as const };
    for (const pkce of ['S256', 'none'] as const) {
      const { change, warnings } = mergeDiscovery({ ...newConnection(), pkce }, unlisted);
      expect(change.pkce).toBe('S256');
      expect(said(warnings)).toContain('PKCE with S256');
    }
    expect(mergeDiscovery({ ...newConnection(), grant: 'device_code' }, unlisted).warnings).toEqual([]);
    const fromPreset = { ...newConnection(), presetId: 'slack', pkce: 'none' as const };
    expect(mergeDiscovery(fromPreset, service).change.pkce).toBe('none');
  });

  it('is taken back whole', () => {
    const draft = { ...newConnection(), authorizationUrl: 'https://typed.example.com/', pkce: 'none' as const };
    const { change, undo } = mergeDiscovery(draft, service);
    expect({ ...draft, ...change, ...undo }).toEqual(draft);
  });

  it('warns where it does not name the grant that is chosen', () => {
    const { warnings } = mergeDiscovery({ ...newConnection(), grant: 'client_credentials' }, service);
    expect(said(warnings)).toContain('authorization code, device code');
  });

  it('says nothing was filled in where all is there already', () => {
    const draft = { ...newConnection(), ...mergeDiscovery(newConnection(), service).change };
    expect(mergeDiscovery(draft, service).filled).toEqual([]);
  });
});
