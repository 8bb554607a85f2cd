import { Temporal } from 'temporal-polyfill';
import { RequestError } from '../../errors.ts';
import { message } from '../../messages/message.ts';
import { type DateBase, type DateExpression, type DateUnit, isDate, isOfTime, readDate } from './grammar.ts';
import { writePattern } from './pattern.ts';
import { isTimeZone } from './problems.ts';

export interface DateClock {
  /** Epoch ms. One reading for a whole run, so that all its dates and pages agree. */
  at: number;
  /** IANA. `null`: this computer's. */
  timeZone: string | null;
}

/** A day without a time, as long as only days are added: a day in which a clock changes is a day, too. */
type Moment = Temporal.PlainDate | Temporal.ZonedDateTime;

/**
 * The moment of a relative date. The calendar is that of the clock's time zone; weeks start on Monday (ISO 8601). The
 * end of a period is its last millisecond. Offsets apply to the start of the period, or to the start of the next one:
 * `endOfMonth-1mo` is the end of the month before. Throws RequestError `resource.invalid` if the time zone is not known.
 */
function evaluateDate({ base, offsets }: DateExpression, { at, timeZone }: DateClock): Temporal.ZonedDateTime {
  const zone = timeZone ?? Temporal.Now.timeZoneId();
  if (!isTimeZone(zone)) throw new RequestError('resource.invalid', message('fields.date.zone', { zone }));
  const now = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  let moment: Moment = base === 'now' ? now : dayOf(base, now.toPlainDate());
  for (const { amount, unit } of offsets) {
    if (isOfTime(unit) && moment instanceof Temporal.PlainDate) moment = moment.toZonedDateTime(zone);
    moment = moment.add(durationOf(unit, amount));
  }
  const moved = moment instanceof Temporal.PlainDate ? moment.toZonedDateTime(zone) : moment;
  return base.startsWith('endOf') ? moved.subtract({ milliseconds: 1 }) : moved;
}

/** The date as it is sent. `inner`: what is between the braces. Throws RequestError `resource.invalid`. */
export function dateText(inner: string, clock: DateClock): string {
  const read = readDate(inner);
  if (!isDate(read)) throw new RequestError('resource.invalid', read);
  return writeDate(evaluateDate(read, clock), read.format);
}

function writeDate(moment: Temporal.ZonedDateTime, pattern: string): string {
  switch (pattern) {
    case 'unix':
      return String(Math.floor(moment.epochMilliseconds / 1000));
    case 'unixms':
      return String(moment.epochMilliseconds);
    case 'iso':
      return moment.toInstant().toString({ smallestUnit: 'second' });
    default: {
      const { year, month, day, hour, minute, second, millisecond, dayOfWeek, dayOfYear } = moment;
      return writePattern(pattern, {
        ...{ year, month, day, hour, minute, second, millisecond, dayOfYear },
        weekday: dayOfWeek,
        week: moment.weekOfYear ?? 0,
        weekYear: moment.yearOfWeek ?? year,
        offset: moment.offset.slice(0, 6),
      });
    }
  }
}

function durationOf(unit: DateUnit, amount: number): Temporal.DurationLike {
  switch (unit) {
    case 's':
      return { seconds: amount };
    case 'min':
      return { minutes: amount };
    case 'h':
      return { hours: amount };
    case 'd':
      return { days: amount };
    case 'w':
      return { weeks: amount };
    case 'mo':
      return { months: amount };
    case 'q':
      return { months: 3 * amount };
    case 'y':
      return { years: amount };
  }
}

/** The day at which a base starts; of an end, the day after it. */
function dayOf(base: Exclude<DateBase, 'now'>, today: Temporal.PlainDate): Temporal.PlainDate {
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  const month = today.with({ day: 1 });
  const quarter = month.subtract({ months: (month.month - 1) % 3 });
  const year = today.with({ month: 1, day: 1 });
  switch (base) {
    case 'today':
    case 'startOfDay':
      return today;
    case 'yesterday':
      return today.subtract({ days: 1 });
    case 'tomorrow':
    case 'endOfDay':
      return today.add({ days: 1 });
    case 'startOfWeek':
      return monday;
    case 'endOfWeek':
      return monday.add({ days: 7 });
    case 'startOfMonth':
      return month;
    case 'endOfMonth':
      return month.add({ months: 1 });
    case 'startOfQuarter':
      return quarter;
    case 'endOfQuarter':
      return quarter.add({ months: 3 });
    case 'startOfYear':
      return year;
    case 'endOfYear':
      return year.add({ years: 1 });
  }
}

/**
 * When a day (`2026-11-30`) starts and the next one does, in epoch ms. `timeZone`: IANA; `null`: this computer's.
 * `undefined`: not a day.
 */
export function dayInZone(day: string, timeZone: string | null): { start: number; end: number } | undefined {
  try {
    const date = Temporal.PlainDate.from(day, { overflow: 'reject' });
    const zone = timeZone ?? Temporal.Now.timeZoneId();
    const startOf = (each: Temporal.PlainDate) => each.toZonedDateTime(zone).epochMilliseconds;
    return { start: startOf(date), end: startOf(date.add({ days: 1 })) };
  } catch {
    return undefined;
  }
}
