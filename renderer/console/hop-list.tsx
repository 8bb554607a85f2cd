// biome-ignore-all lint/a11y/useSemanticElements: a grid of rows that are only partly there is no <table>
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and points at its row (aria-activedescendant)
import { type Range, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useRef } from 'react';
import type { HopSummary } from '../../app/console/hop.ts';
import { plural } from '../words/numbers.ts';
import { HopRow, rowId } from './hop-row.tsx';
import classes from './list.module.css';
import { headHeight, rowHeight } from './row-size.ts';
import { useScrollPlace } from './use-scroll-place.ts';

const columns = ['Time', 'Kind', 'Method', 'Address', 'For', 'Result', 'Time taken', 'Size'];
const columnClasses = [classes.time, '', classes.method, '', classes.name, '', classes.duration, classes.size];

/** One function for all draws: with a new one the virtualizer would measure ten thousand rows anew each time. */
const estimateSize = (): number => rowHeight;

interface HopListProps {
  hops: readonly HopSummary[];
  nameOf: (hop: HopSummary) => string;
  selectedId: number | null;
  onSelect: (id: number) => void;
  /** Enter and the right arrow go on to what is beside the list. */
  onGoToDetail: () => void;
  follow: boolean;
  onFollow: (follow: boolean) => void;
}

/** Draws only the rows in view: ten thousand cost what twenty cost. The grid has the focus and points at its row. */
export function HopList(props: HopListProps) {
  const { hops, nameOf, selectedId, onSelect, onGoToDetail, follow, onFollow } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const selectedIndex = selectedId === null ? -1 : hops.findIndex((hop) => hop.id === selectedId);
  // The row that the focus points at stays drawn.
  const rangeExtractor = useCallback(
    ({ startIndex, endIndex, overscan, count }: Range) => {
      const first = Math.max(0, startIndex - overscan);
      const last = Math.min(count - 1, endIndex + overscan);
      const indexes = Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
      if (selectedIndex >= 0 && selectedIndex < first) indexes.unshift(selectedIndex);
      if (selectedIndex > last) indexes.push(selectedIndex);
      return indexes;
    },
    [selectedIndex],
  );
  const virtual = useVirtualizer({
    count: hops.length,
    getScrollElement: () => scroller.current,
    estimateSize,
    overscan: 4,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    rangeExtractor,
  });
  const onScroll = useScrollPlace(scroller, { hops, follow, onFollow });

  // A row that was reached by the keys is brought into view; one that was pressed is there already.
  const goTo = useRef(false);
  useLayoutEffect(() => {
    if (!goTo.current || selectedIndex === -1) return;
    goTo.current = false;
    virtual.scrollToIndex(selectedIndex, { align: 'auto' });
  }, [selectedIndex, virtual]);

  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if ((event.key === 'Enter' || event.key === 'ArrowRight') && selectedIndex !== -1) {
      event.preventDefault();
      onGoToDetail();
      return;
    }
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2);
    const last = hops.length - 1;
    const from = selectedIndex === -1 ? (event.key === 'ArrowDown' ? -1 : hops.length) : selectedIndex;
    const targets: Record<string, number> = {
      ArrowDown: from + 1,
      ArrowUp: from - 1,
      PageDown: from + page,
      PageUp: from - page,
      Home: 0,
      End: last,
    };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    const hop = hops[Math.max(0, Math.min(target, last))];
    if (hop === undefined) return;
    goTo.current = true;
    onSelect(hop.id);
  };

  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={`Requests, ${plural(hops.length, 'row')}`}
      aria-rowcount={hops.length + 1}
      aria-colcount={columns.length}
      aria-activedescendant={selectedIndex === -1 || selectedId === null ? undefined : rowId(selectedId)}
      tabIndex={0}
      data-pane-focus
      className={classes.grid}
      onScroll={onScroll}
      onKeyDown={onKeyDown}
    >
      <div role="row" aria-rowindex={1} className={classes.head}>
        {columns.map((column, index) => (
          <span key={column} role="columnheader" className={columnClasses[index]}>
            {column}
          </span>
        ))}
      </div>
      <div role="rowgroup" className={classes.rows} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const hop = hops[index];
          return hop === undefined ? null : (
            <HopRow
              key={hop.id}
              hop={hop}
              name={nameOf(hop)}
              top={start - headHeight}
              rowIndex={index + 2}
              isSelected={index === selectedIndex}
              onSelect={onSelect}
            />
          );
        })}
      </div>
    </div>
  );
}
