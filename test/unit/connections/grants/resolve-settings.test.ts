import { describe, expect, it } from 'vitest';
import {
  accountUrlOf,
  hostsOf,
  resolveOAuth1Settings,
  resolveOAuth2Settings,
} from '../../../../app/connections/grants/resolve-settings.ts';
import type { Connection } from '../../../../app/shared/connection/connection.ts';
import { standardTokenMapping } from '../../../../app/shared/connection/standard-mapping.ts';
import { connection } from '../../../servers/items.ts';
import { presetOf } from '../../oauth/presets.ts';

type Parts = Parameters<typeof resolveOAuth2Settings>[1];
const parts = (changes: Partial<Parts> = {}): Parts => ({
  preset: undefined,
  secrets: {},
  practiceOrigin: undefined,
  ...changes,
});
const oauth2 = (changes: Partial<Connection> = {}, more: Partial<Parts> = {}) =>
  resolveOAuth2Settings(connection(changes), parts(more));

describe('the settings of a connection', () => {
  it('have their variables filled in, and nothing where a field is blank', () => {
    const settings = oauth2({
      variables: { tenant: 'acme' },
      issuer: ' https://{tenant}.example.com ',
      authorizationUrl: 'https://{tenant}.example.com/authorize',
      accessTokenUrl: 'https://{tenant}.example.com/token',
      refreshUrl: ' ',
      revocationUrl: 'https://x.example/{clientId}/revoke',
      introspectionUrl: '',
      clientId: 'a/b',
    });
    expect(settings).toMatchObject({
      issuer: 'https://acme.example.com',
      authorizationUrl: 'https://acme.example.com/authorize',
      accessTokenUrl: 'https://acme.example.com/token',
      refreshUrl: undefined,
      revocationUrl: 'https://x.example/a%2Fb/revoke',
      introspectionUrl: undefined,
      deviceAuthorizationUrl: undefined,
      accountUrl: undefined,
    });
    expect(() => oauth2({ accessTokenUrl: 'https://{missing}.example.com/' })).toThrow(
      expect.objectContaining({ code: 'connection.variable_missing' }),
    );
  });

  it('take from a field only what the grant uses: what is left in others must not matter', () => {
    const left = { authorizationUrl: 'https://{missing}/', deviceAuthorizationUrl: 'https://{missing}/' };
    expect(oauth2({ ...left, grant: 'password' })).toMatchObject({ authorizationUrl: '' });
    const device = { grant: 'device_code', deviceAuthorizationUrl: 'https://x.example/device' } as const;
    expect(oauth2(device).deviceAuthorizationUrl).toBe('https://x.example/device');
  });

  it('hold no empty secret, which a public client must not send', () => {
    expect(oauth2({}, { secrets: { clientSecret: '' } }).clientSecret).toBeUndefined();
    expect(oauth2({}, { secrets: { clientSecret: 'hush' } }).clientSecret).toBe('hush');
  });

  it('repeat the scopes at a refresh only where the preset says so, and an own parameter wins', () => {
    const preset = { ...presetOf('shopify'), repeatScopesOnRefresh: true };
    const parameters = (changes: Partial<Connection>, repeats = true) =>
      oauth2(changes, { preset: repeats ? preset : undefined }).extraRefreshParameters;
    const names = { scopeSeparator: ',', scopeParameter: 'user_scope' } as const;
    const scopes = { ...names, scopes: ['a', 'b'] };
    expect(parameters(scopes)).toEqual({ user_scope: 'a,b' });
    expect(parameters(scopes, false)).toEqual({});
    expect(parameters({ ...scopes, scopes: [] })).toEqual({});
    expect(parameters({ ...scopes, extraRefreshParameters: { user_scope: 'c' } })).toEqual({ user_scope: 'c' });
  });

  it("take the preset's token mapping only where the connection has none of its own", () => {
    const ofPreset = { ...standardTokenMapping, accessToken: '/preset' };
    const own = { ...standardTokenMapping, account: '/own' };
    const preset = { ...presetOf('shopify'), tokenMapping: ofPreset };
    expect(oauth2({}, { preset }).tokenMapping).toEqual(ofPreset);
    expect(oauth2({ tokenMapping: own }, { preset }).tokenMapping).toEqual(own);
    expect(oauth2({ tokenMapping: own }).tokenMapping).toEqual(own);
  });

  it('know the practice service by its origin of now', () => {
    const accountUrl = ' {practice}/me/{id}';
    expect(accountUrlOf(connection({ accountUrl }), 'http://127.0.0.1:5000')).toBe('http://127.0.0.1:5000/me/{id}');
    expect(accountUrlOf(connection({ accountUrl }), undefined)).toBe('{practice}/me/{id}');
  });

  it('of OAuth1 without a login need no addresses of one', () => {
    const left = {
      grant: 'oauth1',
      requestUrl: 'https://{missing}/',
      authorizationUrl: 'https://{missing}/',
      accessTokenUrl: 'https://{missing}/',
      revocationUrl: ' ',
    } as const;
    const secrets = { clientSecret: 'hush', privateKey: '' };
    expect(resolveOAuth1Settings(connection({ ...left, tokenSource: 'own' }), parts({ secrets }))).toMatchObject({
      requestUrl: '',
      accessTokenUrl: '',
      clientSecret: 'hush',
      privateKey: undefined,
      revocationUrl: undefined,
    });
    expect(() => resolveOAuth1Settings(connection({ ...left, tokenSource: 'login' }), parts())).toThrow(
      expect.objectContaining({ code: 'connection.variable_missing' }),
    );
  });

  it('of OAuth1 name where a token is revoked, if anywhere', () => {
    const revocationUrl = 'https://{tenant}.example.com/revoke';
    const ours = connection({ grant: 'oauth1', revocationUrl, variables: { tenant: 'acme' } });
    expect(resolveOAuth1Settings(ours, parts()).revocationUrl).toBe('https://acme.example.com/revoke');
  });

  it('know from the preset which errors of a renewal mean more than they say', () => {
    const refreshErrors = { bad_token: 'invalid_grant' } as const;
    expect(oauth2({}, { preset: { ...presetOf('shopify'), refreshErrors } }).refreshErrors).toEqual(refreshErrors);
    expect(oauth2().refreshErrors).toEqual({});
  });
});

describe('the hosts that get the token', () => {
  const hosts = (patterns: string[], values?: Record<string, string>, changes: Partial<Connection> = {}) =>
    hostsOf(
      connection({ hosts: patterns, capturedValues: { instance: 'token:/url', region: 'token:/region' }, ...changes }),
      'http://127.0.0.1:5000',
      values,
    );

  it('are the patterns with variables and what the login brought [42]', () => {
    expect(hosts(['api.example.com', '*.{tenant}.example.com'], {}, { variables: { tenant: 'acme' } })).toEqual([
      'api.example.com',
      '*.acme.example.com',
    ]);
    expect(hosts(['api.{region}.example.com'], { region: 'eu' })).toEqual(['api.eu.example.com']);
    expect(hosts(['{instance}'], { instance: 'https://acme.example.com/path' })).toEqual(['acme.example.com']);
    expect(hosts(['{practice}'])).toEqual(['127.0.0.1:5000']);
    expect(hosts(['{base}'], {}, { variables: { base: 'api.example.com/v1' } })).toEqual(['api.example.com']);
    for (const [pattern, region, host] of [
      ['api.{region}', 'eu.example.com', 'api.eu.example.com'],
      ['{region}.example.com', 'eu', 'eu.example.com'],
    ] as const)
      expect(hosts([pattern], { region })).toEqual([host]);
  });

  it('are nobody where a pattern cannot be filled in, or what came is no part of a host [42]', () => {
    expect(hosts(['{missing}', 'api.example.com'])).toEqual(['api.example.com']);
    expect(hosts(['{instance}'])).toEqual([]);
    expect(hosts(['{instance}'], { instance: 'no host!' })).toEqual([]);
    for (const region of ['evil.example/', 'a@b', '', 'a b', '*'])
      expect(hosts(['api.{region}.example.com'], { region })).toEqual([]);
    // What a login brings counts only where the connection wants it captured.
    expect(hosts(['{other}'], { other: 'https://evil.example' })).toEqual([]);
    expect(hosts(['api.{other}.example.com'], { other: 'evil' })).toEqual([]);
    expect(hosts(['{toString}'], {}, { capturedValues: {} })).toEqual([]);
  });
});
