import type { DurationPattern } from '../../../../shared/shape/patterns.ts';
import { readNumber } from './numbers.ts';
import type { ReadValue, TypedValue } from './typed-value.ts';

const number = '(\\d+(?:[.,]\\d+)?)';
/** ISO 8601 §5.5.2.2, without years and months, which have no fixed length. */
const iso = new RegExp(
  `^([-+]?)P(?=.)(?:${number}W)?(?:${number}D)?(?:T(?=.)(?:${number}H)?(?:${number}M)?(?:${number}S)?)?$`,
);
/** With days as .NET writes them: `1.02:03:04`. */
const clock = /^(-?)(?:(\d+)[. ])?(\d+):([0-5]\d)(?::([0-5]\d(?:[.,]\d+)?))?$/;
const isoSeconds = [604_800, 86_400, 3600, 60, 1];

const unitSeconds: readonly [RegExp, number][] = [
  [/^(?:ms|msecs?|milliseconds?|millisekunden?)$/, 0.001],
  [/^(?:s|secs?|seconds?|sek|sekunden?)$/, 1],
  [/^(?:m|mins?|minutes?|minuten?)$/, 60],
  [/^(?:h|hrs?|hours?|std|stunden?)$/, 3600],
  [/^(?:d|days?|tage?)$/, 86_400],
];
const units = /^-?(?:\d+(?:[.,]\d+)?\s?[a-z]{1,15}\.?\s?)+$/;
const unit = /(\d+(?:[.,]\d+)?)\s?([a-z]+)/g;
const longest = 60;

const numberOf = (text: string | undefined) => Number((text ?? '0').replace(',', '.'));

/** To nanoseconds. */
function seconds(key: number): TypedValue | undefined {
  if (!Number.isFinite(key) || Math.abs(key) >= 1e15) return undefined;
  const text = key.toFixed(9).replace(/\.?0+$/, '');
  return { key: key + 0, text: text === '-0' ? '0' : text };
}

function ofIso(text: string): TypedValue | undefined {
  const [whole, minus, ...parts] = iso.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const total = isoSeconds.reduce((sum, each, index) => sum + each * numberOf(parts[index]), 0);
  return seconds(minus === '-' ? -total : total);
}

function ofClock(text: string): TypedValue | undefined {
  const [whole, minus, days, hours, minutes, rest] = clock.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const total = numberOf(days) * 86_400 + numberOf(hours) * 3600 + numberOf(minutes) * 60 + numberOf(rest);
  return seconds(minus === '-' ? -total : total);
}

function ofUnits(text: string): TypedValue | undefined {
  const lower = text.toLowerCase();
  if (!units.test(lower)) return undefined;
  let total = 0;
  for (const [, amount, name = ''] of lower.matchAll(unit)) {
    const [, each] = unitSeconds.find(([names]) => names.test(name)) ?? [];
    if (each === undefined) return undefined;
    total += numberOf(amount) * each;
  }
  return seconds(lower.startsWith('-') ? -total : total);
}

const plain = readNumber('plain');
const times =
  (factor: number): ReadValue =>
  (text) => {
    const value = plain?.(text);
    if (value === undefined) return undefined;
    // Seconds keep their digits.
    return factor === 1 && !/e/i.test(value.text) ? value : seconds(value.key * factor);
  };

const readers: Record<DurationPattern, ReadValue> = {
  iso: ofIso,
  'hh:mm:ss': ofClock,
  unit: ofUnits,
  seconds: times(1),
  milliseconds: times(0.001),
  minutes: times(60),
  hours: times(3600),
};

/** Durations of a pattern in `patterns.ts`, in seconds. */
export function readDuration(pattern: string): ReadValue | undefined {
  const reader = Object.hasOwn(readers, pattern) ? readers[pattern as DurationPattern] : undefined; // own: a pattern
  return reader && ((text) => (text.length > longest ? undefined : reader(text.trim())));
}
