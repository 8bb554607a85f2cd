import { Button, TextInput } from '@mantine/core';
import { useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { matches } from '../../../common/filter.ts';
import { text } from '../../../messages/text.ts';
import { toast } from '../../../notices/toast.tsx';
import { columnName } from '../arrange.ts';
import { withColumn, withColumnAt, withoutColumnChoices } from '../changes.ts';
import { useShaping } from '../shaping.tsx';
import { ColumnRow } from './column-row.tsx';
import classes from './columns-panel.module.css';

/** Rows drawn at most: more are found by their name. */
const mostRows = 200;

/** All columns of the table: which are shown, in which order, by which name and type. Every change takes effect at once. */
export function ColumnsPanel({ onClose }: { onClose: () => void }) {
  const { shape, change, columns } = useShaping();
  const [filter, setFilter] = useState('');
  const [dragged, setDragged] = useState<string>();
  const list = useRef<HTMLUListElement>(null);
  const hintId = useId();
  const found = columns.filter((column) => matches(`${columnName(column)} ${column.label}`, filter));
  const shown = found.slice(0, mostRows);
  const setHidden = (hidden: true | undefined) =>
    change((now) => found.reduce((next, { pointer }) => withColumn(next, pointer, { hidden }), now));
  const move = (pointer: string, to: number) => {
    const inside = Math.max(0, Math.min(columns.length - 1, to));
    flushSync(() => change((now) => withColumnAt(now, columns, pointer, inside)));
    list.current?.querySelector<HTMLElement>(`[data-grip="${CSS.escape(pointer)}"]`)?.focus();
  };
  return (
    <fieldset className={classes.group} aria-describedby={hintId}>
      <div className={classes.tools}>
        <TextInput
          className={classes.search ?? ''}
          aria-label={text('shape.columns.search')}
          placeholder={text('shape.columns.search')}
          data-autofocus
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
        />
        <Button variant="default" onClick={() => setHidden(undefined)}>
          {text('shape.columns.showAll')}
        </Button>
        <Button variant="default" onClick={() => setHidden(true)}>
          {text('shape.columns.hideAll')}
        </Button>
      </div>
      <p id={hintId} className={classes.hint}>
        {text('shape.columns.hint')}
      </p>
      <ul ref={list} className={classes.list} aria-label={text('shape.columns.title')}>
        {shown.map((column) => (
          <ColumnRow
            key={column.pointer}
            column={column}
            isDragged={dragged === column.pointer}
            onDrag={setDragged}
            onDrop={() => {
              if (dragged !== undefined && dragged !== column.pointer) move(dragged, columns.indexOf(column));
            }}
            onMove={(by) => move(column.pointer, columns.indexOf(column) + by)}
          />
        ))}
      </ul>
      {shown.length === 0 ? <p className={classes.none}>{text('shape.columns.none')}</p> : null}
      {found.length > shown.length ? (
        <p className={classes.none}>{text('shape.columns.more', { count: found.length - shown.length })}</p>
      ) : null}
      <div className={classes.footer}>
        <Button
          variant="subtle"
          color="gray"
          onClick={() => {
            const { order, columns: choices } = shape;
            change(withoutColumnChoices);
            toast(text('shape.columns.wasReset'), () => change((now) => ({ ...now, order, columns: choices })));
          }}
        >
          {text('shape.columns.reset')}
        </Button>
        <Button onClick={onClose}>{text('shape.columns.done')}</Button>
      </div>
    </fieldset>
  );
}
