import { type Message, message } from '../../messages/message.ts';
import { isDate, readDate } from './grammar.ts';
import { segmentsOf } from './templates.ts';

/** What is wrong with the first `{{…}}` that is not a relative date. */
export function datesProblem(text: string): Message | undefined {
  if (!text.includes('{{')) return undefined;
  for (const segment of segmentsOf(text)) {
    if (segment.kind === 'unclosed') return message('fields.date.unclosed', { open: '{{', close: '}}' });
    const read = segment.kind === 'date' ? readDate(segment.inner) : undefined;
    if (read !== undefined && !isDate(read)) return read;
  }
  return undefined;
}

/** Whether this computer knows the time zone. */
export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
