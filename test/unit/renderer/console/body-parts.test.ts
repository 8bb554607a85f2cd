import { expect, it } from 'vitest';
import { bodyParts, jsonPieces } from '../../../../renderer/console/body-parts.ts';

it('shows JSON line by line, cut off or not', () => {
  expect(bodyParts('{"a":[1,2]}')).toEqual({ kind: 'json', text: '{\n  "a": [\n    1,\n    2\n  ]\n}' });
  expect(bodyParts('{"rows":[{"day":"2026-11-')).toEqual({
    kind: 'json',
    text: '{\n  "rows": [\n    {\n      "day": "2026-11-',
  });
});

it('shows a form as its fields, with its secrets masked as they came', () => {
  expect(bodyParts('grant_type=refresh_token&refresh_token=••••&scope=a+b%2Fc')).toEqual({
    kind: 'form',
    fields: [
      ['grant_type', 'refresh_token'],
      ['refresh_token', '••••'],
      ['scope', 'a b/c'],
    ],
  });
});

it('leaves any other text as it is', () => {
  expect(bodyParts('<html>a=b</html>')).toEqual({ kind: 'text', text: '<html>a=b</html>' });
  expect(bodyParts('Not found.')).toEqual({ kind: 'text', text: 'Not found.' });
});

it('tells keys, strings, numbers and words of JSON apart, and loses nothing', () => {
  const text = '{\n  "a \\" b": "x: 1",\n  "n": -1.5e3,\n  "t": true\n}';
  const pieces = jsonPieces(text);
  expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  expect(pieces.filter((piece) => piece.kind !== 'rest').map(({ kind, text }) => [kind, text])).toEqual([
    ['key', '"a \\" b"'],
    ['string', '"x: 1"'],
    ['key', '"n"'],
    ['number', '-1.5e3'],
    ['key', '"t"'],
    ['word', 'true'],
  ]);
});
