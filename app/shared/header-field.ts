import { type Message, message } from './messages/message.ts';

/** Headers that the request sets itself: a custom value would break it, or send it to another host. */
const reserved = new Set([
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'keep-alive',
  'upgrade',
  'te',
  'trailer',
  'expect',
]);

/** What is wrong with a header that the user entered. Pure, so that the dialog can check while the user types. */
export function headerFieldProblem(name: string, value: string): Message | undefined {
  // RFC 9110 §5.6.2
  if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name)) return message('fields.header.name');
  if (reserved.has(name.toLowerCase())) return message('fields.setByTokenboard', { name });
  if (!isHeaderValue(value)) return message('fields.header.value');
  return undefined;
}

/** RFC 9110 §5.5. Refuses what undici and node refuse, above all line breaks. */
export const isHeaderValue = (value: string): boolean => !/[^\t\x20-\x7e\x80-\xff]/.test(value);
