/**
 * One response of each kind, recorded of oidc-provider 9.13 (its origin replaced by `issuer`; the ID token is as it was
 * signed, but for the same replacement).
 */
export interface RecordedResponse {
  status: number;
  contentType: string;
  body: string;
}

export const issuer = 'https://login.example.com';
/** When they were recorded; epoch ms. */
export const recordedAt = 1_795_329_380_421;

export const discoveryResponse: RecordedResponse = {
  status: 200,
  contentType: 'application/json; charset=utf-8',
  body: JSON.stringify({
    authorization_endpoint: 'https://login.example.com/auth',
    device_authorization_endpoint: 'https://login.example.com/device/auth',
    claims_parameter_supported: false,
    claims_supported: ['sub', 'email', 'name', 'sid', 'auth_time', 'iss'],
    code_challenge_methods_supported: ['S256'],
    end_session_endpoint: 'https://login.example.com/session/end',
    grant_types_supported: [
      'implicit',
      'authorization_code',
      'refresh_token',
      'client_credentials',
      'urn:ietf:params:oauth:grant-type:device_code',
    ],
    issuer: 'https://login.example.com',
    jwks_uri: 'https://login.example.com/jwks',
    authorization_response_iss_parameter_supported: true,
    response_modes_supported: ['form_post', 'fragment', 'query'],
    response_types_supported: ['code id_token', 'code', 'id_token', 'none'],
    scopes_supported: ['openid', 'email', 'profile', 'offline_access'],
    subject_types_supported: ['public'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'none'],
    token_endpoint: 'https://login.example.com/token',
    id_token_signing_alg_values_supported: ['RS256'],
    pushed_authorization_request_endpoint: 'https://login.example.com/request',
    request_uri_parameter_supported: false,
    userinfo_endpoint: 'https://login.example.com/me',
    introspection_endpoint: 'https://login.example.com/token/introspection',
    dpop_signing_alg_values_supported: ['ES256', 'Ed25519', 'EdDSA'],
    revocation_endpoint: 'https://login.example.com/token/revocation',
    claim_types_supported: ['normal'],
  }),
};

export const tokenResponse: RecordedResponse = {
  status: 200,
  contentType: 'application/json; charset=utf-8',
  body: JSON.stringify({
    access_token: '7tO4nPVwTOKMqDZx5w-CCfx3vGIe6BcpqshsOAB-8Ye',
    expires_in: 3600,
    id_token:
      'eyJhbGciOiJSUzI1NiIsImtpZCI6ImtleXN0b3JlLUNIQU5HRS1NRSJ9.eyJzdWIiOiJhbm4iLCJub25jZSI6InRoZS1ub25jZS1vZi10aGlzLWxvZ2luIiwiYXVkIjoiYm9hcmQiLCJleHAiOjE3OTUzMzI5ODAsImlhdCI6MTc5NTMyOTM4MCwiaXNzIjoiaHR0cHM6Ly9sb2dpbi5leGFtcGxlLmNvbSJ9.N8wp4WDsO9dirWrK7ap0VqZqlhRl2hMrJ-IYuyTJ8HzUyeqnL5phUHIPpIZK0TDxqXepNbMJhWCDJiULBuFhu6F4ae4TWAC0EJZ8sdqLHHKts_R6JX7LVwSkCLKZ3eoHJZVJORogmba5IIQE7yVE1AgeGr_ovBtoNzT4Q63YT7zbTRdYmIRRGPWq0IIt0mQdQwdZ35BzEd8djcgPxF6frDf06FvDMe6GH1ddQ6j52_HVKy3nJfsxwONRUG3WuXqJh-OvG66W4O_AGe-DP6PQs4THqBa3FzAR59wRwRM2qrdXYvCdySZj0Bf_T8uBsLlUfEqf3EJ8hHoysUe3EZmXAw',
    refresh_token: '6gBhnrgJ19x9jpCDVE6p46Iw_uRjjrCvf43WuVEJhah',
    scope: 'openid email offline_access',
    token_type: 'Bearer',
  }),
};

export const errorResponse: RecordedResponse = {
  status: 400,
  contentType: 'application/json; charset=utf-8',
  body: JSON.stringify({
    error: 'invalid_grant',
    error_description: 'grant request is invalid',
  }),
};

export const introspectionResponse: RecordedResponse = {
  status: 200,
  contentType: 'application/json; charset=utf-8',
  body: JSON.stringify({
    active: true,
    sub: 'ann',
    client_id: 'board',
    exp: 1795332980,
    iat: 1795329380,
    iss: 'https://login.example.com',
    scope: 'openid email offline_access',
    token_type: 'Bearer',
  }),
};

export const revocationResponse: RecordedResponse = { status: 200, contentType: 'text/plain; charset=utf-8', body: '' };

export const deviceResponse: RecordedResponse = {
  status: 200,
  contentType: 'application/json; charset=utf-8',
  body: JSON.stringify({
    device_code: 'wXlS2Xp2t1ERaUsAftK5YF3bQWd86k5HiOI8s5YeRDO',
    user_code: 'JKNW-PLVG',
    verification_uri: 'https://login.example.com/device',
    verification_uri_complete: 'https://login.example.com/device?user_code=JKNW-PLVG',
    expires_in: 600,
  }),
};

export const grantedCallback =
  'https://www.peakboard.com/oauth2-callback/?code=6Zc6TzP2ei0mxRoueX7HzLvHrKIomi9BhSejswsjHUw&state=the-state-of-this-login&iss=https%3A%2F%2Flogin.example.com';

export const refusedCallback =
  'https://www.peakboard.com/oauth2-callback/?error=invalid_request&error_description=not+supported+value+of+code_challenge_method&state=the-state-of-this-login&iss=https%3A%2F%2Flogin.example.com';
