import type { ReadValue } from './typed-value.ts';

/** A time of day. */
export interface TimeParts {
  hours: number;
  minutes: number;
  seconds: number;
  /** Digits after the seconds, without zeros at the end. */
  fraction: string;
}

/** Four groups for `timeParts`. */
export const hours24 = '([01]?\\d|2[0-3]):([0-5]\\d)(?::([0-5]\\d)(?:[.,](\\d+))?)?';
const hours12 = '(0?[1-9]|1[0-2]):([0-5]\\d)(?::([0-5]\\d)(?:[.,](\\d+))?)?\\s?([AaPp])\\.?[Mm]\\.?';

export const two = (each: number): string => String(each).padStart(2, '0');

export function timeParts(groups: readonly (string | undefined)[], half?: string): TimeParts {
  const [hours = '0', minutes = '0', seconds = '0', fraction = ''] = groups;
  const written = Number(hours);
  return {
    hours: half === undefined ? written : (written % 12) + (/p/i.test(half) ? 12 : 0),
    minutes: Number(minutes),
    seconds: Number(seconds),
    fraction: fraction.replace(/0+$/, ''),
  };
}

/** Seconds since midnight. */
export const secondsOf = ({ hours, minutes, seconds, fraction }: TimeParts): number =>
  hours * 3600 + minutes * 60 + seconds + (fraction === '' ? 0 : Number(`0.${fraction}`));

export const timeText = ({ hours, minutes, seconds, fraction }: TimeParts): string =>
  `${two(hours)}:${two(minutes)}:${two(seconds)}${fraction === '' ? '' : `.${fraction}`}`;

const expressions: Record<string, RegExp> = {
  'HH:mm': new RegExp(`^${hours24}$`),
  'h:mm a': new RegExp(`^${hours12}$`),
};
const longest = 40;

/** Times of day of a pattern in `patterns.ts`. */
export function readTime(pattern: string): ReadValue | undefined {
  const expression = Object.hasOwn(expressions, pattern) ? expressions[pattern] : undefined;
  if (expression === undefined) return undefined;
  return (text) => {
    const match = text.length > longest ? null : expression.exec(text.trim());
    if (match === null) return undefined;
    const parts = timeParts(match.slice(1, 5), match[5]);
    return { key: secondsOf(parts), text: timeText(parts) };
  };
}
