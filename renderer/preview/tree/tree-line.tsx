import { IconChevronRight, IconTable } from '@tabler/icons-react';
import { formatCount } from '../../common/numbers.ts';
import { withShortcut } from '../../common/platform.ts';
import { text } from '../../messages/text.ts';
import { CellValue } from '../cell-value.tsx';
import { isContainer, type TreeItem, type TreeLine } from './tree-model.ts';
import classes from './tree-view.module.css';

interface TreeLineViewProps {
  id: string;
  line: TreeLine;
  top: number;
  isActive: boolean;
  onToggle: () => void;
  onChoose: () => void;
  onDetail: () => void;
  onMenu: (event: React.MouseEvent) => void;
  onShowList: (pointer: string) => void;
}

const indent = 16;

export function TreeLineView({
  id,
  line,
  top,
  isActive,
  onToggle,
  onChoose,
  onDetail,
  onMenu,
  onShowList,
}: TreeLineViewProps) {
  const { item, level, position, size, expanded } = line;
  const canOpen = isContainer(item);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the tree, which has the focus
    // biome-ignore lint/a11y/useFocusableInteractive: the tree points here by aria-activedescendant
    <div
      id={id}
      role="treeitem"
      aria-level={level}
      aria-posinset={position}
      aria-setsize={size}
      aria-selected={isActive}
      {...(canOpen ? { 'aria-expanded': expanded } : {})}
      className={classes.line}
      style={{ top, paddingLeft: 10 + (level - 1) * indent }}
      onClick={canOpen ? onToggle : onChoose}
      onDoubleClick={canOpen ? undefined : onDetail}
      onContextMenu={onMenu}
    >
      <IconChevronRight
        className={classes.chevron}
        size={14}
        aria-hidden
        data-open={expanded || undefined}
        style={{ visibility: canOpen ? 'visible' : 'hidden' }}
      />
      <TreeItemText item={item} expanded={expanded} />
      {item.kind === 'value' && item.cell.kind === 'array' && (item.cell.count ?? 0) > 0 ? (
        <button
          type="button"
          className={classes.asTable}
          tabIndex={-1}
          title={withShortcut(text('preview.asTable'), { shift: true, key: 'Enter' })}
          onClick={(event) => {
            event.stopPropagation();
            onShowList(item.pointer);
          }}
        >
          <IconTable size={13} aria-hidden />
          {text('preview.asTable')}
        </button>
      ) : null}
    </div>
  );
}

function TreeItemText({ item, expanded }: { item: TreeItem; expanded: boolean }) {
  if (item.kind === 'range')
    return (
      <span className={classes.range}>
        {formatCount(item.start)} … {formatCount(item.end - 1)}
      </span>
    );
  const { key, cell } = item;
  const hasChildren = (cell.count ?? 0) > 0;
  return (
    <>
      <bdi className={classes.key} data-find>
        {key || text('preview.unnamed')}
      </bdi>
      {hasChildren ? (
        <>
          <span className={classes.count}>
            {text(cell.kind === 'array' ? 'preview.items' : 'preview.fields', { count: cell.count ?? 0 })}
          </span>
          {expanded ? null : (
            <bdi className={classes.source} data-find>
              {cell.text}
            </bdi>
          )}
        </>
      ) : (
        <span className={classes.value} data-kind={cell.kind} data-find>
          {isContainer(item) || cell.count === undefined ? (
            <CellValue cell={cell} />
          ) : (
            <span className={classes.count}>{cell.text}</span>
          )}
        </span>
      )}
    </>
  );
}
