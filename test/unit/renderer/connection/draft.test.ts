import { afterEach, describe, expect, it } from 'vitest';
import { defaultCallbackUrl } from '../../../../app/shared/connection/callback-url.ts';
import { setTexts } from '../../../../app/shared/messages/format.ts';
import { loopbackCallbackUrl, withCallback } from '../../../../renderer/common/loopback-callback.ts';
import {
  addScopes,
  applyPreset,
  filledBy,
  newConnection,
  splitScopes,
  tidyDraft,
} from '../../../../renderer/connection/draft.ts';
import { secretProblems } from '../../../../renderer/connection/form-state.ts';
import { de } from '../../../../renderer/messages/de/index.ts';
import { en } from '../../../../renderer/messages/en/index.ts';
import { presets } from '../presets.ts';

const google = presets.get('google-sheets');
const github = presets.get('github');

describe('a draft of a connection', () => {
  afterEach(() => setTexts('en', en));

  it('without a name of its own gets that of its service, also after the language changed', () => {
    const draft = { ...newConnection(), accessTokenUrl: 'https://login.example.com/token' };
    setTexts('de', de);
    expect(tidyDraft(draft).name).toBe('login.example.com');
    expect(applyPreset(draft, google, undefined).name).toBe(google.name);
  });

  it('starts with the callback URL of the mission, byte for byte [15]', () => {
    expect(newConnection().callbackUrl).toBe(defaultCallbackUrl);
  });

  it('takes the facts of a preset and keeps what the user typed', () => {
    const typed = { ...newConnection(), clientId: 'mine' };
    const draft = applyPreset(typed, google, undefined);
    expect(draft).toMatchObject({
      id: typed.id,
      clientId: 'mine',
      name: google.name,
      presetId: google.id,
      accessTokenUrl: google.accessTokenUrl,
      accessType: google.accessType?.selected,
      scopes: google.scopes.filter((scope) => scope.selected).map((scope) => scope.value),
    });
  });

  it('changes the name with the preset unless the user gave one', () => {
    const first = applyPreset(newConnection(), google, undefined);
    expect(applyPreset(first, github, google).name).toBe(github.name);
    expect(applyPreset({ ...first, name: 'Team sheets' }, github, google).name).toBe('Team sheets');
  });

  it('starts empty when a preset is left for Custom, but for what the user typed', () => {
    const fresh = newConnection();
    const left = applyPreset({ ...applyPreset(fresh, google, undefined), clientId: 'mine' }, null, google);
    expect(left).toEqual({ ...fresh, clientId: 'mine' });
  });

  it('is saved with whole URLs and the plain values of its variables', () => {
    const variables = { shop: 'https://Acme.myshopify.com/admin', tenant: 'contoso.com' };
    const draft = tidyDraft({
      ...newConnection(),
      authorizationUrl: '{shop}.myshopify.com/admin/oauth/authorize',
      accessTokenUrl: ' login.example.com/{tenant}/token ',
      hosts: ['{shop}.myshopify.com'],
      variables,
    });
    expect(draft).toMatchObject({
      authorizationUrl: 'https://{shop}.myshopify.com/admin/oauth/authorize',
      accessTokenUrl: 'https://login.example.com/{tenant}/token',
      revocationUrl: '',
      variables: { shop: 'Acme', tenant: 'contoso.com' },
    });
  });

  it('hides a URL only while the preset’s own is in it', () => {
    const draft = applyPreset(newConnection(), google, undefined);
    expect(filledBy(google, draft, 'accessTokenUrl')).toBe(true);
    expect(filledBy(google, { ...draft, accessTokenUrl: 'https://x.example/' }, 'accessTokenUrl')).toBe(false);
    expect(filledBy(undefined, draft, 'accessTokenUrl')).toBe(false);
  });

  it('moves the callback to this computer with the system browser, and back', () => {
    const browser = withCallback({ ...newConnection(), window: 'browser' });
    expect(browser.callbackUrl).toBe(loopbackCallbackUrl);
    expect(withCallback({ ...browser, window: 'popup' }).callbackUrl).toBe(defaultCallbackUrl);
    const own = { ...newConnection(), window: 'browser' as const, callbackUrl: 'http://127.0.0.1:8080/cb' };
    expect(withCallback(own)).toBe(own);
  });

  it('is called after its host when nobody named it', () => {
    expect(tidyDraft({ ...newConnection(), accessTokenUrl: 'https://id.example.com/token' }).name).toBe(
      'id.example.com',
    );
    expect(tidyDraft({ ...newConnection(), accessTokenUrl: 'no url' }).name).toBe('Custom');
    expect(tidyDraft({ ...newConnection(), name: '  Sales  ' }).name).toBe('Sales');
  });
});

describe('scopes', () => {
  it('end at space, comma, semicolon and newline', () => {
    expect(splitScopes(' read, write\nadmin;offline_access\t')).toEqual(['read', 'write', 'admin', 'offline_access']);
  });

  it('are there once each, in their order', () => {
    expect(addScopes(['a', 'b'], ['b', 'c', 'c'])).toEqual(['a', 'b', 'c']);
  });
});

describe('what the secrets of a grant need', () => {
  const nothing = () => false;
  const fields = (change: Parameters<typeof secretProblems>[0]) =>
    secretProblems(change, nothing).map((problem) => problem.field);

  it('is a client secret, unless the client is public', () => {
    expect(fields(newConnection())).toEqual(['clientSecret']);
    expect(fields({ ...newConnection(), clientAuthentication: 'none' })).toEqual([]);
  });

  it('is a client secret without the spaces that come along with a copy', () => {
    const typed = (clientSecret: string) => secretProblems(newConnection(), () => true, { clientSecret });
    expect(typed(' secret').map(({ field }) => field)).toEqual(['clientSecret']);
    expect(typed('my secret')).toEqual([]);
  });

  it('is a private key alone for RSA-SHA1', () => {
    expect(fields({ ...newConnection(), grant: 'oauth1', signatureMethod: 'RSA-SHA1' })).toEqual(['privateKey']);
    expect(fields({ ...newConnection(), grant: 'oauth1' })).toEqual(['clientSecret']);
  });

  it('is also the password for the password grant', () => {
    expect(fields({ ...newConnection(), grant: 'password' })).toEqual(['clientSecret', 'password']);
    expect(secretProblems({ ...newConnection(), grant: 'password' }, () => true)).toEqual([]);
  });
});
