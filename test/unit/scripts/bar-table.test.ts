import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { barRows, barTable, barTableFile, barTestsOf, readBarRows, readBarTests } from '../../../scripts/bar-table.ts';

const rows = readBarRows();
const tests = readBarTests();

it('finds the rows of a test in the end of its name, and the platforms in its suite', () => {
  const source = `
    const rows = list[2];
    it('a unit test [3]', () => undefined);
    it.each([1])(
      "it's a case %s [4] [5]",
      () => undefined,
    );
describe.each(platformsHere())('the %s platform', (kind) => {
  describe('frees what nobody reads [43]:', () => undefined);
  it(\`says \${kind}, and no number\`, () => undefined);
  it.runIf(kind === 'electron')('in one of them [1]', () => undefined);
  describe.runIf(kind === 'browser')('a part of one', () => {
    it('in the other [2]', () => undefined);
  });
  it.each([1])('in each again %s [7]', () => undefined);
});
describe.each(platformsHere().filter((kind) => kind === 'electron'))('the %s platform alone', () => {
  it('only there [9]', () => undefined);
});
describe.runIf(linux).each(platformsHere())('the %s platform', () => {
  it('in each [8]', () => undefined);
});`;
  expect(barTestsOf('a.test.ts', source)).toEqual([
    { row: 3, file: 'a.test.ts', name: 'a unit test', platforms: 'none' },
    { row: 4, file: 'a.test.ts', name: "it's a case %s", platforms: 'none' },
    { row: 5, file: 'a.test.ts', name: "it's a case %s", platforms: 'none' },
    { row: 43, file: 'a.test.ts', name: 'frees what nobody reads', platforms: 'both' },
    { row: 1, file: 'a.test.ts', name: 'in one of them', platforms: 'electron' },
    { row: 2, file: 'a.test.ts', name: 'in the other', platforms: 'browser' },
    { row: 7, file: 'a.test.ts', name: 'in each again %s', platforms: 'both' },
    { row: 9, file: 'a.test.ts', name: 'only there', platforms: 'electron' },
    { row: 8, file: 'a.test.ts', name: 'in each', platforms: 'both' },
  ]);
});

it('writes a line per test below its row', () => {
  const table = barTable(barRows('## Windows\n\n1. Off | on\n'), [
    { row: 1, file: 'unit/a.test.ts', name: 'is off', platforms: 'both' },
  ]);
  expect(table.split('\n').slice(-6)).toEqual([
    '',
    '| Row | Test | File | Window |',
    '| --- | --- | --- | --- |',
    '| **1** | **Off \\| on** | | |',
    '| | is off | [unit/a.test.ts](unit/a.test.ts) | both platforms |',
    '',
  ]);
});

it('knows every row of the bar, and no test names another', () => {
  expect(rows.map(({ row }) => row)).toEqual(Array.from({ length: 59 }, (_, index) => index + 1));
  expect(tests.filter(({ row }) => row < 1 || row > 59)).toEqual([]);
});

it('has a test for each row', () => {
  const untested = rows.filter(({ row }) => !tests.some((test) => test.row === row));
  expect(untested).toEqual([]);
});

it('has a test on each platform for every row about windows', () => {
  const aboutWindows = [1, 2, 3, 4, 5, 6, 7, 8, 9, 23, 24, 47, 49, 50, 59];
  const lacking = aboutWindows.filter((row) => {
    const platforms = new Set(tests.filter((test) => test.row === row).map((test) => test.platforms));
    return !platforms.has('both') && !(platforms.has('electron') && platforms.has('browser'));
  });
  expect(lacking).toEqual([]);
});

it('is written down in test/README.md: `node scripts/bar-table.ts` writes it anew', () => {
  expect(readFileSync(barTableFile, 'utf8')).toBe(barTable(rows, tests));
});
