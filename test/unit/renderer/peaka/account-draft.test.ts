import { describe, expect, it } from 'vitest';
import { zoneAddresses } from '../../../../app/shared/peaka/account.ts';
import {
  asksTheSame,
  missingIn,
  newPeakaAccount,
  tidyAccount,
  withPlace,
  withZone,
} from '../../../../renderer/peaka/account-draft.ts';

const account = newPeakaAccount([]);
const place = (id: string) => ({ id, name: id });
const placed = { ...account, organization: place('org'), workspace: place('ws'), project: place('project') };

describe('a new account', () => {
  it('is in the US zone, with its addresses', () => {
    expect(account).toMatchObject({ name: 'Peaka', zone: 'us', ...zoneAddresses.us, project: null });
  });

  it('has a name that no other account has', () => {
    expect(newPeakaAccount(['Peaka', 'Peaka 2']).name).toBe('Peaka 3');
  });
});

describe('a zone', () => {
  it('fills in its addresses and has other projects', () => {
    expect(withZone(placed, 'eu')).toEqual({ ...account, zone: 'eu', ...zoneAddresses.eu });
    expect(withZone(placed, 'own')).toMatchObject({ baseUrl: '', callbackUrl: '', organization: null });
  });

  it('that is chosen already changes nothing', () => {
    const edited = { ...placed, baseUrl: 'https://peaka.example.com/api/v1' };
    expect(withZone(edited, 'us')).toBe(edited);
  });
});

it('a chosen place takes back the choices below it', () => {
  expect(withPlace(placed, { organization: place('other') })).toMatchObject({
    organization: place('other'),
    workspace: null,
    project: null,
  });
  expect(withPlace(placed, { workspace: place('other') })).toMatchObject({
    organization: place('org'),
    workspace: place('other'),
    project: null,
  });
  expect(withPlace(placed, { project: place('other') })).toEqual({ ...placed, project: place('other') });
});

it('an account is saved without spaces around, and without a slash at the end of the base URL', () => {
  const typed = { ...account, name: ' Acme ', baseUrl: ' https://peaka.example.com/api/v1// ', callbackUrl: ' ' };
  expect(tidyAccount(typed)).toMatchObject({
    name: 'Acme',
    baseUrl: 'https://peaka.example.com/api/v1',
    callbackUrl: '',
  });
});

describe('what is missing', () => {
  it('is nothing in a complete account', () => {
    expect(missingIn(account, true)).toEqual([]);
  });

  it('is each field that is empty or no URL, in the order of the dialog', () => {
    const typed = { ...account, name: ' ', baseUrl: 'peaka.studio', callbackUrl: 'https://' };
    expect(missingIn(typed, false)).toEqual(['name', 'baseUrl', 'callbackUrl', 'apiKey']);
  });

  it('is no key and no URL for the practice service', () => {
    expect(missingIn(withZone(account, 'practice'), false)).toEqual([]);
    expect(missingIn({ ...withZone(account, 'practice'), name: '' }, false)).toEqual(['name']);
  });
});

it('Peaka’s answer holds while the key goes to the same address', () => {
  expect(asksTheSame(account, { ...account, name: 'Other', baseUrl: `${account.baseUrl}/` })).toBe(true);
  expect(asksTheSame(account, { ...account, baseUrl: 'https://peaka.example.com' })).toBe(false);
  expect(asksTheSame(account, withZone(account, 'eu'))).toBe(false);
});
