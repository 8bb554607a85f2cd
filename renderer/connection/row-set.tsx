import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type FocusEvent, type ReactNode, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { text } from '../messages/text.ts';
import classes from './connection-dialog.module.css';
import own from './parameter-rows.module.css';

interface RowSetProps {
  label: string;
  /** Under the label. */
  sentence: ReactNode;
  error: string | undefined;
  onAdd: () => void;
  onBlur?: (() => void) | undefined;
  removed: RemovedRow | null;
  /** The rows. */
  children: ReactNode;
}

/** Rows that the user adds and removes, with their problems below. */
export function RowSet({ label, sentence, error, onAdd, onBlur, removed, children }: RowSetProps) {
  const set = useRef<HTMLFieldSetElement>(null);
  const sentenceId = useId();
  /** Focuses the first field of the new row. */
  const add = (): void => {
    flushSync(onAdd);
    const row = [...(set.current?.querySelectorAll(':scope > :has(input)') ?? [])].at(-1);
    row?.querySelector<HTMLElement>('input, select')?.focus();
  };
  return (
    <fieldset className={own.set} ref={set} aria-describedby={sentenceId} onBlur={onBlur && leftField(onBlur)}>
      <legend className={classes.label}>{label}</legend>
      <p className={classes.sentence} id={sentenceId}>
        {sentence}
      </p>
      {children}
      {error === undefined ? null : (
        <p className={classes.problem} role="alert">
          {error}
        </p>
      )}
      {removed === null ? null : (
        <p className={classes.sentence} role="status">
          {removed.name === ''
            ? text('connection.rows.removedUnnamed')
            : text('connection.rows.removed', { name: removed.name })}{' '}
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={text('connection.rows.undo', { label })}
            onClick={() => {
              flushSync(removed.onUndo);
              const row = set.current?.querySelectorAll(':scope > :has(input)')[removed.index];
              row?.querySelector<HTMLElement>('input')?.focus();
            }}
          >
            {text('connection.undo')}
          </Button>
        </p>
      )}
      <Button
        className={own.add ?? ''}
        size="compact-xs"
        variant="subtle"
        color="gray"
        leftSection={<IconPlus size={13} aria-hidden />}
        aria-label={text('connection.rows.addTo', { label })}
        onClick={add}
      >
        {text('connection.rows.add')}
      </Button>
    </fieldset>
  );
}

/** The row removed last, until the form is saved or closed. */
interface RemovedRow {
  name: string;
  index: number;
  onUndo: () => void;
}

/** Removes a row at once and offers Undo; an empty row needs no Undo. */
export function useRemovedRow() {
  const [removed, setRemoved] = useState<RemovedRow | null>(null);
  return {
    removed,
    note: (row: Pick<RemovedRow, 'name' | 'index'>, isEmpty: boolean, bringBack: () => void): void =>
      setRemoved(
        isEmpty
          ? null
          : {
              ...row,
              onUndo: () => {
                bringBack();
                setRemoved(null);
              },
            },
      ),
  };
}

interface RemoveRowProps {
  label: string;
  /** The row's name; an unnamed row is named by its position. */
  name: string;
  index: number;
  onRemove: () => void;
}

export function RemoveRow({ label, name, index, onRemove }: RemoveRowProps) {
  return (
    <ActionIcon
      aria-label={
        name === ''
          ? text('connection.rows.removeUnnamed', { label, number: index + 1 })
          : text('connection.rows.remove', { label, name })
      }
      onClick={onRemove}
    >
      <IconTrash size={15} stroke={1.6} />
    </ActionIcon>
  );
}

/** The user left a field of a row. Its buttons do not count, or a new row would show a problem before any input. */
const leftField =
  (onLeft: () => void) =>
  (event: FocusEvent): void => {
    if (event.target instanceof HTMLInputElement) onLeft();
  };
