import { formats } from './region.ts';

/** Times as text. The words are English, like the rest of the window; dates and numbers follow the user's region. */

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * 86_400_000],
  ['month', 30 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
];

/** A server can send any number. `Date` and `Intl` cannot show times beyond these years. */
const latest = Date.UTC(9999, 11, 31);
const earliest = Date.UTC(1, 0, 1);
export const isDate = (time: number): boolean => time >= earliest && time <= latest;
const noDate = 'no date';

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'always', style: 'short' });

/** `in 52 min`, `3 days ago`, `just now`, `in a moment`. Times are epoch ms. */
export function relativeTime(time: number, now: number): string {
  if (!isDate(time)) return noDate;
  const distance = time - now;
  // The displayed clock is up to a second late: a current event must not appear to be in the future.
  if (Math.abs(distance) < 5000) return distance > 1000 ? 'in a moment' : 'just now';
  const [unit, size] = units.find(([, size]) => Math.abs(distance) >= size) ?? ['second', 1000];
  // Rounded towards zero: "in 52 min" must not promise too much.
  return relative.format(Math.trunc(distance / size), unit).replaceAll('.', '');
}

const whole = { dateStyle: 'medium', timeStyle: 'medium' } as const;
const date = { dateStyle: 'medium' } as const;

/** The whole date and time as the user's region writes them, for a title. */
export const absoluteTime = (time: number): string => (isDate(time) ? formats().date(whole).format(time) : noDate);

/** The date alone. */
export const dateOnly = (time: number): string => (isDate(time) ? formats().date(date).format(time) : noDate);
