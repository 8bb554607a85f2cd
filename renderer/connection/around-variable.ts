/** What stands around `{name}` in the service's URLs, so that the field shows what belongs in it. */
export interface Around {
  before: string;
  after: string;
}

const longest = 30;

/**
 * `https://{shop}.myshopify.com/admin/…` → `https://` and `.myshopify.com`; for a part of a path, what leads to it and
 * no more. Pure.
 */
export function aroundVariable(texts: readonly string[], name: string): Around {
  const mark = `{${name}}`;
  const text = texts.find((each) => each.includes(mark));
  if (text === undefined) return { before: '', after: '' };
  const at = text.indexOf(mark);
  const before = text.slice(0, at);
  const inHost = !before.replace(/^https?:\/\//i, '').includes('/');
  const after = inHost ? (/^[^/?#]*/.exec(text.slice(at + mark.length))?.[0] ?? '') : '';
  const lead = inHost ? before : before.replace(/^https?:\/\//i, '');
  return { before: short(lead, true), after: short(after, false) };
}

function short(text: string, fromEnd: boolean): string {
  if (text.length <= longest) return text;
  return fromEnd ? `…${text.slice(-longest)}` : `${text.slice(0, longest)}…`;
}

/**
 * The value in what somebody pasted: the whole address of their shop holds the name that is meant. Text that does not
 * look like it stays. Pure.
 */
export function valueInPasted(pasted: string, texts: readonly string[], name: string): string {
  const text = pasted.trim();
  const mark = `{${name}}`;
  const template = texts.find((each) => each.includes(mark));
  if (template === undefined) return text;
  const host = hostOf(template);
  if (!host.includes(mark)) return text;
  const [before = '', after = ''] = host.split(mark);
  const given = hostOf(text);
  const isWhole = /^https?:\/\//i.test(text) || (after !== '' && given.endsWith(after));
  if (!isWhole || !given.startsWith(before) || !given.endsWith(after)) return text;
  const value = given.slice(before.length, given.length - after.length);
  return value === '' ? text : value;
}

const hostOf = (url: string): string => url.replace(/^https?:\/\//i, '').replace(/[/?#].*$/s, '');
