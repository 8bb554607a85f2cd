/** Parameters that every authorization request sets itself (RFC 6749 §4.1.1, RFC 7636 §4.3). */
export const authorizationRequestParameters = [
  'response_type',
  'client_id',
  'redirect_uri',
  'state',
  'code_challenge',
  'code_challenge_method',
] as const;
