/** The limit for all header fields of a response. Some services send more than the parser's default of 16 KiB. */
export const mostHeaderBytes = 128 * 1024;

const byCode: Readonly<Record<string, string>> = {
  UND_ERR_HEADERS_OVERFLOW: `its headers are longer than ${mostHeaderBytes / 1024} KiB`,
  // Also sent if there is a Transfer-Encoding. RFC 9112 §6.3 allows both reading such a response and treating it as an
  // attack.
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'its Content-Length contradicts its body or another header',
  // undici relies on the parser to refuse a status below 100.
  ERR_ASSERTION: 'its status line cannot be read',
};

/** llhttp's messages, for which undici has no codes. The first match counts. */
const byMessage: readonly [RegExp, string][] = [
  [/bad upgrade/, 'it switched to another protocol (status 101)'],
  [/bad response/, 'it sent status 100, which nobody asked for'],
  [/\((?:Expected HTTP|Pause on PRI)/, 'it does not begin as HTTP does, so another kind of server may listen there'],
  [/\(.*(?:version|dot)/i, 'its HTTP version is unknown'],
  [/\(.*(?:status|response line|start line)/i, 'its status line cannot be read'],
  [/\(.*chunk/i, 'its chunks cannot be read'],
  [/\(.*Content-Length/i, 'its Content-Length cannot be read, or contradicts another header'],
  [/\(.*Transfer-Encoding/i, 'its Transfer-Encoding cannot be read'],
  [/\(.*header/i, 'one of its header lines cannot be read'],
];

/**
 * Why the HTTP parser refused a response (RFC 9112). `undefined`: it did not. A body that merely stops is not
 * malformed.
 */
export function malformedReason({ name, code, message }: Record<string, unknown>): string | undefined {
  const known = typeof code === 'string' && Object.hasOwn(byCode, code) ? byCode[code] : undefined;
  if (known !== undefined) return known;
  const text = typeof message === 'string' ? message : '';
  const isParser = name === 'HTTPParserError' && !text.includes('Invalid EOF state');
  if (!isParser && code !== 'UND_ERR_SOCKET') return undefined;
  const found = byMessage.find(([pattern]) => pattern.test(text))?.[1];
  return found ?? (isParser ? 'it does not follow the rules of HTTP' : undefined);
}
