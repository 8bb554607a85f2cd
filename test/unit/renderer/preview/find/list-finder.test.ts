import { expect, it } from 'vitest';
import type { FindState } from '../../../../../renderer/preview/find/finder.ts';
import { createListFinder } from '../../../../../renderer/preview/find/list-finder.ts';
import { matchesIn } from '../../../../../renderer/preview/raw/matches-in.ts';

/** A body of these places, three found in each part. The user is at `at`. */
function finderOver(places: readonly number[], at = 0) {
  const shown: number[] = [];
  const states: FindState[] = [];
  let calls = 0;
  const finder = createListFinder<number>({
    slice: async (_query, from) => {
      calls++;
      const end = from + 3;
      return { matches: places.slice(from, end), next: end < places.length ? end : null };
    },
    show: (match) => void shown.push(match),
    isBefore: (match) => match < at,
  });
  const find = async (step: 'here' | 'next' | 'previous', text = 'x') => {
    const { signal } = new AbortController();
    await finder.find({ text, matchCase: false }, step, (state) => states.push(state), signal);
    return [shown.at(-1), states.at(-1)];
  };
  return { find, finder, states, shown, calls: () => calls };
}
const all = { count: 7, isDone: true };

it('starts at the place of the user, goes both ways, and continues at the other end', async () => {
  const { find } = finderOver([1, 4, 6, 8, 9, 12, 15], 5);
  expect(await find('here')).toEqual([6, { number: 3, ...all }]);
  expect(await find('next')).toEqual([8, { number: 4, ...all }]);
  expect(await find('previous')).toEqual([6, { number: 3, ...all }]);
  for (const _step of [1, 2, 3]) await find('previous');
  expect(await find('next')).toEqual([1, { number: 1, ...all }]);
});

it('shows the first match before all is searched, and searches a query once', async () => {
  const { find, states, calls } = finderOver([1, 4, 6, 8, 9, 12, 15]);
  await find('here');
  expect(states.map(({ number, count, isDone }) => [number, count, isDone])).toEqual([
    [0, 0, false],
    [1, 3, false],
    [1, 6, false],
    [1, 7, true],
  ]);
  await find('next');
  expect(calls()).toBe(3);
  await find('here', 'y');
  expect(calls()).toBe(6);
});

it('begins again at the start if nothing follows, and says if there is nothing', async () => {
  expect(await finderOver([1, 2], 9).find('here')).toEqual([1, { number: 1, count: 2, isDone: true }]);
  expect(await finderOver([]).find('here')).toEqual([undefined, { number: 0, count: 0, isDone: true }]);
});

it('stops for another search', async () => {
  const { finder, shown, calls } = finderOver([1, 2, 3, 4]);
  const controller = new AbortController();
  const report = () => controller.abort();
  await finder.find({ text: 'x', matchCase: false }, 'here', report, controller.signal);
  expect([shown, calls()]).toEqual([[], 1]);
});

it('takes the characters of a text as themselves', () => {
  expect(matchesIn('a.c abc A.C', { text: 'a.c', matchCase: false })).toEqual([
    { from: 0, to: 3 },
    { from: 8, to: 11 },
  ]);
  expect(matchesIn('Größe GRÖSSE', { text: 'GRÖ', matchCase: true })).toEqual([{ from: 6, to: 9 }]);
});
