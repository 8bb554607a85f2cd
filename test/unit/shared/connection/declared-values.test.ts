import { describe, expect, it } from 'vitest';
import { resolveOAuth2Settings } from '../../../../app/connections/grants/resolve-settings.ts';
import type { Connection } from '../../../../app/shared/connection/connection.ts';
import { filledApiHeaders, withDeclaredValues } from '../../../../app/shared/connection/declared-values.ts';
import { usedVariables, validateConnection } from '../../../../app/shared/connection/validate.ts';
import { newConnection } from '../../../../renderer/connection/draft.ts';

const dynamics: Connection = {
  ...newConnection(),
  clientId: 'the-client',
  authorizationUrl: 'https://login.example.com/authorize',
  accessTokenUrl: 'https://login.example.com/token',
  scopes: ['https://{org}.crm.example.com/.default', 'offline_access'],
  extraAuthorizationParameters: { resource: '{org}', claims: '{"id_token":{"{other}":null}}' },
  apiHeaders: { 'Client-ID': '{clientId}', 'X-Tenant': '{org}/{realmId}' },
  capturedValues: { realmId: 'callback:realmId' },
  variables: { org: 'acme' },
};
const settings = (connection: Connection) =>
  resolveOAuth2Settings(connection, { preset: undefined, secrets: {}, practiceOrigin: undefined });

describe('variables outside URLs', () => {
  it('are filled in in scopes, extra parameters and headers; other braces stay', () => {
    expect(settings(dynamics)).toMatchObject({
      scopes: ['https://acme.crm.example.com/.default', 'offline_access'],
      extraAuthorizationParameters: { resource: 'acme', claims: '{"id_token":{"{other}":null}}' },
    });
    expect(filledApiHeaders(dynamics, { realmId: '42' })).toEqual({ 'Client-ID': 'the-client', 'X-Tenant': 'acme/42' });
    expect(filledApiHeaders(dynamics)).toMatchObject({ 'X-Tenant': 'acme/{realmId}' });
  });

  it('are asked for like those of URLs, but only where they are declared', () => {
    expect(usedVariables(dynamics)).toEqual(['org']);
    const empty = { ...dynamics, variables: { org: '' } };
    expect(validateConnection(empty).map(({ field }) => field)).toContain('variables.org');
    expect(() => settings(empty)).toThrow(expect.objectContaining({ code: 'connection.variable_missing' }));
    expect(usedVariables({ ...dynamics, variables: {} })).toEqual([]);
  });

  it('cannot bring anything but plain characters into a header', () => {
    const odd = { ...dynamics, variables: { org: 'a\r\nX-Other: b' } };
    expect(() => filledApiHeaders(odd)).toThrow(expect.objectContaining({ code: 'connection.variable_invalid' }));
  });

  it('change nothing where there are none', () => {
    const plain = { ...dynamics, scopes: ['read'], extraAuthorizationParameters: {}, apiHeaders: { Accept: 'a/b' } };
    expect(withDeclaredValues(plain)).toBe(plain);
  });
});
