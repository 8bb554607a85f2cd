import { SegmentedControl } from '@mantine/core';
import { useId } from 'react';
import { text } from '../../messages/text.ts';
import classes from './export.module.css';

interface ChoiceProps<Value extends string> {
  label: string;
  /** What the choice means. */
  hint: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
}

/** One of a few, with its sentence. */
export function Choice<Value extends string>({ label, hint, value, options, onChange }: ChoiceProps<Value>) {
  const id = useId();
  return (
    <div className={classes.choice}>
      <span className={classes.label} id={`${id}-label`}>
        {label}
      </span>
      <div>
        <SegmentedControl
          size="xs"
          aria-labelledby={`${id}-label`}
          aria-describedby={`${id}-hint`}
          value={value}
          data={[...options]}
          onChange={onChange}
        />
        <p id={`${id}-hint`} className={classes.hint}>
          {hint}
        </p>
      </div>
    </div>
  );
}

export const yesOrNo = () =>
  [
    { value: 'yes', label: text('exportDialog.yes') },
    { value: 'no', label: text('exportDialog.no') },
  ] as const;
