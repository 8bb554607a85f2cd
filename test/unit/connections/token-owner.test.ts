import { describe, expect, it } from 'vitest';
import { ownerOf, settingsChange } from '../../../app/connections/token-owner.ts';
import type { TokenSet } from '../../../app/oauth/token-set.ts';
import type { Connection } from '../../../app/shared/connection/connection.ts';
import { connection } from '../../servers/items.ts';

const tokenOf = (changes: Partial<Connection> = {}): TokenSet => ({
  accessToken: 'a',
  tokenType: 'Bearer',
  obtainedAt: 0,
  owner: ownerOf(connection(changes)),
});
const codeOf = (changes: Partial<Connection>, token = tokenOf()) => settingsChange(connection(changes), token)?.code;

describe('whom a token belongs to', () => {
  it('is the service of its token and refresh URLs, and the client', () => {
    expect(ownerOf(connection({ clientId: ' client ' }))).toEqual({
      origins: ['https://auth.example.com'],
      clientId: 'client',
    });
    expect(ownerOf(connection({ refreshUrl: 'https://refresh.example/x' })).origins).toEqual([
      'https://auth.example.com',
      'https://refresh.example',
    ]);
    expect(ownerOf(connection({ accessTokenUrl: 'not a URL' })).origins).toEqual([]);
  });

  it('is by name at the practice service, whose origin is another at each start', () => {
    expect(ownerOf(connection({ accessTokenUrl: ' {practice}/token' })).origins).toEqual(['{practice}']);
  });

  it('is found where a variable stands in the host, and a secret in the path', () => {
    const changes = {
      accessTokenUrl: 'https://{region}.example.com/{key}/token',
      variables: { region: 'eu' },
      secretValues: ['key'],
    };
    expect(ownerOf(connection(changes)).origins).toEqual(['https://eu.example.com']);
  });
});

describe('a token', () => {
  it.each([
    ['another path', { accessTokenUrl: 'https://auth.example.com/v2/token' }],
    ['blanks around the client ID', { clientId: ' client ' }],
    ['blanks around the URL', { accessTokenUrl: ' https://auth.example.com/token ' }],
    ['a refresh URL that is blank', { refreshUrl: ' ' }],
    ['a refresh URL of the same service', { refreshUrl: 'https://auth.example.com/refresh' }],
    // Nothing can be sent there, so nobody sees the token.
    ['a URL that cannot be read', { accessTokenUrl: 'https://' }],
  ])('stays with its settings after %s [31]', (_, changes) => {
    expect(codeOf(changes)).toBeUndefined();
  });

  it.each([
    ['another host', { accessTokenUrl: 'https://evil.example/token' }],
    ['another port', { accessTokenUrl: 'https://auth.example.com:444/token' }],
    ['another scheme', { accessTokenUrl: 'http://auth.example.com/token' }],
    ['another refresh URL', { refreshUrl: 'https://evil.example/refresh' }],
    ['another client', { clientId: 'other' }],
    ['a client ID in capitals', { clientId: 'Client' }],
    ['the practice service', { accessTokenUrl: '{practice}/token' }],
  ])('is not for %s [31]', (_, changes) => {
    expect(codeOf(changes)).toBe('token.settings_changed');
  });

  it('that came by a refresh URL of its own is good at either address [31]', () => {
    const token = tokenOf({ refreshUrl: 'https://refresh.example/x' });
    expect(codeOf({ refreshUrl: 'https://refresh.example/y' }, token)).toBeUndefined();
    expect(codeOf({}, token)).toBeUndefined();
  });

  it('of an older version, which names no owner, is trusted', () => {
    const { owner: _, ...older } = tokenOf();
    expect(codeOf({ clientId: 'other' }, older)).toBeUndefined();
  });
});
