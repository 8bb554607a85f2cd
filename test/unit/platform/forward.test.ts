import { describe, expect, it } from 'vitest';
import { forwardDecision, forwardedUrl } from '../../../app/platform/forward.ts';

const forward = { from: 'https://yourdomain.com/oauth2/mycallback', to: 'https://peaka.studio/oauth2/callback' };

describe('a forwarded address', () => {
  it('keeps the query, byte for byte', () => {
    const query = 'code=4%2f0A-b+c%20d&state={"a":1}&empty=&flag&x=1&x=2?y';
    expect(forwardedUrl(forward, `${forward.from}?${query}`)).toBe(`${forward.to}?${query}`);
    expect(forwardedUrl(forward, `${forward.from}?a=1#b=2`)).toBe(`${forward.to}?a=1`);
  });

  it('adds no question mark without a query, and a second query with an ampersand', () => {
    expect(forwardedUrl(forward, forward.from)).toBe(forward.to);
    expect(forwardedUrl(forward, `${forward.from}?`)).toBe(forward.to);
    expect(forwardedUrl({ ...forward, to: `${forward.to}?zone=eu` }, `${forward.from}?a=1`)).toBe(
      `${forward.to}?zone=eu&a=1`,
    );
  });

  it('sends on only a page that visits it [16]', () => {
    expect(forwardDecision(forward, `${forward.from}?code=1`, true)).toEqual({ to: `${forward.to}?code=1` });
    for (const [url, isTopPage] of [
      [`${forward.from}?code=1`, false],
      ['wss://yourdomain.com/oauth2/mycallback', false],
      ['https://ann@yourdomain.com/oauth2/mycallback', true],
    ] as const)
      expect(forwardDecision(forward, url, isTopPage)).toBe('refuse');
  });

  it('leaves other addresses alone', () => {
    expect(forwardDecision(forward, 'https://yourdomain.com/oauth2/mycallback/', true)).toBeUndefined();
    expect(forwardDecision(forward, 'http://yourdomain.com/oauth2/mycallback', true)).toBeUndefined();
    expect(forwardDecision(undefined, forward.from, true)).toBeUndefined();
  });
});
