import { Menu } from '@mantine/core';
import { useLast } from '../../common/use-last.ts';
import classes from './column-menu.module.css';
import { ColumnMenuItems } from './column-menu-items.tsx';
import { focusGrid, useShaping } from './shaping.tsx';

const middlewares = { flip: true, shift: { crossAxis: true, padding: 8 } };
const clickEvents = ['mousedown', 'touchstart'];

/** The menu of one column, at its header. There is one for all columns: a table may have hundreds. */
export function ColumnMenu() {
  const { menu, closeMenu, editing } = useShaping();
  // The menu fades out at the place where it was.
  const { left, top } = useLast(menu ?? null) ?? { left: 0, top: 0 };
  return (
    <Menu
      opened={menu !== undefined}
      onChange={(isOpen) => {
        if (!isOpen) closeMenu();
      }}
      onClose={() => {
        closeMenu();
        // What a click outside has focused keeps the focus, and so does a dialog.
        requestAnimationFrame(() => {
          if (document.activeElement === document.body && editing === undefined) focusGrid();
        });
      }}
      // Beside a point, a menu is moved up as far as it needs to fit into the window.
      position="right-start"
      middlewares={middlewares}
      offset={0}
      width={264}
      returnFocus={false}
      // Not by keys: the one that opens the menu would close it.
      clickOutsideEvents={clickEvents}
    >
      <Menu.Target>
        <button type="button" className={classes.anchor} style={{ left, top }} tabIndex={-1} aria-hidden />
      </Menu.Target>
      <Menu.Dropdown className={classes.dropdown ?? ''} onKeyDown={(event) => event.stopPropagation()}>
        {menu === undefined ? null : <ColumnMenuItems pointer={menu.pointer} />}
      </Menu.Dropdown>
    </Menu>
  );
}
