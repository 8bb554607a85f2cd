import { ActionIcon, Menu } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { text } from '../../messages/text.ts';
import { ShapeMenuItems } from './shape-menu.tsx';

/** Opens what can be done with rows and columns, for those who do not look in the header of the table. */
export function ShapeButton() {
  return (
    <Menu width={230}>
      <Menu.Target>
        <ActionIcon aria-label={text('shape.menu')} title={text('shape.menu')}>
          <IconFilter size={16} stroke={1.8} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <ShapeMenuItems />
      </Menu.Dropdown>
    </Menu>
  );
}
