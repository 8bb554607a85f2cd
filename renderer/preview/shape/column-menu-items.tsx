import { Menu } from '@mantine/core';
import {
  IconArrowLeft,
  IconArrowRight,
  IconChartBar,
  IconColumns3,
  IconCursorText,
  IconEyeOff,
  IconFilter,
  IconPin,
  IconPinnedOff,
  IconRowRemove,
  IconSortAscending,
  IconSortDescending,
  IconX,
} from '@tabler/icons-react';
import type { Column } from '../../../app/shared/preview/preview.ts';
import { newId } from '../../common/new-id.ts';
import { text } from '../../messages/text.ts';
import { toast } from '../../notices/toast.tsx';
import { columnName } from './arrange.ts';
import { sortOf, sortStepOf, withColumn, withColumnBeside, withoutSort, withSort, withStep } from './changes.ts';
import classes from './column-menu.module.css';
import { newFilter } from './filter-tests.ts';
import { FormatMenu } from './format-menu.tsx';
import { useShaping } from './shaping.tsx';
import { orderKind } from './step-words.ts';
import { TypeMenu } from './type-menu.tsx';
import { typeWords } from './type-words.ts';

const icon = { size: 15, stroke: 1.7 } as const;

interface ColumnMenuItemsProps {
  pointer: string;
  /** Only what is done most: the items follow those of a cell. */
  isShort?: boolean;
}

/** What can be done with a column, as items of a menu. */
export function ColumnMenuItems({ pointer, isShort = false }: ColumnMenuItemsProps) {
  const { change, columns, table, edit, showStatistics } = useShaping();
  const column = columns.find((each) => each.pointer === pointer);
  if (column === undefined) return null;
  const name = columnName(column);
  const about = typeWords(column, table?.sourceRowCount ?? 0);
  return (
    <>
      {isShort ? null : (
        <div className={classes.about}>
          <div className={classes.name}>{name}</div>
          {about}
        </div>
      )}
      <SortItems column={column} />
      <Menu.Item
        leftSection={<IconFilter {...icon} />}
        onClick={() => edit({ kind: 'step', isNew: true, step: newFilter(column) })}
      >
        {text('shape.column.filter')}
      </Menu.Item>
      <Menu.Item leftSection={<IconChartBar {...icon} />} onClick={() => showStatistics(pointer)}>
        {text('shape.column.statistics')}
      </Menu.Item>
      {isShort ? null : (
        <>
          <Menu.Item
            leftSection={<IconRowRemove {...icon} />}
            onClick={() => change((now) => withStep(now, { kind: 'distinct', id: newId(), columns: [pointer] }))}
          >
            {text('shape.column.distinct')}
          </Menu.Item>
          <Menu.Divider />
          <TypeMenu column={column} />
          <FormatMenu column={column} />
          <Menu.Item leftSection={<IconCursorText {...icon} />} onClick={() => edit({ kind: 'rename', column })}>
            {text('shape.column.rename')}
          </Menu.Item>
          <Menu.Divider />
          <PlaceItems column={column} />
        </>
      )}
      <Menu.Item
        leftSection={<IconEyeOff {...icon} />}
        onClick={() => {
          change((now) => withColumn(now, pointer, { hidden: true }));
          toast(text('shape.column.hidden', { column: name }), () =>
            change((now) => withColumn(now, pointer, { hidden: undefined })),
          );
        }}
      >
        {text('shape.column.hide')}
      </Menu.Item>
      {isShort ? null : (
        <Menu.Item leftSection={<IconColumns3 {...icon} />} onClick={() => edit({ kind: 'columns' })}>
          {text('shape.column.columns')}
        </Menu.Item>
      )}
    </>
  );
}

function SortItems({ column: { pointer, type } }: { column: Column }) {
  const { shape, change } = useShaping();
  const sort = sortOf(shape, pointer);
  const order = orderKind(type);
  const others = (sortStepOf(shape)?.keys ?? []).some((key) => key.column !== pointer);
  const sortBy = (descending: boolean) => (event: React.MouseEvent) =>
    change((now) => withSort(now, pointer, descending, event.shiftKey));
  return (
    <>
      <Menu.Item
        leftSection={<IconSortAscending {...icon} />}
        data-active={sort?.descending === false || undefined}
        onClick={sortBy(false)}
      >
        {text('shape.column.sort', { order: text(`shape.order.${order}.up`) })}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconSortDescending {...icon} />}
        data-active={sort?.descending === true || undefined}
        onClick={sortBy(true)}
      >
        {text('shape.column.sort', { order: text(`shape.order.${order}.down`) })}
      </Menu.Item>
      {others ? <Menu.Label>{text('shape.column.shift')}</Menu.Label> : null}
      {sort === undefined ? null : (
        <Menu.Item leftSection={<IconX {...icon} />} onClick={() => change((now) => withoutSort(now, pointer))}>
          {text('shape.column.unsort')}
        </Menu.Item>
      )}
    </>
  );
}

function PlaceItems({ column: { pointer, pinned } }: { column: Column }) {
  const { shape, change, columns } = useShaping();
  const canMove = (by: -1 | 1) => withColumnBeside(shape, columns, pointer, by) !== shape;
  const move = (by: -1 | 1) => change((now) => withColumnBeside(now, columns, pointer, by));
  return (
    <>
      <Menu.Item
        leftSection={pinned ? <IconPinnedOff {...icon} /> : <IconPin {...icon} />}
        onClick={() => change((now) => withColumn(now, pointer, { pinned: pinned ? undefined : true }))}
      >
        {text(pinned ? 'shape.column.unpin' : 'shape.column.pin')}
      </Menu.Item>
      <Menu.Item leftSection={<IconArrowLeft {...icon} />} disabled={!canMove(-1)} onClick={() => move(-1)}>
        {text('shape.column.left')}
      </Menu.Item>
      <Menu.Item leftSection={<IconArrowRight {...icon} />} disabled={!canMove(1)} onClick={() => move(1)}>
        {text('shape.column.right')}
      </Menu.Item>
    </>
  );
}
