import { describe, expect, it } from 'vitest';
import { readFetch } from '../../../../../renderer/resources/paste/fetch-call.ts';

describe('readFetch', () => {
  it('reads what Chromium copies', () => {
    const text = `fetch("https://api.example.com/v1/sales?x=1", {
  "headers": {
    "accept": "application/json",
    "authorization": "Bearer abc(def)"
  },
  "referrer": "https://app.example.com/",
  "body": null,
  "method": "GET",
  "mode": "cors",
  "credentials": "include"
});`;
    expect(readFetch(text)).toEqual({
      method: 'GET',
      url: 'https://api.example.com/v1/sales?x=1',
      headers: [
        ['accept', 'application/json'],
        ['authorization', 'Bearer abc(def)'],
        ['Referer', 'https://app.example.com/'],
      ],
      unknown: [],
    });
  });

  it('reads what people write', () => {
    const text = `const response = await fetch('api.example.com/graphql', {
  method: 'post', // by hand
  headers: [['X-Key', 'k']],
  body: JSON.stringify({ query: "{ viewer { name } }", variables: { n: 1 } }),
}).then((r) => r.json());`;
    expect(readFetch(text)).toMatchObject({
      method: 'POST',
      url: 'https://api.example.com/graphql',
      headers: [['X-Key', 'k']],
      body: '{"query":"{ viewer { name } }","variables":{"n":1}}',
    });
    expect(readFetch('fetch("https://a.example")')).toMatchObject({ method: 'GET', url: 'https://a.example' });
  });

  it.each([
    'fetch(url)',
    'fetch("https://a.example", options)',
    'fetch("https://a.example"',
    'prefetch("https://a.example")',
  ])('does not guess at %s', (text) => {
    expect(readFetch(text)).toBeUndefined();
  });
});
