import { type Message, message } from '../../messages/message.ts';
import { patternProblem } from './pattern.ts';

// A relative date: `{{base[±number unit …][:format]}}`, such as `{{today-7d}}` and `{{startOfMonth-1mo:dd.MM.yyyy}}`.
// See docs/data.md. This file only reads them; `evaluate.ts` knows the calendar.

const periods = ['Day', 'Week', 'Month', 'Quarter', 'Year'] as const;

export const dateBases = [
  'today',
  'yesterday',
  'tomorrow',
  'now',
  ...periods.map((period) => `startOf${period}` as const),
  ...periods.map((period) => `endOf${period}` as const),
] as const;
export type DateBase = (typeof dateBases)[number];

/** Seconds, minutes, hours, days, weeks, months, quarters, years. */
export const dateUnits = ['s', 'min', 'h', 'd', 'w', 'mo', 'q', 'y'] as const;
export type DateUnit = (typeof dateUnits)[number];

/** Days of a unit, at most. */
const longest: Record<DateUnit, number> = { s: 0, min: 0, h: 1 / 24, d: 1, w: 7, mo: 31, q: 92, y: 366 };
/** A thousand years. */
const mostDays = 366_000;

export interface DateOffset {
  /** Negative: before. */
  amount: number;
  unit: DateUnit;
}

/** Units shorter than a day. */
export const isOfTime = (unit: DateUnit): boolean => unit === 's' || unit === 'min' || unit === 'h';

export interface DateExpression {
  base: DateBase;
  /** Applied in this order. */
  offsets: DateOffset[];
  /** `unix` (seconds), `unixms`, `iso` (an instant in UTC), or a pattern. */
  format: string;
}

const isOneOf = <Item extends string>(items: readonly Item[], text: string): text is Item =>
  (items as readonly string[]).includes(text);

/** `today` and the other days are written as a day, `now` and what has hours as an instant. */
const usualFormat = (base: DateBase, offsets: readonly DateOffset[]): string =>
  base === 'now' || offsets.some(({ unit }) => isOfTime(unit)) ? 'iso' : 'yyyy-MM-dd';

/** Reads what is between the braces. Gives a message if it is not a date. */
export function readDate(inner: string): DateExpression | Message {
  const [, base, typedOffsets = '', typedFormat] =
    /^\s*([a-z]\w*)((?:\s*[+-]\s*\d+\s*[a-z]*)*)\s*(?::(.*))?$/is.exec(inner) ?? [];
  if (base === undefined || !isOneOf(dateBases, base)) return unknown(inner, base);
  const offsets: DateOffset[] = [];
  for (const [typed, sign, digits, unit = ''] of typedOffsets.matchAll(/([+-])\s*(\d+)\s*([a-z]*)/gi)) {
    if (!isOneOf(dateUnits, unit))
      return message('fields.date.unit', { typed: typed.replace(/\s+/g, ''), units: dateUnits.join(', ') });
    offsets.push({ amount: Number(`${sign}${digits}`), unit });
  }
  if (offsets.reduce((days, { amount, unit }) => days + Math.abs(amount) * (longest[unit] || 1 / 1440), 0) > mostDays)
    return message('fields.date.far', { typed: `{{${inner}}}` });
  const format = typedFormat?.trim() ?? usualFormat(base, offsets);
  const problem = isOneOf(['unix', 'unixms', 'iso'], format) ? undefined : patternProblem(format);
  return problem ?? { base, offsets, format };
}

export const isDate = (read: DateExpression | Message): read is DateExpression => 'base' in read;

function unknown(inner: string, base: string | undefined): Message {
  const typed = `{{${inner.trim()}}}`;
  const days = dateBases.filter((each) => !/^(?:start|end)Of/.test(each)).join(', ');
  const known = message('fields.date.known', { days, start: 'startOf', end: 'endOf', periods: periods.join(', ') });
  const near = nearest(base ?? (/[a-z]\w*/i.exec(inner) ?? [''])[0]);
  if (near === undefined) return message('fields.date.unknown', { typed, known, escape: "{{'{{'}}" });
  return message('fields.date.unknownNear', { typed, near: `{{${near}}}`, known });
}

/** The base that differs least, if it differs by a slip. */
function nearest(typed: string): DateBase | undefined {
  const plain = typed.toLowerCase().replace(/[\s_-]/g, '');
  const [best] = dateBases
    .map((base) => ({ base, slips: distance(plain, base.toLowerCase()) }))
    .sort((one, other) => one.slips - other.slips);
  return best !== undefined && best.slips <= Math.max(1, Math.floor(best.base.length / 3)) ? best.base : undefined;
}

/** Levenshtein distance. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= other.length; to += 1)
      next.push(
        Math.min(
          (next[to - 1] ?? 0) + 1,
          (row[to] ?? 0) + 1,
          (row[to - 1] ?? 0) + (one[at - 1] === other[to - 1] ? 0 : 1),
        ),
      );
    row = next;
  }
  return row[other.length] ?? 0;
}
