import { Pill, PillsInput, PillsInputField } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import { addScopes, splitScopes } from './draft.ts';

interface ChipsFieldProps {
  label: string;
  values: readonly string[];
  onChange: (values: string[]) => void;
  placeholder: string;
  description?: ReactNode;
  error?: ReactNode;
  onBlur?: () => void;
}

/** Words as chips: space, comma or newline ends one, pasting a list splits it, Backspace takes the last. */
export function ChipsField({ label, values, onChange, placeholder, description, error, onBlur }: ChipsFieldProps) {
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const take = (text: string): void => {
    onChange(addScopes(values, splitScopes(text)));
    setTyped('');
  };
  return (
    <PillsInput label={label} description={description} error={error}>
      <Pill.Group>
        {values.map((value) => (
          <Pill
            key={value}
            className="mono"
            withRemoveButton
            removeButtonProps={{ 'aria-label': `Remove ${value}`, 'aria-hidden': false, tabIndex: 0 }}
            onRemove={() => {
              onChange(values.filter((each) => each !== value));
              field.current?.focus();
            }}
          >
            {value}
          </Pill>
        ))}
        <PillsInputField
          ref={field}
          className="mono"
          aria-label={label}
          aria-invalid={error !== undefined && error !== null}
          placeholder={values.length === 0 ? placeholder : ''}
          value={typed}
          spellCheck={false}
          onChange={(event) => {
            const text = event.currentTarget.value;
            if (/[\s,;]/.test(text)) take(text);
            else setTyped(text);
          }}
          onPaste={(event) => {
            const text = event.clipboardData.getData('text');
            if (!/[\s,;]/.test(text.trim())) return;
            event.preventDefault();
            take(`${typed}${text}`);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && typed !== '') {
              event.preventDefault();
              take(typed);
            }
            if (event.key === 'Backspace' && typed === '') onChange(values.slice(0, -1));
          }}
          onBlur={() => {
            if (typed !== '') take(typed);
            onBlur?.();
          }}
        />
      </Pill.Group>
    </PillsInput>
  );
}
