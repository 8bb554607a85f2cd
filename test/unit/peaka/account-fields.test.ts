import { describe, expect, it } from 'vitest';
import { otherEuUrl, validAccount, validKey } from '../../../app/peaka/account-fields.ts';
import { zoneAddresses } from '../../../app/shared/peaka/account.ts';
import { rejection } from '../oauth/token-settings.ts';
import { peakaAccount } from './peaka-accounts.ts';

const refused = (work: () => unknown) => rejection((async () => work())());

describe('the addresses of an account', () => {
  it('are trimmed, and the base URL ends without a slash', () => {
    const account = peakaAccount({
      name: ' Acme ',
      baseUrl: ' https://peaka.example.com/partner/api/v1// ',
      callbackUrl: ' https://peaka.example.com/oauth2/callback/ ',
    });
    expect(validAccount(account)).toMatchObject({
      name: 'Acme',
      baseUrl: 'https://peaka.example.com/partner/api/v1',
      callbackUrl: 'https://peaka.example.com/oauth2/callback/',
    });
  });

  it('may be those of a zone, or of this machine [25]', () => {
    for (const zone of ['us', 'eu'] as const) validAccount(peakaAccount({ zone, ...zoneAddresses[zone] }));
    validAccount(peakaAccount({ baseUrl: 'http://127.0.0.1:8080/api', callbackUrl: 'http://localhost/cb' }));
  });

  it.each([
    ['', 'fields.url.notComplete'],
    ['partner.peaka.studio', 'fields.url.notComplete'],
    ['{practice}/peaka/api/v1', 'fields.url.notComplete'],
    ['https://me:pw@peaka.example.com', 'fields.url.userinfo'],
    ['http://peaka.example.com', 'fields.url.mustBeSecure'],
    ['ftp://peaka.example.com', 'fields.url.mustBeSecure'],
    ['https://peaka.example.com/?a=b', 'peaka.field.hasQuery'],
    ['https://peaka.example.com/#a', 'peaka.field.hasQuery'],
    ['https://peaka.example.com/?', 'peaka.field.hasQuery'],
  ])('are not "%s" [25]', async (url, id) => {
    for (const field of ['baseUrl', 'callbackUrl'])
      expect(await refused(() => validAccount(peakaAccount({ [field]: url })))).toMatchObject({
        code: 'peaka.account_invalid',
        text: { id },
        details: { field },
      });
  });

  it('are always the same at the practice service', () => {
    const account = peakaAccount({ zone: 'practice', baseUrl: 'https://peaka.example.com', callbackUrl: '' });
    expect(validAccount(account)).toMatchObject(zoneAddresses.practice);
  });
});

describe('a key', () => {
  it.each([
    [' abc\n', 'abc'],
    ['Bearer abc', 'abc'],
    ['  ', null],
    [null, null],
    [undefined, undefined],
  ])('%j is kept as %j', (typed, key) => expect(validKey(typed)).toBe(key));

  it.each(['a b', 'a\nb', 'schlüssel', 'a\u200bb'])('is not %j, which no header takes', async (typed) => {
    const error = await refused(() => validKey(typed));
    expect(error).toMatchObject({ code: 'peaka.account_invalid', details: { field: 'apiKey' } });
  });
});

it.each([
  ['https://partner.eu.peaka.studio/api/v1', 'https://eu.partner.peaka.studio/api/v1'],
  ['https://eu.partner.peaka.studio/api/v1', 'https://partner.eu.peaka.studio/api/v1'],
  ['https://partner.peaka.studio/api/v1', undefined],
  ['https://example.com/partner.eu.peaka.studio', undefined],
  ['', undefined],
])('the other spelling of %s is %s', (url, other) => expect(otherEuUrl(url)).toBe(other));
