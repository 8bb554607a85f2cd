import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { PagesProgress } from '../../../app/shared/contract/contract.ts';
import { cancelRun } from '../../api/runs.ts';
import { text } from '../../messages/text.ts';
import classes from './pages.module.css';

/** `Page 7, 600 of 5,000 rows`, in the place of the facts of a response. */
export function PagesProgressLine({ id, progress }: { id: string; progress: PagesProgress }) {
  const { page, rowCount: count, totalRows: total, waitsUntil } = progress;
  const seconds = useSecondsUntil(waitsUntil);
  const where =
    total === null ? text('pagesBar.page', { page, count }) : text('pagesBar.pageOf', { page, count, total });
  return (
    <p className={classes.progress} aria-busy="true">
      <span>{where}</span>
      {seconds > 0 ? <span>{text('pagesBar.waits', { seconds })}</span> : null}
      <Button className={classes.cancel ?? ''} size="compact-xs" variant="default" onClick={() => cancelRun(id)}>
        {text('pagesBar.cancel')}
      </Button>
    </p>
  );
}

const secondsUntil = (time: number | null): number =>
  time === null ? 0 : Math.max(0, Math.ceil((time - Date.now()) / 1000));

/** Whole seconds, which count down. 0: the time has come, or there is none. */
function useSecondsUntil(time: number | null): number {
  const [, tick] = useState({});
  useEffect(() => {
    if (time === null) return;
    const timer = setInterval(() => tick({}), 1000);
    return () => clearInterval(timer);
  }, [time]);
  return secondsUntil(time);
}
