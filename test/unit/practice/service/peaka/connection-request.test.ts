import { expect, it } from 'vitest';
import { checkRequired, readConnectionRequest } from '../../../../../app/practice/service/peaka/connection-request.ts';
import { findType } from '../../../../../app/practice/service/peaka/connection-types.ts';

const sales = { name: 'n', type: 'practice_sales' };

it('separates tokens from the other values', () => {
  const credential = { clientId: 'c', clientSecret: 's', accessToken: 'a', refreshToken: 'r' };
  expect(readConnectionRequest({ ...sales, credential })).toMatchObject({
    values: { clientId: 'c', clientSecret: 's' },
    tokens: { accessToken: 'a', refreshToken: 'r' },
  });
  expect(readConnectionRequest(sales)).toMatchObject({ values: {}, tokens: undefined });
});

it.each([
  ['no object', 'text'],
  ['no name', { ...sales, name: ' ' }],
  ['a member of an older API', { ...sales, redirectUrl: 'https://example.org/' }],
  ['a callback that is no URL', { ...sales, connectionCallback: 'example.org' }],
  ['a callback that runs a script', { ...sales, connectionCallback: 'javascript:alert(1)' }],
  ['a redirect URL that is no URL', { ...sales, credential: { redirectUrl: 'x' } }],
  [
    'a redirect URL for a type without a login',
    { name: 'n', type: 'stripe', credential: { redirectUrl: 'https://x' } },
  ],
  ['an empty value', { name: 'n', type: 'stripe', credential: { token: '' } }],
  ['a value of another type', { name: 'n', type: 'POSTGRES', credential: { useSsl: 'true' } }],
  ['a nested value', { name: 'n', type: 'stripe', credential: { token: {} } }],
])('refuses %s', (_, body) => {
  expect(() => readConnectionRequest(body)).toThrow(expect.objectContaining({ status: 400 }));
});

it('names the first required field that is absent', () => {
  const type = findType('POSTGRES');
  if (!type) throw new Error('the type is gone');
  expect(() => checkRequired(type, { url: 'db' })).toThrow('port is required');
  const all = { url: 'db', port: 1, user: 'u', password: 'p', databaseName: 'd', useSsl: false };
  expect(() => checkRequired(type, all)).not.toThrow();
});
