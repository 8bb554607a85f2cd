/** A text with one layer of escapes decoded, and the origin of each character. */
export interface View {
  text: string;
  /** For each character its index in the original, followed by the original's length. */
  from: ArrayLike<number>;
}

/** Finds a secret in JSON in a URL in JSON. Deeper nesting does not occur. */
const mostLayers = 6;

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** `%XX`, `\uXXXX`, `\xXX`, `\n` and the like, `&amp;`, `&#39;`, `&#x27;`. */
const escaped =
  /%([0-9a-f]{2})|\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|([^ux]))|&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi;
/** Invisible characters are removed: zero-width characters, and the NUL beside each letter of UTF-16 text. */
const invisible = /(?:(?![\t\n\r])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}])+/gu;

const fromCode = (code: number): string => (code <= 0x10_ff_ff ? String.fromCodePoint(code) : '\ufffd');

/** The text itself, and its decoded forms, layer by layer. */
export function viewsOf(text: string): View[] {
  const views: View[] = [{ text, from: countTo(text.length) }];
  for (let layer = 0; layer < mostLayers; layer += 1) {
    const last = views[layer];
    const next = last && decodeOnce(last);
    if (next === undefined) break;
    views.push(next);
  }
  return views;
}

function countTo(length: number): Uint32Array {
  const numbers = new Uint32Array(length + 1);
  for (let index = 0; index <= length; index += 1) numbers[index] = index;
  return numbers;
}

function decodeOnce({ text, from }: View): View | undefined {
  // A layer alone, and first: it may part a backslash from what it escapes.
  invisible.lastIndex = 0;
  const pattern = invisible.test(text) ? invisible : escaped;
  if (pattern === escaped && !/[%\\&]/.test(text)) return undefined;
  const parts: string[] = [];
  const places = new Uint32Array(text.length + 1);
  let length = 0;
  const put = (piece: string, at: (offset: number) => number): void => {
    for (let offset = 0; offset < piece.length; offset += 1) places[length + offset] = from[at(offset)] ?? 0;
    length += piece.length;
    parts.push(piece);
  };
  let done = 0;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const { index } = match;
    const start = done;
    put(text.slice(start, index), (offset) => start + offset);
    if (match[1] === undefined) {
      put(plainOf(match), () => index);
      done = pattern.lastIndex;
    } else {
      const { characters, end } = percentEncoded(text, index);
      for (const { character, at } of characters) put(character, () => at);
      done = end;
      pattern.lastIndex = end;
    }
  }
  if (done === 0) return undefined;
  const rest = done;
  put(text.slice(rest), (offset) => rest + offset);
  places[length] = from[text.length] ?? 0;
  return { text: parts.join(''), from: places.subarray(0, length + 1) };
}

function plainOf([, , unicode, hex, single, decimal, hexadecimal, entity]: RegExpExecArray): string {
  if (unicode !== undefined) return String.fromCharCode(Number.parseInt(unicode, 16));
  if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
  if (single !== undefined) return escapes[single] ?? single;
  if (decimal !== undefined) return fromCode(Number(decimal));
  if (hexadecimal !== undefined) return fromCode(Number.parseInt(hexadecimal, 16));
  return entities[(entity ?? '').toLowerCase()] ?? '';
}

/** Decodes a run of `%XX` as UTF-8 if valid, otherwise byte by byte. */
function percentEncoded(text: string, start: number) {
  const bytes: number[] = [];
  let end = start;
  for (; text[end] === '%'; end += 3) {
    const digits = text.slice(end + 1, end + 3);
    if (!/^[0-9a-f]{2}$/i.test(digits)) break;
    bytes.push(Number.parseInt(digits, 16));
  }
  const characters: { character: string; at: number }[] = [];
  for (let index = 0; index < bytes.length; ) {
    const size = sizeOfCharacter(bytes, index);
    const encoded = Buffer.from(bytes.slice(index, index + size));
    const character = size === 1 ? String.fromCharCode(encoded[0] ?? 0) : encoded.toString('utf8');
    characters.push({ character, at: start + index * 3 });
    index += size;
  }
  return { characters, end };
}

/** RFC 3629 §3. A byte that does not start a complete character counts alone. */
function sizeOfCharacter(bytes: number[], index: number): number {
  const lead = bytes[index] ?? 0;
  const size = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 1;
  const rest = bytes.slice(index + 1, index + size);
  return rest.length === size - 1 && rest.every((byte) => (byte & 0xc0) === 0x80) ? size : 1;
}
