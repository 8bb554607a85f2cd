import { absoluteTime, relativeTime } from './time.ts';
import { useNow } from './use-now.ts';

/** `in 52 min`, with the whole date on hover. */
export function RelativeTime({ time }: { time: number }) {
  const now = useNow();
  return (
    <time dateTime={new Date(time).toISOString()} title={absoluteTime(time)} className="tabular">
      {relativeTime(time, now)}
    </time>
  );
}
