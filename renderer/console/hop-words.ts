import type { HopSummary } from '../../app/console/hop.ts';
import { formats } from '../words/region.ts';

export type Kind = HopSummary['kind'];

/** What a request was made for, in a word. */
export const kindWords: Record<Kind, string> = {
  window: 'Login page',
  request_token: 'Request token',
  device: 'Device code',
  token: 'Token',
  refresh: 'Refresh',
  revoke: 'Revoke',
  introspect: 'Introspect',
  discovery: 'Discovery',
  account: 'Account',
  get: 'GET',
};

/** The choices above the list; a chip stands for the kinds that belong together. */
export const chips = ['login', 'token', 'refresh', 'get', 'errors'] as const;
export type Chip = (typeof chips)[number];
export const chipWords: Record<Chip, string> = {
  login: 'Login',
  token: 'Token',
  refresh: 'Refresh',
  get: 'GET',
  errors: 'Errors',
};
export const kindsOfChip: Record<Exclude<Chip, 'errors'>, readonly Kind[]> = {
  login: ['window', 'request_token', 'device', 'discovery', 'account'],
  token: ['token', 'revoke', 'introspect'],
  refresh: ['refresh'],
  get: ['get'],
};

/** Nothing came, or an answer that is no success. What the user cancelled did not fail. */
export const isFailed = (hop: Pick<HopSummary, 'error' | 'status'>): boolean =>
  (hop.error !== undefined && !hop.error.endsWith('.cancelled')) || (hop.status !== undefined && hop.status >= 400);

/** How it ended, short: the status, or the end of the error's code; a callback is caught before it gets an answer. */
export function resultOf(hop: Pick<HopSummary, 'error' | 'status' | 'kind'>): string {
  if (hop.status !== undefined) return String(hop.status);
  if (hop.error !== undefined) return hop.error.slice(hop.error.indexOf('.') + 1).replaceAll('_', ' ');
  return hop.kind === 'window' ? 'caught' : '–';
}

/** `2xx` … for its colour. */
export function resultTone(hop: Pick<HopSummary, 'error' | 'status'>): 'good' | 'moved' | 'bad' | 'none' {
  if (isFailed(hop)) return 'bad';
  if (hop.status === undefined) return 'none';
  return hop.status >= 300 ? 'moved' : 'good';
}

const clock = {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
  hour12: false,
} as const;
/** `12:04:31.204` */
export const clockTime = (time: number): string => formats().date(clock).format(time);

export interface ShortUrl {
  start: string;
  /** The last characters: what differs from row to row. Never cut. */
  end: string;
  hasQuery: boolean;
}

const endLength = 22;

/** Host and path, in two pieces so that the middle gives way where there is little room. */
export function shortUrl(url: string): ShortUrl {
  const [address = '', ...query] = url.split(/[?#]/);
  const text = address.replace(/^https?:\/\//, '');
  const hasQuery = query.join('') !== '';
  const isShort = text.length <= endLength * 2;
  return { start: isShort ? text : text.slice(0, -endLength), end: isShort ? '' : text.slice(-endLength), hasQuery };
}
