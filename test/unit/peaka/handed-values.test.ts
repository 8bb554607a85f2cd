import { describe, expect, it } from 'vitest';
import {
  fieldsToHand,
  type HandedSource,
  handedValues,
  isOpenField,
  missingFields,
} from '../../../app/peaka/handed-values.ts';
import type { PeakaField, PeakaType } from '../../../app/shared/peaka/connection-type.ts';

const field = (name: string, required = false): PeakaField => ({
  name,
  kind: 'text',
  required,
  description: '',
  isSecret: false,
});
const type = (fields: PeakaField[], changes: Partial<PeakaType> = {}): PeakaType => ({
  type: 'hubspot',
  label: 'HubSpot',
  category: 'CRM',
  authorizationType: 'oauth2',
  needsLogin: true,
  fields,
  documentationUrl: '',
  ...changes,
});
const source: HandedSource = {
  connection: { clientId: ' client ', variables: { tenant: 'acme' } },
  clientSecret: 'hush',
  tokenSet: { accessToken: 'at', refreshToken: 'rt', values: { realm_id: '4711' } },
};
const handed = (of: PeakaType | undefined, from = source) => handedValues(fieldsToHand(of, 'second_login'), from);

it('hands over the client and both tokens, also to a type without a form, or one that Peaka does not list', () => {
  const all = { clientId: 'client', clientSecret: 'hush', accessToken: 'at', refreshToken: 'rt' };
  expect(handed(undefined)).toEqual(all);
  expect(handed(type([]))).toEqual(all);
  expect(handed(type([field('portal')]))).toEqual(all);
});

it('spells the fields as the type does', () => {
  expect(handed(type([field('client_id'), field('ACCESS_TOKEN'), field('RefreshToken')]))).toEqual({
    client_id: 'client',
    clientSecret: 'hush',
    ACCESS_TOKEN: 'at',
    RefreshToken: 'rt',
  });
});

it('gives a type without OAuth only what its form asks for', () => {
  const plain = { authorizationType: 'bearer_token', needsLogin: false };
  expect(handed(type([field('token', true)], plain))).toEqual({ token: 'at' });
  expect(handed(type([field('user'), field('password')], plain))).toEqual({});
  // The better name wins.
  expect(handed(type([field('token'), field('access_token')], plain))).toMatchObject({ access_token: 'at' });
});

it('gives no refresh token to a Peaka that Tokenboard updates, unless the form requires it', () => {
  expect(fieldsToHand(type([]), 'update_peaka')).toEqual(['clientId', 'clientSecret', 'accessToken']);
  expect(fieldsToHand(type([field('refresh_token')]), 'update_peaka')).not.toContain('refresh_token');
  expect(fieldsToHand(type([field('refresh_token', true)]), 'update_peaka')).toContain('refresh_token');
  expect(fieldsToHand(type([field('refresh_token')]), 'stop_here')).toContain('refresh_token');
});

it('fills in what else makes up the connection: a tenant, a realm', () => {
  expect(handed(type([field('Tenant'), field('realmId'), field('developerToken')]))).toMatchObject({
    Tenant: 'acme',
    realmId: '4711',
  });
});

describe('a connection without these values', () => {
  it('leaves required fields, which are named', () => {
    const form = type([field('clientId', true), field('refreshToken', true), field('developerToken', true)]);
    const values = handed(form, { ...source, clientSecret: undefined, tokenSet: { accessToken: 'at' } });
    expect(values).toEqual({ clientId: 'client', accessToken: 'at' });
    expect(missingFields(form, values)).toEqual(['refreshToken', 'developerToken']);
    expect(missingFields(undefined, values)).toEqual([]);
  });

  it('hands over the token secret of OAuth1 where a form asks for it', () => {
    const form = type([field('consumerKey'), field('consumerSecret'), field('accessTokenSecret')]);
    expect(handed(form, { ...source, tokenSet: { accessToken: 'at', tokenSecret: 'ts' } })).toEqual({
      consumerKey: 'client',
      consumerSecret: 'hush',
      accessToken: 'at',
      accessTokenSecret: 'ts',
    });
  });
});

it('takes everything but the client ID for a secret', () => {
  expect(['clientId', 'client_id', 'consumerKey'].every(isOpenField)).toBe(true);
  expect(['clientSecret', 'accessToken', 'portal'].some(isOpenField)).toBe(false);
});
