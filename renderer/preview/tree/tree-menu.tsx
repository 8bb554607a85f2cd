import { Menu } from '@mantine/core';
import { IconCopy, IconEye, IconTable, IconTree } from '@tabler/icons-react';
import { copyText } from '../../common/copy-text.ts';
import { shortcutText } from '../../common/platform.ts';
import { text } from '../../messages/text.ts';
import { toastError } from '../../notices/toast.tsx';
import { MenuAt, MenuBlank, MenuKeys } from '../menu-at.tsx';
import { wholeText } from '../whole-text.ts';
import { isContainer, type TreeItem } from './tree-model.ts';

interface TreeMenuProps {
  x: number;
  y: number;
  previewId: string;
  item: TreeItem;
  /** The node as a JSONPath. */
  path: string;
  onShowValue: () => void;
  onShowList: (pointer: string) => void;
  /** Opens the node and all below. */
  onOpenAll: () => void;
  onClose: () => void;
}

/** The menu of a node: copies it or its place, and opens what is below. */
export function TreeMenu(props: TreeMenuProps) {
  const { x, y, previewId, item, path, onShowValue, onShowList, onOpenAll, onClose } = props;
  const value = item.kind === 'value' ? item : undefined;
  const copyValue = () => {
    if (value !== undefined) wholeText(previewId, value.pointer, value.cell).then(copyText).catch(toastError);
  };
  return (
    <MenuAt x={x} y={y} label={value?.key ?? text('preview.treeLabel')} onClose={onClose}>
      {value === undefined ? null : (
        <>
          <Menu.Item
            leftSection={<IconCopy size={15} />}
            rightSection={<MenuKeys keys={shortcutText({ main: true, key: 'C' })} />}
            onClick={copyValue}
          >
            {text('tree.copy.value')}
          </Menu.Item>
          <Menu.Item leftSection={<MenuBlank />} onClick={() => void copyText(value.key)}>
            {text('tree.copy.key')}
          </Menu.Item>
          <Menu.Item leftSection={<MenuBlank />} onClick={() => void copyText(path)}>
            {text('tree.copy.path')}
          </Menu.Item>
          <Menu.Item leftSection={<MenuBlank />} onClick={() => void copyText(value.pointer)}>
            {text('tree.copy.pointer')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconEye size={15} />} onClick={onShowValue}>
            {text('grid.showValue')}
          </Menu.Item>
          {value.cell.kind === 'array' ? (
            <Menu.Item
              leftSection={<IconTable size={15} />}
              rightSection={<MenuKeys keys={shortcutText({ shift: true, key: 'Enter' })} />}
              onClick={() => onShowList(value.pointer)}
            >
              {text('preview.asTable')}
            </Menu.Item>
          ) : null}
        </>
      )}
      {isContainer(item) ? (
        <Menu.Item
          leftSection={<IconTree size={15} />}
          rightSection={<MenuKeys keys={shortcutText({ shift: true, key: '→' })} />}
          onClick={onOpenAll}
        >
          {text('tree.openAll')}
        </Menu.Item>
      ) : null}
    </MenuAt>
  );
}
