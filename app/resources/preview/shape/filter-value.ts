import { RequestError } from '../../../shared/errors.ts';
import { type Message, message } from '../../../shared/messages/message.ts';
import { type DateClock, dayInZone } from '../../../shared/resource/dates/evaluate.ts';
import { fillDates } from '../../../shared/resource/dates/fill.ts';
import type { FilterStep } from '../../../shared/shape/shape.ts';
import type { TypedValue } from './values/typed-value.ts';

/** The step with its relative dates written out, or what is wrong with them. */
export function fillFilter(step: FilterStep, clock: DateClock): FilterStep | { problem: Message } {
  const fill = (text: string) => fillDates(text, clock);
  try {
    return { ...step, value: fill(step.value), to: fill(step.to), values: step.values.map(fill) };
  } catch (error) {
    // A time zone that this computer does not know.
    const problem = message('shape.badValue.datetime', { value: step.value });
    return { problem: error instanceof RequestError ? error.text : problem };
  }
}

/**
 * The first and the last moment of a day (`2026-11-30`). `isInUtc`: the column's moments are, so the day is that of the
 * time zone. Otherwise it is the day as written.
 */
export function momentsOfDay(
  day: string,
  isInUtc: boolean,
  { timeZone }: DateClock,
): { from: TypedValue; to: TypedValue } | undefined {
  const moments = dayInZone(day, isInUtc ? timeZone : 'UTC');
  return moments && { from: moment(moments.start), to: moment(moments.end - 2 ** -10) };
}

/** The last moment has more digits than any value, so that it includes the whole last millisecond. */
function moment(key: number): TypedValue {
  const text = new Date(Math.floor(key)).toISOString();
  return { key, text: Number.isInteger(key) ? text.replace('.000Z', 'Z') : text.replace('Z', '9999999999Z') };
}
