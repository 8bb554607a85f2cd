import { expect, it } from 'vitest';
import { readDuration } from '../../../app/cli/duration.ts';

it.each([
  ['90', 90_000],
  ['1.5s', 1_500],
  ['10m', 600_000],
  ['2h', 7_200_000],
  ['1d', 86_400_000],
])('reads %s', (text, expected) => {
  expect(readDuration(text)).toBe(expected);
});

it.each(['', 'soon', '-1s', '1w', '1 h'])('refuses %j', (text) => {
  expect(() => readDuration(text)).toThrow(expect.objectContaining({ code: 'local.usage' }));
});
