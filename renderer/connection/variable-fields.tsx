import { TextInput } from '@mantine/core';
import { usedVariables } from '../../app/shared/connection/validate.ts';
import { text } from '../messages/text.ts';
import { aroundVariable, plainValue, textsWith } from './around-variable.ts';
import type { ConnectionFormState } from './form-state.ts';
import classes from './variable-fields.module.css';

/** Values for `{tenant}` and other variables in the URLs, shown between the surrounding text. */
export function VariableFields({ form }: { form: ConnectionFormState }) {
  const { draft, preset, edit, problemOf, touch } = form;
  const texts = textsWith(draft);
  return usedVariables(draft).map((name) => {
    const known = preset?.variables.find((variable) => variable.name === name);
    const field = `variables.${name}` as const;
    const { before, after } = aroundVariable(texts, name);
    const set = (value: string): void => edit({ variables: { ...draft.variables, [name]: value } });
    return (
      <TextInput
        key={name}
        label={known?.label ?? name}
        description={known?.help ?? text('connection.variable.hint', { name: `{${name}}` })}
        placeholder={known?.example ?? ''}
        value={draft.variables[name] ?? ''}
        error={problemOf(field)}
        spellCheck={false}
        autoComplete="off"
        classNames={{ input: 'mono', section: classes.section ?? '' }}
        {...(before === ''
          ? {}
          : { leftSection: <span className="mono">{before}</span>, leftSectionWidth: widthOf(before) })}
        {...(after === ''
          ? {}
          : { rightSection: <span className="mono">{after}</span>, rightSectionWidth: widthOf(after) })}
        onChange={(event) => set(event.currentTarget.value)}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text');
          const value = plainValue(pasted, texts, name);
          if (value === pasted.trim()) return;
          event.preventDefault();
          set(value);
        }}
        onBlur={() => {
          const typed = draft.variables[name] ?? '';
          const value = plainValue(typed, texts, name);
          if (value !== typed) set(value);
          touch(field);
        }}
      />
    );
  });
}

/** Monospaced, so the width follows from the length. */
const widthOf = (text: string): string => `calc(${text.length}ch + 20px)`;
