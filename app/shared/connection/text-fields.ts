/** The addresses of a connection that may hold `{name}`, in the dialog's order. */
export const urlFields = [
  'issuer',
  'requestUrl',
  'authorizationUrl',
  'deviceAuthorizationUrl',
  'accessTokenUrl',
  'refreshUrl',
  'revocationUrl',
  'introspectionUrl',
  'accountUrl',
] as const;
export type UrlField = (typeof urlFields)[number];

/** Names and values that go out as they are. */
export const parameterFields = [
  'extraAuthorizationParameters',
  'extraTokenParameters',
  'extraRefreshParameters',
  'apiHeaders',
] as const;
