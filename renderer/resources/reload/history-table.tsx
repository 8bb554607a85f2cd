import type { PastRun } from '../../../app/shared/resource/past-run.ts';
import { formatBytes, formatCount, formatDuration } from '../../common/numbers.ts';
import { absoluteTime } from '../../common/time.ts';
import { text } from '../../messages/text.ts';
import { resultWords } from './history-words.ts';
import classes from './run-history.module.css';

/** The same runs as the chart, the newest first. */
export function HistoryTable({ runs }: { runs: readonly PastRun[] }) {
  return (
    <section
      className={classes.table}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={text('reload.history.table')}
    >
      <table className="tabular">
        <thead>
          <tr>
            <th scope="col">{text('reload.history.time')}</th>
            <th scope="col">{text('reload.history.by')}</th>
            <th scope="col" data-right>
              {text('reload.history.duration')}
            </th>
            <th scope="col" data-right>
              {text('reload.history.rows')}
            </th>
            <th scope="col" data-right>
              {text('reload.history.size')}
            </th>
            <th scope="col">{text('reload.history.result')}</th>
          </tr>
        </thead>
        <tbody>
          {runs.toReversed().map((run) => (
            <tr key={run.at} data-failed={run.code !== null || undefined}>
              <td>{absoluteTime(run.at)}</td>
              <td>{text(`reload.history.by.${run.by}`)}</td>
              <td data-right>{formatDuration(run.durationMs)}</td>
              <td data-right>{run.rows === null ? '–' : formatCount(run.rows)}</td>
              <td data-right>{formatBytes(run.bytes)}</td>
              <td>{resultWords(run)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
