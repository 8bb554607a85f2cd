import { VisuallyHidden } from '@mantine/core';
import type { RunSummary } from '../../app/shared/contract/contract.ts';
import { formatBytes } from '../common/numbers.ts';
import { absoluteTime } from '../common/time.ts';
import { text } from '../messages/text.ts';
import classes from './preview.module.css';

interface RunFactsProps {
  run: RunSummary;
  rowCount: number | undefined;
  /** Before the steps. */
  sourceRowCount: number | undefined;
  totalRows: number | null;
  /** More of the response is arriving. */
  isArriving: boolean;
}

/**
 * `200 · 12 KB`. The status line above tells how long the run took, and its rows: those of another list, of steps and those so
 * far are told here. A screen reader is told all of them here, because the status line is quiet.
 */
export function RunFacts({ run, rowCount, sourceRowCount, totalRows, isArriving }: RunFactsProps) {
  const fetched = run.body.status === 'parsed' ? run.body.sourceRowCount : undefined;
  const isToldAbove = !isArriving && rowCount === fetched && run.pages === undefined && run.pagesOffer === undefined;
  const rows =
    rowCount === undefined
      ? undefined
      : rowsFact({ run, rowCount, sourceRowCount: sourceRowCount ?? rowCount, totalRows, isArriving });
  return (
    // While rows arrive, their number is not announced: it changes too often.
    <p
      className={classes.facts}
      role="status"
      aria-busy={isArriving}
      title={`${run.contentType}\n${absoluteTime(run.receivedAt)}\n${run.finalUrl}`}
    >
      <span className={classes.status} data-good={(run.status >= 200 && run.status < 300) || undefined}>
        {run.status}
        <span className={classes.statusText}> {run.statusText}</span>
      </span>
      <span>{formatBytes(run.bytes)}</span>
      {rows === undefined ? null : isToldAbove ? <VisuallyHidden>{rows}</VisuallyHidden> : <span>{rows}</span>}
    </p>
  );
}

/** `50 of 500 rows`: a page of them, or what the steps leave. `500 rows of 10 pages`: all that were followed. */
function rowsFact({
  run,
  rowCount,
  sourceRowCount,
  totalRows,
  isArriving,
}: RunFactsProps & { rowCount: number; sourceRowCount: number }): string {
  if (isArriving) return text('preview.rowCount.soFar', { count: rowCount });
  if (rowCount !== sourceRowCount) return text('shape.steps.left', { count: rowCount, total: sourceRowCount });
  const pages = run.pages?.count;
  if (pages !== undefined)
    return totalRows === null
      ? text('pagesBar.ofPages', { count: rowCount, pages })
      : text('pagesBar.ofPagesAndTotal', { count: rowCount, total: totalRows, pages });
  if (totalRows === null && run.pagesOffer !== undefined)
    return run.pagesOffer.totalRows === null
      ? text('pagesBar.more', { count: rowCount })
      : text('preview.rowCount.page', { count: rowCount, total: run.pagesOffer.totalRows });
  return totalRows === null
    ? text('preview.rowCount', { count: rowCount })
    : text('preview.rowCount.page', { count: rowCount, total: totalRows });
}
