import { describe, expect, it } from 'vitest';
import type { Connection } from '../../../../app/shared/connection/connection.ts';
import { usedVariables, validateConnection } from '../../../../app/shared/connection/validate.ts';
import { inEnglish } from '../../../servers/english.ts';
import { connection } from '../../../servers/items.ts';

const messages = (changes: Partial<Connection>) => inEnglish(validateConnection(connection(changes)));
const nothing = { authorizationUrl: '', callbackUrl: '' };

describe('accepts', () => {
  it.each<[string, Partial<Connection>]>([
    ['client credentials without a callback and an authorization URL', { grant: 'client_credentials', ...nothing }],
    [
      'a device code with its URL alone',
      { grant: 'device_code', ...nothing, deviceAuthorizationUrl: 'https://auth.example.com/device' },
    ],
    ['an https callback URL with the system browser: it is pasted', { window: 'browser' }],
    ['a loopback callback URL with the system browser', { window: 'browser', callbackUrl: 'http://127.0.0.1:8080/cb' }],
    [
      'every URL that a service can have',
      {
        issuer: 'https://auth.example.com/realms/one',
        refreshUrl: 'https://auth.example.com/refresh',
        introspectionUrl: 'https://auth.example.com/introspect',
        accountUrl: 'https://api.example.com/me?fields=name',
      },
    ],
    [
      'an account URL and hosts with captured values',
      {
        capturedValues: { instance_url: 'token:/instance_url', realmId: 'callback:realmId' },
        accountUrl: '{instance_url}/services/oauth2/userinfo',
        hosts: ['{instance_url}'],
      },
    ],
    [
      'a token in a header of its own',
      { tokenPlacement: { in: 'header', name: 'X-Shopify-Access-Token', prefix: '' } },
    ],
    ['a token in a parameter', { tokenPlacement: { in: 'query', name: 'access_token', prefix: '' } }],
    [
      'pointers',
      { accountPointer: '/user/0/na~1me', tokenMapping: { ...connection().tokenMapping, accessToken: '/a' } },
    ],
    // What another grant left in its fields must not matter.
    [
      'OAuth1 whatever the fields of OAuth2 hold',
      {
        grant: 'oauth1',
        requestUrl: 'https://auth.example.com/request',
        issuer: 'nonsense',
        refreshUrl: 'nonsense',
        introspectionUrl: 'nonsense',
        accountUrl: 'nonsense',
      },
    ],
  ])('%s', (_name, changes) => {
    expect(messages(changes)).toEqual([]);
  });
});

const device = { grant: 'device_code', ...nothing } as const;
const pointers = connection().tokenMapping;

it.each<[Partial<Connection>, string, string]>([
  [{ grant: 'client_credentials', clientAuthentication: 'none' }, 'clientAuthentication', 'need a client secret'],
  [{ grant: 'client_credentials', accessTokenUrl: '' }, 'accessTokenUrl', 'missing'],
  [device, 'deviceAuthorizationUrl', 'missing'],
  [
    { ...device, deviceAuthorizationUrl: 'http://auth.example.com/device' },
    'deviceAuthorizationUrl',
    'others could read',
  ],
  [{ issuer: 'auth.example.com' }, 'issuer', 'complete URL'],
  [{ issuer: 'https://auth.example.com/?tenant=1' }, 'issuer', 'after ?'],
  [{ refreshUrl: 'http://auth.example.com/refresh' }, 'refreshUrl', 'others could read'],
  [{ introspectionUrl: 'https://auth.example.com/x#y' }, 'introspectionUrl', 'after #'],
  [{ accountUrl: 'example' }, 'accountUrl', 'complete URL'],
  [{ accountUrl: '{instance_url}/me', variables: { instance_url: 'x' } }, 'accountUrl', 'complete URL'],
  [{ accountUrl: 'https://api.example.com/{realmId}/me' }, 'variables.realmId', 'which the URLs need'],
  [{ refreshUrl: 'https://{tenant}.example.com/' }, 'variables.tenant', 'which the URLs need'],
  [{ tokenPlacement: { in: 'header', name: 'Cookie', prefix: '' } }, 'tokenPlacement', 'cannot carry'],
  [{ tokenPlacement: { in: 'header', name: 'host', prefix: '' } }, 'tokenPlacement', 'is set by Tokenboard'],
  [{ tokenPlacement: { in: 'header', name: 'Content-Length', prefix: '' } }, 'tokenPlacement', 'cannot carry'],
  [{ tokenPlacement: { in: 'header', name: 'Accept', prefix: '' } }, 'tokenPlacement', 'cannot carry'],
  [{ tokenPlacement: { in: 'header', name: 'X Token', prefix: '' } }, 'tokenPlacement', 'letters'],
  [{ tokenPlacement: { in: 'header', name: 'X-Token', prefix: 'a\r\nHost: b' } }, 'tokenPlacement', 'character'],
  [{ tokenPlacement: { in: 'query', name: 'a&b', prefix: '' } }, 'tokenPlacement', 'letters'],
  [{ apiHeaders: { Host: 'evil.example' } }, 'apiHeaders', 'is set by Tokenboard'],
  [{ apiHeaders: { 'X Version': '1' } }, 'apiHeaders', 'letters'],
  [{ apiHeaders: { Version: '1\n' } }, 'apiHeaders', 'must not contain'],
  [{ apiHeaders: { Version: '1', version: '2' } }, 'apiHeaders', 'twice'],
  [{ apiHeaders: { authorization: 'x' } }, 'apiHeaders', 'carries the token'],
  [{ tokenHeaders: [{ name: 'Host', value: 'evil.example', secret: false }] }, 'tokenHeaders', 'is set by Tokenboard'],
  [
    { tokenHeaders: [{ name: 'Content-Type', value: 'text/plain', secret: false }] },
    'tokenHeaders',
    'is set by Tokenboard',
  ],
  [
    { clientAuthentication: 'basic', tokenHeaders: [{ name: 'authorization', value: 'x', secret: false }] },
    'tokenHeaders',
    'set by Tokenboard',
  ],
  [{ tokenHeaders: [{ name: 'X Key', value: '1', secret: false }] }, 'tokenHeaders', 'letters'],
  [{ tokenHeaders: [{ name: 'Origin', value: '', secret: false }] }, 'tokenHeaders', 'Enter the value'],
  [{ tokenHeaders: [{ name: ' ', value: '1', secret: false }] }, 'tokenHeaders', 'Enter the name'],
  [
    {
      tokenHeaders: [
        { name: 'X-Key', value: '', secret: true },
        { name: 'x-key', value: '', secret: true },
      ],
    },
    'tokenHeaders',
    'twice',
  ],
  [{ extraAuthorizationParameters: { state: '1' } }, 'extraAuthorizationParameters', 'set by Tokenboard'],
  [{ extraAuthorizationParameters: { 'a b': '1' } }, 'extraAuthorizationParameters', 'is not a parameter name'],
  [{ extraTokenParameters: { client_secret: 'x' } }, 'extraTokenParameters', 'set by Tokenboard'],
  [{ extraRefreshParameters: { refresh_token: 'x' } }, 'extraRefreshParameters', 'set by Tokenboard'],
  [{ extraRefreshParameters: { more: 'x\ny' } }, 'extraRefreshParameters', 'line break'],
  [
    {
      ...device,
      deviceAuthorizationUrl: 'https://auth.example.com/device',
      extraAuthorizationParameters: { client_id: 'x' },
    },
    'extraAuthorizationParameters',
    'set by Tokenboard',
  ],
  [{ scopeParameter: '' }, 'scopeParameter', 'usually call it scope'],
  [{ scopeParameter: 'user scope' }, 'scopeParameter', 'parameters must not contain'],
  [{ scopeParameter: 'redirect_uri' }, 'scopeParameter', 'set by Tokenboard'],
  [{ accountPointer: 'name' }, 'accountPointer', 'slashes'],
  [{ tokenMapping: { ...pointers, tokenPointer: '/a~2' } }, 'tokenMapping', 'slashes'],
  [{ capturedValues: { instance: 'instance_url' } }, 'capturedValues', 'Enter the source of'],
  [{ capturedValues: { instance: 'token:instance_url' } }, 'capturedValues', 'Enter the source of'],
  [{ capturedValues: { realm: 'callback:' } }, 'capturedValues', 'Enter the source of'],
  [{ capturedValues: { 'a-b': 'callback:x' } }, 'capturedValues', 'cannot be used in a URL'],
  [{ capturedValues: { shop: 'callback:shop' }, variables: { shop: 'mine' } }, 'capturedValues', 'already a variable'],
  [{ capturedValues: { practice: 'callback:x' } }, 'capturedValues', 'already a variable'],
])('says what is wrong with %j at %s: %s', (changes, field, words) => {
  expect(messages(changes)).toEqual([{ field, message: expect.stringContaining(words) }]);
});

it('asks the user for no value that a login brings', () => {
  const changes = {
    capturedValues: { instance_url: 'token:/instance_url' },
    accountUrl: '{instance_url}/{version}/me',
    hosts: ['{instance_url}', '{shop}.example.com'],
  };
  expect(usedVariables(connection(changes))).toEqual(['version', 'shop']);
});
