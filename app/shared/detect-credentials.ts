import { isSecretHeader, isSecretName, looksRandom, plainName } from './secret-names.ts';

/** What looks like a credential in a typed URL. */
export type UrlCredential =
  | { place: 'query' | 'fragment'; name: string; value: string }
  | { place: 'path'; value: string }
  /** RFC 3986 §3.2.1: `user:password@` before the host. */
  | { place: 'userinfo'; username: string; password: string }
  /** A cURL command or a header, pasted where a URL belongs. */
  | { place: 'text' };

/** Nobody sends userinfo, and a command is not a URL: neither may be stored in clear. */
export const canBeOpen = ({ place }: { place: string }): boolean => place !== 'userinfo' && place !== 'text';

/** The parts of a typed URL, which may contain `{name}` and need not be valid yet. */
export interface TypedUrl {
  scheme: string;
  userinfo: string | undefined;
  /** Host and path. */
  path: string;
  query: string | undefined;
  fragment: string | undefined;
}

export function splitTypedUrl(text: string): TypedUrl {
  const [, scheme = '', userinfo, path = '', query, fragment] =
    /^([a-z][a-z0-9+.-]*:\/\/)?(?:([^/?#@\s]*)@)?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/is.exec(text) ?? [];
  return { scheme, userinfo, path, query, fragment };
}

export const joinTypedUrl = ({ scheme, userinfo, path, query, fragment }: TypedUrl): string =>
  `${scheme}${userinfo === undefined ? '' : `${userinfo}@`}${path}${query === undefined ? '' : `?${query}`}${fragment === undefined ? '' : `#${fragment}`}`;

/** Decodes `name=value` of a query or a fragment. */
export function readPair(pair: string): { name: string; value: string } {
  const [[name, value] = ['', '']] = new URLSearchParams(pair);
  return { name, value };
}

/** A query or a fragment with one value replaced and the rest unchanged. */
export const replacePair = (part: string, { name, value }: { name: string; value: string }, other: string): string =>
  part
    .split('&')
    .map((pair) => {
      const read = readPair(pair);
      return read.name === name && read.value === value ? `${pair.slice(0, pair.indexOf('='))}=${other}` : pair;
    })
    .join('&');

/** PowerShell, HTTPie and wget take headers on the command line, too. */
const command = /^\s*(?:[$>]\s*)?(?:curl|wget|https?|xh|xhs|invoke-(?:restmethod|webrequest)|iwr|irm)(?:\.exe)?\s+\S/i;
const headerInText = /(?:^|[\s"'])(?:(?:proxy-)?authorization|cookie|x-[a-z-]*(?:key|token))\s*:|\bbearer\s+\S{8}/i;

/** The credentials of a URL, in their order. Pure. */
export function credentialsInUrl(text: string): UrlCredential[] {
  if (command.test(text) || headerInText.test(text)) return [{ place: 'text' }];
  const { userinfo, path, query = '', fragment = '' } = splitTypedUrl(text);
  const found: UrlCredential[] = [];
  if (userinfo !== undefined && userinfo !== '' && !isFilledIn(userinfo)) {
    const [username = '', ...password] = userinfo.split(':').map(decoded);
    found.push({ place: 'userinfo', username, password: password.join(':') });
  }
  for (const segment of path.split('/')) if (isToken(decoded(segment))) found.push({ place: 'path', value: segment });
  for (const [place, part] of [['query', query] as const, ['fragment', fragment] as const])
    for (const pair of part.split('&')) {
      const { name, value } = readPair(pair);
      if (isCredentialParameter(name, value)) found.push({ place, name, value });
    }
  return found;
}

/** Whether a header is a credential, by its name or its value. `{name}` placeholders are not. */
export const isCredentialHeader = (name: string, value: string): boolean =>
  value.trim() !== '' && !isFilledIn(value) && (isSecretHeader(name.trim()) || isToken(value));

/** Whether a parameter of a URL or a form is a credential. */
export const isCredentialParameter = (name: string, value: string): boolean =>
  value !== '' && !isFilledIn(value) && isCredential(name, value);

/** Whether a user name is a key, as with Stripe, Toggl and others. Addresses and words are not. */
export const isCredentialUsername = (username: string): boolean =>
  !isFilledIn(username) && (isToken(username) || looksRandom(username));

/** `{name}` stands for a value stored elsewhere, `{{now:unix}}` for a date. */
const isFilledIn = (value: string): boolean => /^(?:\{\w+\}|\{\{[^{}]*\}\})$/.test(value);

function isCredential(name: string, value: string): boolean {
  if (isToken(value)) return true;
  const plain = plainName(name);
  if (pageMark.test(plain)) return false;
  return isSecretName(name) || (doubtful.has(plain) && looksRandom(value, 12));
}

/** A position in a list, which many APIs call a token. */
const pageMark = /^(?:next|page|nextpage|pagination|continuation|sync|cursor|delta|resume|skip|start)token$/;
/** Names that often hold an issue key or an order code. They count as secrets only if the value looks like one. */
const doubtful = new Set('key auth pass pin sid session ticket code appid clientkey user'.split(' '));

/** Recognizable formats: a JWT, and tokens with the prefixes of known services. */
export const isToken = (value: string): boolean =>
  /^(?:bearer|basic)\s+\S{8,}/i.test(value) ||
  /^eyJ[\w-]{8,}\.[\w-]{8,}/.test(value) ||
  /^(?:gh[pousr]_|github_pat_|glpat-|[sr]k_(?:live|test)_|xox[abeprs]-|AIza|ya29\.|shp(?:at|ca|pa|ss)_|SG\.|dop_v1_|pat[A-Za-z0-9]{14}\.)[\w.-]{10,}/.test(
    value,
  ) ||
  // Telegram: `bot<id>:<token>` in the path.
  /^bot\d{6,}:[\w-]{30,}$/.test(value);

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
