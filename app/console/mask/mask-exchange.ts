import { keptBodyBytes, type RawExchange, type RawHeaders } from '../../http/exchanges.ts';
import type { ExchangeDetail, HeaderList } from '../../shared/exchange.ts';
import type { ExchangeKind } from '../../shared/exchange-kinds.ts';
import { isSecretHeader, looksRandom, plainName } from '../../shared/secret-names.ts';
import { type Masker, maskMark, type TextKind } from './masker.ts';

declare const masked: unique symbol;
/** An exchange masked by `maskExchange`. Nothing else creates one, and the store accepts nothing else. */
export type MaskedExchange = Omit<ExchangeDetail, 'id'> & { readonly [masked]: true };

const mostUrlCharacters = 8_000;
const mostHeaderCharacters = 4_000;
const mostHeaders = 100;

/** `message`: the URL, the headers and the request body. `response`: the response body below status 400. */
interface MaskedTexts {
  message: TextKind;
  response: TextKind;
}

const page: MaskedTexts = { message: 'page', response: 'page' };
const tokenRequest: MaskedTexts = { message: 'protocol', response: 'token_response' };
const otherOAuth: MaskedTexts = { message: 'protocol', response: 'data' };
const data: MaskedTexts = { message: 'data', response: 'data' };

/** How the texts of each kind are masked. A kind without a line does not compile. */
const maskedTexts: Record<ExchangeKind, MaskedTexts> = {
  window: page,
  token: tokenRequest,
  refresh: tokenRequest,
  device: tokenRequest,
  request_token: tokenRequest,
  revoke: otherOAuth,
  introspect: otherOAuth,
  discovery: data,
  account: data,
  get: data,
  // A handed-over credential in the request, and Peaka's words in the response.
  peaka: otherOAuth,
  feed: data,
  // Keys in headers and in bodies.
  push: otherOAuth,
};

export function maskExchange(raw: RawExchange, masker: Masker): MaskedExchange {
  const { kind, at, connectionId, resourceId, status, durationMs, bytes, error } = raw;
  const hiddenNames = new Set((raw.hiddenNames ?? []).map(plainName));
  const { message } = maskedTexts[kind];
  const known = {
    ...(connectionId === undefined ? {} : { connectionId }),
    ...(resourceId === undefined ? {} : { resourceId }),
    ...(status === undefined ? {} : { status }),
    ...(durationMs === undefined ? {} : { durationMs: Math.round(durationMs * 10) / 10 }),
    ...(bytes === undefined ? {} : { bytes }),
    ...(error === undefined ? {} : { error }),
  };
  const requestBody = raw.requestBody?.slice(0, keptBodyBytes);
  const responseBody = raw.responseBody && textOf(raw.responseBody);
  const exchange: Omit<ExchangeDetail, 'id'> = {
    at,
    kind,
    ...known,
    method: masker.values(raw.method),
    url: maskUrl(raw.url, message, hiddenNames, masker),
    requestHeaders: maskHeaders(raw.requestHeaders, message, hiddenNames, masker),
    responseHeaders: maskHeaders(raw.responseHeaders ?? {}, message, hiddenNames, masker),
    ...(requestBody === undefined
      ? {}
      : { requestBody: masker.text(requestBody, message === 'data' ? 'data' : 'protocol', hiddenNames) }),
    ...(responseBody === undefined ? {} : { responseBody: masker.text(responseBody, responseKind(raw), hiddenNames) }),
    bodyTruncated: raw.bodyTruncated === true,
  };
  // Only this function sets the brand: every text above was masked.
  return exchange as MaskedExchange;
}

/** Error responses are masked only where they look like a secret: they contain no token, and their text matters. */
function responseKind({ kind, status = 0 }: RawExchange): TextKind {
  const { response } = maskedTexts[kind];
  return response === 'token_response' && status >= 400 ? 'data' : response;
}

function maskUrl(url: string, kind: TextKind, hiddenNames: ReadonlySet<string>, masker: Masker): string {
  const start = url.slice(0, mostUrlCharacters);
  return kind === 'page' ? maskSegments(masker.text(start, kind, hiddenNames)) : masker.text(start, kind, hiddenNames);
}

/** The path of a login step may contain a long session ID. A UUID there names a tenant. */
const maskSegments = (url: string): string =>
  url.replace(/(?<=^[^?#]*\/)[\w.~%-]{32,}(?=[/?#\s>"',;]|$)/g, (segment) =>
    /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(segment) || !looksRandom(segment, 32) ? segment : maskMark,
  );

function maskHeaders(
  headers: RawHeaders,
  kind: TextKind,
  hiddenNames: ReadonlySet<string>,
  masker: Masker,
): HeaderList {
  const list: HeaderList = [];
  for (const [name, given] of Object.entries(headers)) {
    for (const value of Array.isArray(given) ? given : [given]) {
      if (value === undefined || list.length === mostHeaders) continue;
      list.push([masker.values(name.slice(0, 200)), maskHeader(name, value, kind, hiddenNames, masker)]);
    }
  }
  return list;
}

function maskHeader(
  name: string,
  value: string,
  kind: TextKind,
  hiddenNames: ReadonlySet<string>,
  masker: Masker,
): string {
  const plain = plainName(name);
  if (plain === 'authorization' || plain === 'proxyauthorization') {
    const [, scheme, rest = ''] = /^([A-Za-z][\w-]{0,30})\s+(.*)$/s.exec(value) ?? [];
    if (scheme === undefined) return maskMark;
    // RFC 5849 §3.5.1: what is no secret in it is what a wrong signature is found by.
    return /^oauth$/i.test(scheme) && rest.includes('=')
      ? masker.text(value.slice(0, mostHeaderCharacters), 'protocol', hiddenNames)
      : masker.values(`${scheme} ${maskMark}`);
  }
  if (isSecretHeader(name) || hiddenNames.has(plain)) return maskMark;
  const shown = masker.text(value.slice(0, mostHeaderCharacters), kind, hiddenNames);
  // `Referer`, `Location`, `Link`: where a login came from and goes to.
  return kind === 'page' ? maskSegments(shown) : shown;
}

/** `undefined` if the body is not text. UTF-16 counts as binary too: the zero beside each letter would hide secrets. */
function textOf(body: Buffer): string | undefined {
  const text = body.subarray(0, keptBodyBytes).toString('utf8');
  return text.includes('\u0000') ? undefined : text;
}
