/** Parameters that token requests of any grant set themselves (RFC 6749 §4.1.3, §4.3.2, §6; RFC 7636 §4.5). */
export const tokenRequestParameters = [
  'grant_type',
  'code',
  'redirect_uri',
  'code_verifier',
  'client_id',
  'client_secret',
  'username',
  'password',
  'refresh_token',
] as const;
