import { type Message, message } from '../../../../shared/messages/message.ts';

/** The most elements and attributes. The parser creates an object for each: 3 million take 1.5 GB and 8 s. */
const mostMarkup = 3_000_000;

/** Why XML must not reach its parser, whose memory would be unlimited. `undefined`: it may. `bytes`: UTF-8. */
export function findTooComplex(bytes: Uint8Array): { message: Message } | undefined {
  if (!hasMoreMarkup(bytes)) return undefined;
  return { message: message('preview.xml.tooComplex') };
}

/** Counts opening tags, and the equals signs inside them. */
function hasMoreMarkup(bytes: Uint8Array): boolean {
  let count = 0;
  let inside = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number; // at < length
    if (byte === 0x3c && bytes[at + 1] !== 0x2f) {
      inside = true;
      count++;
    } else if (byte === 0x3e) inside = false;
    else if (byte === 0x3d && inside) count++;
    if (count > mostMarkup) return true;
  }
  return false;
}
