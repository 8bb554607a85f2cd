import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, useState } from 'react';
import type { Cell } from '../../../app/shared/preview/preview.ts';
import { PreviewError } from '../preview-error.tsx';
import { useCopyCell } from '../table/use-copy-cell.ts';
import { ValuePanel } from '../value-panel.tsx';
import { TreeLineView } from './tree-line.tsx';
import { moveInTree, type TreeItem } from './tree-model.ts';
import classes from './tree-view.module.css';
import { useTree } from './use-tree.ts';

const lineHeight = 24;
const noCell: Cell = { kind: 'missing', text: '' };

interface TreeViewProps {
  previewId: string;
  label: string;
  onShowList: (pointer: string) => void;
  onRun: () => void;
}

export function TreeView({ previewId, label, onShowList, onRun }: TreeViewProps) {
  const treeId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const { lines, open, close, error, isReady } = useTree(previewId);
  const [activeId, setActiveId] = useState<string>();
  const [isPanelOpen, setPanelOpen] = useState(false);
  const found = lines.findIndex(({ item }) => item.id === activeId);
  const active = found === -1 ? 0 : found;
  const item = lines[active]?.item;
  const cell = item?.kind === 'value' ? item.cell : undefined;
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    overscan: 12,
    getItemKey: (index) => lines[index]?.item.id ?? index,
  });
  const onCopy = useCopyCell(previewId, cell, item?.pointer);
  const lineCount = lines.length;
  useEffect(() => {
    if (activeId !== undefined && active < lineCount) virtualizer.scrollToIndex(active);
  }, [activeId, active, lineCount, virtualizer]);

  const toggle = (chosen: TreeItem, expanded: boolean) => {
    if (expanded) close(chosen);
    else void open(chosen);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape' && isPanelOpen) setPanelOpen(false);
    else if (event.shiftKey && event.key === 'Enter' && cell?.kind === 'array') onShowList(item?.pointer ?? '');
    else {
      const pageLines = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / lineHeight) - 1);
      const move = moveInTree(lines, active, event.key, pageLines);
      const target = move === undefined ? undefined : lines[move.line]?.item;
      if (move === undefined || target === undefined) return;
      setActiveId(target.id);
      if (move.type === 'open') void open(target);
      if (move.type === 'close') close(target);
      if (move.type === 'choose') setPanelOpen(true);
    }
    event.preventDefault();
    event.stopPropagation();
  };

  if (error !== undefined) return <PreviewError error={error} onRun={onRun} />;
  return (
    <div className={classes.split}>
      <div
        ref={scroller}
        className={classes.scroller}
        role="tree"
        tabIndex={0}
        data-pane-focus
        aria-label={label}
        aria-busy={!isReady}
        {...(item === undefined ? {} : { 'aria-activedescendant': `${treeId}-${item.id}` })}
        onKeyDown={onKeyDown}
        onCopy={onCopy}
      >
        <div role="none" style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
          {virtualizer.getVirtualItems().map(({ index, key, start }) => {
            const line = lines[index];
            if (line === undefined) return null;
            return (
              <TreeLineView
                key={key}
                id={`${treeId}-${line.item.id}`}
                line={line}
                top={start}
                isActive={index === active}
                onToggle={() => {
                  setActiveId(line.item.id);
                  toggle(line.item, line.expanded);
                }}
                onChoose={() => setActiveId(line.item.id)}
                onDetail={() => setPanelOpen(true)}
                onShowList={onShowList}
              />
            );
          })}
        </div>
      </div>
      {isPanelOpen && item?.kind === 'value' ? (
        <ValuePanel
          previewId={previewId}
          pointer={item.pointer}
          cell={cell ?? noCell}
          title={item.key}
          onShowList={onShowList}
          onClose={() => {
            setPanelOpen(false);
            scroller.current?.focus();
          }}
        />
      ) : null}
    </div>
  );
}
