/** Whether a command was written for Windows' `cmd.exe`, as browsers copy it: carets escape its first quote, or join lines. */
export const isForCmd = (text: string): boolean => /^[^'"]*\^(?:"|\r?\n)/.test(text);

/**
 * The words of a command for `cmd.exe` with `^"…^"`, as Chromium's developer tools write it. A caret escapes the next
 * character and joins lines; then the rules of the C runtime hold: `\"` is a quote, `\\` before a quote a backslash.
 * `undefined`: a quotation does not end.
 */
export function cmdWords(text: string): string[] | undefined {
  // A line end inside an argument is written `^` and two line ends.
  const plain = text
    .replace(/\^\r?\n\r?\n/g, '\u0000')
    .replace(/[ \t]*\^\r?\n/g, ' ')
    .replace(/\^(.)/gs, '$1');
  const [command = ''] = plain.split(/[\r\n]/);
  const words: string[] = [];
  let rest = command.trimStart();
  while (rest !== '') {
    const [whole, quoted, bare] = /^(?:"((?:[^"\\]|\\.)*)"|([^\s"]+))/s.exec(rest) ?? [];
    if (whole === undefined) return undefined;
    words.push((quoted ?? bare ?? '').replace(/\\(["\\])/g, '$1').replaceAll('\u0000', '\n'));
    rest = rest.slice(whole.length).trimStart();
  }
  return words;
}
