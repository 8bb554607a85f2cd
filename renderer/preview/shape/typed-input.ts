import type { Message } from '../../../app/shared/messages/message.ts';
import { isDate, readDate } from '../../../app/shared/resource/dates/grammar.ts';
import type { ValueType } from '../../../app/shared/shape/shape.ts';
import { type Formats, formats, numberMarks } from '../../common/region.ts';
import { message } from '../../messages/text.ts';

/** Values as a user types and reads them, to and from canonical form (`cell.value`). */

const escaped = (mark: string): string => mark.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Any space stands for the region's own, and any apostrophe. */
function groupPattern(group: string): string {
  if (group === '' || /\s/.test(group)) return '\\s';
  return /['’]/.test(group) ? "['’]" : escaped(group);
}

/**
 * A number as the region writes it, with or without thousands (`1.234,5`), or with a decimal point and no thousands.
 * `undefined`: it is none.
 */
export function readNumber(typed: string, written: Formats = formats()): string | undefined {
  const { group, decimal } = numberMarks(written);
  const plain = typed.trim().replace(/^[+]/, '').replace(/^[−–]/, '-');
  const groups = groupPattern(group);
  const inRegion = new RegExp(`^-?(?:\\d{1,3}(?:${groups}\\d{2,3})*${groups}\\d{3}|\\d+)(?:${escaped(decimal)}\\d+)?$`);
  if (inRegion.test(plain)) return plain.replaceAll(new RegExp(groups, 'g'), '').replace(decimal, '.');
  return /^-?\d+(\.\d+)?$/.test(plain) ? plain : undefined;
}

/** Seconds: a number, or hours, minutes and seconds (`1:23:45`, `23:45`). */
export function readDuration(typed: string, written: Formats = formats()): string | undefined {
  const found = /^(-?)(?:(\d+):)?(\d+):(\d\d)(?:[.,](\d+))?$/.exec(typed.trim());
  if (found === null) return readNumber(typed, written);
  const [, sign = '', hours = '0', minutes = '0', seconds = '0', fraction] = found;
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return `${sign}${total}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** Why a relative date such as `{{today-7d}}` cannot be read. `undefined`: it can. */
export function relativeProblem(typed: string): Message | undefined {
  const inner = /^\{\{([^{}]*)\}\}$/.exec(typed.trim())?.[1];
  if (inner === undefined) return message('shape.filter.wrongDate');
  const read = readDate(inner);
  return isDate(read) ? undefined : read;
}

/** What was typed, in canonical form. `undefined`: it is no value of the type. */
export function readTyped(typed: string, type: ValueType | undefined): string | undefined {
  if (typed.includes('{{') && type !== 'text' && type !== undefined)
    return relativeProblem(typed) === undefined ? typed.trim() : undefined;
  switch (type) {
    case 'number':
      return readNumber(typed);
    case 'duration':
      return readDuration(typed);
    case 'boolean':
      return typed === 'true' || typed === 'false' ? typed : undefined;
    case 'date':
      return /^\d{4}-\d\d-\d\d$/.test(typed) ? typed : undefined;
    case 'datetime':
      return withSeconds(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z?$/.exec(typed)?.[0]);
    case 'time':
      return withSeconds(/^\d\d:\d\d(:\d\d(\.\d+)?)?$/.exec(typed)?.[0]);
    default:
      return typed;
  }
}

const withSeconds = (value: string | undefined): string | undefined =>
  value !== undefined && /(^|T)\d\d:\d\d$/.test(value) ? `${value}:00` : value;

/** A canonical value for an input of its type. */
export function typedText(value: string, type: ValueType | undefined, written: Formats = formats()): string {
  return type === 'number' ? value.replace('.', numberMarks(written).decimal) : value;
}
