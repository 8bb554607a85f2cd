import { viewsOf } from '../console/mask/decoded.ts';
import { looksRandom } from '../shared/secret-names.ts';

/** Shorter secrets are words and numbers that every URL contains. */
const shortest = 4;
/** Up to this length a secret may be a word, so it counts only if it stands alone. */
const longestWord = 8;
/** Each layer can be of any kind. The limit of characters usually ends the search first. */
const mostLayers = 6;
/**
 * For all layers together. A redirect's URL has at most 16 KiB, and this is enough to decode nearly all of them
 * completely.
 */
const mostCharacters = 4_000_000;

/**
 * Whether a text contains one of the secrets: plain, or under any layers of percent encoding, form encoding, JSON
 * escapes, entities, Base64 (RFC 4648 §4, §5, also in lines as in RFC 2045 §6.8) and hex, in any case. Half of a token
 * counts as the token. A text with too many layers to decode counts as containing a secret.
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

/** Like `holdsSecret`, for a secret that is split over several parts of a URL. */
export function holdsSecretInParts({ pathname, searchParams }: URL, secrets: readonly string[]): boolean {
  const long = secrets.filter((secret) => secret.length > longestWord);
  const path = pathname.split('/');
  const values = [...searchParams.values()];
  return [path, values, [...path, ...values]].some((parts) => parts.length > 1 && holdsSecret(parts.join(''), long));
}

/** Base64 and hex decode to bytes, which are compared one by one as characters. */
function testsOf(secret: string): ((plain: string) => boolean)[] {
  const bytes = Buffer.from(secret, 'utf8').toString('latin1');
  // Half of a password may be a word that occurs in the URL anyway. Half of a token never occurs by chance.
  const isToken = looksRandom(secret);
  return [...new Set([secret, bytes].map(folded))].map((form) => {
    if (form.length <= longestWord) return (plain) => standsAlone(form, plain);
    return isToken ? halfOf(form) : (plain) => plain.includes(form);
  });
}

/** Whether a text contains at least half of the token in one piece. */
function halfOf(token: string): (plain: string) => boolean {
  const half = Math.ceil(token.length / 2);
  // Every half contains one of these pieces completely.
  const size = Math.floor((half + 1) / 2);
  const starts = Array.from({ length: Math.floor(token.length / size) }, (_, index) => index * size);
  return (plain) =>
    starts.some((start) => {
      const needle = token.slice(start, start + size);
      for (let at = plain.indexOf(needle); at !== -1; at = plain.indexOf(needle, at + 1)) {
        let before = 0;
        while (before < start && plain[at - before - 1] === token[start - before - 1]) before += 1;
        let end = size;
        while (start + end < token.length && plain[at + end] === token[start + end]) end += 1;
        if (before + end >= half) return true;
      }
      return false;
    });
}

function standsAlone(word: string, text: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1))
    if (!/[a-z0-9]/.test(text.charAt(at - 1) + text.charAt(at + word.length))) return true;
  return false;
}

/** Form encoding writes a space as `+`: treat both as equal. */
const folded = (text: string): string => text.toLowerCase().replaceAll('+', ' ');

/** The results of decoding one layer. A run may start before the encoded part, so try each offset. */
function decodings(text: string): string[] {
  const [, unescaped] = viewsOf(text);
  // Base64 may be split into lines, and form decoding turns its plus signs into spaces.
  const inOneLine = text.replace(/[\r\n\t]+/g, '').replaceAll(' ', '+');
  return [
    ...(unescaped === undefined ? [] : [unescaped.text]),
    ...[0, 1, 2, 3].map((offset) => runsOf(inOneLine, /[\w+/-]{6,}/g, 'base64', offset)),
    ...[0, 1].map((offset) => runsOf(inOneLine, /[0-9a-f]{8,}/gi, 'hex', offset)),
  ].filter((each) => each !== '');
}

const runsOf = (text: string, run: RegExp, encoding: 'base64' | 'hex', offset: number): string =>
  Array.from(text.matchAll(run), ([found]) => Buffer.from(found.slice(offset), encoding).toString('latin1')).join('\n');
