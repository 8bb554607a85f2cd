import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCallbackParameters } from '../../../app/oauth/callback.ts';
import { matchesCallback } from '../../../app/shared/connection/callback-url.ts';

/** A callback URL as it is registered: without fragment, with or without a query of its own. */
const registered = fc
  .record({
    scheme: fc.constantFrom('https', 'http'),
    host: fc.domain(),
    port: fc.option(fc.integer({ min: 1, max: 65_535 }), { nil: undefined }),
    path: fc.webPath(),
    query: fc.option(fc.webQueryParameters(), { nil: undefined }),
  })
  .map(({ scheme, host, port, path, query }) => {
    const colon = port === undefined ? '' : `:${port}`;
    return `${scheme}://${host}${colon}${path || '/'}${query === undefined ? '' : `?${query}`}`;
  });
const name = fc.stringMatching(/^[a-z_]{3,12}$/);
const responses = fc.uniqueArray(fc.tuple(name, fc.string({ maxLength: 30 })), {
  selector: ([key]) => key,
  minLength: 1,
  maxLength: 6,
});
const own = (url: string) => new Set(new URL(url).searchParams.keys());

describe('callback matching', () => {
  it('takes the callback URL with any response added to it, and reads that response [14] [17]', () => {
    fc.assert(
      fc.property(registered, responses, fc.constantFrom('query', 'fragment', 'body'), (url, pairs, place) => {
        fc.pre(pairs.every(([key]) => !own(url).has(key)));
        const text = new URLSearchParams(pairs).toString();
        const joint = url.includes('?') ? '&' : '?';
        const request =
          place === 'body'
            ? { url, method: 'POST' as const, body: text }
            : { url: url + (place === 'query' ? joint : '#') + text, method: 'GET' as const };
        expect(matchesCallback(url, request.url)).toBe(true);
        expect([...readCallbackParameters(request, url)]).toEqual([...new URLSearchParams(text)]);
      }),
    );
  }, 60_000);

  it('takes no URL in which one thing is changed [14]', () => {
    const changes: ((url: URL) => void)[] = [
      (url) => {
        url.protocol = url.protocol === 'https:' ? 'http:' : 'https:';
      },
      (url) => {
        url.hostname = `x${url.hostname}`;
      },
      (url) => {
        url.hostname = `${url.hostname}.evil.example`;
      },
      (url) => {
        url.port = url.port === '8443' ? '8444' : '8443';
      },
      (url) => {
        url.pathname = `${url.pathname}x`;
      },
      (url) => {
        url.pathname = `${url.pathname}/`;
      },
      (url) => {
        url.pathname = `/x${url.pathname}`;
      },
      (url) => {
        url.username = 'user';
      },
      (url) => {
        url.password = 'pw';
      },
    ];
    fc.assert(
      fc.property(registered, fc.constantFrom(...changes), (text, change) => {
        const url = new URL(text);
        change(url);
        fc.pre(url.href !== new URL(text).href);
        url.searchParams.append('code', '1');
        expect(matchesCallback(text, url.href)).toBe(false);
      }),
    );
  }, 60_000);

  it('wants each query parameter that the URL was registered with [14]', () => {
    fc.assert(
      fc.property(registered, responses, fc.nat(), (base, pairs, index) => {
        const text = new URL(base);
        text.search = new URLSearchParams(pairs).toString();
        const missing = new URL(text);
        missing.search = new URLSearchParams(pairs.filter((_, at) => at !== index % pairs.length)).toString();
        expect(matchesCallback(text.href, missing.href)).toBe(false);
        expect(matchesCallback(text.href, `${missing.href}#${text.search.slice(1)}`)).toBe(false);
      }),
    );
  }, 60_000);
});
