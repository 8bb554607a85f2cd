import { expect, it } from 'vitest';
import {
  hostsOf,
  resolveOAuth1Settings,
  resolveOAuth2Settings,
} from '../../../../app/connections/grants/resolve-settings.ts';
import { hostPatternProblem, matchesHost } from '../../../../app/shared/connection/allowed-hosts.ts';
import { fillKnown, fillTemplate } from '../../../../app/shared/connection/template.ts';
import { validateConnection } from '../../../../app/shared/connection/validate.ts';
import { formatEnglish } from '../../../../app/shared/messages/format.ts';
import { presetSchema } from '../../../../app/shared/preset/preset.ts';
import { inEnglish } from '../../../servers/english.ts';
import { connection } from '../../../servers/items.ts';

it.each([
  ['api.example.com', 'https://api.example.com/x', true],
  ['API.Example.com', 'https://api.example.com/', true],
  ['api.example.com', 'https://api.example.com:443/', true],
  ['api.example.com', 'https://api.example.com:8443/', false],
  ['api.example.com:8443', 'https://api.example.com:8443/', true],
  ['api.example.com', 'https://evil-api.example.com/', false],
  ['api.example.com', 'https://api.example.com.evil.com/', false],
  ['api.example.com', 'https://api.example.com@evil.com/', false],
  ['*.example.com', 'https://a.b.example.com/', true],
  ['*.example.com', 'https://example.com/', false],
  ['*.example.com', 'https://notexample.com/', false],
  ['*.com', 'https://example.com/', false],
  ['*', 'https://example.com/', false],
  ['', 'https://example.com/', false],
  ['127.0.0.1:80', 'http://127.0.0.1/', true],
  ['bücher.example', 'https://xn--bcher-kva.example/', true],
])('decides that the pattern %s and %s belong together: %s [42]', (pattern, url, expected) => {
  expect(matchesHost(pattern, new URL(url))).toBe(expected);
});

const hostProblem = (pattern: string) => {
  const problem = hostPatternProblem(pattern);
  return problem && formatEnglish(problem);
};

it('explains a host pattern that could not match', () => {
  expect(hostProblem('https://api.example.com')).toContain('without https://');
  expect(hostProblem('api.example.com/v1')).toContain('such as');
  expect(hostPatternProblem('*.example.com')).toBeUndefined();
});

it('fills variables in and refuses a value that would make another URL of it', () => {
  const url = 'https://{host}/{tenant}/token';
  expect(fillTemplate(url, { host: 'git.example.com', tenant: 'a.b-c' })).toBe('https://git.example.com/a.b-c/token');
  for (const host of ['evil.com/?', 'a@evil.com', 'evil.com#', 'evil.com\\', '../x', 'a b', 'https://evil.com'])
    expect(() => fillTemplate(url, { host, tenant: 'x' })).toThrow(
      expect.objectContaining({ code: 'connection.variable_invalid', details: { variable: 'host' } }),
    );
  for (const variables of [{ host: 'h' }, { host: 'h', tenant: ' ' }])
    expect(() => fillTemplate(url, variables)).toThrow(
      expect.objectContaining({ code: 'connection.variable_missing', details: { variable: 'tenant' } }),
    );
  expect(() => fillTemplate('{constructor}', {})).toThrow(
    expect.objectContaining({ code: 'connection.variable_missing' }),
  );
  expect(fillKnown('https://x/?q={"a":{b}}&p={practice}', { practice: 'P' })).toBe('https://x/?q={"a":{b}}&p=P');
});

it('takes no value that would end a host before the rest of it [42]', () => {
  const url = 'https://{shop}.example.com/{tenant}/token';
  expect(fillTemplate(url, { shop: 'a--b.sandbox', tenant: 'x/y' })).toBe('https://a--b.sandbox.example.com/x/y/token');
  for (const shop of ['evil.com/', 'evil.com/x', 'evil.com:443/x'])
    expect(() => fillTemplate(url, { shop, tenant: 'x' })).toThrow(
      expect.objectContaining({ code: 'connection.variable_invalid', details: { variable: 'shop' } }),
    );
  const changes = { accessTokenUrl: url, hosts: ['{shop}.example.com'] };
  expect(hostsOf(connection({ ...changes, variables: { shop: 'evil.com/', tenant: 'x' } }), undefined)).toEqual([]);
  expect(
    inEnglish(validateConnection(connection({ ...changes, variables: { shop: 'evil.com/', tenant: 'x/y' } }))),
  ).toEqual([{ field: 'variables.shop', message: expect.any(String) }]);
});

it('gives the token to nobody when a host pattern cannot be filled in', () => {
  expect(hostsOf(connection({ hosts: ['{practice}', '{shop}.example.com', 'a.example.com'] }), undefined)).toEqual([
    'a.example.com',
  ]);
  expect(hostsOf(connection({ hosts: ['{practice}'] }), 'http://127.0.0.1:4000')).toEqual(['127.0.0.1:4000']);
});

it('accepts a sound connection of each grant', () => {
  expect(validateConnection(connection())).toEqual([]);
  expect(
    validateConnection(connection({ grant: 'password', authorizationUrl: '', callbackUrl: '', username: 'ann' })),
  ).toEqual([]);
  expect(validateConnection(connection({ grant: 'oauth1', requestUrl: 'https://auth.example.com/request' }))).toEqual(
    [],
  );
  expect(
    validateConnection(
      connection({ authorizationUrl: '{practice}/a', accessTokenUrl: '{practice}/t', hosts: ['{practice}'] }),
    ),
  ).toEqual([]);
});

it.each([
  [{ accessTokenUrl: '' }, 'accessTokenUrl', 'missing'],
  [{ accessTokenUrl: 'auth.example.com/token' }, 'accessTokenUrl', 'https://'],
  [{ accessTokenUrl: 'http://auth.example.com/token' }, 'accessTokenUrl', 'others could read'],
  [{ accessTokenUrl: 'http://localhost.evil.com/token' }, 'accessTokenUrl', 'others could read'],
  [{ accessTokenUrl: 'https://user:pw@auth.example.com/token' }, 'accessTokenUrl', 'password'],
  [{ authorizationUrl: 'https://auth.example.com/authorize#x' }, 'authorizationUrl', 'after #'],
  [{ authorizationUrl: 'javascript:alert(1)' }, 'authorizationUrl', 'https://'],
  [{ authorizationUrl: 'https://www.peakboard.com/oauth2-callback/' }, 'authorizationUrl', 'is the callback URL'],
  [{ callbackUrl: '' }, 'callbackUrl', 'missing'],
  [{ callbackUrl: 'https://www.peakboard.com/oauth2-callback/ ' }, 'callbackUrl', 'starts or ends with a space'],
  [{ callbackUrl: 'http://www.peakboard.com/oauth2-callback/' }, 'callbackUrl', 'https://'],
  [{ callbackUrl: 'javascript:1' }, 'callbackUrl', 'https://'],
  [{ window: 'browser', callbackUrl: 'com.example.app:/callback' }, 'callbackUrl', 'http://127.0.0.1/'],
  [{ clientId: ' ' }, 'clientId', 'client ID'],
  [{ clientId: 'abc ' }, 'clientId', 'space'],
  [{ scopes: ['read write'] }, 'scopes', 'several'],
  [{ scopes: ['read,write'], scopeSeparator: ',' }, 'scopes', 'several'],
  [{ scopes: ['a', 'b', 'a'] }, 'scopes', 'twice'],
  [{ scopes: ['a"b'] }, 'scopes', 'character'],
  [{ hosts: ['https://api.example.com'] }, 'hosts', 'without'],
  [{ accessTokenUrl: 'https://{tenant}.example.com/token' }, 'variables.tenant', 'which the URLs need'],
  [{ hosts: ['{shop}.example.com'], variables: { shop: 'a/../b' } }, 'variables.shop', 'letters'],
  [{ grant: 'password' }, 'username', 'user name'],
  [{ grant: 'oauth1' }, 'requestUrl', 'missing'],
] as const)('says what is wrong with %j at %s: %s', (changes, field, words) => {
  const changed = connection(JSON.parse(JSON.stringify(changes)));
  expect(inEnglish(validateConnection(changed))).toEqual([{ field, message: expect.stringContaining(words) }]);
});

it('makes settings with the quirks of the preset, filled in, and no empty client secret', () => {
  const preset = presetSchema.parse({
    id: 'p',
    name: 'P',
    badge: { letters: 'P', color: '#000000' },
    description: '',
    consoleUrl: '',
    grant: 'authorization_code',
    accessTokenUrl: 'x',
    scopes: [],
    repeatScopesOnRefresh: true,
    tokenMapping: { tokenPointer: '/authed_user' },
    hosts: [],
    category: 'development',
    checked: '2026-11-29',
    confidence: 'high',
    sources: ['x'],
  });
  const made = resolveOAuth2Settings(
    connection({
      accessTokenUrl: ' https://{tenant}/token ',
      variables: { tenant: 'login.example.com' },
      scopes: ['a', 'b'],
      extraRefreshParameters: { more: '1' },
    }),
    { preset, secrets: { clientSecret: '' }, practiceOrigin: undefined },
  );
  expect(made).toMatchObject({
    accessTokenUrl: 'https://login.example.com/token',
    revocationUrl: undefined,
    clientSecret: undefined,
    callbackUrl: 'https://www.peakboard.com/oauth2-callback/',
    extraRefreshParameters: { scope: 'a b', more: '1' },
    tokenMapping: { tokenPointer: '/authed_user' },
  });
  const oauth1 = resolveOAuth1Settings(connection({ grant: 'oauth1', requestUrl: '{practice}/r' }), {
    preset: undefined,
    secrets: { privateKey: 'PEM' },
    practiceOrigin: 'http://127.0.0.1:1',
  });
  expect(oauth1).toMatchObject({ requestUrl: 'http://127.0.0.1:1/r', privateKey: 'PEM' });
});
