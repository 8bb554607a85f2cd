import { IconChevronRight, IconTable } from '@tabler/icons-react';
import { formatCount, plural } from '../../common/numbers.ts';
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
  onShowList: (pointer: string) => void;
}

const indent = 16;

export function TreeLineView({ id, line, top, isActive, onToggle, onChoose, onDetail, onShowList }: TreeLineViewProps) {
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
          title="Show as table (Shift Enter)"
          onClick={(event) => {
            event.stopPropagation();
            onShowList(item.pointer);
          }}
        >
          <IconTable size={13} aria-hidden />
          Show as table
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
      <bdi className={classes.key}>{key === '' ? '“”' : key}</bdi>
      {hasChildren ? (
        <>
          <span className={classes.count}>
            {cell.kind === 'array' ? plural(cell.count ?? 0, 'item') : plural(cell.count ?? 0, 'field')}
          </span>
          {expanded ? null : <bdi className={classes.source}>{cell.text}</bdi>}
        </>
      ) : (
        <span className={classes.value} data-kind={cell.kind}>
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
