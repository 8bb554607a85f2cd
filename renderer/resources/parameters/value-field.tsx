import { useRef } from 'react';
import { DatePicker } from './date-picker.tsx';
import { TypedInput } from './typed-input.tsx';

interface ValueFieldProps {
  label: string;
  placeholder?: string;
  value: string;
  timeZone: string | null;
  /** `true`: said elsewhere. */
  problem: string | boolean | undefined;
  onType: (value: string) => void;
  onLeave?: () => void;
  onPaste?: (event: React.ClipboardEvent) => void;
  /** Marks the field, to move the focus to it. */
  mark?: Record<`data-${string}`, string | number>;
  icon?: React.ReactNode;
}

/** A value that a date replaces as a whole: nothing, a date, a number. */
const replaced = /^(?:\s*|\{\{[^{}]*\}\}|[\d.:TZ+/-]+)$/;

/** A value, with a button that inserts a relative date. */
export function ValueField(props: ValueFieldProps) {
  const { label, placeholder, value, timeZone, problem, onType, onLeave, onPaste, mark, icon } = props;
  const field = useRef<HTMLInputElement>(null);
  const insert = (date: string): void => {
    const start = field.current?.selectionStart ?? value.length;
    const end = field.current?.selectionEnd ?? start;
    onType(replaced.test(value) ? date : value.slice(0, start) + date + value.slice(end));
    onLeave?.();
  };
  return (
    <TypedInput
      ref={field}
      aria-label={label}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...mark}
      value={value}
      error={problem}
      leftSection={icon}
      rightSection={<DatePicker label={label} timeZone={timeZone} onPick={insert} />}
      onType={onType}
      onBlur={() => onLeave?.()}
      {...(onPaste === undefined ? {} : { onPaste })}
    />
  );
}
