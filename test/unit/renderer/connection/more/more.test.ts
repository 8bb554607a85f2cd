import { describe, expect, it } from 'vitest';
import { grants } from '../../../../../app/shared/connection/grant-names.ts';
import { bearerPlacement } from '../../../../../app/shared/connection/standard-mapping.ts';
import { validateConnection } from '../../../../../app/shared/connection/validate.ts';
import { newConnection } from '../../../../../renderer/connection/draft.ts';
import { capturedRows, capturedValues } from '../../../../../renderer/connection/more/captured.ts';
import { moreSections } from '../../../../../renderer/connection/more/more-sections.ts';
import {
  placementKind,
  placementPreview,
  runsIntoToken,
  startOf,
} from '../../../../../renderer/connection/more/placement.ts';
import {
  furtherUrlsOf,
  sectionOf,
  sectionSummary,
  sectionsFor,
} from '../../../../../renderer/connection/more/sections.ts';

describe('the groups below More', () => {
  it('say in a few words what each holds, whatever the grant', () => {
    for (const grant of grants)
      for (const section of sectionsFor({ ...newConnection(), grant }))
        expect(sectionSummary(section, { ...newConnection(), grant })).toMatch(/^\S.{1,60}$/);
  });

  it('tell what differs from a plain connection', () => {
    const draft = {
      ...newConnection(),
      clientAuthentication: 'body' as const,
      pkce: 'none' as const,
      tokenRequestFormat: 'json' as const,
      refreshUrl: 'https://x.example.com/r',
      scopeSeparator: ',' as const,
      scopeParameter: 'user_scope',
      capturedValues: { realmId: 'callback:realmId' },
      tokenPlacement: { in: 'query' as const, name: 'key', prefix: '' },
      extraTokenParameters: { audience: 'x' },
    };
    expect(moreSections.map((section) => sectionSummary(section, draft))).toEqual([
      'Body · no PKCE · JSON',
      'Tokenboard’s own · stays logged in',
      'Comma · user_scope=',
      'Refresh',
      '1 login value',
      '?key=',
      '1 parameter',
    ]);
  });

  it('leave out what a grant does not have', () => {
    expect(sectionsFor({ ...newConnection(), grant: 'client_credentials' })).not.toContain('window');
    const oauth1 = { ...newConnection(), grant: 'oauth1' as const, refreshUrl: 'x', revocationUrl: 'y' };
    expect(sectionsFor(oauth1)).not.toContain('scopes');
    expect(furtherUrlsOf(oauth1)).toEqual(['revocationUrl']);
    expect(sectionSummary('urls', oauth1)).toBe('Revocation');
  });

  it('hold every field with a problem that the dialog does not show above them', () => {
    const wrong = {
      ...newConnection(),
      name: 'X',
      scopeParameter: 'state',
      refreshUrl: 'x',
      revocationUrl: 'x',
      introspectionUrl: 'x',
      accountUrl: 'x',
      accountPointer: 'x',
      tokenMapping: { ...newConnection().tokenMapping, accessToken: 'x' },
      capturedValues: { '1': 'x' },
      tokenPlacement: { in: 'header' as const, name: 'Cookie', prefix: '' },
      apiHeaders: { 'a b': '' },
      hosts: ['https://x'],
      extraAuthorizationParameters: { state: 'x' },
      extraTokenParameters: { grant_type: 'x' },
      extraRefreshParameters: { grant_type: 'x' },
    };
    const above = new Set(['authorizationUrl', 'accessTokenUrl', 'clientId', 'callbackUrl', 'issuer', 'scopes']);
    const fields = validateConnection(wrong).map(({ field }) => field);
    expect(fields.length).toBeGreaterThan(12);
    expect(fields.filter((field) => !above.has(field) && sectionOf(field) === undefined)).toEqual([]);
  });
});

describe('where a token goes', () => {
  it('is known by its quick choice', () => {
    expect(placementKind(bearerPlacement)).toBe('bearer');
    expect(placementKind({ in: 'header', name: 'Authorization', prefix: 'Zoho-oauthtoken ' })).toBe('header');
    expect(placementKind({ in: 'query', name: 'access_token', prefix: '' })).toBe('query');
  });

  it('keeps what was typed when the same choice is taken again', () => {
    const own = { in: 'header' as const, name: 'X-Shopify-Access-Token', prefix: '' };
    expect(startOf('header', own)).toBe(own);
    expect(startOf('query', own)).toMatchObject({ in: 'query', name: 'access_token' });
    expect(startOf('bearer', own)).toEqual(bearerPlacement);
  });

  it('is shown as it goes out, with dots for the token [35]', () => {
    expect(placementPreview(bearerPlacement)).toBe('Authorization: Bearer ••••••••');
    expect(placementPreview({ in: 'query', name: 'key', prefix: '' })).toBe('GET …?key=••••••••');
  });

  it('tells of a space that was forgotten', () => {
    expect(runsIntoToken({ in: 'header', name: 'Authorization', prefix: 'Zoho-oauthtoken' })).toBe(true);
    expect(runsIntoToken({ in: 'header', name: 'Authorization', prefix: 'Token token=' })).toBe(false);
    expect(runsIntoToken(bearerPlacement)).toBe(false);
  });
});

describe('captured values', () => {
  it('go through the rows of the dialog unchanged', () => {
    const values = { realmId: 'callback:realmId', instance_url: 'token:/instance_url' };
    expect(capturedValues(capturedRows(values))).toEqual(values);
  });

  it('start with a slash in the response, also where none was typed', () => {
    expect(capturedValues([{ name: 'api', from: 'token', what: 'api_domain' }])).toEqual({ api: 'token:/api_domain' });
    expect(capturedValues([{ name: ' ', from: 'token', what: 'x' }])).toEqual({});
  });
});
