import { expect, it, vi } from 'vitest';
import { refusalOn, watchForRefusal } from '../../../app/platform/refusal.ts';

const google = { host: 'accounts.google.com' };
/** As Google writes it: field 1, 20 bytes of name, field 2 with a sentence. */
const disallowed = Buffer.from('\n\x14disallowed_useragent\x12\x05Sorry').toString('base64');
const otherError = Buffer.from('\n\x0faccess_blocked_\x12\x05Sorry').toString('base64');

it.each([
  [`https://accounts.google.com/signin/oauth/error/v2?authError=${encodeURIComponent(disallowed)}&client_id=x`, 200],
  [`https://accounts.google.com/signin/oauth/error?authError=${disallowed.replaceAll('=', '')}`, undefined],
  ['https://accounts.google.com/v3/signin/rejected?continue=x&rrk=46', 200],
  ['https://accounts.google.com/signin/rejected', undefined],
  ['https://accounts.google.com/signin/v2/deniedsigninrejected?x=1', undefined],
  ['https://accounts.google.com/o/oauth2/v2/auth?client_id=x', 403],
  ['https://accounts.google.com/o/oauth2/auth?error=disallowed_useragent', 200],
])('knows Google’s refusal of windows of apps: %s', (url, status) => {
  expect(refusalOn({ url, status })).toEqual(google);
});

it('knows the name of the error at other hosts', () => {
  expect(refusalOn({ url: 'https://login.example.com:8443/denied?error=disallowed_useragent' })).toEqual({
    host: 'login.example.com:8443',
  });
});

it.each([
  ['https://accounts.google.com/o/oauth2/v2/auth?client_id=x', 200],
  ['https://accounts.google.com/o/oauth2/v2/auth?client_id=x', 400],
  [`https://accounts.google.com/signin/oauth/error?authError=${encodeURIComponent(otherError)}`, 403],
  ['https://accounts.google.com/v3/signin/identifier?continue=/signin/rejected', 200],
  ['https://accounts.google.com.evil.example/v3/signin/rejected', 200],
  ['https://evil.example/?next=https://accounts.google.com/signin/rejected', 403],
  ['https://login.example.com/?error=access_denied', 403],
  ['https://login.example.com/#error=disallowed_useragent', 403],
  ['about:blank', undefined],
  ['not a url', 403],
])('takes nothing else for one: %s with status %s', (url, status) => {
  expect(refusalOn({ url, status })).toBeUndefined();
});

it('tells of it once in a login', () => {
  const onRefused = vi.fn();
  const watch = watchForRefusal(onRefused);
  watch({ url: 'https://accounts.google.com/v3/signin/identifier', status: 200 });
  watch({ url: 'https://accounts.google.com/v3/signin/rejected', status: 200 });
  watch({ url: 'https://accounts.google.com/v3/signin/rejected' });
  expect(onRefused.mock.calls).toEqual([[google]]);
});
