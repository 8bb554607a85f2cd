import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { text } from '../../../messages/text.ts';

interface ValueListProps {
  values: readonly string[];
  onChange: (values: string[]) => void;
}

const mostValues = 1000;

/** Values, one a line. */
export function ValueList({ values, onChange }: ValueListProps) {
  // Empty lines stay while they are typed.
  const [typed, setTyped] = useState(values.join('\n'));
  const shown = sameValues(linesOf(typed), values) ? typed : values.join('\n');
  return (
    <Textarea
      label={text('shape.filter.values')}
      description={text('shape.filter.values.hint')}
      minRows={3}
      maxRows={8}
      autosize
      spellCheck={false}
      value={shown}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onChange(linesOf(event.currentTarget.value));
      }}
    />
  );
}

const linesOf = (typed: string): string[] =>
  [
    ...new Set(
      typed
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    ),
  ].slice(0, mostValues);

const sameValues = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((value, index) => value === others[index]);
