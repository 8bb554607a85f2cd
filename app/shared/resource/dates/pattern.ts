import { type Message, message } from '../../messages/message.ts';

/** What a pattern writes. `month`, `day` and `weekday` start at 1, the week at Monday (ISO 8601). */
export interface DateFields {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
  weekday: number;
  dayOfYear: number;
  week: number;
  /** The year of that week. */
  weekYear: number;
  /** `+01:00` */
  offset: string;
}

/** English, as APIs expect. Written out: to ask `Intl` for them would load its data at every start. */
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const padded = (value: number, length: number): string => String(value).padStart(length, '0');
const named = (all: readonly string[], index: number, length: number): string => {
  const name = all[index - 1] ?? '';
  return length === 4 ? name : name.slice(0, 3);
};
const year = (value: number, length: number): string => (length === 2 ? padded(value % 100, 2) : padded(value, length));
/** `+0100`, `+01:00`. `X` writes `Z` for UTC, `x` does not. */
const offset = (value: string, length: number, hasZ: boolean): string => {
  if (hasZ && value === '+00:00') return 'Z';
  if (length === 1) return value.endsWith(':00') ? value.slice(0, 3) : value.replace(':', '');
  return length === 2 ? value.replace(':', '') : value;
};

/** The letters of Unicode TR35 (Date Format Patterns) that services use, each with its lengths. */
const letters: Record<string, { most: number; write: (fields: DateFields, length: number) => string }> = {
  y: { most: 4, write: (fields, length) => year(fields.year, length) },
  Y: { most: 4, write: (fields, length) => year(fields.weekYear, length) },
  Q: { most: 2, write: ({ month }, length) => padded(Math.ceil(month / 3), length) },
  M: { most: 4, write: ({ month }, length) => (length > 2 ? named(months, month, length) : padded(month, length)) },
  w: { most: 2, write: ({ week }, length) => padded(week, length) },
  d: { most: 2, write: ({ day }, length) => padded(day, length) },
  D: { most: 3, write: ({ dayOfYear }, length) => padded(dayOfYear, length) },
  E: { most: 4, write: ({ weekday }, length) => named(weekdays, weekday, length) },
  a: { most: 1, write: ({ hour }) => (hour < 12 ? 'AM' : 'PM') },
  H: { most: 2, write: ({ hour }, length) => padded(hour, length) },
  h: { most: 2, write: ({ hour }, length) => padded(hour % 12 || 12, length) },
  m: { most: 2, write: ({ minute }, length) => padded(minute, length) },
  s: { most: 2, write: ({ second }, length) => padded(second, length) },
  S: { most: 3, write: ({ millisecond }, length) => padded(millisecond, 3).slice(0, length) },
  X: { most: 3, write: (fields, length) => offset(fields.offset, length, true) },
  x: { most: 3, write: (fields, length) => offset(fields.offset, length, false) },
};

/** A quoted text, a run of one letter, or other characters. */
const parts = /'(?:[^']|'')*'|([a-z])\1*|[^a-z']+|'/gi;

/** Writes a date by a Unicode TR35 pattern, with English names. The pattern must be sound (`patternProblem`). */
export const writePattern = (pattern: string, fields: DateFields): string =>
  pattern.replace(parts, (part, letter: string | undefined) => {
    if (letter !== undefined) return letters[letter]?.write(fields, part.length) ?? part;
    if (part === "''") return "'";
    return part.startsWith("'") ? part.slice(1, -1).replaceAll("''", "'") : part;
  });

/** What is wrong with a pattern. */
export function patternProblem(pattern: string): Message | undefined {
  // These would end a parameter, a text in JSON or the braces.
  const character = /[&#?%{}"\\\p{Cc}]/u.exec(pattern)?.[0];
  if (character !== undefined) return message('fields.date.character', { character });
  const found = [...pattern.matchAll(parts)];
  const wrong = found.find(
    ([part, letter]) => part === "'" || (letter !== undefined && part.length > (letters[letter]?.most ?? 0)),
  );
  if (wrong !== undefined || pattern === '') return message('fields.date.pattern', { part: wrong?.[0] ?? pattern });
  const has = (part: RegExp): boolean => found.some(([text]) => part.test(text));
  // Other languages write YYYY-MM-DD for what TR35 writes as yyyy-MM-dd. In TR35 these are the week's year and the day of the year.
  if ((has(/^Y/) && !has(/^w/)) || has(/^D{1,2}$/)) return message('fields.date.capitals', { pattern });
  return undefined;
}
