import { expect, it } from 'vitest';
import { readLines } from '../../../app/local/lines.ts';

function reader(longest = 100) {
  const values: unknown[] = [];
  let broken = 0;
  const read = readLines({
    longest,
    onValue: (value) => void values.push(value),
    onBroken: () => {
      broken += 1;
    },
  });
  return { read, values, broken: () => broken };
}

it('joins what arrives in parts, also in the middle of a character', () => {
  const { read, values, broken } = reader();
  for (const byte of Buffer.from('{"a":"ü€😀"}\n[1]\n"rest')) read(Buffer.from([byte]));
  expect([values, broken()]).toEqual([[{ a: 'ü€😀' }, [1]], 0]);
});

it.each(['x\n1\n', `"${'x'.repeat(100)}"\n1\n`, 'x'.repeat(101)])(
  'stops for good at a line that is wrong: %#',
  (text) => {
    const { read, values, broken } = reader();
    read(Buffer.from(text));
    read(Buffer.from('2\n'));
    expect([values, broken()]).toEqual([[], 1]);
  },
);
