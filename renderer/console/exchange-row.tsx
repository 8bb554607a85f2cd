// biome-ignore-all lint/a11y/useSemanticElements: a grid of rows that are only partly there is no <table>
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and points at its row (aria-activedescendant)
import { IconAlertTriangleFilled } from '@tabler/icons-react';
import { memo } from 'react';
import type { ExchangeSummary } from '../../app/shared/exchange.ts';
import { formatBytes, formatDuration } from '../common/numbers.ts';
import { absoluteTime } from '../common/time.ts';
import { useLanguage } from '../messages/language.ts';
import { text } from '../messages/text.ts';
import { clockTime, isFailed, resultOf, resultTip, resultTone, shortUrl } from './exchange-words.ts';
import { KindMark } from './kind-mark.tsx';
import classes from './list.module.css';

interface ExchangeRowProps {
  exchange: ExchangeSummary;
  name: string;
  top: number;
  /** In the grid, the header included (ARIA counts from 1). */
  rowIndex: number;
  isSelected: boolean;
  onSelect: (id: number) => void;
}

export const rowId = (id: number): string => `console-exchange-${id}`;

/** One request. It renders again only when its position or the language changes, because many arrive at once. */
export const ExchangeRow = memo(function ExchangeRow({
  exchange,
  name,
  top,
  rowIndex,
  isSelected,
  onSelect,
}: ExchangeRowProps) {
  useLanguage();
  const url = shortUrl(exchange.url);
  const failed = isFailed(exchange);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around it has the focus and hears the keys
    <div
      role="row"
      id={rowId(exchange.id)}
      aria-rowindex={rowIndex}
      aria-selected={isSelected}
      className={classes.row}
      data-failed={failed || undefined}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => onSelect(exchange.id)}
    >
      <span role="gridcell" className={classes.time} title={absoluteTime(exchange.at)}>
        {clockTime(exchange.at)}
      </span>
      <span role="gridcell">
        <KindMark kind={exchange.kind} />
      </span>
      <span role="gridcell" className={classes.method}>
        {exchange.method}
      </span>
      <span role="gridcell" className={classes.url} title={exchange.url}>
        <span className={classes.urlStart}>{url.start}</span>
        {url.end === '' ? null : (
          <span className={classes.urlEnd}>
            <bdi>{url.end}</bdi>
          </span>
        )}
        {url.hasQuery ? <span className={classes.query}>?…</span> : null}
      </span>
      <span role="gridcell" className={classes.name} title={name}>
        {name}
      </span>
      <span role="gridcell" className={classes.result} data-tone={resultTone(exchange)} title={resultTip(exchange)}>
        {failed ? <IconAlertTriangleFilled size={11} role="img" aria-label={text('console.failed')} /> : null}
        <span className={classes.resultWord}>{resultOf(exchange)}</span>
      </span>
      <span role="gridcell" className={classes.duration}>
        {exchange.durationMs === undefined ? '' : formatDuration(exchange.durationMs)}
      </span>
      <span role="gridcell" className={classes.size}>
        {exchange.bytes === undefined ? '' : formatBytes(exchange.bytes)}
      </span>
    </div>
  );
});
