import type { ErrorCode } from '../../app/shared/error-codes.ts';
import type { ExchangeSummary } from '../../app/shared/exchange.ts';
import { formats } from '../common/region.ts';
import { text } from '../messages/text.ts';

export type Kind = ExchangeSummary['kind'];

/** The choices above the list; a chip stands for the kinds that belong together. */
export const chips = ['login', 'token', 'refresh', 'get', 'peaka', 'feed', 'errors'] as const;
export type Chip = (typeof chips)[number];
export const chipOfKind: Record<Kind, Exclude<Chip, 'errors'>> = {
  window: 'login',
  request_token: 'login',
  device: 'login',
  discovery: 'login',
  account: 'login',
  token: 'token',
  revoke: 'token',
  introspect: 'token',
  refresh: 'refresh',
  get: 'get',
  peaka: 'peaka',
  feed: 'feed',
  push: 'feed',
};

/** No response, or one without success. A request that the user cancelled did not fail. */
export const isFailed = (exchange: Pick<ExchangeSummary, 'error' | 'status'>): boolean =>
  (exchange.error !== undefined && !exchange.error.endsWith('.cancelled')) ||
  (exchange.status !== undefined && exchange.status >= 400);

type CodeWithWord = Extract<ErrorCode, `http.${string}`> | (typeof loginPageCodes)[number];
/** The failures of a page in a login window. */
const loginPageCodes = ['window.certificate_refused', 'window.load_failed'] as const;
const hasWord = (code: ErrorCode): code is CodeWithWord =>
  code.startsWith('http.') || loginPageCodes.some((each) => each === code);

/** The longest title of an error that the column of results shows without cutting much of it, in characters. */
const longestTitle = 22;

function wordOf(code: ErrorCode): string {
  if (hasWord(code)) return text(`console.result.${code}`);
  const title = text(`advice.${code}.title`);
  return title.length <= longestTitle ? title : text('console.failed');
}

/** The result in short: the status, or why there is none. A callback is caught before it gets a response. */
export function resultOf({ error, status, kind }: Pick<ExchangeSummary, 'error' | 'status' | 'kind'>): string {
  if (status !== undefined) return String(status);
  if (error === undefined) return kind === 'window' ? text('console.result.caught') : '–';
  return wordOf(error);
}

/** What explains the result: the error's title in full and its code. `undefined` if nothing failed. */
export const resultTip = ({ error }: Pick<ExchangeSummary, 'error'>): string | undefined =>
  error && `${text(`advice.${error}.title`)} (${error})`;

/** `2xx` … for its colour. */
export function resultTone(exchange: Pick<ExchangeSummary, 'error' | 'status'>): 'good' | 'moved' | 'bad' | 'none' {
  if (isFailed(exchange)) return 'bad';
  if (exchange.status === undefined) return 'none';
  return exchange.status >= 300 ? 'moved' : 'good';
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

/** Host and path, in two pieces so that the middle is cut if there is little room. */
export function shortUrl(url: string): ShortUrl {
  const [address = '', ...query] = url.split(/[?#]/);
  const text = address.replace(/^https?:\/\//, '');
  const hasQuery = query.join('') !== '';
  const isShort = text.length <= endLength * 2;
  return { start: isShort ? text : text.slice(0, -endLength), end: isShort ? '' : text.slice(-endLength), hasQuery };
}
