import { viewsOf } from '../console/mask/decoded.ts';

/** Shorter ones are words and numbers that every URL has. */
const shortest = 4;
/** Up to here a secret may be a word: it counts only where it stands alone. */
const longestWord = 8;
/** Each layer can be of any kind; the limit of characters usually ends the search before this one. */
const mostLayers = 6;
/** All layers together. A redirect's URL has at most 16 KiB, and nearly all of them are read whole within this. */
const mostCharacters = 4_000_000;

/**
 * Whether a text holds one of the secrets: as it is, or in any layer of percent encoding, form encoding, JSON escapes,
 * entities, Base64 (RFC 4648 §4, §5) and hex, within each other, in any case. A text with too many layers to read them
 * all counts as one that does.
 */
export function holdsSecret(text: string, secrets: readonly string[]): boolean {
  const tests = secrets.filter((secret) => secret.length >= shortest).flatMap(testsOf);
  if (tests.length === 0) return false;
  const seen = new Set<string>();
  let layer = [text];
  let read = 0;
  for (let depth = 0; depth <= mostLayers; depth += 1) {
    const next: string[] = [];
    for (const each of layer) {
      if (seen.has(each)) continue;
      seen.add(each);
      read += each.length;
      if (read > mostCharacters) return true;
      const plain = folded(each);
      if (tests.some((holds) => holds(plain))) return true;
      if (depth < mostLayers) next.push(...decodings(each));
    }
    layer = next;
  }
  return false;
}

/** Base64 and hex give bytes, which are compared one by one as characters. */
function testsOf(secret: string): ((plain: string) => boolean)[] {
  const bytes = Buffer.from(secret, 'utf8').toString('latin1');
  return [...new Set([secret, bytes].map(folded))].map((form) =>
    form.length > longestWord ? (plain) => plain.includes(form) : (plain) => standsAlone(form, plain),
  );
}

function standsAlone(word: string, text: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1))
    if (!/[a-z0-9]/.test(text.charAt(at - 1) + text.charAt(at + word.length))) return true;
  return false;
}

/** Form encoding writes a space as `+`: the two are one. */
const folded = (text: string): string => text.toLowerCase().replaceAll('+', ' ');

/** What the text may be when one layer is undone. A run may begin before what was encoded, so each offset is tried. */
function decodings(text: string): string[] {
  const [, unescaped] = viewsOf(text);
  return [
    ...(unescaped === undefined ? [] : [unescaped.text]),
    ...[0, 1, 2, 3].map((offset) => runsOf(text, /[\w+/-]{6,}/g, 'base64', offset)),
    ...[0, 1].map((offset) => runsOf(text, /[0-9a-f]{8,}/gi, 'hex', offset)),
  ].filter((each) => each !== '');
}

const runsOf = (text: string, run: RegExp, encoding: 'base64' | 'hex', offset: number): string =>
  Array.from(text.matchAll(run), ([found]) => Buffer.from(found.slice(offset), encoding).toString('latin1')).join('\n');
