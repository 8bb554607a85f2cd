import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconRss } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { renameResource } from '../actions/resource-actions.ts';
import { Badge } from '../badge/badge.tsx';
import { type PageKind, selectConnection, selectPeakaAccount, selectResource } from '../common/window-state.ts';
import { renameConnection } from '../connection/connection-actions.ts';
import { ConnectionMenuItems } from '../connection/connection-menu.tsx';
import { text } from '../messages/text.ts';
import { renamePeakaAccount } from '../peaka/account-actions.ts';
import { AccountMenuItems } from '../peaka/account-menu.tsx';
import { ResourceMenuItems } from '../resources/resource-menu.tsx';
import { StateMark } from '../status/state-mark.tsx';
import type { SidebarItem } from './items.ts';
import classes from './sidebar.module.css';

/** What the row of each kind of page does. */
const rows: Record<PageKind, RowActions> = {
  resource: { select: selectResource, rename: renameResource, MenuItems: ResourceMenuItems },
  connection: { select: selectConnection, rename: renameConnection, MenuItems: ConnectionMenuItems },
  peaka: { select: selectPeakaAccount, rename: renamePeakaAccount, MenuItems: AccountMenuItems },
};

interface RowActions {
  select: (id: string) => void;
  rename: (id: string, name: string) => Promise<void>;
  MenuItems: (props: { id: string }) => ReactNode;
}

interface SidebarRowProps {
  item: SidebarItem;
  top: number;
  height: number;
  position: number;
  total: number;
  isSelected: boolean;
  isActive: boolean;
  isDragged: boolean;
  onFocus: () => void;
}

export function SidebarRow({
  item,
  top,
  height,
  position,
  total,
  isSelected,
  isActive,
  isDragged,
  onFocus,
}: SidebarRowProps) {
  const [renaming, setRenaming] = useState(false);
  const [menuOpen, setMenuOpen] = useState(false);
  const { select, rename: saveName, MenuItems } = rows[item.kind];
  const rename = (name: string): void => {
    setRenaming(false);
    void saveName(item.id, name);
  };

  return (
    <li
      className={classes.row}
      style={{ transform: `translateY(${top}px)`, height }}
      aria-setsize={total}
      aria-posinset={position}
      data-selected={isSelected || undefined}
      data-dragged={isDragged || undefined}
      data-menu-open={menuOpen || undefined}
      onContextMenu={(event) => {
        event.preventDefault();
        setMenuOpen(true);
      }}
    >
      {renaming ? (
        <input
          className={classes.rename}
          aria-label={text('sidebar.row.newName', { name: item.name })}
          defaultValue={item.name}
          // biome-ignore lint/a11y/noAutofocus: the user asked to rename
          autoFocus
          onFocus={(event) => event.currentTarget.select()}
          onBlur={(event) => rename(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') rename(event.currentTarget.value);
            if (event.key === 'Escape') setRenaming(false);
          }}
        />
      ) : (
        <>
          <button
            type="button"
            className={classes.rowButton}
            data-row={item.id}
            {...(isActive ? { 'data-pane-focus': true } : {})}
            tabIndex={isActive ? 0 : -1}
            aria-current={isSelected ? 'page' : undefined}
            title={item.detail === undefined ? item.name : `${item.name} · ${item.detail}`}
            onFocus={onFocus}
            onClick={() => select(item.id)}
            onKeyDown={(event) => {
              if (event.key === 'F2') setRenaming(true);
            }}
          >
            <Badge preset={item.preset} {...(item.tileName === undefined ? {} : { name: item.tileName })} />
            <span className={classes.rowText}>
              <span className={classes.rowName}>{item.name}</span>
              {item.detail === undefined ? null : <span className={classes.rowDetail}>{item.detail}</span>}
            </span>
            {item.isPublished ? (
              <IconRss
                className={classes.published ?? ''}
                size={13}
                stroke={1.8}
                role="img"
                aria-label={text('sidebar.row.published')}
              />
            ) : null}
            <StateMark state={item.state} word={item.stateWord} />
          </button>
          <Menu opened={menuOpen} onChange={setMenuOpen} width={200} returnFocus>
            <Menu.Target>
              <ActionIcon
                size="sm"
                className={classes.rowMore}
                aria-label={text('sidebar.row.more', { name: item.name })}
                tabIndex={isActive ? 0 : -1}
              >
                <IconDots size={15} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => setRenaming(true)}>{text('sidebar.row.rename')}</Menu.Item>
              <MenuItems id={item.id} />
            </Menu.Dropdown>
          </Menu>
        </>
      )}
    </li>
  );
}
