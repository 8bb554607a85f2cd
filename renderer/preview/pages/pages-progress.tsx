import { Button } from '@mantine/core';
import type { PagesProgress } from '../../../app/shared/contract/contract.ts';
import { cancelRun } from '../../api/runs.ts';
import { useNow } from '../../common/use-now.ts';
import { text } from '../../messages/text.ts';
import classes from './pages.module.css';

/** `Page 7, 600 of 5,000 rows`, in the place of the facts of a response. */
export function PagesProgressLine({ id, progress }: { id: string; progress: PagesProgress }) {
  const { page, rowCount: count, totalRows: total, waitsUntil } = progress;
  const where =
    total === null ? text('pagesBar.page', { page, count }) : text('pagesBar.pageOf', { page, count, total });
  return (
    <p className={classes.progress} aria-busy="true">
      <span>{where}</span>
      {waitsUntil === null ? null : <Wait until={waitsUntil} />}
      <Button className={classes.cancel ?? ''} size="compact-xs" variant="default" onClick={() => cancelRun(id)}>
        {text('pagesBar.cancel')}
      </Button>
    </p>
  );
}

/** The seconds until then, which count down. */
function Wait({ until }: { until: number }) {
  // Only its ticks: it may be late by a second.
  useNow();
  const seconds = Math.ceil((until - Date.now()) / 1000);
  return seconds > 0 ? <span>{text('pagesBar.waits', { seconds })}</span> : null;
}
