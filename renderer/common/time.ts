import { currentLanguage } from '../../app/shared/messages/format.ts';
import type { Language } from '../../app/shared/messages/languages.ts';
import { text } from '../messages/text.ts';
import { formats } from './region.ts';

/** Times as text. The words follow the language, dates the user's region. */

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
const noDate = () => text('common.time.none');

let made: { language: Language; format: Intl.RelativeTimeFormat } | undefined;
function relativeFormat(): Intl.RelativeTimeFormat {
  const language = currentLanguage();
  if (made?.language !== language)
    made = { language, format: new Intl.RelativeTimeFormat(language, { numeric: 'always', style: 'short' }) };
  return made.format;
}

/** `in 52 min`, `3 days ago`, `just now`, `in a moment`. Times are epoch ms. */
export function relativeTime(time: number, now: number): string {
  if (!isDate(time)) return noDate();
  const distance = time - now;
  // The displayed clock is up to a second late: a current event must not appear to be in the future.
  if (Math.abs(distance) < 5000) return text(distance > 1000 ? 'common.time.soon' : 'common.time.now');
  const [unit, size] = units.find(([, size]) => Math.abs(distance) >= size) ?? ['second', 1000];
  // Rounded towards zero: "in 52 min" must not promise too much.
  const words = relativeFormat().format(Math.trunc(distance / size), unit);
  // English writes "min" without a point; German needs the point of "Min.".
  return currentLanguage() === 'en' ? words.replaceAll('.', '') : words;
}

const whole = { dateStyle: 'medium', timeStyle: 'medium' } as const;
const date = { dateStyle: 'medium' } as const;

/** The whole date and time as the user's region writes them, for a title. */
export const absoluteTime = (time: number): string => (isDate(time) ? formats().date(whole).format(time) : noDate());

/** The date alone. */
export const dateOnly = (time: number): string => (isDate(time) ? formats().date(date).format(time) : noDate());
