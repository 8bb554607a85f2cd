import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pastedCallbackProblem } from '../../../app/oauth/callback.ts';
import { matchesCallback } from '../../../app/shared/connection/callback-url.ts';
import { formatEnglish } from '../../../app/shared/messages/format.ts';

const callbackUrl = 'https://www.peakboard.com/oauth2-callback/';

describe('an address that was pasted', () => {
  it.each([
    `${callbackUrl}?code=1&state=2`,
    `\n ${callbackUrl}?code=1&state=2 `,
    `${callbackUrl}#code=1&state=2`,
    `${callbackUrl}?error=access_denied&state=2`,
    `${callbackUrl}?oauth_token=1&oauth_verifier=2`,
    `${callbackUrl}?denied=1`,
    'https://WWW.peakboard.com/oauth2-callback/?code=1',
  ])('can be read: %j', (text) => {
    expect(pastedCallbackProblem(callbackUrl, text)).toBeUndefined();
  });

  it.each([
    ['', 'Paste the address'],
    ['  ', 'Paste the address'],
    ['abc', 'starts with https://www.peakboard.com/oauth2-callback/'],
    ['https://login.example.com/authorize?code=1&state=2', 'not the address after the login'],
    ['https://www.peakboard.com/oauth2-callback?code=1', 'not the address after the login'],
    ['https://u@www.peakboard.com/oauth2-callback/?code=1', 'not the address after the login'],
    [callbackUrl, 'no response'],
    [`${callbackUrl}?utm=1`, 'no response'],
    [`${callbackUrl}?code=1&code=2`, 'twice'],
  ])('is sent back with a sentence: %j [14]', (text, part) => {
    const problem = pastedCallbackProblem(callbackUrl, text);
    expect(problem && formatEnglish(problem)).toContain(part);
  });

  it('is never taken from another place than the callback URL [14]', () => {
    const registered = fc.webUrl({ withQueryParameters: true, validSchemes: ['https', 'http'] });
    fc.assert(
      fc.property(registered, fc.webUrl({ withQueryParameters: true, withFragments: true }), (own, pasted) => {
        if (pastedCallbackProblem(own, pasted) === undefined) expect(matchesCallback(own, pasted)).toBe(true);
        // A response at the callback URL itself is always taken, whatever query the URL was registered with.
        const joint = own.includes('?') ? '&' : '?';
        const response = `${own}${joint}code=c&state=s`;
        if (!/[?&](code|state)=/.test(own)) expect(pastedCallbackProblem(own, response)).toBeUndefined();
      }),
    );
  }, 60_000);
});
