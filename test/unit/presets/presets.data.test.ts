import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { safeForUrl } from '../../../app/oauth/captured-values.ts';
import { languageCodes } from '../../../app/shared/messages/languages.ts';
import { type Preset, presetSchema } from '../../../app/shared/preset/preset.ts';
import { presetIn } from '../../../app/shared/preset/preset-in.ts';
import { presetJsonSchema } from '../../../scripts/preset-schema.ts';

const folder = join(import.meta.dirname, '../../../presets');
const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
const files = readdirSync(folder).filter((file) => file.endsWith('.json') && file !== 'preset.schema.json');
const presets = files.map((file): [string, Preset] => [file, presetSchema.parse(read(file))]);

/** RFC 6749 §4.1.1, §4.1.3, §6 and RFC 7636 §4: what the grants themselves send. */
const reserved = [
  'access_token client_id client_secret code code_challenge code_challenge_method code_verifier grant_type',
  'nonce password redirect_uri refresh_token response_mode response_type scope state token username device_code',
]
  .join(' ')
  .split(' ');

const endpoints = (preset: Preset) =>
  [
    preset.issuer,
    preset.requestUrl,
    preset.authorizationUrl,
    preset.deviceAuthorizationUrl,
    preset.accessTokenUrl,
    preset.refreshUrl,
    preset.revocationUrl,
    preset.introspectionUrl,
  ].filter((url) => url !== '');
/** What is asked with the token. */
const data = (preset: Preset) =>
  [preset.accountUrl, ...preset.samples.map(({ url }) => url)].filter((url) => url !== '');
/** What else may hold variables. */
const otherTexts = (preset: Preset) => [
  ...[
    preset.extraAuthorizationParameters,
    preset.extraTokenParameters,
    preset.extraRefreshParameters,
    preset.apiHeaders,
  ]
    .flatMap((texts) => Object.values(texts))
    .concat(preset.scopes.map(({ value }) => value)),
];
/** What logins at these services bring, for example. */
const captured: Record<string, string> = {
  accessUrl: 'https://api.eu.surveymonkey.com',
  apiDomain: 'https://www.zohoapis.eu',
  apiHost: 'app-eu.wrike.com',
  businessId: '5b0fbd1f-6b0c-4d3c-9a0e-1f0b6e0f2a11',
  gongApi: 'https://us-12345.api.gong.io',
  instanceUrl: 'https://acme.my.salesforce.com',
  locationId: 've9EPM428h8vShlRW1KT',
  merchantId: 'K5NTB8EFHKJX1',
  pipedriveApi: 'https://acme.pipedrive.com',
  realmId: '4620816365',
};
const links = (preset: Preset) =>
  [preset.consoleUrl, preset.documentationUrl, preset.removal?.url, ...(preset.practice ? [] : preset.sources)].filter(
    (url) => url !== undefined && url !== '',
  );
const variablesIn = (texts: string[]) => texts.flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map((hit) => hit[1]));
const filled = (text: string) =>
  text
    .replaceAll('{practice}', 'http://127.0.0.1:1')
    .replaceAll(/\{(\w+)\}/g, (_, name: string) => captured[name] ?? 'filled');

function covers(pattern: string, host: string): boolean {
  const wanted = filled(pattern).replace('http://', '');
  return wanted.startsWith('*.') ? host.endsWith(wanted.slice(1)) : host === wanted;
}

describe('the presets', () => {
  it('have a JSON Schema for editors that says the same as the schema in code', () => {
    expect(read('preset.schema.json')).toEqual(presetJsonSchema());
  });

  it('have names that tell them apart', () => {
    const names = presets.map(([, preset]) => preset.name);
    expect(new Set(names).size).toBe(names.length);
  });
});

/** The texts that a preset has, by their names in `translations`: which scopes and variables, and how many notes. */
const textsOf = (preset: Preset) => ({
  description: true,
  ...(preset.removal && { removal: true }),
  ...(preset.windowReason !== undefined && { windowReason: true }),
  ...(preset.refreshTokens.note !== undefined && { refreshTokensNote: true }),
  ...(preset.scopes.length > 0 && { scopes: preset.scopes.map(({ value }) => value) }),
  ...(preset.variables.length > 0 && { variables: preset.variables.map(({ name }) => name) }),
  ...(preset.notes.length > 0 && { notes: preset.notes.length }),
  ...(preset.statusNote !== undefined && { statusNote: true }),
  ...(preset.callback.note !== undefined && { callbackNote: true }),
  ...(preset.steps.length > 0 && { steps: preset.steps.length }),
  ...(preset.samples.length > 0 && { samples: preset.samples.length }),
});
/** Every string of a translation, however deep. */
const allTexts = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : typeof value === 'object' ? Object.values(value ?? {}).flatMap(allTexts) : [];

const translatedInto = languageCodes.filter((language) => language !== 'en');

describe.each(translatedInto)('the translations of presets: %s', (language) => {
  it.each(presets)('translate every text of the preset, and nothing that it does not have: %s', (_, preset) => {
    const translation = preset.translations[language];
    const { name, scopes, variables, notes, steps, samples, ...sentences } = translation ?? {};
    // Arrays compare in order: scopes and variables are written in the order of the English ones.
    expect({
      ...Object.fromEntries(Object.keys(sentences).map((field) => [field, true])),
      ...(scopes && { scopes: Object.keys(scopes) }),
      ...(variables && { variables: Object.keys(variables) }),
      ...(notes && { notes: notes.length }),
      ...(steps && { steps: steps.length }),
      ...(samples && { samples: samples.length }),
    }).toEqual(textsOf(preset));
    // The name of a service is the same everywhere; that of the practice service is a description.
    expect(name !== undefined).toBe(preset.practice);
    for (const text of allTexts(translation)) expect(text).not.toBe('');
  });

  it('have names that tell them apart', () => {
    const names = presets.map(([, preset]) => presetIn(preset, language).name);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe.each(presets)('%s', (file, preset) => {
  it('has a description that fits a tile of the start page, in every language', () => {
    const descriptions = languageCodes.map((language) => presetIn(preset, language).description);
    expect(preset.practice ? [] : descriptions.filter((description) => description.length > 60)).toEqual([]);
  });

  it('is named after its id and points editors to the schema', () => {
    expect(`${preset.id}.json`).toBe(file);
    expect(preset.$schema).toBe('./preset.schema.json');
  });

  it('has https endpoints, or those of the practice service [25]', () => {
    const start = preset.practice ? '{practice}/' : 'https://';
    for (const url of [...endpoints(preset), ...data(preset)]) {
      const isCaptured = Object.keys(preset.capturedValues).some((name) => url.startsWith(`{${name}}/`));
      expect(isCaptured || url.startsWith(start) || url === preset.issuer, url).toBe(true);
      expect(new URL(filled(url)).hash).toBe('');
    }
    if (preset.issuer !== '' && !preset.practice) expect(preset.issuer.startsWith(start)).toBe(true);
    for (const link of links(preset)) expect(new URL(link ?? '').protocol).toBe('https:');
  });

  it('has the endpoints that its grants need, and no others', () => {
    const offered = [preset.grant, ...preset.otherGrants];
    const hasLogin = preset.tokenSources.includes('login');
    expect(preset.accessTokenUrl !== '').toBe(hasLogin);
    const hasPage = offered.includes('authorization_code') || offered.includes('oauth1');
    expect(preset.authorizationUrl !== '').toBe(hasLogin && hasPage);
    expect(preset.requestUrl !== '').toBe(hasLogin && preset.grant === 'oauth1');
    if (preset.grant !== 'oauth1') expect(preset.tokenSources).toEqual(['login']);
    if (preset.grant === 'device_code') expect(preset.deviceAuthorizationUrl).not.toBe('');
    // Beside a login with a window, a service may offer a code: the grant can be changed.
    else if (!offered.includes('authorization_code')) expect(preset.deviceAuthorizationUrl).toBe('');
    if (preset.issuerInCallback) expect(preset.issuer).not.toBe('');
    if (preset.accountPointer !== '') expect(preset.accountUrl).not.toBe('');
  });

  it('sends its token to the hosts of its test URL and its account URL, and never to everybody [42]', () => {
    for (const url of data(preset)) {
      const { host } = new URL(filled(url));
      expect(
        preset.hosts.some((pattern) => covers(pattern, host)),
        url,
      ).toBe(true);
    }
    for (const pattern of preset.hosts) {
      expect(pattern).toMatch(/^(\{practice\}|(\*\.)?(\{\w+\}|[a-z0-9-]+)(\.(\{\w+\}|[a-z0-9-]+))*)$/);
      expect(pattern.replace('*.', '').split('.').length > 1 || pattern.startsWith('{')).toBe(true);
    }
  });

  it('declares every variable that its URLs use, and uses every one that it declares', () => {
    // In the path of a sample, other names are for the user to fill in.
    const hostsOfSamples = preset.samples.map(({ url }) => url.split('/').slice(0, 3).join('/'));
    const urls = [...endpoints(preset), preset.accountUrl, ...hostsOfSamples, ...preset.hosts];
    const used = new Set(variablesIn([...urls, ...otherTexts(preset)]));
    for (const given of ['practice', 'clientId']) used.delete(given);
    for (const name of Object.keys(preset.capturedValues))
      expect(used.delete(name) || variablesIn(data(preset)).includes(name), name).toBe(true);
    const inSamples = variablesIn(preset.samples.map(({ url }) => url));
    const declared = preset.variables.map((variable) => variable.name);
    for (const name of declared) if (inSamples.includes(name)) used.add(name);
    expect([...used].sort()).toEqual(declared.sort());
    for (const variable of preset.variables) expect(variable.help).not.toBe('');
  });

  it('adds only parameters that the grant does not send itself', () => {
    const { extraAuthorizationParameters, extraTokenParameters, extraRefreshParameters } = preset;
    const names = [extraAuthorizationParameters, extraTokenParameters, extraRefreshParameters].flatMap(Object.keys);
    for (const name of names) {
      expect(reserved).not.toContain(name);
      expect(name.startsWith('oauth_')).toBe(false);
      expect(name).not.toBe(preset.scopeParameter);
      if (preset.accessType) expect(name).not.toBe('access_type');
    }
    // RFC 6750 §2.1: the token is ours to send.
    for (const name of Object.keys(preset.apiHeaders)) {
      expect(name.toLowerCase()).not.toBe('authorization');
      expect(name.toLowerCase()).not.toBe(preset.tokenPlacement?.name.toLowerCase());
    }
  });

  it('takes of a login only values that URLs can use, and none under the name of a variable', () => {
    for (const [name, source] of Object.entries(preset.capturedValues)) {
      expect(source).toMatch(/^(callback:\w+|token:\/.+)$/);
      expect(safeForUrl(captured[name])).toBe(captured[name]);
      expect(preset.variables.map((variable) => variable.name)).not.toContain(name);
    }
    for (const pointer of [preset.accountPointer, ...Object.values(preset.tokenMapping)])
      expect(pointer === '' || pointer.startsWith('/')).toBe(true);
  });

  it('gives what brings a refresh token already, and says what it knows of it in sentences', () => {
    const { needs, issued, note } = preset.refreshTokens;
    if (issued === 'never') expect(needs).toBeUndefined();
    if (needs?.scope)
      expect(preset.scopes).toContainEqual(expect.objectContaining({ value: needs.scope, selected: true }));
    if (needs?.accessType) expect(preset.accessType?.selected).toBe(needs.accessType);
    expect(preset.extraAuthorizationParameters).toMatchObject(needs?.authorizationParameters ?? {});
    if (note !== undefined) expect(note).toMatch(/^[A-Z].*\.$/);
  });

  it('has scopes that can be told apart, written without its separator', () => {
    const values = preset.scopes.map((scope) => scope.value);
    expect(new Set(values).size).toBe(values.length);
    for (const scope of preset.scopes) {
      expect(scope.value).not.toMatch(/[\s,]/);
      expect(scope.description).not.toBe('');
    }
    if (preset.scopes.length > 0) expect(preset.scopes.some((scope) => scope.selected)).toBe(preset.grant !== 'oauth1');
  });

  it('chooses an access type that it offers', () => {
    if (preset.accessType) expect(preset.accessType.values).toContain(preset.accessType.selected);
    else expect(preset.extraAuthorizationParameters).not.toHaveProperty('access_type');
  });

  it('says why it needs the system browser, and why PKCE is off [20]', () => {
    expect(preset.windowReason !== undefined).toBe(preset.window === 'browser');
    expect(preset.notes.some((note) => note.startsWith('PKCE is off'))).toBe(preset.pkce === 'none');
  });

  it('has a callback URL of its own only for the system browser, and then on loopback [23]', () => {
    expect(preset.callbackUrl).toBe(preset.window === 'browser' ? 'http://127.0.0.1/' : undefined);
  });

  it('tells how to remove the authorization, and where its facts come from', () => {
    if (preset.removal) expect(preset.removal.text).toMatch(/\.$/);
    if (!preset.practice) expect(preset.consoleUrl !== '' || preset.steps.length > 0).toBe(true);
    for (const note of [...preset.notes, ...preset.steps, preset.description]) expect(note).toMatch(/[.…]$/);
  });
});
