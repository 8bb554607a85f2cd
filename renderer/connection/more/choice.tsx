import { SegmentedControl } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from '../connection-dialog.module.css';

interface ChoiceProps<Value extends string> {
  label: string;
  sentence: ReactNode;
  value: Value;
  /** Those that are offered, in their order. */
  choices: Partial<Record<Value, string>>;
  error?: string | undefined;
  onChange: (value: Value) => void;
}

/** A choice of a few options, with a sentence about the selected one. */
export function Choice<Value extends string>({ label, sentence, value, choices, error, onChange }: ChoiceProps<Value>) {
  const sentenceId = useId();
  // Object.keys forgets the key type; these are the keys of `choices`.
  const values = Object.keys(choices) as Value[];
  return (
    <div className={classes.field}>
      <span className={classes.label} aria-hidden>
        {label}
      </span>
      <SegmentedControl
        className={classes.segments ?? ''}
        aria-label={label}
        aria-describedby={sentenceId}
        {...(error === undefined ? {} : { 'aria-invalid': true, tabIndex: -1 })}
        value={value}
        data={values.map((each) => ({ value: each, label: choices[each] ?? each }))}
        onChange={(next) => onChange(values.find((each) => each === next) ?? value)}
      />
      {error === undefined ? null : <p className={classes.problem}>{error}</p>}
      <p className={classes.sentence} id={sentenceId}>
        {sentence}
      </p>
    </div>
  );
}
