import { expect, it } from 'vitest';
import { codesOf } from '../../../../app/console/mask/secret-index.ts';
import { ShortSecrets } from '../../../../app/console/mask/short-secrets.ts';

const rangesIn = (secrets: string[], text: string, length = text.length) => {
  const short = new ShortSecrets();
  for (const secret of secrets) short.add(secret);
  const ranges: [number, number][] = [];
  short.find(codesOf(text), length, (start, end) => ranges.push([start, end]));
  return ranges;
};

it('finds short secrets whole and as they were typed, several with the same beginning, too', () => {
  expect(rangesIn(['hush', 'huge'], 'hush huge')).toEqual([
    [0, 4],
    [5, 9],
  ]);
  expect(rangesIn(['1111'], '11111')).toEqual([
    [0, 4],
    [1, 5],
  ]);
  expect(rangesIn(['hush'], 'Hush hus husx xush hush', 23)).toEqual([[19, 23]]);
  // What lies behind the length is left over from another text.
  expect(rangesIn(['hush'], 'a hush', 5)).toEqual([]);
  expect(rangesIn([], 'hush')).toEqual([]);
  expect(rangesIn([''], 'hush')).toEqual([]);
});
