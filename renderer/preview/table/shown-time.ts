import type { DisplayFormat } from '../../../app/shared/shape/shape.ts';
import type { Formats } from '../../common/region.ts';

type DateStyle = DisplayFormat['dateStyle'];

const isDay = /^\d{4}-\d\d-\d\d$/;
const isZoned = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/;

/**
 * Formats canonical dates and times (`cell.value`) for a region. A time with a zone is shown in the user's; one without
 * stays on its clock. `iso`: as it is. What is no date stays as it came.
 */
export function createShownTime(written: Formats) {
  const at = (time: number, value: string, options: Intl.DateTimeFormatOptions): string =>
    Number.isNaN(time) ? value : written.date(options).format(time);
  const dateTime = (value: string, style: DateStyle = 'medium'): string => {
    if (style === 'iso') return value.replace('T', ' ');
    const timeStyle = style === 'short' ? 'short' : 'medium';
    if (value.endsWith('Z')) return at(Date.parse(value), value, { dateStyle: style, timeStyle });
    return at(Date.parse(`${value}Z`), value, { dateStyle: style, timeStyle, timeZone: 'UTC' });
  };
  return {
    /** `2026-11-30` */
    date: (value: string, style: DateStyle = 'medium'): string =>
      style === 'iso' || !isDay.test(value)
        ? value
        : at(Date.parse(value), value, { dateStyle: style, timeZone: 'UTC' }),
    /** `2026-11-30T12:00:00.5`, with `Z` or without */
    dateTime,
    /** `12:30:00` */
    time: (value: string, style: DateStyle = 'medium'): string => {
      if (style === 'iso') return value;
      const isShort = style === 'short' || value.endsWith(':00');
      return at(Date.parse(`1970-01-01T${value}Z`), value, {
        timeStyle: isShort ? 'short' : 'medium',
        timeZone: 'UTC',
      });
    },
    /** Seconds, as hours, minutes and seconds: `26:03:04.5`. `point`: the region's decimal mark. */
    duration: (value: string, point: string): string => {
      const [, sign = '', digits = '', fraction = ''] = /^(-?)(\d{1,15})(?:\.(\d+))?$/.exec(value) ?? [];
      if (digits === '') return value;
      const seconds = Number(digits);
      const two = (part: number) => String(part).padStart(2, '0');
      const rest = fraction === '' ? '' : `${point}${fraction}`;
      return `${sign}${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}${rest}`;
    },
    /** A text of an unknown type. */
    guessed: (value: string): string => {
      if (value.length < 10 || value.length > 35) return value;
      if (isDay.test(value)) return at(Date.parse(value), value, { dateStyle: 'medium', timeZone: 'UTC' });
      if (!isZoned.test(value)) return value;
      return at(Date.parse(value), value, { dateStyle: 'medium', timeStyle: 'medium' });
    },
  };
}
