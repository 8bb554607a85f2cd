import type { DateTimePattern, DayPattern } from '../../../../shared/shape/patterns.ts';
import { hours24, secondsOf, type TimeParts, timeParts, timeText, two } from './times.ts';
import type { ReadValue } from './typed-value.ts';

/** A day, perhaps with a time. */
interface Moment {
  year: number;
  month: number;
  day: number;
  time?: TimeParts;
  /** Minutes east of UTC. `undefined`: the zone is not known. */
  zone: number | undefined;
}

const dayMs = 86_400_000;
const zone = '(Z|z|UTC|GMT|[-+−]\\d\\d(?::?\\d\\d)?)?';
const time = `(?:(?:T|,? +)${hours24}(?:\\s?([AaPp])\\.?[Mm]\\.?)?(?: Uhr)?\\s?${zone})?`;

/** Three groups for the day, five for the time, one for the zone. A year of two digits needs two of day and month. */
const expressions: Record<'iso' | DayPattern, RegExp> = {
  iso: new RegExp(`^(\\d{4})-(\\d\\d)-(\\d\\d)${time}$`),
  'dd.MM.yyyy': new RegExp(`^(?=\\d\\d\\.\\d\\d\\.|.*\\d{4})(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4}|\\d\\d)${time}$`),
  'dd/MM/yyyy': new RegExp(`^(?=\\d\\d/\\d\\d/|.*\\d{4})(\\d{1,2})/(\\d{1,2})/(\\d{4}|\\d\\d)${time}$`),
  'MM/dd/yyyy': new RegExp(`^(?=\\d\\d/\\d\\d/|.*\\d{4})(\\d{1,2})/(\\d{1,2})/(\\d{4}|\\d\\d)${time}$`),
  'dd-MM-yyyy': new RegExp(`^(\\d{1,2})-(\\d{1,2})-(\\d{4})${time}$`),
  'yyyy/MM/dd': new RegExp(`^(\\d{4})/(\\d{1,2})/(\\d{1,2})${time}$`),
  yyyyMMdd: new RegExp(`^(\\d{4})(\\d\\d)(\\d\\d)(?:[T ]?([01]\\d|2[0-3])([0-5]\\d)([0-5]\\d)?()()${zone})?$`),
};

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** RFC 2822 §3.3, and the zones of §4.3. */
const rfc2822 =
  /^(?:[A-Z][a-z]{2},\s*)?(\d{1,2})\s+([A-Z][a-z]{2})\s+(\d{4}|\d\d)\s+(\d\d):(\d\d)(?::(\d\d))?\s+([-+]\d{4}|UT|UTC|GMT|[ECMP][SD]T)(?:\s+\([^)]*\))?$/;
const namedHours: Record<string, number> = { E: -5, C: -6, M: -7, P: -8 };
const aspnet = /^\/Date\((-?\d{1,16})(?:[-+]\d{4})?\)\/$/;
const epoch = /^(-?)(\d{1,16})(?:\.(\d{1,9}))?$/;
const longest = 60;

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= (month === 2 && isLeap(year) ? 29 : (monthDays[month - 1] ?? 0));
}

/** Days since 1970-01-01 in the Gregorian calendar, for years from 0. */
export function dayNumber(year: number, month: number, day: number): number {
  // The year starts in March, so that the leap day is its last.
  const shifted = month > 2 ? year : year - 1;
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const leaps = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return shifted * 365 + leaps + ofYear - 719_468;
}

const fullYear = (text: string): number => {
  const year = Number(text);
  return text.length > 2 ? year : year + (year < 50 ? 2000 : 1900);
};

function zoneMinutes(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined;
  if (/^[A-Z]{1,3}$/i.test(text)) {
    const [letter = '', half] = text.toUpperCase();
    return text.length === 3 && Object.hasOwn(namedHours, letter) && (half === 'S' || half === 'D')
      ? ((namedHours[letter] ?? 0) + (half === 'D' ? 1 : 0)) * 60
      : 0;
  }
  const digits = text.replace(/\D/g, '').padEnd(4, '0');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return text.startsWith('+') ? minutes : -minutes;
}

function ofDay(pattern: 'iso' | DayPattern, text: string): Moment | undefined {
  const match = expressions[pattern].exec(text);
  if (match === null) return undefined;
  const [, one = '', middle = '', last = '', ...rest] = match;
  const isYearFirst = pattern === 'iso' || pattern.startsWith('yyyy');
  const [year, month, day] = isYearFirst
    ? [one, middle, last]
    : pattern === 'MM/dd/yyyy'
      ? [last, one, middle]
      : [last, middle, one];
  const half = rest[4] === '' ? undefined : rest[4];
  if (half !== undefined && (Number(rest[0]) > 12 || Number(rest[0]) === 0)) return undefined;
  return {
    year: fullYear(year),
    month: Number(month),
    day: Number(day),
    ...(rest[0] === undefined ? {} : { time: timeParts(rest, half) }),
    zone: zoneMinutes(rest[5]),
  };
}

function ofMail(text: string): Moment | undefined {
  const match = rfc2822.exec(text);
  if (match === null) return undefined;
  const [, day = '', month = '', year = '', hours, minutes, seconds, at] = match;
  return {
    year: fullYear(year),
    month: months.indexOf(month.toLowerCase()) + 1,
    day: Number(day),
    time: timeParts([hours, minutes, seconds]),
    zone: zoneMinutes(at),
  };
}

/** `shift`: digits of the number that are a fraction of a second. */
function ofEpoch(text: string, shift: number): Moment | undefined {
  const match = epoch.exec(text);
  if (match === null) return undefined;
  const [, minus = '', whole = '', more = ''] = match;
  const padded = whole.padStart(shift + 1, '0');
  let fraction = ((shift === 0 ? '' : padded.slice(-shift)) + more).replace(/0+$/, '');
  let seconds = Number(shift === 0 ? padded : padded.slice(0, -shift));
  if (minus !== '') {
    seconds = -seconds;
    if (fraction !== '') {
      // The fraction counts forward from the second before.
      seconds--;
      const length = fraction.length;
      fraction = String(10 ** length - Number(fraction)).padStart(length, '0');
    }
  }
  return ofSeconds(seconds, fraction);
}

function ofSeconds(seconds: number, fraction: string): Moment | undefined {
  const date = new Date(seconds * 1000);
  const year = date.getUTCFullYear();
  if (Number.isNaN(year) || year < 0 || year > 9999) return undefined;
  return {
    year,
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    time: { hours: date.getUTCHours(), minutes: date.getUTCMinutes(), seconds: date.getUTCSeconds(), fraction },
    zone: 0,
  };
}

type ReadMoment = (text: string) => Moment | undefined;

const others: Partial<Record<DateTimePattern, ReadMoment>> = {
  rfc2822: ofMail,
  epoch_s: (text) => ofEpoch(text, 0),
  epoch_ms: (text) => ofEpoch(text, 3),
  aspnet: (text) => {
    const [, ms] = aspnet.exec(text) ?? [];
    return ms === undefined ? undefined : ofEpoch(ms, 3);
  },
};

function momentReader(pattern: string): ReadMoment | undefined {
  const other = Object.hasOwn(others, pattern) ? others[pattern as DateTimePattern] : undefined; // own: a pattern
  if (other === undefined && !Object.hasOwn(expressions, pattern)) return undefined;
  const read = other ?? ((text: string) => ofDay(pattern as DayPattern, text)); // own: a pattern of days
  return (text) => {
    const moment = text.length > longest ? undefined : read(text.trim());
    return moment !== undefined && isDay(moment.year, moment.month, moment.day) ? moment : undefined;
  };
}

const dayText = ({ year, month, day }: Moment): string => `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;

/** Days of a pattern in `patterns.ts`. A time beside the day is left out. */
export function readDate(pattern: string): ReadValue | undefined {
  const read = momentReader(pattern);
  return (
    read &&
    ((text) => {
      const moment = read(text);
      return moment && { key: dayNumber(moment.year, moment.month, moment.day) * dayMs, text: dayText(moment) };
    })
  );
}

/** Whether the text is a day of the pattern without a time. */
export function isDayAlone(pattern: string): ((text: string) => boolean) | undefined {
  const read = momentReader(pattern);
  return (
    read &&
    ((text) => {
      const moment = read(text);
      return moment !== undefined && moment.time === undefined;
    })
  );
}

const midnight: TimeParts = { hours: 0, minutes: 0, seconds: 0, fraction: '' };

/** Days with a time. A day alone is its start. Without a zone, the time is compared as if it were in UTC. */
export function readDateTime(pattern: string): ReadValue | undefined {
  const read = momentReader(pattern);
  return (
    read &&
    ((text) => {
      const moment = read(text);
      if (moment === undefined) return undefined;
      const parts = moment.time ?? midnight;
      const local = dayNumber(moment.year, moment.month, moment.day) * dayMs + secondsOf(parts) * 1000;
      if (moment.zone === undefined) return { key: local, text: `${dayText(moment)}T${timeText(parts)}` };
      const seconds = Math.floor(local / 1000 - (parts.fraction === '' ? 0 : Number(`0.${parts.fraction}`)) + 1e-6);
      const inUtc = moment.zone === 0 ? moment : ofSeconds(seconds - moment.zone * 60, parts.fraction);
      if (inUtc === undefined) return undefined;
      return {
        key: local - moment.zone * 60_000,
        text: `${dayText(inUtc)}T${timeText(inUtc.time ?? parts)}Z`,
      };
    })
  );
}
