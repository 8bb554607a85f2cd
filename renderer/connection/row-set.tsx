import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type FocusEvent, type ReactNode, useRef } from 'react';
import { flushSync } from 'react-dom';
import classes from './connection-dialog.module.css';
import own from './parameter-rows.module.css';

interface RowSetProps {
  label: string;
  /** Under the label. */
  sentence?: ReactNode;
  error: string | undefined;
  onAdd: () => void;
  onBlur?: (() => void) | undefined;
  /** The rows. */
  children: ReactNode;
}

/** Rows that one adds and removes, with what is wrong about them below. */
export function RowSet({ label, sentence, error, onAdd, onBlur, children }: RowSetProps) {
  const set = useRef<HTMLFieldSetElement>(null);
  /** What comes next is the first field of the new row. */
  const add = (): void => {
    flushSync(onAdd);
    const row = set.current?.querySelector(':scope > button')?.previousElementSibling;
    row?.querySelector<HTMLElement>('input, select')?.focus();
  };
  return (
    <fieldset className={own.set} ref={set} onBlur={onBlur && leftField(onBlur)}>
      <legend className={classes.label}>{label}</legend>
      {sentence === undefined ? null : <p className={classes.sentence}>{sentence}</p>}
      {children}
      {error === undefined ? null : (
        <p className={classes.problem} role="alert">
          {error}
        </p>
      )}
      <Button
        className={own.add ?? ''}
        size="compact-xs"
        variant="subtle"
        color="gray"
        leftSection={<IconPlus size={13} aria-hidden />}
        aria-label={`${label}: add`}
        onClick={add}
      >
        Add
      </Button>
    </fieldset>
  );
}

interface RemoveRowProps {
  label: string;
  /** The row's own name; an unnamed one is called by its place. */
  name: string;
  index: number;
  onRemove: () => void;
}

export function RemoveRow({ label, name, index, onRemove }: RemoveRowProps) {
  return (
    <ActionIcon aria-label={`${label}: remove ${name === '' ? `row ${index + 1}` : name}`} onClick={onRemove}>
      <IconTrash size={15} stroke={1.6} />
    </ActionIcon>
  );
}

/** A field of a row was left; its buttons do not count, or a new row would be wrong before one types. */
const leftField =
  (onLeft: () => void) =>
  (event: FocusEvent): void => {
    if (event.target instanceof HTMLInputElement) onLeft();
  };
