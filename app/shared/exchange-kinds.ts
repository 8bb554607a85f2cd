/** The purpose of a request. `window`: a page of an authorization window, or the callback request. `peaka`: Peaka's API. */
export const exchangeKinds = [
  'window',
  'token',
  'refresh',
  'revoke',
  'introspect',
  'discovery',
  'account',
  'device',
  'request_token',
  'get',
  'peaka',
] as const;
export type ExchangeKind = (typeof exchangeKinds)[number];
