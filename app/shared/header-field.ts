/** Headers that belong to the request itself: a value of one's own would break it, or send it to another host. */
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

/** What is wrong with a header that a person gave; pure, so that it can be asked as one types. */
export function headerFieldProblem(name: string, value: string): string | undefined {
  // RFC 9110 §5.6.2
  if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name)) return 'A header name may contain only letters, digits and hyphens.';
  if (reserved.has(name.toLowerCase())) return `Tokenboard sets ${name} itself.`;
  if (!isHeaderValue(value)) return 'The value contains a character that headers must not contain.';
  return undefined;
}

/** RFC 9110 §5.5: what undici and node refuse too, a line break above all. */
export const isHeaderValue = (value: string): boolean => !/[^\t\x20-\x7e\x80-\xff]/.test(value);
