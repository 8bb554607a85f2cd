import { useId, useState } from 'react';
import { mostPastRuns, type PastRun } from '../../../app/shared/resource/past-run.ts';
import { formatDuration } from '../../common/numbers.ts';
import { text } from '../../messages/text.ts';
import { runWords } from './history-words.ts';
import classes from './run-history.module.css';

/** In units of the drawing, which is stretched to the panel's width. */
const barWidth = 5;
const height = 48;
const leastHeight = 4;
/** Few runs are drawn at the right, as wide as they will stay. */
const leastBars = 60;

/**
 * One bar for each run, as high as it took long; the newest is at the right. A failed run is hatched and has a foot, so
 * that it is told apart without colour. The pointer and the arrow keys choose the run that is described below: for a
 * screen reader the chart is a slider with the description as its value (ARIA APG).
 */
export function HistoryChart({ runs }: { runs: readonly PastRun[] }) {
  const pattern = useId();
  const [chosen, setChosen] = useState<number>();
  const last = runs.length - 1;
  const at = Math.min(chosen ?? last, last);
  const run = runs[at];
  const longest = Math.max(1, ...runs.map(({ durationMs }) => durationMs));
  const slots = Math.min(mostPastRuns, Math.max(leastBars, runs.length));
  const left = (index: number): number => (slots - runs.length + index) * barWidth;
  const words = run === undefined ? '' : runWords(run);
  const move = (event: React.KeyboardEvent): void => {
    const steps: Record<string, number> = { ArrowLeft: at - 1, ArrowDown: at - 1, ArrowRight: at + 1, ArrowUp: at + 1 };
    const more: Record<string, number> = { Home: 0, End: last, PageUp: at + 10, PageDown: at - 10 };
    const next = steps[event.key] ?? more[event.key];
    if (next === undefined) return;
    event.preventDefault();
    setChosen(Math.max(0, Math.min(last, next)));
  };
  return (
    <>
      <div
        className={classes.chart}
        role="slider"
        tabIndex={0}
        aria-label={text('reload.history')}
        aria-valuemin={1}
        aria-valuemax={runs.length}
        aria-valuenow={at + 1}
        aria-valuetext={words}
        onKeyDown={move}
        onPointerMove={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          const slot = Math.floor(((event.clientX - box.left) / box.width) * slots);
          const index = slot - (slots - runs.length);
          if (index >= 0 && index <= last) setChosen(index);
        }}
        onPointerLeave={() => setChosen(undefined)}
      >
        <svg viewBox={`0 0 ${slots * barWidth} ${height}`} preserveAspectRatio="none" aria-hidden>
          <defs>
            <pattern id={pattern} width="3" height="3" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <rect width="3" height="3" className={classes.failedBack} />
              <rect width="1.5" height="3" className={classes.failed} />
            </pattern>
          </defs>
          {runs.map(({ at: time, durationMs, code }, index) => {
            const tall = leastHeight + ((height - leastHeight - 2) * durationMs) / longest;
            return (
              <g key={time}>
                <rect
                  x={left(index)}
                  y={height - tall}
                  width={barWidth - 1}
                  height={tall}
                  className={classes.worked}
                  {...(code === null ? {} : { style: { fill: `url(#${pattern})` } })}
                  opacity={index === at && chosen !== undefined ? 1 : 0.75}
                />
                {code === null ? null : (
                  <rect x={left(index)} y={height - 2} width={barWidth - 1} height={2} className={classes.failed} />
                )}
              </g>
            );
          })}
        </svg>
      </div>
      <p className={`${classes.details} tabular`}>
        <span>{words}</span>
        <span>{text('reload.history.longest', { duration: formatDuration(longest) })}</span>
      </p>
    </>
  );
}
