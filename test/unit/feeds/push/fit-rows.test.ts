import { expect, it } from 'vitest';
import { fitRows } from '../../../../app/feeds/push/fit-rows.ts';
import { pushFacts } from '../../../../app/shared/push/push.ts';

const line = (letter: string) => JSON.stringify({ a: letter.repeat(90) });

it('sends the first rows that the target has room for, and counts the others', () => {
  const lines = ['a', 'b', 'c'].map(line);
  expect(fitRows(lines, { mostRows: 2 })).toEqual({ lines: lines.slice(0, 2), leftOut: 1 });
  expect(fitRows(lines, { mostRows: 9 })).toEqual({ lines, leftOut: 0 });
  expect(fitRows([], { mostRows: 9, mostBytes: 10 })).toEqual({ lines: [], leftOut: 0 });
});

it('counts bytes, not characters', () => {
  const { lines, leftOut } = fitRows(
    Array.from({ length: 100 }, () => line('ü')),
    pushFacts.trmnl,
  );
  const body = `{"merge_variables":{"data_at":"2026-11-30T12:00:00.000Z","rows":[${lines.join(',')}]}}`;
  expect(Buffer.byteLength(body)).toBeLessThanOrEqual(2_000);
  expect(lines.length + leftOut).toBe(100);
  expect(lines.length).toBeGreaterThan(8);
});
