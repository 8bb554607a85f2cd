import { type ReactNode, useId } from 'react';
import { text } from '../../messages/text.ts';
import classes from './dialogs.module.css';

export interface CardChoice<Value extends string> {
  value: Value;
  title: string;
  /** What it is good for, and what it costs. */
  sentence: string;
  isRecommended?: boolean;
  /** Why it cannot be chosen. */
  disabled?: string | undefined;
}

interface ChoiceCardsProps<Value extends string> {
  label: string;
  value: Value;
  choices: readonly CardChoice<Value>[];
  onChange: (value: Value) => void;
  /** Below the cards. */
  children?: ReactNode;
}

/** A choice whose options each need a sentence. */
export function ChoiceCards<Value extends string>({
  label,
  value,
  choices,
  onChange,
  children,
}: ChoiceCardsProps<Value>) {
  const id = useId();
  return (
    <fieldset className={classes.choice}>
      <legend className={classes.legend}>{label}</legend>
      {choices.map(({ value: each, title, sentence, isRecommended = false, disabled }) => (
        <label
          key={each}
          className={classes.card}
          data-checked={each === value || undefined}
          data-off={disabled !== undefined || undefined}
        >
          <input
            type="radio"
            className={classes.radio}
            name={id}
            value={each}
            checked={each === value}
            disabled={disabled !== undefined}
            aria-describedby={`${id}-${each}`}
            onChange={() => onChange(each)}
          />
          <span className={classes.cardText}>
            <span className={classes.cardTitle}>
              {title}
              {isRecommended ? <span className={classes.recommended}>{text('peaka.dialog.recommended')}</span> : null}
            </span>
            <span className={classes.cardSentence} id={`${id}-${each}`}>
              {disabled ?? sentence}
            </span>
          </span>
        </label>
      ))}
      {children}
    </fieldset>
  );
}
