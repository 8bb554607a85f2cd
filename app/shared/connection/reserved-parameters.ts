/** Parameters that every authorization request sets itself (RFC 6749 §4.1.1, RFC 7636 §4.3). */
export const authorizationRequestParameters = [
  'response_type',
  'client_id',
  'redirect_uri',
  'state',
  'code_challenge',
  'code_challenge_method',
] as const;

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
