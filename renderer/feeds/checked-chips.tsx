import { useState } from 'react';
import { ChipsField } from '../connection/chips-field.tsx';

interface CheckedChipsProps {
  label: string;
  description: string;
  placeholder: string;
  values: readonly string[];
  /** Of the whole list. */
  schema: { safeParse(values: string[]): { success: boolean } };
  /** As the value is stored. */
  plain: (value: string) => string;
  /** What is wrong with a value that the schema refuses. */
  wrong: (value: string) => string;
  onChange: (values: string[]) => void;
}

/** Chips that are stored once each of them can be. */
export function CheckedChips({
  label,
  description,
  placeholder,
  values,
  schema,
  plain,
  wrong,
  onChange,
}: CheckedChipsProps) {
  const [typed, setTyped] = useState(values);
  const refused = typed.find((value) => !schema.safeParse([value]).success);
  return (
    <ChipsField
      label={label}
      description={description}
      placeholder={placeholder}
      values={typed}
      error={refused === undefined ? undefined : wrong(refused)}
      onChange={(entered) => {
        const next = entered.map(plain);
        setTyped(next);
        if (schema.safeParse(next).success) onChange(next);
      }}
    />
  );
}
