import type { Connection } from '../../app/shared/connection/connection.ts';

/** The text around `{name}` in the service's URLs, so that the field shows what belongs in it. */
export interface Around {
  before: string;
  after: string;
}

const longest = 30;

/**
 * `https://{shop}.myshopify.com/admin/…` → `https://` and `.myshopify.com`; for a part of a path, only the text before
 * it. Pure.
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
 * The variable's value in typed or pasted text: `acme.myshopify.com` and the shop's whole URL both mean `acme`. Other text
 * stays unchanged. Pure.
 */
export function plainValue(typed: string, texts: readonly string[], name: string): string {
  const text = typed.trim();
  const mark = `{${name}}`;
  for (const template of texts.filter((each) => each.includes(mark)).map(bare)) {
    const { host, path } = split(template);
    const value = host.includes(mark) ? inHost(text, host, mark) : inPath(text, host, path, mark);
    if (value !== undefined) return value;
  }
  return text;
}

/** All variables of a draft, normalized. Pure. */
export const plainVariables = (draft: Connection): Record<string, string> =>
  Object.fromEntries(
    Object.entries(draft.variables).map(([name, value]) => [name, plainValue(value, textsWith(draft), name)]),
  );

/** Where a draft may hold `{name}`. */
export const textsWith = (draft: Connection): string[] => [
  draft.requestUrl,
  draft.authorizationUrl,
  draft.deviceAuthorizationUrl,
  draft.accessTokenUrl,
  draft.issuer,
  draft.accountUrl,
  ...draft.hosts,
];

function inHost(text: string, host: string, mark: string): string | undefined {
  const [before = '', after = ''] = host.split(mark);
  const isWhole = /^https?:\/\//i.test(text) || after !== '';
  // Other variables next to it are unknown too.
  if (!isWhole || /[{}]/.test(before + after)) return undefined;
  const given = split(bare(text)).host;
  const lower = given.toLowerCase();
  if (!lower.startsWith(before.toLowerCase()) || !lower.endsWith(after.toLowerCase())) return undefined;
  const value = given.slice(before.length, given.length - after.length);
  return value === '' ? undefined : value;
}

/** In a path it is one segment of a URL at the same host. */
function inPath(text: string, host: string, path: string, mark: string): string | undefined {
  const given = split(bare(text));
  if (given.path === '' || given.host.toLowerCase() !== host.toLowerCase()) return undefined;
  const at = path.split('/').indexOf(mark);
  const value = given.path.split('/')[at];
  return at === -1 || value === undefined || value === '' ? undefined : value;
}

const bare = (url: string): string => url.replace(/^https?:\/\//i, '').replace(/[?#].*$/s, '');

function split(text: string): { host: string; path: string } {
  const slash = text.indexOf('/');
  return slash === -1 ? { host: text, path: '' } : { host: text.slice(0, slash), path: text.slice(slash) };
}
