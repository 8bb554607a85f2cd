import { describe, expect, it } from 'vitest';
import { resolveOAuth1Settings } from '../../../../app/connections/grants/resolve-settings.ts';
import { tokenWithoutLogin } from '../../../../app/connections/grants/token-without-login.ts';
import { renewalForecast } from '../../../../app/connections/renewal-forecast.ts';
import { secretsOf } from '../../../../app/oauth/token-set.ts';
import { hasCallback } from '../../../../app/shared/connection/grants/definitions.ts';
import { usedVariables, validateConnection } from '../../../../app/shared/connection/validate.ts';
import { connection } from '../../../servers/items.ts';

const now = 1_800_000_000_000;
const own = connection({ grant: 'oauth1', tokenSource: 'own', accessTokenUrl: '', authorizationUrl: '' });
const none = { ...own, tokenSource: 'none' as const };
const secrets = { clientSecret: 'cs', ownToken: ' tok-1\n', ownTokenSecret: 'tok-secret ' };

describe('OAuth1 without a login', () => {
  it('takes the token that the user has, without the spaces that were copied along', () => {
    expect(tokenWithoutLogin(own, secrets, now)).toEqual({
      accessToken: 'tok-1',
      tokenSecret: 'tok-secret',
      tokenType: 'OAuth1',
      obtainedAt: now,
    });
  });

  it('needs no token where the client signs for itself', () => {
    const tokenSet = tokenWithoutLogin(none, { clientSecret: 'cs' }, now);
    expect(tokenSet).toEqual({ accessToken: '', tokenType: 'OAuth1', obtainedAt: now });
    expect(tokenSet && secretsOf(tokenSet)).toEqual([]);
  });

  it('leaves every other connection to its login', () => {
    expect(tokenWithoutLogin({ ...own, tokenSource: 'login' }, secrets, now)).toBeUndefined();
    expect(tokenWithoutLogin({ ...own, grant: 'password' }, secrets, now)).toBeUndefined();
  });

  it.each([
    ['the token', own, { ...secrets, ownToken: ' ' }, 'ownToken'],
    ['a token where none was entered', own, { clientSecret: 'cs', ownTokenSecret: 's' }, 'ownToken'],
    ['a token secret where none was entered', own, { clientSecret: 'cs', ownToken: 't' }, 'ownTokenSecret'],
    ['the token secret', own, { ...secrets, ownTokenSecret: '' }, 'ownTokenSecret'],
    ['the client secret', none, {}, 'clientSecret'],
    ['a token in one piece', own, { ...secrets, ownToken: 'tok en' }, 'ownToken'],
    ['the private key', { ...none, signatureMethod: 'RSA-SHA1' as const }, { clientSecret: 'cs' }, 'privateKey'],
  ])('asks for %s', (_, draft, given, field) => {
    expect(() => tokenWithoutLogin(draft, given, now)).toThrow(
      expect.objectContaining({ code: 'connection.invalid', details: { field } }),
    );
  });

  it('needs no token secret with RSA-SHA1, which does not use it (RFC 5849 §3.4.3)', () => {
    const rsa = { ...own, signatureMethod: 'RSA-SHA1' as const };
    expect(tokenWithoutLogin(rsa, { privateKey: 'PEM', ownToken: 't' }, now)).toMatchObject({ accessToken: 't' });
  });

  it('needs neither the URLs of a login nor a callback, and their variables do not matter', () => {
    const draft = {
      ...own,
      clientId: 'ck',
      callbackUrl: '',
      requestUrl: 'https://{account}.example.com/request',
      accessTokenUrl: 'not a URL',
      capturedValues: { odd: 'nowhere' },
    };
    expect(validateConnection(draft)).toEqual([]);
    expect(usedVariables(draft)).toEqual([]);
    expect(hasCallback(draft)).toBe(false);
    const settings = resolveOAuth1Settings(draft, { preset: undefined, secrets, practiceOrigin: undefined });
    expect(settings).toMatchObject({ requestUrl: '', authorizationUrl: '', accessTokenUrl: '' });
    expect(validateConnection({ ...draft, tokenSource: 'login' }).length).toBeGreaterThan(2);
  });

  it('says what is known of its future', () => {
    const tokenSet = { accessToken: 't', tokenType: 'OAuth1', obtainedAt: now };
    expect(renewalForecast(own, tokenSet, undefined, now)).toEqual({ kind: 'own_token' });
    expect(renewalForecast(none, { ...tokenSet, accessToken: '' }, undefined, now)).toEqual({ kind: 'no_token' });
  });
});
