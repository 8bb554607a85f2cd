/**
 * The purpose of a request. `window`: a page of an authorization window, or the callback request. `peaka`: Peaka's API.
 * `feed`: a request that the server of feeds refused.
 */
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
  'feed',
  'push',
] as const;
export type ExchangeKind = (typeof exchangeKinds)[number];
