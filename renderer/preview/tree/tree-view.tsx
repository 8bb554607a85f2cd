import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { NodeMatch } from '../../../app/shared/contract/search.ts';
import type { Cell } from '../../../app/shared/preview/preview.ts';
import { call } from '../../api/client.ts';
import { text } from '../../messages/text.ts';
import { toast, toastError } from '../../notices/toast.tsx';
import { FindBar } from '../find/find-bar.tsx';
import { createListFinder } from '../find/list-finder.ts';
import { useFind } from '../find/use-find.ts';
import { useHighlights } from '../find/use-highlights.ts';
import { PreviewError } from '../preview-error.tsx';
import { useCopyCell } from '../table/use-copy-cell.ts';
import { useCopyEvent } from '../use-copy-event.ts';
import { ValuePanel } from '../value-panel.tsx';
import { TreeLineView } from './tree-line.tsx';
import { TreeMenu } from './tree-menu.tsx';
import { isContainer, moveInTree, type TreeItem } from './tree-model.ts';
import { indexLevels, isBefore, jsonPath, pathOf } from './tree-path.ts';
import classes from './tree-view.module.css';
import { useTree } from './use-tree.ts';

const lineHeight = 24;
const noCell: Cell = { kind: 'missing', text: '' };

interface TreeViewProps {
  previewId: string;
  label: string;
  /** The response is a list, not an object. */
  isRootList: boolean;
  onShowList: (pointer: string) => void;
  onRun: () => void;
}

export function TreeView({ previewId, label, isRootList, onShowList, onRun }: TreeViewProps) {
  const treeId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const { lines, open, openAll, reveal, close, error, isReady } = useTree(previewId);
  const [activeId, setActiveId] = useState<string>();
  const [isPanelOpen, setPanelOpen] = useState(false);
  const [menu, setMenu] = useState<{ x: number; y: number }>();
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
  useCopyEvent(scroller, useCopyCell(previewId, cell, item?.pointer));
  const reached = useRef(activeId);
  useEffect(() => {
    // Not again when the lines of the next response are others.
    if (found === -1 || activeId === reached.current) return;
    reached.current = activeId;
    virtualizer.scrollToIndex(found);
  }, [activeId, found, virtualizer]);

  const latest = useRef({ lines, active });
  useEffect(() => {
    latest.current = { lines, active };
  });
  const finder = useMemo(
    () =>
      createListFinder<NodeMatch>({
        slice: (query, from) =>
          call('preview.findNodes', { previewId, query: query.text, matchCase: query.matchCase, from }),
        show: async ({ path }) => {
          const id = await reveal(path);
          if (id !== undefined) setActiveId(id);
        },
        isBefore: ({ path }) => isBefore(path, pathOf(latest.current.lines, latest.current.active)),
      }),
    [previewId, reveal],
  );
  const find = useFind(scroller, finder, () => scroller.current?.focus());
  useHighlights(scroller, '[data-find]', find.isOpen ? find.query : undefined);

  const openMenuAtActive = () => {
    const element = item === undefined ? null : document.getElementById(`${treeId}-${item.id}`);
    const { left, bottom } = (element ?? scroller.current)?.getBoundingClientRect() ?? { left: 0, bottom: 0 };
    setMenu({ x: left + 24 + (lines[active]?.level ?? 1) * 16, y: bottom });
  };
  const toggle = (chosen: TreeItem, expanded: boolean) => {
    if (expanded) close(chosen);
    else void open(chosen);
  };
  const openBelow = (chosen: TreeItem) =>
    openAll(chosen).then((isAll) => {
      if (!isAll) toast(text('tree.openAll.cut'));
    }, toastError);
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (find.press(event)) {
      event.preventDefault();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10')) openMenuAtActive();
    else if (event.shiftKey && event.key === 'ArrowRight' && item !== undefined && isContainer(item))
      void openBelow(item);
    else if (event.key === 'Escape' && isPanelOpen) setPanelOpen(false);
    else if (event.shiftKey && event.key === 'Enter' && cell?.kind === 'array') onShowList(item?.pointer ?? '');
    else {
      const pageLines = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / lineHeight) - 1);
      const move = moveInTree(lines, active, event.key, pageLines);
      const target = move === undefined ? undefined : lines[move.line]?.item;
      if (move === undefined || target === undefined) return;
      setActiveId(target.id);
      virtualizer.scrollToIndex(move.line);
      if (move.type === 'open') void open(target);
      if (move.type === 'close') close(target);
      if (move.type === 'choose') setPanelOpen(true);
    }
    event.preventDefault();
    event.stopPropagation();
  };

  if (error !== undefined) return <PreviewError error={error} onRun={onRun} />;
  return (
    <div className={classes.whole}>
      <FindBar find={find} />
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
                  onMenu={(event) => {
                    event.preventDefault();
                    setActiveId(line.item.id);
                    setMenu({ x: event.clientX, y: event.clientY });
                  }}
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
        {menu === undefined || item === undefined ? null : (
          <TreeMenu
            {...menu}
            previewId={previewId}
            item={item}
            path={item.kind === 'value' ? jsonPath(item.pointer, indexLevels(lines, active, isRootList)) : ''}
            onShowValue={() => setPanelOpen(true)}
            onShowList={onShowList}
            onOpenAll={() => void openBelow(item)}
            onClose={() => {
              setMenu(undefined);
              scroller.current?.focus();
            }}
          />
        )}
      </div>
    </div>
  );
}
