import type { ValueType } from '../../../../shared/shape/shape.ts';
import { readBoolean } from './booleans.ts';
import { readDate, readDateTime } from './dates.ts';
import { readDuration } from './durations.ts';
import { readNumber } from './numbers.ts';
import { readTime } from './times.ts';
import type { ReadValue } from './typed-value.ts';

/** Reads texts of the pattern. `undefined`: for text, which needs no reading, and for unknown patterns. */
export function readerOf(type: ValueType, pattern: string | undefined): ReadValue | undefined {
  if (pattern === undefined) return undefined;
  switch (type) {
    case 'number':
      return readNumber(pattern);
    case 'boolean':
      return readBoolean(pattern);
    case 'date':
      return readDate(pattern);
    case 'datetime':
      return readDateTime(pattern);
    case 'time':
      return readTime(pattern);
    case 'duration':
      return readDuration(pattern);
    default:
      return undefined;
  }
}

/** Reads values in canonical form, as filters have them. `undefined`: for text. */
export function canonicalReader(type: ValueType): ReadValue | undefined {
  if (type === 'duration') return readDuration('seconds');
  if (type === 'boolean') return readBoolean('true_false');
  if (type === 'time') return readTime('HH:mm');
  return readerOf(type, type === 'number' ? 'plain' : 'iso');
}
