import { Pill, PillsInput, PillsInputField } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import { useRoving } from '../common/use-roving.ts';
import { text } from '../messages/text.ts';
import classes from './chips-field.module.css';
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

/**
 * Words as chips: space, comma or newline ends a chip, a pasted list is split, Backspace removes the last chip. All chips
 * are one Tab stop; arrows move between chips and the field, Delete removes a chip.
 */
export function ChipsField({ label, values, onChange, placeholder, description, error, onBlur }: ChipsFieldProps) {
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const chips = useRoving(values.length, () => field.current?.focus());
  const remove = (index: number, byPointer: boolean): void => {
    const isLeft = chips.focusAfter(index, () => onChange(values.filter((_value, at) => at !== index)));
    // After a mouse click the user continues typing.
    if (byPointer || !isLeft) field.current?.focus();
  };
  const take = (words: string): void => {
    onChange(addScopes(values, splitScopes(words)));
    setTyped('');
  };
  return (
    <PillsInput label={label} description={description} error={error}>
      <Pill.Group>
        {values.length === 0 ? null : (
          <div
            {...chips.row}
            role="toolbar"
            className={classes.chips}
            aria-label={text('connection.chips.chosen', { label })}
          >
            {values.map((value, index) => (
              <Pill
                key={value}
                className="mono"
                withRemoveButton
                removeButtonProps={{
                  'aria-label': text('connection.chips.remove', { value }),
                  // Not `false`: Mantine's focus trap skips any element that has the attribute.
                  'aria-hidden': undefined,
                  ...chips.item(index),
                  // A click by keyboard has no click count.
                  onClick: (event) => remove(index, event.detail > 0),
                  onKeyDown: (event) => {
                    if (event.key !== 'Delete' && event.key !== 'Backspace') return;
                    event.preventDefault();
                    remove(index, false);
                  },
                }}
              >
                {value}
              </Pill>
            ))}
          </div>
        )}
        <PillsInputField
          ref={field}
          className="mono"
          aria-label={label}
          aria-invalid={error !== undefined && error !== null}
          placeholder={values.length === 0 ? placeholder : ''}
          value={typed}
          spellCheck={false}
          onChange={(event) => {
            const next = event.currentTarget.value;
            if (/[\s,;]/.test(next)) take(next);
            else setTyped(next);
          }}
          onPaste={(event) => {
            const pasted = event.clipboardData.getData('text');
            if (!/[\s,;]/.test(pasted.trim())) return;
            event.preventDefault();
            take(`${typed}${pasted}`);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && typed !== '') {
              event.preventDefault();
              take(typed);
            }
            if (event.key === 'Backspace' && typed === '') onChange(values.slice(0, -1));
            if (event.key === 'ArrowLeft' && isAtStart(event.currentTarget)) chips.focus(values.length - 1);
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

const isAtStart = ({ selectionStart, selectionEnd }: HTMLInputElement): boolean =>
  selectionStart === 0 && selectionEnd === 0;
