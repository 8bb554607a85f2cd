import { errorCodes } from '../../../app/shared/error-codes.ts';
import type { PastRun } from '../../../app/shared/resource/past-run.ts';
import { formatBytes, formatDuration } from '../../common/numbers.ts';
import { absoluteTime } from '../../common/time.ts';
import { adviceTitle } from '../../errors/advice.ts';
import { text } from '../../messages/text.ts';

/** `worked`, or what failed, with the HTTP status. */
export function resultWords({ code, status }: PastRun): string {
  const known = errorCodes.find((each) => each === code);
  if (code === null) return text('reload.history.ok');
  const words = known === undefined ? code : adviceTitle(known);
  return status === null ? words : `${status} · ${words}`;
}

const rowsWords = ({ rows }: PastRun): string =>
  rows === null ? text('reload.history.noTable') : text('preview.rowCount', { count: rows });

/** The run in one sentence, for the chart. */
export const runWords = (run: PastRun): string =>
  text('reload.history.run', {
    time: absoluteTime(run.at),
    duration: formatDuration(run.durationMs),
    rows: rowsWords(run),
    size: formatBytes(run.bytes),
    result: resultWords(run),
  });
