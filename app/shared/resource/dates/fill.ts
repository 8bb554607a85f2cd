import { valueInUrl } from '../../connection/fill-values.ts';
import { RequestError } from '../../errors.ts';
import { message } from '../../messages/message.ts';
import { type DateClock, dateText } from './evaluate.ts';
import { writeSegments } from './templates.ts';

/** A text with its relative dates written out. Throws RequestError `resource.invalid`. */
export const fillDates = (text: string, clock: DateClock): string =>
  writeSegments(text, { text: (raw) => raw, date: (inner) => dateText(inner, clock), braces: '{{' });

/**
 * A URL with its relative dates written out and encoded. Like other values, a date changes only its own place. Throws
 * RequestError `resource.invalid`.
 */
export const fillUrlDates = (url: string, clock: DateClock): string =>
  writeSegments(url, {
    text: (raw) => raw,
    date: (inner, before, after) => {
      const written = before === '' ? undefined : valueInUrl(dateText(inner, clock), before, after);
      if (written !== undefined) return written;
      throw new RequestError('resource.invalid', message('fields.date.place', { typed: `{{${inner}}}` }), {
        details: { field: 'url' },
      });
    },
    braces: '%7B%7B',
  });
