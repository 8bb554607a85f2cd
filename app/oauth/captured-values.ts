import { valueAt } from '../shared/json-pointer.ts';
import { isSecureUrl } from '../shared/secure-url.ts';

/** Sources of a login's values: the callback's parameters and the parsed token response. */
export interface CaptureSources {
  callback?: Readonly<Record<string, string>> | undefined;
  response?: unknown;
}

const longest = 500;
/** One piece of a path or host, without characters that end a piece. */
const plain = /^[A-Za-z0-9_~-][A-Za-z0-9._~-]*$/;

/**
 * A value that may replace `{name}` in a URL: one plain piece (an ID, a region), or the start of a URL (https, or http
 * on this machine) without userinfo, query, fragment and final slash. Otherwise `undefined`: values from a service or a
 * callback must not turn a URL into another one.
 */
export function safeForUrl(value: unknown): string | undefined {
  const text = Number.isSafeInteger(value) ? String(value) : value;
  if (typeof text !== 'string' || text.length > longest) return undefined;
  if (plain.test(text)) return text.includes('..') ? undefined : text;
  // Check the text as written: the parser repairs what other parsers read differently (`https:/\host`, spaces, `@`).
  if (!/^https?:\/\/[^/?#@\\\s]+(\/[A-Za-z0-9._~%-]+)*\/?$/.test(text) || text.includes('..')) return undefined;
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  return isSecureUrl(url) ? `${url.origin}${url.pathname}`.replace(/\/$/, '') : undefined;
}

/**
 * Reads the values that a connection wants from a login. `wanted`: name → `callback:<parameter>` (QuickBooks:
 * `callback:realmId`) or `token:<JSON Pointer>` (Salesforce: `token:/instance_url`). Omits values that are missing or
 * unsafe in a URL (`safeForUrl`).
 */
export function captureValues(
  wanted: Readonly<Record<string, string>>,
  { callback = {}, response }: CaptureSources,
): Record<string, string> {
  const found = Object.entries(wanted).map(([name, source]): [string, string | undefined] => {
    const at = source.indexOf(':');
    const [from, place] = [source.slice(0, at), source.slice(at + 1)];
    if (from === 'callback') return [name, safeForUrl(Object.hasOwn(callback, place) ? callback[place] : undefined)];
    return [name, from === 'token' && place !== '' ? safeForUrl(valueAt(response, place)) : undefined];
  });
  return Object.fromEntries(found.filter((pair): pair is [string, string] => pair[1] !== undefined));
}

/** The values as part of a token set. Absent if nothing was captured. */
export function valuesOf(
  settings: { capturedValues: Readonly<Record<string, string>> },
  sources: CaptureSources,
): { values?: Record<string, string> } {
  const values = captureValues(settings.capturedValues, sources);
  return Object.keys(values).length === 0 ? {} : { values };
}
