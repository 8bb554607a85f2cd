import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './menu-at.module.css';

interface MenuAtProps {
  /** From the window's top left corner. */
  x: number;
  y: number;
  /** What the menu is for. */
  label: string;
  onClose: () => void;
  /** Its items. */
  children: ReactNode;
}

/** A menu at the pointer, or at what has the keyboard. It is open as long as it is drawn. */
export function MenuAt({ x, y, label, onClose, children }: MenuAtProps) {
  return (
    <Menu
      opened
      onChange={(opened) => !opened && onClose()}
      // Beside a point, a menu is moved up as far as it needs to fit into the window.
      position="right-start"
      offset={0}
      width={270}
      transitionProps={{ duration: 0 }}
    >
      <Menu.Target>
        {/* What the menu hangs on, and what it is named by. */}
        <button type="button" tabIndex={-1} className={classes.place} aria-label={label} style={{ left: x, top: y }} />
      </Menu.Target>
      <Menu.Dropdown className={classes.dropdown ?? ''}>{children}</Menu.Dropdown>
    </Menu>
  );
}

/** The keys of an item. Not read: the item is announced by its name. */
export const MenuKeys = ({ keys }: { keys: string }) => (
  <kbd aria-hidden className={classes.keys}>
    {keys}
  </kbd>
);

/** As wide as an icon. */
export const MenuBlank = () => <span className={classes.blank} />;
