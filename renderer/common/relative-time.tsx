import { absoluteTime, isDate, relativeTime } from './time.ts';
import { useNow } from './use-now.ts';

/** `in 52 min`, with the whole date on hover. */
export function RelativeTime({ time }: { time: number }) {
  const now = useNow();
  return (
    <time
      dateTime={isDate(time) ? new Date(time).toISOString() : undefined}
      title={absoluteTime(time)}
      className="tabular"
    >
      {relativeTime(time, now)}
    </time>
  );
}
