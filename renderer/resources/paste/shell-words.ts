/**
 * The words of a POSIX shell command (XCU §2.2), with `$'…'` of bash, as browsers write it. Expands nothing. Stops at the
 * end of the command (`|`, `;`, `&`, `>`, a line end). `undefined`: a quotation does not end.
 */
export function shellWords(text: string): string[] | undefined {
  const words: string[] = [];
  let word: string | undefined;
  let at = 0;
  const add = (part: string): void => {
    word = (word ?? '') + part;
  };
  while (at < text.length) {
    const rest = text.slice(at);
    const [found, end] = readPart(rest);
    if (found === 'unfinished') return undefined;
    if (found === 'end') break;
    at += end;
    if (found === 'space') {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else add(found.text);
  }
  if (word !== undefined) words.push(word);
  return words;
}

type Part = { text: string } | 'space' | 'end' | 'unfinished';

/** The first part of `rest`, and its length. */
function readPart(rest: string): [Part, number] {
  // A backslash joins two lines. Some editors leave spaces behind it.
  const joined = /^\\[ \t]*\r?\n/.exec(rest);
  if (joined) return ['space', joined[0].length];
  const space = /^[ \t]+/.exec(rest);
  if (space) return ['space', space[0].length];
  if (/^(?:[\r\n;|>]|&)/.test(rest)) return ['end', 0];
  if (rest.startsWith("$'")) return ansiC(rest);
  if (rest.startsWith("'")) {
    const close = rest.indexOf("'", 1);
    return close === -1 ? ['unfinished', 0] : [{ text: rest.slice(1, close) }, close + 1];
  }
  if (rest.startsWith('"')) return doubleQuoted(rest);
  if (rest.startsWith('\\')) return [{ text: rest.slice(1, 2) }, 2];
  const plain = /^[^\s'"\\;|>&$]+|^\$/.exec(rest)?.[0] ?? rest.slice(0, 1);
  return [{ text: plain }, plain.length];
}

/** §2.2.3: a backslash keeps its meaning only before `$`, a backquote, `"`, itself and a line end. */
function doubleQuoted(rest: string): [Part, number] {
  const [whole, inner = ''] = /^"((?:[^"\\]|\\.)*)"/s.exec(rest) ?? [];
  if (whole === undefined) return ['unfinished', 0];
  const text = inner.replace(/\\([$`"\\\n])/g, (_, escaped: string) => (escaped === '\n' ? '' : escaped));
  return [{ text }, whole.length];
}

const escapes: Record<string, string> = {
  a: '\x07',
  b: '\b',
  e: '\x1b',
  E: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** ANSI-C quoting (bash manual, §3.1.2.4). */
function ansiC(rest: string): [Part, number] {
  const [whole, inner = ''] = /^\$'((?:[^'\\]|\\.)*)'/s.exec(rest) ?? [];
  if (whole === undefined) return ['unfinished', 0];
  const text = inner.replace(
    /\\(?:x([0-9a-f]{1,2})|u([0-9a-f]{1,4})|U([0-9a-f]{1,8})|([0-7]{1,3})|(.))/gis,
    (written, byte?: string, short?: string, long?: string, octal?: string, letter?: string) => {
      if (letter === undefined) {
        const code = octal === undefined ? Number.parseInt(byte ?? short ?? long ?? '', 16) : Number.parseInt(octal, 8);
        return code <= 0x10ffff ? String.fromCodePoint(code) : written;
      }
      return escapes[letter] ?? (/["'?\\]/.test(letter) ? letter : written);
    },
  );
  return [{ text }, whole.length];
}
