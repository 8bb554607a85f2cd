import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { moved } from '../common/moved.ts';
import { useWindow } from '../common/window-state.ts';
import type { SidebarItem } from './items.ts';
import classes from './sidebar.module.css';
import { SidebarRow } from './sidebar-row.tsx';
import { useDrag } from './use-drag.ts';

const rowHeights = { oneLine: 30, twoLines: 42 };

interface SidebarListProps {
  label: string;
  items: SidebarItem[];
  empty: string;
  /** Absent while a filter hides rows: the order of some rows does not define the order of all. */
  onReorder: ((ids: string[]) => void) | undefined;
}

/** Draws only the rows in view: ten thousand cost what twenty cost. One row is in the tab order, arrows go to the rest. */
export function SidebarList({ label, items, empty, onReorder }: SidebarListProps) {
  // All rows of a list are as high as the highest: the places of ten thousand are known without measuring.
  const rowHeight = items.some((item) => item.detail !== undefined) ? rowHeights.twoLines : rowHeights.oneLine;
  const scroller = useRef<HTMLDivElement>(null);
  const selection = useWindow((state) => state.selection);
  const selectedIndex = items.findIndex((item) => item.kind === selection?.kind && item.id === selection.id);
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const wantsFocus = useRef<string | null>(null);
  const focusedIndex = items.findIndex((item) => item.id === focusedId);
  const activeIndex = focusedIndex !== -1 ? focusedIndex : Math.max(0, selectedIndex);

  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    getItemKey: (index) => items[index]?.id ?? index,
    // The active row stays rendered, so that scrolling does not lose the focus.
    rangeExtractor: (range) => {
      const indexes = new Set<number>();
      const first = Math.max(0, range.startIndex - range.overscan);
      const last = Math.min(range.count - 1, range.endIndex + range.overscan);
      for (let index = first; index <= last; index += 1) indexes.add(index);
      if (activeIndex < range.count) indexes.add(activeIndex);
      return [...indexes].sort((a, b) => a - b);
    },
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: the height is what it depends on
  useEffect(() => virtual.measure(), [rowHeight, virtual]);

  useEffect(() => {
    if (selectedIndex !== -1) virtual.scrollToIndex(selectedIndex, { align: 'auto' });
  }, [selectedIndex, virtual]);

  useEffect(() => {
    const id = wantsFocus.current;
    if (id === null) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`);
    if (row === null || row === undefined) return;
    wantsFocus.current = null;
    row.focus({ preventScroll: true });
  });

  const focusIndex = (index: number): void => {
    const to = Math.max(0, Math.min(index, items.length - 1));
    const item = items[to];
    if (item === undefined) return;
    wantsFocus.current = item.id;
    setFocusedId(item.id);
    virtual.scrollToIndex(to, { align: 'auto' });
  };

  const reorder = (from: number, to: number): void => {
    if (onReorder === undefined || from === to || to < 0 || to >= items.length) return;
    wantsFocus.current = items[from]?.id ?? null;
    onReorder(moved(items, from, to).map((item) => item.id));
  };

  const drag = useDrag({ scroller, rowHeight, count: items.length, enabled: onReorder !== undefined, onDrop: reorder });

  const onKeyDown = (event: React.KeyboardEvent): void => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight) - 1);
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -items.length,
      End: items.length,
    };
    const step = steps[event.key];
    const onRow = event.target instanceof HTMLElement && event.target.dataset.row !== undefined;
    if (step === undefined || !onRow) return;
    event.preventDefault();
    if (event.altKey && Math.abs(step) === 1) reorder(activeIndex, activeIndex + step);
    else focusIndex(activeIndex + step);
  };

  if (items.length === 0) return <p className={classes.empty}>{empty}</p>;
  return (
    <div ref={scroller} className={classes.scroller} {...drag.handlers}>
      <ul className={classes.list} aria-label={label} style={{ height: virtual.getTotalSize() }} onKeyDown={onKeyDown}>
        {virtual.getVirtualItems().map((row) => {
          const item = items[row.index];
          if (item === undefined) return null;
          return (
            <SidebarRow
              key={row.key}
              item={item}
              top={row.start}
              height={rowHeight}
              position={row.index + 1}
              total={items.length}
              isSelected={row.index === selectedIndex}
              isActive={row.index === activeIndex}
              isDragged={row.index === drag.from}
              onFocus={() => setFocusedId(item.id)}
            />
          );
        })}
        {drag.gap === null ? null : (
          <li aria-hidden className={classes.dropLine} style={{ top: drag.gap * rowHeight - 1 }} />
        )}
      </ul>
    </div>
  );
}
