import { Checkbox, TextInput } from '@mantine/core';
import { message, text, textOf } from '../../../messages/text.ts';
import { relativeProblem } from '../typed-input.ts';
import classes from './dialogs.module.css';

interface DateInputProps {
  label: string;
  type: 'date' | 'datetime';
  /** ISO 8601 in the user's time, or a relative date in braces. */
  value: string;
  isWrong: boolean;
  onChange: (value: string) => void;
}

const usual = ['{{today}}', '{{today-7d}}', '{{today-30d}}', '{{startOfMonth}}', '{{startOfYear}}'];

/** A day or time: a fixed one, or one that is counted from today. */
export function DateInput({ label, type, value, isWrong, onChange }: DateInputProps) {
  const isRelative = value.includes('{{');
  return (
    <div className={classes.date}>
      <TextInput
        label={label}
        type={isRelative ? 'text' : type === 'date' ? 'date' : 'datetime-local'}
        {...(isRelative || type === 'date' ? {} : { step: 1 })}
        classNames={isRelative ? { input: classes.mono ?? '' } : {}}
        autoComplete="off"
        spellCheck={false}
        value={value}
        error={isWrong ? textOf(relativeProblem(value) ?? message('shape.filter.wrongDate')) : undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <Checkbox
        label={text('shape.filter.relative')}
        checked={isRelative}
        onChange={(event) => onChange(event.currentTarget.checked ? '{{today-7d}}' : '')}
      />
      {isRelative ? (
        <div className={classes.choices}>
          {usual.map((each) => (
            <button
              key={each}
              type="button"
              className={classes.choice}
              data-mono
              aria-pressed={each === value}
              onClick={() => onChange(each)}
            >
              {each}
            </button>
          ))}
        </div>
      ) : null}
    </div>
  );
}
