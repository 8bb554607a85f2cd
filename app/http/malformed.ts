import { type Message, message } from '../shared/messages/message.ts';

/** The limit for all header fields of a response. Some services send more than the parser's default of 16 KiB. */
export const mostHeaderBytes = 128 * 1024;

const byCode: Readonly<Record<string, Message>> = {
  UND_ERR_HEADERS_OVERFLOW: message('http.malformed.longHeaders', { limit: mostHeaderBytes / 1024 }),
  // Also sent if there is a Transfer-Encoding. RFC 9112 §6.3 allows both reading such a response and treating it as an
  // attack.
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: message('http.malformed.wrongLength'),
  // undici relies on the parser to refuse a status below 100.
  ERR_ASSERTION: message('http.malformed.statusLine'),
};

/** llhttp's messages, for which undici has no codes. The first match counts. */
const byMessage: readonly [RegExp, Message][] = [
  [/bad upgrade/, message('http.malformed.otherProtocol')],
  [/bad response/, message('http.malformed.unaskedContinue')],
  [/\((?:Expected HTTP|Pause on PRI)/, message('http.malformed.otherServer')],
  [/\(.*(?:version|dot)/i, message('http.malformed.version')],
  [/\(.*(?:status|response line|start line)/i, message('http.malformed.statusLine')],
  [/\(.*chunk/i, message('http.malformed.chunks')],
  [/\(.*Content-Length/i, message('http.malformed.contentLength')],
  [/\(.*Transfer-Encoding/i, message('http.malformed.transferEncoding')],
  [/\(.*header/i, message('http.malformed.headerLine')],
];

/**
 * Why the HTTP parser refused a response (RFC 9112), as the end of a sentence. `undefined`: it did not. A body that
 * merely stops is not malformed.
 */
export function malformedReason({ name, code, message: words }: Record<string, unknown>): Message | undefined {
  const known = typeof code === 'string' && Object.hasOwn(byCode, code) ? byCode[code] : undefined;
  if (known !== undefined) return known;
  const text = typeof words === 'string' ? words : '';
  const isParser = name === 'HTTPParserError' && !/Invalid EOF state/.test(text);
  if (!isParser && code !== 'UND_ERR_SOCKET') return undefined;
  const found = byMessage.find(([pattern]) => pattern.test(text))?.[1];
  return found ?? (isParser ? message('http.malformed.rules') : undefined);
}
