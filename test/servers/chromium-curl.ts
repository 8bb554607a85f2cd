/**
 * A word as Chromium's developer tools write it for a POSIX shell (*Copy as cURL (bash)*): plain quotes, or `$'…'` if it
 * holds a quote, `!` or control characters.
 */
export function posixQuoted(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that need escapes
  if (!/[\0-\x1F\x7F-\x9F!]|'/.test(text)) return `'${text}'`;
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "\\'")
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that need escapes
    .replace(/[\0-\x1F\x7F-\x9F!]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `$'${escaped}'`;
}

/** The same for `cmd.exe` (*Copy as cURL (cmd)*). */
export const cmdQuoted = (text: string): string =>
  `^"${text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replace(/[^a-zA-Z0-9\s_\-:=+~'/.',?;()*`]/g, '^$&')
    .replace(/%(?=[a-zA-Z0-9_])/g, '%^')
    .replace(/\r?\n/g, '^\n\n')}^"`;
