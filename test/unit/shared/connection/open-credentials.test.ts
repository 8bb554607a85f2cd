import { describe, expect, it } from 'vitest';
import { ownerOf, settingsChange } from '../../../../app/connections/token-owner.ts';
import type { Connection } from '../../../../app/shared/connection/connection.ts';
import {
  findOpenCredentials,
  keepCredential,
  openCredentialSentence,
  openName,
  refuseOpenCredentials,
} from '../../../../app/shared/connection/open-credentials.ts';
import {
  apiHeadersOf,
  hiddenNamesOf,
  usedSecretValues,
  withSecretValues,
} from '../../../../app/shared/connection/secret-values.ts';
import { usedVariables, validateConnection } from '../../../../app/shared/connection/validate.ts';
import { formatEnglish } from '../../../../app/shared/messages/format.ts';
import { connection } from '../../../servers/items.ts';

const stripe = 'sk_test_4eC39HqLyjWDarjtT1zdp7dc';
const open = (changes: Partial<Connection>) => findOpenCredentials(connection(changes)).map(openName);

describe('in a connection, what looks like a credential', () => {
  it.each<[string, Partial<Connection>]>([
    ['accessTokenUrl:query:api_key', { accessTokenUrl: 'https://auth.example.com/token?api_key=abc' }],
    ['authorizationUrl:query:token', { authorizationUrl: 'https://auth.example.com/authorize?token=abc' }],
    ['accountUrl:userinfo', { accountUrl: 'https://ann:letmein@api.example.com/me' }],
    ['introspectionUrl:text', { introspectionUrl: 'curl https://api.example.com/me' }],
    ['revocationUrl:path', { revocationUrl: `https://auth.example.com/${stripe}/revoke` }],
    ['extraTokenParameters:subscription-key', { extraTokenParameters: { 'subscription-key': 'abc' } }],
    ['extraAuthorizationParameters:login_token', { extraAuthorizationParameters: { login_token: 'abc' } }],
    ['extraRefreshParameters:assertion', { extraRefreshParameters: { assertion: 'abc' } }],
    ['apiHeaders:X-Api-Key', { apiHeaders: { 'X-Api-Key': 'abc' } }],
    ['variables:api_key', { variables: { api_key: 'abc' } }],
    ['username', { username: stripe }],
  ])('is found as %s [56]', (name, changes) => {
    expect(open(changes)).toEqual([name]);
    expect(open({ ...changes, inTheOpen: [name] })).toEqual([]);
    const [credential] = findOpenCredentials(connection(changes));
    expect(credential && formatEnglish(openCredentialSentence(credential))).not.toMatch(/abc|letmein|sk_test/);
  });

  it('is not found in what services usually want', () => {
    expect(
      open({
        authorizationUrl: 'https://login.example.com/{tenant}/authorize?p=B2C_1_sign_in',
        extraAuthorizationParameters: { prompt: 'consent', token_access_type: 'offline', audience: 'api.example.com' },
        extraTokenParameters: { api_key: '{api_key}', grant: 'x' },
        apiHeaders: { 'Notion-Version': '2022-06-28', Accept: 'text/csv' },
        variables: { tenant: '550e8400-e29b-41d4-a716-446655440000', shop: 'acme' },
        username: 'ann@example.org',
      }),
    ).toEqual([]);
  });

  it('is refused by every writer, but for what an older version stored [56]', () => {
    const stored = connection({ extraTokenParameters: { api_key: 'old' } });
    expect(() => refuseOpenCredentials(stored, undefined)).toThrow('The parameter api_key looks like a credential.');
    expect(() => refuseOpenCredentials({ ...stored, name: 'Renamed' }, stored)).not.toThrow();
    const changed = { ...stored, extraTokenParameters: { api_key: 'new' } };
    expect(() => refuseOpenCredentials(changed, stored)).toThrow('Keep it secret');
  });
});

describe('kept secret, a credential of a connection', () => {
  const keptAll = (changes: Partial<Connection>) => {
    let kept = { connection: connection(changes), secrets: {} as Record<`value:${string}`, string> };
    for (const _each of Array.from({ length: 20 })) {
      const [credential] = findOpenCredentials(kept.connection);
      if (credential === undefined) break;
      const next = keepCredential(kept.connection, credential);
      kept = { connection: next.connection, secrets: { ...kept.secrets, ...next.secrets } };
    }
    expect(findOpenCredentials(kept.connection)).toEqual([]);
    return kept;
  };
  const everywhere: Partial<Connection> = {
    accessTokenUrl: 'https://auth.example.com/token?api_key=a%2Bb&x=1',
    accountUrl: 'https://{api_token}.example.com/me',
    variables: { api_token: 'canary' },
    extraTokenParameters: { api_key: 'second', audience: 'all' },
    apiHeaders: { 'X-Api-Key': 'third' },
    username: stripe,
  };

  it('goes out as it was typed, and `{name}` stands in its place [56]', () => {
    const { connection: kept, secrets } = keptAll({ ...everywhere, accountUrl: 'https://api.example.com/{api_token}' });
    expect(kept).toMatchObject({
      accessTokenUrl: 'https://auth.example.com/token?api_key={api_key}&x=1',
      extraTokenParameters: { api_key: '{api_key_2}', audience: 'all' },
      apiHeaders: { 'X-Api-Key': '{X_Api_Key}' },
      username: '{user}',
      variables: {},
      secretValues: ['api_token', 'api_key', 'user', 'api_key_2', 'X_Api_Key'],
    });
    const sent = withSecretValues(kept, secrets);
    expect(sent).toMatchObject({
      accessTokenUrl: 'https://auth.example.com/token?api_key=a%2Bb&x=1',
      accountUrl: 'https://api.example.com/canary',
      extraTokenParameters: { api_key: 'second', audience: 'all' },
      apiHeaders: { 'X-Api-Key': 'third' },
      username: stripe,
    });
    expect(apiHeadersOf(kept, (_owner, name) => secrets[name as keyof typeof secrets], undefined)).toEqual({
      headers: { 'X-Api-Key': 'third' },
      secrets: ['third'],
    });
    expect(new Set(hiddenNamesOf(kept))).toEqual(new Set(['api_key', 'X-Api-Key']));
  });

  it('is asked for where it is missing, and is no variable that the user has to fill in', () => {
    const { connection: kept } = keptAll({ accessTokenUrl: 'https://auth.example.com/token?api_key=abc' });
    expect(usedVariables(kept)).toEqual([]);
    expect(validateConnection(kept)).toEqual([]);
    expect(() => withSecretValues(kept, {})).toThrow('The secret value {api_key} is missing. Enter it again.');
    expect(usedSecretValues({ ...kept, accessTokenUrl: 'https://auth.example.com/token' })).toEqual([]);
  });

  it('leaves the token to the service that it came from [42]', () => {
    const { connection: kept } = keptAll({ accessTokenUrl: 'https://auth.example.com/token?api_key=abc' });
    const owner = ownerOf(kept);
    expect(owner.origins).toEqual(['https://auth.example.com']);
    const token = { owner, accessToken: 'a', tokenType: 'bearer', obtainedAt: 0 } as Parameters<
      typeof settingsChange
    >[1]; // what it looks at
    expect(settingsChange(kept, token)).toBeUndefined();
    const moved = { ...kept, accessTokenUrl: 'https://other.example.com/token?api_key={api_key}' };
    expect(settingsChange(moved, token)?.code).toBe('token.settings_changed');
  });

  it('does not become a part of a host', () => {
    const { connection: kept, secrets } = keptAll({
      variables: { api_token: 'a/b' },
      accountUrl: 'https://{api_token}.example.com/me',
    });
    expect(() => withSecretValues(kept, secrets)).toThrow('does not fit into the URL');
  });
});
