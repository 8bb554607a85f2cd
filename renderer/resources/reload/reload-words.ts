import type { Allowance } from '../../../app/shared/resource/allowance.ts';
import { excessDemand, isNearLimit } from '../../../app/shared/resource/allowance.ts';
import type { Resource } from '../../../app/shared/resource/resource.ts';
import { serviceOf } from '../../../app/shared/resource/service-of.ts';
import { absoluteTime } from '../../common/time.ts';
import { text } from '../../messages/text.ts';

/** `Every 5 minutes`, in the largest unit that divides the seconds. */
export function intervalWords(seconds: number): string {
  if (seconds % 3600 === 0) return text('reload.every.hours', { count: seconds / 3600 });
  if (seconds % 60 === 0) return text('reload.every.minutes', { count: seconds / 60 });
  return text('reload.every.seconds', { count: seconds });
}

const windows = new Map([
  [1, 'second'],
  [60, 'minute'],
  [3600, 'hour'],
  [86_400, 'day'],
] as const);

/**
 * What the intervals need of a service's limit, if it is too much or the limit is near. `resources`: all, with the draft
 * of the one that is shown.
 */
export function limitNote(
  resource: Resource,
  resources: readonly Resource[],
  allowance: Allowance | null | undefined,
  now: number,
): string | undefined {
  if (allowance === null || allowance === undefined) return undefined;
  const service = serviceOf(resource.url);
  const { seconds } = resource.reload;
  if (seconds === null) return undefined;
  const intervals = resources.flatMap(({ url, reload }) =>
    serviceOf(url) === service && reload.seconds !== null && !reload.isPaused ? [reload.seconds] : [],
  );
  const perSecond = intervals.reduce((sum, each) => sum + 1 / each, 0);
  const excess = excessDemand(allowance, perSecond, now);
  if (excess === undefined) {
    const { remaining } = allowance;
    return isNearLimit(allowance) && remaining !== null ? text('reload.note.near', { remaining }) : undefined;
  }
  const { allowed, needed, windowSeconds } = excess;
  const counts = { allowed, needed, resources: intervals.length };
  if (windowSeconds === null)
    return text('reload.note.left', { ...counts, time: absoluteTime(allowance.resetAt ?? now) });
  const window = [...windows].find(([length]) => length === windowSeconds)?.[1] ?? 'other';
  return text(`reload.note.limit.${window}`, { ...counts, seconds: windowSeconds });
}
