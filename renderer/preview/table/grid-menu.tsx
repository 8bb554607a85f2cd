import { Menu } from '@mantine/core';
import { IconCheck, IconCopy, IconEye, IconFilter, IconTable } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Cell, Column } from '../../../app/shared/preview/preview.ts';
import { usePreferences } from '../../api/queries.ts';
import { shortcutText } from '../../common/platform.ts';
import { text } from '../../messages/text.ts';
import { savePreferences } from '../../notices/save-preferences.ts';
import { MenuAt, MenuBlank, MenuKeys } from '../menu-at.tsx';
import { columnName } from '../shape/arrange.ts';
import { isEmptyCell } from '../shape/filter-by-value.ts';
import type { CopyFormat } from './copy-range.ts';
import type { DragKind } from './use-drag.ts';

/** Where a menu was opened, and for what. */
export interface MenuPlace {
  /** From the window's top left corner. */
  x: number;
  y: number;
  kind: DragKind;
  row: number;
  column: number;
}

interface GridMenuProps {
  place: MenuPlace;
  cell: Cell | undefined;
  column: Column | undefined;
  /** Items of the column's own menu. */
  columnItems: ReactNode;
  onCopy: (format: CopyFormat) => void;
  onShowValue: () => void;
  /** `undefined`: the cell is no list. */
  onShowList: (() => void) | undefined;
  /** `undefined`: rows cannot be compared with this value. */
  onFilter: (() => void) | undefined;
  onClose: () => void;
}

/** The menu of a cell, a row or a column, at the pointer or at the cell. */
export function GridMenu(props: GridMenuProps) {
  const { place, cell, column, columnItems, onCopy, onShowValue, onShowList, onFilter, onClose } = props;
  const isHeaderCopied = usePreferences()?.copiesHeader ?? false;
  const isCell = place.kind === 'cells';
  return (
    <MenuAt x={place.x} y={place.y} label={menuLabel(place, column)} onClose={onClose}>
      <Menu.Item
        leftSection={<IconCopy size={15} />}
        rightSection={<MenuKeys keys={shortcutText({ main: true, key: 'C' })} />}
        onClick={() => onCopy('tsv')}
      >
        {text('grid.copy')}
      </Menu.Item>
      <Menu.Item
        leftSection={<MenuBlank />}
        rightSection={<MenuKeys keys={shortcutText({ main: true, shift: true, key: 'C' })} />}
        onClick={() => onCopy('tsvWithHeader')}
      >
        {text('grid.copy.header')}
      </Menu.Item>
      <Menu.Item leftSection={<MenuBlank />} onClick={() => onCopy('json')}>
        {text('grid.copy.json')}
      </Menu.Item>
      <Menu.CheckboxItem
        closeMenuOnClick
        checked={isHeaderCopied}
        checkIcon={<IconCheck size={15} />}
        onChange={(copiesHeader) => void savePreferences({ copiesHeader })}
      >
        {text('grid.copy.always', { shortcut: shortcutText({ main: true, key: 'C' }) })}
      </Menu.CheckboxItem>
      {isCell ? (
        <>
          <Menu.Divider />
          {onFilter === undefined || cell === undefined ? null : (
            <Menu.Item leftSection={<IconFilter size={15} />} onClick={onFilter}>
              {text(isEmptyCell(cell) ? 'grid.filter.empty' : 'grid.filter')}
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={<IconEye size={15} />}
            rightSection={<MenuKeys keys={shortcutText({ key: 'Enter' })} />}
            disabled={cell === undefined}
            onClick={onShowValue}
          >
            {text('grid.showValue')}
          </Menu.Item>
          {onShowList === undefined ? null : (
            <Menu.Item
              leftSection={<IconTable size={15} />}
              rightSection={<MenuKeys keys={shortcutText({ shift: true, key: 'Enter' })} />}
              onClick={onShowList}
            >
              {text('preview.asTable')}
            </Menu.Item>
          )}
        </>
      ) : null}
      {place.kind === 'rows' || columnItems === null ? null : (
        <>
          <Menu.Divider />
          {isCell ? <Menu.Label>{text('grid.menu.column', { name: columnName(column) })}</Menu.Label> : null}
          {columnItems}
        </>
      )}
    </MenuAt>
  );
}

function menuLabel({ kind, row }: MenuPlace, column: Column | undefined): string {
  if (kind === 'cells') return text('grid.menu');
  return kind === 'rows'
    ? text('grid.menu.row', { number: row + 1 })
    : text('grid.menu.column', { name: columnName(column) });
}
