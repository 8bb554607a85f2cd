import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCurl } from '../../../../../renderer/resources/paste/curl.ts';
import { cmdQuoted, posixQuoted } from '../../../../servers/chromium-curl.ts';

const get = (url: string, headers: [string, string][] = []) => ({ method: 'GET', url, headers, unknown: [] });

describe('readCurl', () => {
  it.each([
    ['a URL', 'curl https://api.example.com/v1/sales', get('https://api.example.com/v1/sales')],
    ['a bare host', 'curl api.example.com/v1', get('https://api.example.com/v1')],
    ['a host of this computer', 'curl localhost:3000/x', get('http://localhost:3000/x')],
    ['a prompt', '$ curl https://a.example', get('https://a.example')],
    ['flags together', 'curl -sSL https://a.example', get('https://a.example')],
    [
      'a flag with its value attached',
      `curl -HAccept:text/csv https://a.example`,
      get('https://a.example', [['Accept', 'text/csv']]),
    ],
    [
      'options with values that change nothing',
      'curl -m 10 --proxy http://p:1 -o out.json https://a.example',
      get('https://a.example'),
    ],
    ['a long option with =', 'curl --url=https://a.example', get('https://a.example')],
    [
      '-G with data',
      'curl -G https://a.example/x -d a=1 --data-urlencode "q=a b"',
      get('https://a.example/x?a=1&q=a%20b'),
    ],
    [
      'a user agent and a cookie',
      `curl -A me -b 'a=1' https://a.example`,
      get('https://a.example', [
        ['User-Agent', 'me'],
        ['Cookie', 'a=1'],
      ]),
    ],
    [
      'a bearer token',
      'curl --oauth2-bearer abc https://a.example',
      get('https://a.example', [['Authorization', 'Bearer abc']]),
    ],
    ['a header without a value', `curl -H 'Accept:' -H 'X-Empty;' https://a.example`, get('https://a.example')],
  ])('reads %s', (_, command, request) => {
    expect(readCurl(command)).toEqual(request);
  });

  it('reads a user, and a password with colons', () => {
    expect(readCurl('curl -u ann:pa:ss https://a.example')?.basic).toEqual({ username: 'ann', password: 'pa:ss' });
  });

  it('reads data as a POST, and JSON with its headers', () => {
    expect(readCurl(`curl https://a.example -d a=1 -d b=2`)).toMatchObject({ method: 'POST', body: 'a=1&b=2' });
    expect(readCurl(`curl --json '{"a":1}' https://a.example`)).toMatchObject({
      method: 'POST',
      body: '{"a":1}',
      headers: [
        ['Content-Type', 'application/json'],
        ['Accept', 'application/json'],
      ],
    });
    expect(readCurl('curl -X put https://a.example')?.method).toBe('PUT');
  });

  it('names what it cannot take', () => {
    expect(readCurl('curl -F file=@a.txt --aws-sigv4 aws:amz https://a.example')?.unknown).toEqual([
      '--form',
      '--aws-sigv4',
    ]);
  });

  it.each(['curl', 'curl -H "open https://a.example', 'wget https://a.example', 'https://curl.se/x', 'curl -s'])(
    'does not read %j',
    (text) => {
      expect(readCurl(text)).toBeUndefined();
    },
  );

  const line = fc.string({ unit: 'grapheme-ascii', maxLength: 40 }).map((text) => text.trim());
  const header = fc.tuple(
    fc.stringMatching(/^[A-Za-z][A-Za-z-]{0,12}$/),
    line.filter((value) => value !== ''),
  );
  const path = fc.stringMatching(/^[\w/?=&%.~!'()*,;:@$+-]{0,30}$/).map((rest) => `https://api.example.com/${rest}`);

  it('reads every command that Chromium copies for a POSIX shell', () => {
    fc.assert(
      fc.property(path, fc.array(header, { maxLength: 5 }), fc.option(line), (url, headers, body) => {
        const parts = [
          `curl ${posixQuoted(url)}`,
          ...headers.map(([name, value]) => `-H ${posixQuoted(`${name}: ${value}`)}`),
          ...(body === null ? [] : [`--data-raw ${posixQuoted(body)}`]),
          '--compressed',
        ];
        const request = readCurl(parts.join(' \\\n  '));
        expect(request).toEqual({
          method: body === null ? 'GET' : 'POST',
          url,
          headers,
          unknown: [],
          ...(body === null ? {} : { body }),
        });
      }),
    );
  });

  it('reads every command that Chromium copies for cmd.exe', () => {
    fc.assert(
      fc.property(path, fc.array(header, { maxLength: 5 }), (url, headers) => {
        const parts = [
          `curl ${cmdQuoted(url)}`,
          ...headers.map(([name, value]) => `-H ${cmdQuoted(`${name}: ${value}`)}`),
          '--compressed',
        ];
        expect(readCurl(parts.join(' ^\n  '))).toEqual({ method: 'GET', url, headers, unknown: [] });
      }),
    );
  });
});
