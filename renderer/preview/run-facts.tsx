import type { RunSummary } from '../../app/api/contract.ts';
import { formatBytes, formatDuration, plural } from '../words/numbers.ts';
import { absoluteTime } from '../words/time.ts';
import classes from './preview.module.css';

interface RunFactsProps {
  run: RunSummary;
  rowCount: number | undefined;
  /** More of it comes. */
  isArriving: boolean;
}

/** `200 · 84 ms · 12 KB · 1,204 rows` */
export function RunFacts({ run, rowCount, isArriving }: RunFactsProps) {
  const facts = [formatDuration(run.durationMs), formatBytes(run.bytes)];
  if (rowCount !== undefined) facts.push(`${plural(rowCount, 'row')}${isArriving ? ' so far' : ''}`);
  return (
    <p className={classes.facts} title={`${run.contentType}\n${absoluteTime(run.receivedAt)}\n${run.finalUrl}`}>
      <span className={classes.status} data-good={(run.status >= 200 && run.status < 300) || undefined}>
        {run.status}
        <span className={classes.statusText}> {run.statusText}</span>
      </span>
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </p>
  );
}
