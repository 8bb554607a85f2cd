import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { PastRun } from '../../../app/shared/resource/past-run.ts';
import { call, onEvent } from '../../api/client.ts';
import { text } from '../../messages/text.ts';
import { HistoryChart } from './history-chart.tsx';
import { HistoryTable } from './history-table.tsx';
import classes from './run-history.module.css';

/** The last 200 runs as a chart, or as a table. */
export function RunHistory({ id }: { id: string }) {
  const runs = usePastRuns(id);
  const [isTable, setTable] = useState(false);
  if (runs === undefined) return <div className={classes.history} aria-busy="true" />;
  const failed = runs.filter(({ code }) => code !== null).length;
  return (
    <section className={classes.history} aria-label={text('reload.history')}>
      <header className={classes.head}>
        <span className={classes.title}>{text('reload.history')}</span>
        {runs.length === 0 ? null : (
          <>
            <span className={classes.count}>{text('reload.history.count', { count: runs.length, failed })}</span>
            <Button size="compact-xs" variant="default" onClick={() => setTable(!isTable)}>
              {text(isTable ? 'reload.history.chart' : 'reload.history.table')}
            </Button>
          </>
        )}
      </header>
      {runs.length === 0 ? (
        <p className={classes.none}>{text('reload.history.none')}</p>
      ) : isTable ? (
        <HistoryTable runs={runs} />
      ) : (
        <HistoryChart runs={runs} />
      )}
    </section>
  );
}

/** Oldest first. `undefined` until main responds. */
function usePastRuns(id: string): readonly PastRun[] | undefined {
  const [runs, setRuns] = useState<readonly PastRun[]>();
  useEffect(() => {
    let asked = 0;
    let isCurrent = true;
    const load = (): void => {
      asked += 1;
      const mine = asked;
      call('resources.history', { id }).then(
        (found) => isCurrent && mine === asked && setRuns(found),
        () => isCurrent && mine === asked && setRuns([]),
      );
    };
    load();
    const end = onEvent('resources.historyGrew', (grew) => {
      if (grew.id === id) load();
    });
    return () => {
      isCurrent = false;
      end();
    };
  }, [id]);
  return runs;
}
