import { expect, it } from 'vitest';
import { revealSecret } from '../../../app/connections/reveal-secret.ts';
import { networkOwner } from '../../../app/network/network.ts';

const tokenSet = { accessToken: 'at', refreshToken: 'rt', tokenType: 'Bearer', obtainedAt: 1 };
const stored: Record<string, string> = {
  'c clientSecret': 'hush',
  'c tokenSet': '{"accessToken":"at"}',
  'c cookies': '[]',
  [`${networkOwner} proxyPassword`]: 'proxy',
};
const deps = {
  vault: { read: (owner: string, name: string) => stored[`${owner} ${name}`] },
  tokens: {
    peek: (id: string) =>
      id === 'c' || id === 'signed' ? { ...tokenSet, ...(id === 'c' ? {} : { tokenSecret: 'ts' }) } : undefined,
  },
};

it.each([
  ['clientSecret', 'hush'],
  ['accessToken', 'at'],
  ['refreshToken', 'rt'],
])('reveals one value: %s [35]', (name, value) => {
  expect(revealSecret('c', name, deps)).toBe(value);
});

it('reveals the secret of an OAuth1 token [35]', () => {
  expect(revealSecret('signed', 'tokenSecret', deps)).toBe('ts');
});

it.each([
  ['c', 'tokenType', 'it is no secret'],
  ['c', 'tokenSecret', 'the token has none'],
  ['c', 'password', 'none was entered'],
  ['other', 'accessToken', 'there is no token'],
  ['c', 'tokenSet', 'it is all tokens at once'],
  ['c', 'cookies', 'it is a login'],
  [networkOwner, 'proxyPassword', 'it is for the proxy alone'],
])('does not reveal %s %s: %s [35] [37]', (owner, name) => {
  expect(() => revealSecret(owner, name, deps)).toThrow(
    expect.objectContaining({ code: 'input.no_secret', message: 'This secret is not stored.' }),
  );
});
