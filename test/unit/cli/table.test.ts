import { expect, it } from 'vitest';
import { tableText } from '../../../app/cli/table.ts';

it('fills each column to its widest cell, wide characters and marks counted as a terminal draws them', () => {
  expect(
    tableText([
      ['a', 'b'],
      ['売上', 'c'],
      ['e\u0301', ''],
    ]),
  ).toBe('a     b\n売上  c\ne\u0301\n');
});

it('lets no text of a service move the cursor or hide text', () => {
  expect(tableText([['a\u001B[2Jb\u202Ec\nd', '']])).toBe('a\uFFFD[2Jb\uFFFDc\uFFFDd\n');
});
