// biome-ignore-all lint/a11y/useSemanticElements: a grid of rows that are only partly there is no <table>
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and points at its row (aria-activedescendant)
import { type Range, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useRef } from 'react';
import type { ExchangeSummary } from '../../app/shared/exchange.ts';
import { text } from '../messages/text.ts';
import { ExchangeRow, rowId } from './exchange-row.tsx';
import classes from './list.module.css';
import { headHeight, rowHeight, useScrollPlace } from './use-scroll-place.ts';

const columns = [
  ['time', classes.time],
  ['kind', ''],
  ['method', classes.method],
  ['address', ''],
  ['owner', classes.name],
  ['result', ''],
  ['duration', classes.duration],
  ['size', classes.size],
] as const;

/** One function for all draws: with a new one the virtualizer would measure ten thousand rows anew each time. */
const estimateSize = (): number => rowHeight;

interface ExchangeListProps {
  exchanges: readonly ExchangeSummary[];
  nameOf: (exchange: ExchangeSummary) => string;
  selectedId: number | null;
  onSelect: (id: number) => void;
  /** Enter and the right arrow move to the pane beside the list. */
  onGoToDetail: () => void;
  follow: boolean;
  onFollow: (follow: boolean) => void;
}

/** Draws only the rows in view: ten thousand cost what twenty cost. The grid has the focus and points at its row. */
export function ExchangeList(props: ExchangeListProps) {
  const { exchanges, nameOf, selectedId, onSelect, onGoToDetail, follow, onFollow } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const selectedIndex = selectedId === null ? -1 : exchanges.findIndex((exchange) => exchange.id === selectedId);
  // The active row stays rendered.
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
    count: exchanges.length,
    getScrollElement: () => scroller.current,
    estimateSize,
    overscan: 4,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    rangeExtractor,
  });
  const onScroll = useScrollPlace(scroller, { exchanges, follow, onFollow });

  // A row reached by keyboard scrolls into view; a clicked row is already visible.
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
    const last = exchanges.length - 1;
    const from = selectedIndex === -1 ? (event.key === 'ArrowDown' ? -1 : exchanges.length) : selectedIndex;
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
    const exchange = exchanges[Math.max(0, Math.min(target, last))];
    if (exchange === undefined) return;
    goTo.current = true;
    onSelect(exchange.id);
  };

  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={text('console.rows', { count: exchanges.length })}
      aria-rowcount={exchanges.length + 1}
      aria-colcount={columns.length}
      aria-activedescendant={selectedIndex === -1 || selectedId === null ? undefined : rowId(selectedId)}
      tabIndex={0}
      data-pane-focus
      className={classes.grid}
      onScroll={onScroll}
      onKeyDown={onKeyDown}
    >
      <div role="row" aria-rowindex={1} className={classes.head}>
        {columns.map(([column, className]) => (
          <span key={column} role="columnheader" className={className}>
            {text(`console.column.${column}`)}
          </span>
        ))}
      </div>
      <div role="rowgroup" className={classes.rows} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const exchange = exchanges[index];
          return exchange === undefined ? null : (
            <ExchangeRow
              key={exchange.id}
              exchange={exchange}
              name={nameOf(exchange)}
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
