/**
 * Control characters (C0, C1), bidirectional and invisible formatting, byte order marks, line separators and tag
 * characters. Users need none of them, and some make one text look like another (row 36).
 */
const unsafe =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\u{e0000}|[\u{e0001}-\u{e007f}]/gu;
const loneSurrogates = /\p{Surrogate}/gu;

/** A server's text, safe to show: one line, at most `limit` characters, nothing invisible (row 36). */
export function safeText(text: string, limit = 600): string {
  // Cut first: a server may send a megabyte, but only the start is shown.
  const start = text.slice(0, limit * 4).replace(loneSurrogates, '\ufffd');
  const clean = start
    .replace(unsafe, (character) => (/[\t-\r\u2028\u2029]/.test(character) ? ' ' : ''))
    .replace(/\s+/g, ' ')
    .trim();
  const characters = [...clean];
  if (characters.length <= limit && text.length <= limit * 4) return clean;
  return `${characters.slice(0, limit - 1).join('')}…`;
}

/** For `error_uri` and similar links: returns an https link without userinfo, otherwise nothing (row 36). */
export function safeHttpsLink(text: string | undefined): string | undefined {
  if (text === undefined || text.length > 2000) return undefined;
  try {
    const url = new URL(text);
    return url.protocol === 'https:' && url.username === '' && url.password === '' ? url.href : undefined;
  } catch {
    return undefined;
  }
}
