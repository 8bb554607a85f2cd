import { ActionIcon, Checkbox } from '@mantine/core';
import { IconLock, IconTrash } from '@tabler/icons-react';
import { type ClipboardEvent, type KeyboardEvent, useId } from 'react';
import { datesProblem } from '../../../app/shared/resource/dates/problems.ts';
import {
  type Parameter,
  pastedParameters,
  readParameters,
  shownParameter,
  withName,
  withValue,
  writeParameters,
} from '../../../app/shared/resource/parameters.ts';
import type { Resource } from '../../../app/shared/resource/resource.ts';
import { text } from '../../messages/text.ts';
import { toast } from '../../notices/toast.tsx';
import { changeResource, type EditResource } from '../use-draft.ts';
import classes from './parameters.module.css';
import { TypedInput } from './typed-input.tsx';
import { ValueField } from './value-field.tsx';

interface ParameterRowsProps {
  draft: Resource;
  edit: EditResource;
  touch: (field: string) => void;
}

const empty: Parameter = { text: '', isOn: true };

/** The query of the URL as rows. The last row is always empty: typing into it adds a parameter. */
export function ParameterRows({ draft, edit, touch }: ParameterRowsProps) {
  const hintId = useId();
  const parameters = readParameters(draft);
  const last = parameters.at(-1);
  const rows = last?.isOn === true && last.text === '' ? parameters : [...parameters, empty];
  const write = (changed: readonly Parameter[]): void => edit(writeParameters(draft.url, changed));
  const put = (index: number, change: Partial<Parameter>): void =>
    write(rows.slice(0, Math.max(parameters.length, index + 1)).with(index, { ...(rows[index] ?? empty), ...change }));

  /** Removes without asking: Undo puts the parameter back to its place. */
  const remove = (index: number, parameter: Parameter): void => {
    write(parameters.toSpliced(index, 1));
    if (parameter.text === '') return;
    toast(text('parameters.removed', { name: shownParameter(parameter.text).name }), () =>
      changeResource(
        draft.id,
        (now) => writeParameters(now.url, readParameters(now).toSpliced(index, 0, parameter)),
        [],
      ),
    );
  };

  const paste = (event: ClipboardEvent, index: number, isIntoName: boolean): void => {
    const isEmpty = rows[index]?.text === '';
    const pasted = isIntoName || isEmpty ? pastedParameters(event.clipboardData.getData('text/plain')) : undefined;
    if (pasted === undefined || (pasted.length === 1 && !isEmpty)) return;
    event.preventDefault();
    const added = pasted.map((each): Parameter => ({ text: each, isOn: true }));
    write(parameters.toSpliced(index, isEmpty ? 1 : 0, ...added));
  };

  return (
    <fieldset
      className={classes.rows}
      aria-label={text('resourcePage.parameters')}
      aria-describedby={hintId}
      onKeyDown={moveRow}
    >
      <p className={classes.hint} id={hintId}>
        {text('parameters.hint', { name: '{name}', date: '{{today-7d}}' })}
      </p>
      {rows.map((parameter, index) => {
        const { name, value } = shownParameter(parameter.text);
        const number = index + 1;
        const isNew = parameter.text === '' && parameter.isOn && index === rows.length - 1;
        const isWrong = parameter.isOn && datesProblem(value) !== undefined;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a parameter has no identity but its place
          <div key={index} className={classes.row} data-off={!parameter.isOn || undefined}>
            {isNew ? (
              <span />
            ) : (
              <Checkbox
                size="xs"
                aria-label={text('parameters.isOn', { number })}
                checked={parameter.isOn}
                onChange={(event) => put(index, { isOn: event.currentTarget.checked })}
              />
            )}
            <TypedInput
              aria-label={text('parameters.nameOf', { number })}
              placeholder={text(isNew ? 'parameters.new' : 'parameters.name')}
              data-column="name"
              value={name}
              onType={(typed) => put(index, { text: withName(parameter.text, typed) })}
              onPaste={(event) => paste(event, index, true)}
              onBlur={() => touch('url')}
            />
            <ValueField
              label={text('parameters.valueOf', { number })}
              placeholder={text('parameters.value')}
              mark={{ 'data-column': 'value' }}
              value={value}
              timeZone={draft.timeZone}
              // The field of the URL says what is wrong.
              problem={isWrong}
              icon={isSecret(draft, parameter.text) ? <IconLock size={13} stroke={1.8} aria-hidden /> : null}
              onType={(typed) => put(index, { text: withValue(parameter.text, typed) })}
              onPaste={(event) => paste(event, index, false)}
              onLeave={() => touch('url')}
            />
            {isNew ? null : (
              <ActionIcon aria-label={text('parameters.remove', { number })} onClick={() => remove(index, parameter)}>
                <IconTrash size={15} stroke={1.6} />
              </ActionIcon>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}

const isSecret = ({ secretValues }: Resource, typed: string): boolean =>
  secretValues.some((name) => typed.includes(`{${name}}`));

/** The arrows up and down move within a column. */
function moveRow(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const { target, currentTarget } = event;
  if (step === 0 || !(target instanceof HTMLInputElement)) return;
  const { column } = target.dataset;
  if (column === undefined) return;
  const fields = [...currentTarget.querySelectorAll<HTMLInputElement>(`[data-column="${column}"]`)];
  const next = fields[fields.indexOf(target) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
