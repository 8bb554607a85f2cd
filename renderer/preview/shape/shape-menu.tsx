import { Menu } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowsSort,
  IconColumns3,
  IconFilter,
  IconListNumbers,
  IconRowRemove,
} from '@tabler/icons-react';
import { newId } from '../../common/new-id.ts';
import { text } from '../../messages/text.ts';
import { newFilter } from './filter-tests.ts';
import { useShaping } from './shaping.tsx';

const icon = { size: 15, stroke: 1.7 } as const;

/** What can be done with the rows and columns, as items of a menu. */
export function ShapeMenuItems() {
  const { columns, edit, undo, canUndo } = useShaping();
  const [column] = columns.filter(({ hidden }) => hidden !== true);
  if (column === undefined) return null;
  const { pointer } = column;
  const id = newId();
  return (
    <>
      <Menu.Item
        leftSection={<IconFilter {...icon} />}
        onClick={() => edit({ kind: 'step', isNew: true, step: newFilter(column) })}
      >
        {text('shape.add.filter')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconArrowsSort {...icon} />}
        onClick={() =>
          edit({
            kind: 'step',
            isNew: true,
            step: { kind: 'sort', id, keys: [{ column: pointer, descending: false }] },
          })
        }
      >
        {text('shape.add.sort')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconRowRemove {...icon} />}
        onClick={() => edit({ kind: 'step', isNew: true, step: { kind: 'distinct', id, columns: [] } })}
      >
        {text('shape.add.distinct')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconListNumbers {...icon} />}
        onClick={() => edit({ kind: 'step', isNew: true, step: { kind: 'limit', id, count: 50, from: 'first' } })}
      >
        {text('shape.add.limit')}
      </Menu.Item>
      <Menu.Divider />
      <Menu.Item leftSection={<IconColumns3 {...icon} />} onClick={() => edit({ kind: 'columns' })}>
        {text('shape.add.columns')}
      </Menu.Item>
      <Menu.Item leftSection={<IconArrowBackUp {...icon} />} disabled={!canUndo} onClick={() => undo()}>
        {text('shape.add.undo')}
      </Menu.Item>
    </>
  );
}
