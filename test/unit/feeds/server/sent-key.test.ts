import { expect, it } from 'vitest';
import { readSentKey } from '../../../../app/feeds/server/sent-key.ts';

const basic = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`;

it.each<[string, Record<string, string>, string, string | undefined]>([
  ['Bearer', { authorization: 'Bearer tbk_a-b_c' }, '/', 'tbk_a-b_c'],
  ['bearer in lower case', { authorization: 'bearer  tbk_a ' }, '/', 'tbk_a'],
  ['Basic with any user', { authorization: basic('anyone:tbk_a') }, '/', 'tbk_a'],
  ['Basic without a user', { authorization: basic(':tbk_a') }, '/', 'tbk_a'],
  ['Basic without a password', { authorization: basic('tbk_a:') }, '/', undefined],
  ['Basic without a colon', { authorization: basic('tbk_a') }, '/', undefined],
  ['X-Api-Key', { 'x-api-key': ' tbk_a' }, '/', 'tbk_a'],
  ['an empty header', { 'x-api-key': '' }, '/?key=tbk_b', 'tbk_b'],
  ['the URL', {}, '/feeds/a.json?x=1&key=tbk%5Fb', 'tbk_b'],
  ['an empty key in the URL', {}, '/feeds/a.json?key=', undefined],
  ['another name in the URL', {}, '/feeds/a.json?Key=tbk_b', undefined],
  ['a header before the URL', { authorization: 'Bearer tbk_a' }, '/?key=tbk_b', 'tbk_a'],
  ['another scheme', { authorization: 'Digest tbk_a' }, '/', undefined],
])('reads a key from %s', (_, headers, url, secret) => {
  expect(readSentKey(headers, url)?.secret).toBe(secret);
});
