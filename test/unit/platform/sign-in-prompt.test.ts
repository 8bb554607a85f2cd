import { expect, it } from 'vitest';
import { signInPromptIn } from '../../../app/platform/sign-in-prompt.ts';

const page = (status: number, responseHeaders: Record<string, string | string[]>) => ({
  ...{ at: 0, method: 'GET', url: 'https://login.example.com/authorize?x=1', requestHeaders: {} },
  ...{ status, responseHeaders },
});
const schemeOf = (status: number, value: string | string[]) =>
  signInPromptIn(page(status, { 'WWW-Authenticate': value }))?.scheme;

it.each([
  // AD FS with Windows integrated authentication
  [['Negotiate', 'NTLM'], 'Negotiate'],
  // the same as Playwright joins them
  ['Negotiate\nNTLM', 'Negotiate'],
  ['NTLM, Basic realm="intranet"', 'NTLM'],
  ['Basic realm="Restricted Content"', 'Basic'],
  ['basic realm=plain', 'Basic'],
  ['Digest realm="testrealm@host.com", qop="auth,auth-int", nonce="dcd98b"', 'Digest'],
] as const)('reads the scheme that a login page asks for: %j [59]', (value, scheme) => {
  expect(schemeOf(401, typeof value === 'string' ? value : [...value])).toBe(scheme);
});

it.each([
  ['a page that is shown', 200, 'Negotiate'],
  ['a refusal without a prompt', 403, 'Basic realm="x"'],
  ['an API that asks for a token', 401, 'Bearer realm="a", Basic_auth="no"'],
  ['a realm that names a scheme', 401, 'Bearer realm="x, NTLM, Basic"'],
  ['no challenge at all', 401, ''],
])('takes %s for no prompt [59]', (_what, status, value) => {
  expect(schemeOf(status, value)).toBeUndefined();
});

it('names the host that asks [59]', () => {
  expect(signInPromptIn(page(401, { 'www-authenticate': 'Negotiate' }))).toEqual({
    host: 'login.example.com',
    scheme: 'Negotiate',
  });
});
