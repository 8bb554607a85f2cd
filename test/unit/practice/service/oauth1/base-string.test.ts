import { expect, it } from 'vitest';
import { baseStringUri, signatureBaseString } from '../../../../../app/practice/service/oauth1/base-string.ts';
import { readAuthorizationHeader, readFormEncoded } from '../../../../../app/practice/service/oauth1/parameters.ts';
import { decode, encode } from '../../../../../app/practice/service/oauth1/percent-encoding.ts';

it('makes the base string of RFC 5849 §3.4.1.1 from query, header and body', () => {
  const header =
    'OAuth realm="Example", oauth_consumer_key="9djdj82h48djs9d2", oauth_token="kkk9d7dh3k39sjv7", ' +
    'oauth_signature_method="HMAC-SHA1", oauth_timestamp="137131201", oauth_nonce="7d8f3e4a", ' +
    'oauth_signature="bYT5CMsGcbgUdFHObYMEfcx6bsw%3D"';
  const parameters = [
    ...readFormEncoded('b5=%3D%253D&a3=a&c%40=&a2=r%20b'),
    ...(readAuthorizationHeader(header) ?? []),
    ...readFormEncoded('c2&a3=2+q'),
  ];
  expect(signatureBaseString('POST', baseStringUri('http', 'EXAMPLE.COM:80', '/request'), parameters)).toBe(
    'POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D%25253D%26c%2540%3D%26c2' +
      '%3D%26oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a%26oauth_signature_method%3DHMAC-SHA1%26' +
      'oauth_timestamp%3D137131201%26oauth_token%3Dkkk9d7dh3k39sjv7',
  );
});

it('leaves the default port out of the base string URI and keeps any other (RFC 5849 §3.4.1.2)', () => {
  expect(baseStringUri('https', 'www.example.net:8080', '')).toBe('https://www.example.net:8080/');
  expect(baseStringUri('https', 'Example.com:443', '/r')).toBe('https://example.com/r');
});

it('encodes all but the unreserved characters, in UTF-8 and upper case (RFC 5849 §3.6)', () => {
  expect(encode("-._~ !*'()+ü☃")).toBe('-._~%20%21%2A%27%28%29%2B%C3%BC%E2%98%83');
  expect(decode(encode('ü☃ +%'))).toBe('ü☃ +%');
});

it('reads no parameters from another scheme and refuses what is not quoted', () => {
  expect(readAuthorizationHeader('Bearer abc')).toBeUndefined();
  expect(readAuthorizationHeader(undefined)).toBeUndefined();
  expect(() => readAuthorizationHeader('OAuth oauth_nonce=abc')).toThrow('not quoted');
  expect(() => readFormEncoded('a=%FF')).toThrow('not percent-encoded');
});
