import { ChangeSet, Text } from '@codemirror/state';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lineChanges } from '../../../../../renderer/preview/raw/line-changes.ts';

const line = fc.constantFrom('', 'a', '  "b": 1,', '  "b": 2,', 'é😀');
const textOf = (lines: readonly string[]): Text => Text.of([...lines]);

it('line changes make one text of another, and each line stays where it is', () => {
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 12 }),
      fc.array(line, { minLength: 1, maxLength: 12 }),
      (before, after) => {
        const text = textOf(before);
        const changes = ChangeSet.of(lineChanges(text, textOf(after)), text.length);
        const made = changes.apply(text);
        expect(made.toString()).toBe(after.join('\n'));
        for (let number = 1; number <= Math.min(before.length, after.length); number++)
          expect(changes.mapPos(text.line(number).from, -1)).toBe(made.line(number).from);
      },
    ),
    { numRuns: 500 },
  );
});
