import { ActionIcon, Checkbox, NativeSelect } from '@mantine/core';
import { IconGripVertical, IconPin, IconPinFilled } from '@tabler/icons-react';
import type { Column } from '../../../../app/shared/preview/preview.ts';
import { valueTypes } from '../../../../app/shared/shape/shape.ts';
import { text } from '../../../messages/text.ts';
import { columnName } from '../arrange.ts';
import { ownName, withColumn } from '../changes.ts';
import { useShaping } from '../shaping.tsx';
import classes from './columns-panel.module.css';

interface ColumnRowProps {
  column: Column;
  isDragged: boolean;
  onDrag: (pointer: string | undefined) => void;
  /** Another column is dropped here. */
  onDrop: () => void;
  onMove: (by: -1 | 1) => void;
}

/** One column in the panel of all. */
export function ColumnRow({ column, isDragged, onDrag, onDrop, onMove }: ColumnRowProps) {
  const { shape, change, newColumns } = useShaping();
  const { pointer, label } = column;
  const name = columnName(column);
  const choice = shape.columns[pointer];
  const rename = (typed: string) => {
    const own = ownName(column, typed);
    if (own !== column.name) change((now) => withColumn(now, pointer, { name: own }));
  };
  return (
    <li
      className={classes.row}
      data-dragged={isDragged || undefined}
      data-hidden={column.hidden}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        onDrop();
      }}
      onKeyDown={(event) => {
        const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : undefined;
        if (!event.altKey || by === undefined) return;
        event.preventDefault();
        onMove(by);
      }}
    >
      <button
        type="button"
        className={classes.grip}
        data-grip={pointer}
        draggable
        aria-label={text('shape.columns.move', { column: name })}
        title={text('shape.columns.move.hint')}
        onDragStart={(event) => {
          event.dataTransfer.effectAllowed = 'move';
          event.dataTransfer.setData('text/plain', name);
          onDrag(pointer);
        }}
        onDragEnd={() => onDrag(undefined)}
      >
        <IconGripVertical size={14} aria-hidden />
      </button>
      <Checkbox
        aria-label={text('shape.columns.show', { column: name })}
        checked={column.hidden !== true}
        onChange={(event) => {
          const hidden = event.currentTarget.checked ? undefined : true;
          change((now) => withColumn(now, pointer, { hidden }));
        }}
      />
      <input
        key={name}
        className={classes.name}
        aria-label={text('shape.columns.name', { column: name })}
        title={label}
        defaultValue={name}
        maxLength={200}
        onBlur={(event) => rename(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') rename(event.currentTarget.value);
        }}
      />
      {newColumns.has(pointer) ? <span className={classes.new}>{text('shape.columns.new')}</span> : null}
      <NativeSelect
        className={classes.type ?? ''}
        size="xs"
        aria-label={text('shape.columns.type', { column: name })}
        value={choice?.type ?? ''}
        data={[
          {
            value: '',
            label:
              column.type === undefined || choice?.type !== undefined
                ? text('shape.column.guess')
                : text('shape.columns.guessed', { type: text(`shape.type.${column.type}`) }),
          },
          ...valueTypes.map((each) => ({ value: each, label: text(`shape.type.${each}`) })),
        ]}
        onChange={(event) => {
          const type = valueTypes.find((each) => each === event.currentTarget.value);
          change((now) => withColumn(now, pointer, { type, pattern: undefined }));
        }}
      />
      <ActionIcon
        size="sm"
        aria-label={text(column.pinned ? 'shape.columns.unpin' : 'shape.columns.pin', { column: name })}
        aria-pressed={column.pinned === true}
        onClick={() => change((now) => withColumn(now, pointer, { pinned: column.pinned ? undefined : true }))}
      >
        {column.pinned ? <IconPinFilled size={14} /> : <IconPin size={14} />}
      </ActionIcon>
    </li>
  );
}
