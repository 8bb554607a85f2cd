import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { connectionSchema } from '../../../../../app/shared/connection/connection.ts';
import { type Grant, grants } from '../../../../../app/shared/connection/grant-names.ts';
import {
  definitionOf,
  grantDefinitions,
  hasCallback,
  isWithoutLogin,
  neededSecrets,
  protocolOf,
  requestUrlsOf,
  usesField,
} from '../../../../../app/shared/connection/grants/definitions.ts';
import { type TokenSource, tokenSources } from '../../../../../app/shared/connection/token-sources.ts';
import { connection } from '../../../../servers/items.ts';

const choices = grants.flatMap((grant) => tokenSources.map((tokenSource) => ({ grant, tokenSource })));
const login = (grant: Grant) => ({ grant, tokenSource: 'login' as const });

it.each<[Grant, TokenSource, string[], boolean]>([
  ['authorization_code', 'login', ['authorizationUrl', 'accessTokenUrl'], true],
  ['password', 'login', ['accessTokenUrl'], false],
  ['oauth1', 'login', ['requestUrl', 'authorizationUrl', 'accessTokenUrl'], true],
  ['oauth1', 'own', [], false],
  ['oauth1', 'none', [], false],
  ['client_credentials', 'login', ['accessTokenUrl'], false],
  ['device_code', 'login', ['deviceAuthorizationUrl', 'accessTokenUrl'], false],
])('%s with the token source %s is requested at %j', (grant, tokenSource, urls, isCalledBack) => {
  const choice = { grant, tokenSource };
  expect(requestUrlsOf(choice)).toEqual(urls);
  expect(hasCallback(choice)).toBe(isCalledBack);
  expect(isWithoutLogin(choice)).toBe(urls.length === 0);
});

describe('the fields of a connection', () => {
  /** They belong to every connection, whatever its grant. */
  const general = ['id', 'name', 'presetId', 'grant', 'variables', 'secretValues', 'inTheOpen'];

  it('belong to a grant each, or to every connection', () => {
    const unused = connectionSchema.keyof().options.filter((field) => !choices.some((each) => usesField(each, field)));
    expect(unused).toEqual(general);
  });

  it('are said once: a grant does not repeat those of its protocol', () => {
    for (const choice of choices) {
      const { protocol, fields } = definitionOf(choice);
      const all = [...protocol.fields(choice), ...fields(choice)];
      expect(all.filter((field, index) => all.indexOf(field) !== index)).toEqual([]);
    }
  });

  it('that an OAuth2 grant leaves to its protocol are the same for all of them', () => {
    const ofOAuth2 = grants.filter((grant) => protocolOf({ grant }).name === 'oauth2');
    for (const field of ['issuer', 'scopes', 'clientAuthentication', 'introspectionUrl', 'tokenPlacement'] as const) {
      expect(ofOAuth2.filter((grant) => !usesField(login(grant), field))).toEqual([]);
      expect(usesField(login('oauth1'), field)).toBe(false);
    }
  });

  it('with a problem are those that the grant uses', () => {
    const empty = { username: '', clientAuthentication: 'none' as const };
    const found = grants.flatMap((grant) =>
      (grantDefinitions[grant].problems?.(connection({ ...empty, grant })) ?? []).map((each) => ({ grant, ...each })),
    );
    const shown = found.filter(({ grant, field }) =>
      connectionSchema.keyof().options.some((each) => each === field && usesField(login(grant), each)),
    );
    expect(shown).toEqual(found);
    expect(found.map(({ grant, field }) => [grant, field])).toEqual(
      expect.arrayContaining([
        ['password', 'username'],
        ['client_credentials', 'clientAuthentication'],
      ]),
    );
  });
});

it('names each OAuth2 grant as discovery documents do, and none twice', () => {
  const types = grants.map((grant) => grantDefinitions[grant].grantType);
  expect(new Set(types).size).toBe(grants.length);
  for (const grant of grants)
    expect(grantDefinitions[grant].grantType === undefined).toBe(protocolOf({ grant }).name === 'oauth1');
});

it.each([
  [{}, ['clientSecret']],
  [{ clientAuthentication: 'none' as const }, []],
  [{ grant: 'password' as const }, ['clientSecret', 'password']],
  [{ grant: 'oauth1' as const }, ['clientSecret']],
  [{ grant: 'oauth1' as const, clientAuthentication: 'none' as const }, ['clientSecret']],
  [{ grant: 'oauth1' as const, signatureMethod: 'RSA-SHA1' as const }, ['privateKey']],
  [{ grant: 'oauth1' as const, tokenSource: 'own' as const }, ['clientSecret', 'ownToken', 'ownTokenSecret']],
  // RFC 5849 §3.4.3
  [
    { grant: 'oauth1' as const, tokenSource: 'own' as const, signatureMethod: 'RSA-SHA1' as const },
    ['privateKey', 'ownToken'],
  ],
  [{ grant: 'oauth1' as const, tokenSource: 'none' as const }, ['clientSecret']],
])('asks with %j for the secrets %j', (changes, names) => {
  expect(neededSecrets(connection(changes)).map(({ name }) => name)).toEqual(names);
});

it.each<[Grant, boolean, boolean, boolean]>([
  ['authorization_code', true, true, false],
  ['password', false, false, false],
  ['password', true, true, true],
  ['client_credentials', false, false, true],
  ['device_code', true, true, false],
  ['oauth1', true, true, false],
])('%s, password remembered %s and there %s: is asked again without the user: %s', (grant, remembered, has, again) => {
  expect(definitionOf({ grant }).asksAgain(connection({ grant, rememberPassword: remembered }), has)).toBe(again);
});

it('asks with a password again only where it is remembered and there', () => {
  const { asksAgain } = grantDefinitions.password;
  expect(asksAgain(connection({ rememberPassword: true }), false)).toBe(false);
  expect(asksAgain(connection({ rememberPassword: false }), true)).toBe(false);
});

it('is asked for what a grant can do: no code compares the name of a grant or of a data format', () => {
  const root = fileURLToPath(new URL('../../../../../', import.meta.url));
  const comparison = /\b(?:grant|format)\)?\s*[!=]==\s*'|switch \([^)]*\b(?:grant|format)\)/;
  expect("if (connection.grant === 'oauth1')").toMatch(comparison);
  const sources = ['app', 'renderer'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
  );
  const found = sources.filter(
    (path) => /\.tsx?$/.test(path) && comparison.test(readFileSync(join(root, path), 'utf8')),
  );
  expect(sources.length).toBeGreaterThan(500);
  expect(found).toEqual([]);
});
