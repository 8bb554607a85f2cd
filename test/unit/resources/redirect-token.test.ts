import { expect, it } from 'vitest';
import { hostsOf } from '../../../app/connections/settings-of.ts';
import { placeToken } from '../../../app/oauth/place-token.ts';
import { withoutToken } from '../../../app/resources/redirect-token.ts';
import { validateResource } from '../../../app/resources/validate.ts';
import { connection, resource } from '../../servers/items.ts';

const token = { accessToken: 'a/b+c=token', tokenType: 'bearer', obtainedAt: 0, refreshToken: 'refresh-token' };
const inQuery = connection({ tokenPlacement: { in: 'query', name: 'key', prefix: '' } });
const next = (to: string, of = inQuery) =>
  withoutToken(new URL(to), new URL('https://api.example.com/x'), of, token).href;

it('takes its own parameter out of a redirect within the origin, and nothing else', () => {
  expect(next('https://api.example.com/y?a=%20b&key=old')).toBe('https://api.example.com/y?a=%20b');
  expect(next('https://api.example.com/y?a=%20b')).toBe('https://api.example.com/y?a=%20b');
  expect(next('https://api.example.com/y?key=users-own', connection())).toBe('https://api.example.com/y?key=users-own');
});

it.each([
  ['https://other.example/y?key=1&a=2', 'https://other.example/y?a=2'],
  ['https://other.example/y?t=a%2Fb%2Bc%3Dtoken&a=2', 'https://other.example/y?a=2'],
  ['https://other.example/y?url=https://api.example.com/?t=a/b%2Bc=token', 'https://other.example/y'],
  ['https://other.example/y?r=refresh-token', 'https://other.example/y'],
  ['https://other.example/y?a=b', 'https://other.example/y?a=b'],
])('takes the token out of a redirect to another origin: %s [42]', (to, expected) => {
  expect(next(to)).toBe(expected);
});

it.each([
  'https://other.example/refresh-token/',
  'https://other.example/a%2Fb+c=token',
  'https://other.example/#t=a/b+c=token',
  'https://refresh-token.other.example/',
])('does not follow a redirect that has the token elsewhere: %s [42]', (to) => {
  expect(() => next(to, connection())).toThrow(expect.objectContaining({ code: 'resource.unsafe_redirect' }));
});

it('encodes the token as one value', () => {
  const placed = placeToken(inQuery.tokenPlacement, 'a b&c=1#', new URL('https://api.example.com/?x=1'));
  expect(placed).toEqual({ url: new URL('https://api.example.com/?x=1&key=a%20b%26c%3D1%23'), headers: {} });
});

it('lets a host pattern name a captured value, and no host where it is none [42]', () => {
  const capturing = connection({
    hosts: ['{instance_url}', '{dc}.api.example.com', '{other}'],
    capturedValues: { instance_url: 'token:/instance_url', dc: 'token:/dc' },
  });
  const hosts = (values: Record<string, string>) => hostsOf(capturing, undefined, values);
  expect(hosts({ instance_url: 'https://eu1.example.com', dc: 'us6' })).toEqual([
    'eu1.example.com',
    'us6.api.example.com',
  ]);
  expect(hosts({ instance_url: 'http://eu1.example.com', dc: 'evil.com/' })).toEqual([]);
  // Only what the connection says that it takes.
  expect(hosts({ other: 'https://evil.example' })).toEqual([]);
  expect(hosts({})).toEqual([]);
});

it('takes a URL that starts with a captured value only where a login can bring it', () => {
  const at = (type: 'oauth' | 'bearer') =>
    validateResource(
      resource({
        url: '{instance_url}/data',
        authorization: type === 'oauth' ? { type, connectionId: 'c' } : { type },
      }),
    );
  expect(at('oauth')).toEqual([]);
  expect(at('bearer')).toEqual([{ field: 'url', message: expect.stringContaining('whole URL') }]);
});
