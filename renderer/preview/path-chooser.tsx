import { Menu } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { parsePointer } from '../../app/shared/json-pointer.ts';
import type { DataPath } from '../../app/shared/preview/preview.ts';
import { readRowPath } from '../../app/shared/preview/row-path.ts';
import { formatCount } from '../common/numbers.ts';
import { text } from '../messages/text.ts';
import classes from './path-chooser.module.css';

interface PathChooserProps {
  dataPaths: readonly DataPath[];
  chosen: string;
  rowCount: number;
  onChoose: (pointer: string) => void;
}

/** Which list of the response is the table, or which object its one row. */
export function PathChooser({ dataPaths, chosen, rowCount, onChoose }: PathChooserProps) {
  // The tree can choose a list inside a row, which is not among the detected lists.
  const own = dataPaths.some(({ pointer }) => pointer === chosen);
  const paths = own ? dataPaths : [{ pointer: chosen, rowCount }, ...dataPaths];
  // The response itself is the list, so there is nothing to choose.
  if (paths.length === 1 && chosen === '') return null;
  if (paths.length === 1)
    return (
      <span className={classes.only} title={text('preview.path.only')}>
        {pathLabel(chosen)}
      </span>
    );
  const objects = paths.filter(({ pointer }) => readRowPath(pointer).isOneRow);
  const item = ({ pointer, rowCount: count }: { pointer: string; rowCount: number }) => (
    <Menu.Item
      key={pointer}
      onClick={() => onChoose(pointer)}
      leftSection={<IconCheck size={14} style={{ visibility: pointer === chosen ? 'visible' : 'hidden' }} />}
      rightSection={readRowPath(pointer).isOneRow ? null : <span className={classes.rows}>{formatCount(count)}</span>}
    >
      <span className={classes.name}>{pointerLabel(readRowPath(pointer).pointer)}</span>
    </Menu.Item>
  );
  return (
    <Menu position="bottom-start" width={280}>
      <Menu.Target>
        <button
          type="button"
          className={classes.button}
          aria-label={text('preview.path.chosen', { path: pathLabel(chosen) })}
        >
          <span className={classes.name}>{pathLabel(chosen)}</span>
          <IconChevronDown size={13} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown className={classes.dropdown ?? ''}>
        <Menu.Label>{text('preview.path.lists')}</Menu.Label>
        {paths.filter(({ pointer }) => !readRowPath(pointer).isOneRow).map(item)}
        {objects.length === 0 ? null : (
          <>
            <Menu.Divider />
            <Menu.Label>{text('preview.path.objects')}</Menu.Label>
            {objects.map(item)}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

/** `/data/items` as `data.items`. */
export function pathLabel(path: string): string {
  const { pointer, isOneRow } = readRowPath(path);
  const label = pointerLabel(pointer);
  return isOneRow ? text('preview.path.oneRow', { path: label }) : label;
}

function pointerLabel(pointer: string): string {
  return pointer === '' ? text('preview.path.whole') : (parsePointer(pointer) ?? [pointer]).join('.');
}
