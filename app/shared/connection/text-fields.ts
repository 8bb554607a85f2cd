/** URLs of a connection that may contain `{name}`, in the dialog's order. */
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

/** Fields whose names and values are sent unchanged. */
export const parameterFields = [
  'extraAuthorizationParameters',
  'extraTokenParameters',
  'extraRefreshParameters',
  'apiHeaders',
] as const;
