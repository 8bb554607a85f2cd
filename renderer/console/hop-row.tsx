// biome-ignore-all lint/a11y/useSemanticElements: a grid of rows that are only partly there is no <table>
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and points at its row (aria-activedescendant)
import { IconAlertTriangleFilled } from '@tabler/icons-react';
import { memo } from 'react';
import type { HopSummary } from '../../app/console/hop.ts';
import { formatBytes, formatDuration } from '../words/numbers.ts';
import { absoluteTime } from '../words/time.ts';
import { clockTime, isFailed, resultOf, resultTone, shortUrl } from './hop-words.ts';
import { KindMark } from './kind-mark.tsx';
import classes from './list.module.css';

interface HopRowProps {
  hop: HopSummary;
  name: string;
  top: number;
  /** In the grid, the header included (ARIA counts from 1). */
  rowIndex: number;
  isSelected: boolean;
  onSelect: (id: number) => void;
}

export const rowId = (id: number): string => `console-hop-${id}`;

/** One request. Drawn anew only when it changes place: many arrive at once. */
export const HopRow = memo(function HopRow({ hop, name, top, rowIndex, isSelected, onSelect }: HopRowProps) {
  const url = shortUrl(hop.url);
  const failed = isFailed(hop);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around it has the focus and hears the keys
    <div
      role="row"
      id={rowId(hop.id)}
      aria-rowindex={rowIndex}
      aria-selected={isSelected}
      className={classes.row}
      data-failed={failed || undefined}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => onSelect(hop.id)}
    >
      <span role="gridcell" className={classes.time} title={absoluteTime(hop.at)}>
        {clockTime(hop.at)}
      </span>
      <span role="gridcell">
        <KindMark kind={hop.kind} />
      </span>
      <span role="gridcell" className={classes.method}>
        {hop.method}
      </span>
      <span role="gridcell" className={classes.url} title={hop.url}>
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
      <span role="gridcell" className={classes.result} data-tone={resultTone(hop)} title={hop.error}>
        {failed ? <IconAlertTriangleFilled size={11} role="img" aria-label="failed" /> : null}
        <span className={classes.resultWord}>{resultOf(hop)}</span>
      </span>
      <span role="gridcell" className={classes.duration}>
        {hop.durationMs === undefined ? '' : formatDuration(hop.durationMs)}
      </span>
      <span role="gridcell" className={classes.size}>
        {hop.bytes === undefined ? '' : formatBytes(hop.bytes)}
      </span>
    </div>
  );
});
