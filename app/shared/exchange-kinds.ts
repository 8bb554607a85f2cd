/** What a request was made for. `window`: a page of a login window, or the response that came back from it. */
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
] as const;
export type ExchangeKind = (typeof exchangeKinds)[number];
