import type { DataFormat } from '../../resource.ts';

/** Cells of one line of CSV. The parser holds all of them at once. */
const mostCellsInLine = 100_000;
/** Elements and attributes of XML. The parser makes an object of each: 3 million take 1.5 GB and 8 s. */
const mostMarkup = 3_000_000;

const delimiters = new Uint8Array(256);
for (const character of ',;\t|') delimiters[character.charCodeAt(0)] = 1;

/** Why a body must not reach its parser, whose memory would have no bound; `undefined`: it may. `bytes`: UTF-8. */
export function findTooComplex(format: DataFormat, bytes: Uint8Array): { message: string; line?: number } | undefined {
  if (format === 'csv') {
    const line = findCrowdedLine(bytes);
    if (line === undefined) return undefined;
    return { message: 'This line has over 100,000 cells, too many for a table. You can still read the text.', line };
  }
  if (format === 'xml' && hasMoreMarkup(bytes))
    return { message: 'This XML has over 3 million elements, too many for a table. You can still read the text.' };
  return undefined;
}

function findCrowdedLine(bytes: Uint8Array): number | undefined {
  let line = 1;
  let cells = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number; // at < length
    if (byte === 10 || byte === 13) {
      if (byte === 10 || bytes[at + 1] !== 10) line++;
      cells = 0;
    } else if (delimiters[byte] === 1 && ++cells > mostCellsInLine) return line;
  }
  return undefined;
}

/** Counts tags that open an element, and equals signs inside of them. */
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
