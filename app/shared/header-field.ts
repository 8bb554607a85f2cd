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
export function headerFieldProblem(name: string, value: string): string | undefined {
  // RFC 9110 §5.6.2
  if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name)) return 'A header name may contain only letters, digits and hyphens.';
  if (reserved.has(name.toLowerCase())) return `Tokenboard sets ${name} itself.`;
  if (!isHeaderValue(value)) return 'The value contains a character that headers must not contain.';
  return undefined;
}

/** RFC 9110 §5.5. Refuses what undici and node refuse, above all line breaks. */
export const isHeaderValue = (value: string): boolean => !/[^\t\x20-\x7e\x80-\xff]/.test(value);
