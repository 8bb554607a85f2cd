import { describe, expect, it } from 'vitest';
import type { AppError } from '../../../app/errors.ts';
import { providerWords, standardError } from '../../../app/oauth/provider-words.ts';
import { readServiceError } from '../../../app/oauth/service-error.ts';
import { needsLogin } from '../../../app/oauth/token-errors.ts';
import { readTokenResponse } from '../../../app/oauth/token-response.ts';
import { standardTokenAnswer } from '../../../app/oauth/usual-places.ts';

/** Responses of token endpoints, as seen at the providers. */
const recorded: [what: string, status: number, body: object, code: string][] = [
  [
    'Keycloak 20, wrong secret (keycloak/keycloak#16923)',
    401,
    { error: 'unauthorized_client', error_description: 'Invalid client or Invalid client credentials' },
    'token.invalid_client',
  ],
  [
    'Keycloak 26, wrong secret (lbormann/darts-caller#29)',
    401,
    { error: 'invalid_client', error_description: 'Invalid client or Invalid client credentials' },
    'token.invalid_client',
  ],
  [
    'Keycloak 18, wrong secret (code-specialist/fastapi-keycloak#65)',
    403,
    { error: 'unauthorized_client', error_description: 'Invalid client secret' },
    'token.invalid_client',
  ],
  [
    'Keycloak 3, no secret (Waziup/WaziCloud#173)',
    400,
    {
      error: 'unauthorized_client',
      error_description: 'UNKNOWN_CLIENT: Client was not identified by any client authenticator',
    },
    'token.invalid_client',
  ],
  [
    'Keycloak, a grant that is switched off',
    400,
    { error: 'unauthorized_client', error_description: 'Client not allowed for direct access grants' },
    'token.unauthorized_client',
  ],
  [
    'Google, a refresh token of another client (google-api-dotnet-client#2802)',
    401,
    { error: 'unauthorized_client', error_description: 'Unauthorized' },
    'token.invalid_client',
  ],
  [
    'Google, a client that may not use the grant (googleads/googleads-php-lib#367)',
    401,
    {
      error: 'unauthorized_client',
      error_description: 'Client is unauthorized to retrieve access tokens using this method.',
    },
    'token.unauthorized_client',
  ],
  [
    'Google, a wrong secret',
    401,
    { error: 'invalid_client', error_description: 'Unauthorized' },
    'token.invalid_client',
  ],
  [
    'Auth0, a wrong secret (auth0/node-auth0#682)',
    401,
    { error: 'access_denied', error_description: 'Unauthorized' },
    'token.invalid_client',
  ],
  [
    'Auth0, a grant that is switched off (devdennysegura/flutter-auth0#36)',
    403,
    { error: 'unauthorized_client', error_description: "Grant type 'password' not allowed for the client." },
    'token.unauthorized_client',
  ],
  [
    'Okta, a wrong secret',
    401,
    { error: 'invalid_client', error_description: 'The client secret supplied for a confidential client is invalid.' },
    'token.invalid_client',
  ],
  [
    'Entra ID, the ID of the secret in its place (keycloak/keycloak#31294)',
    401,
    {
      error: 'invalid_client',
      error_description: 'AADSTS7000215: Invalid client secret provided.',
      error_codes: [7000215],
    },
    'token.invalid_client',
  ],
  [
    'Entra ID, an application that is disabled (Worklytics/psoxy#74)',
    400,
    { error: 'unauthorized_client', error_description: "AADSTS7000112: Application '8b0c'(x) is disabled." },
    'token.access_denied',
  ],
  [
    'Entra ID, a refresh token that has expired',
    400,
    {
      error: 'invalid_grant',
      error_description: 'AADSTS700082: The refresh token has expired due to inactivity.',
      error_codes: [700082],
    },
    'token.invalid_grant',
  ],
  [
    'Spring Security OAuth, no client authentication (spring-security-oauth#603)',
    401,
    { error: 'unauthorized', error_description: 'Full authentication is required to access this resource' },
    'token.invalid_client',
  ],
  [
    'Spring Boot, a wrong secret (spring-security-oauth#603)',
    401,
    { timestamp: 1445441285803, status: 401, error: 'Unauthorized', message: 'Bad credentials', path: '/oauth/token' },
    'token.invalid_client',
  ],
  [
    'Spring Security OAuth, a wrong secret (lexburner.github.io#23)',
    401,
    { error: 'invalid_client', error_description: 'Bad client credentials' },
    'token.invalid_client',
  ],
  [
    'Salesforce, a wrong client ID (omniphx/forrest#184)',
    400,
    { error: 'invalid_client_id', error_description: 'client identifier invalid' },
    'token.invalid_client',
  ],
  [
    'Salesforce, a wrong secret (restforce/restforce#338)',
    400,
    { error: 'invalid_client', error_description: 'invalid client credentials' },
    'token.invalid_client',
  ],
  [
    'Salesforce, a code that was used (omniphx/forrest#169)',
    400,
    { error: 'invalid_grant', error_description: 'expired authorization code' },
    'token.invalid_grant',
  ],
  ['Slack, a wrong secret', 200, { ok: false, error: 'bad_client_secret' }, 'token.invalid_client'],
  ['Slack, a code that was used', 200, { ok: false, error: 'code_already_used' }, 'token.invalid_grant'],
  ['Slack, too many requests', 200, { ok: false, error: 'ratelimited' }, 'token.rate_limited'],
  [
    'GitHub, a wrong secret',
    200,
    {
      error: 'incorrect_client_credentials',
      error_description: 'The client_id and/or client_secret passed are incorrect.',
    },
    'token.invalid_client',
  ],
  [
    'GitHub, a code that was used',
    200,
    { error: 'bad_verification_code', error_description: 'The code passed is incorrect or expired.' },
    'token.invalid_grant',
  ],
  [
    'GitLab, a wrong secret',
    401,
    {
      error: 'invalid_client',
      error_description:
        'Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method.',
    },
    'token.invalid_client',
  ],
  [
    'Doorkeeper (GitLab, Planning Center), a refresh token that was revoked (planningcenter/developers#584)',
    400,
    {
      error: 'invalid_grant',
      error_description:
        'The provided authorization grant is invalid, expired, revoked, does not match the redirection URI used in the authorization request, or was issued to another client.',
    },
    'token.invalid_grant',
  ],
  ['Zoho, a wrong secret (schmorrison/Zoho#34)', 200, { error: 'invalid_client_secret' }, 'token.invalid_client'],
  ['Xero, a wrong secret (XeroAPI/xero-python#69)', 400, { error: 'invalid_client' }, 'token.invalid_client'],
  [
    'QuickBooks, a refresh token that was replaced (python-quickbooks#272)',
    400,
    { error_description: 'Incorrect or invalid refresh token', error: 'invalid_grant' },
    'token.invalid_grant',
  ],
  [
    'Shopify, a wrong client ID (Shopify/shopify_app#369)',
    400,
    {
      error: 'invalid_request',
      error_description: 'Could not find Shopify API application with api_key 4711',
    },
    'token.invalid_client',
  ],
  [
    'Facebook, a wrong secret (facebookarchive/php-graph-sdk#538)',
    400,
    { error: { message: 'Error validating client secret.', type: 'OAuthException', code: 1 } },
    'token.invalid_client',
  ],
  [
    'Zoom, a wrong secret (JubaerHossain/zoom-laravel#3)',
    400,
    { reason: 'Invalid client_id or client_secret', error: 'invalid_client' },
    'token.invalid_client',
  ],
  [
    'a provider that calls a wrong secret an invalid grant',
    400,
    { error: 'invalid_grant', error_description: 'Client secret does not match' },
    'token.invalid_client',
  ],
  [
    'HubSpot, a refresh token of another client (airbytehq/airbyte#57001)',
    400,
    { status: 'BAD_REFRESH_TOKEN', message: 'refresh token was not issued to this client' },
    'token.invalid_grant',
  ],
];

function refusalOf(status: number, body: object): AppError {
  try {
    readTokenResponse(
      { status, headers: { 'content-type': 'application/json' }, text: JSON.stringify(body) },
      { host: 'login.example.com', now: 0, places: standardTokenAnswer, capturedValues: {}, secrets: [] },
    );
  } catch (error) {
    return error as AppError; // every refusal is one
  }
  throw new Error('it was no refusal');
}

describe("a provider's words", () => {
  it.each(recorded)('mean what they say, whatever the code: %s', (_what, status, body, code) => {
    expect(refusalOf(status, body).code).toBe(code);
  });

  it('are all recorded: no entry of the table is a guess', () => {
    const used = new Set(
      recorded.map(([, , body]) => {
        const { error, said } = readServiceError(body, []);
        const code = (error ?? '').toLowerCase();
        return providerWords.find(
          ({ errors, says }) =>
            (errors === undefined || errors.includes(code)) && (says === undefined || says.test(said ?? '')),
        );
      }),
    );
    const unused = providerWords.filter((words) => !used.has(words));
    // RFC 8628 §3.5's `access_denied` under Microsoft's name: `device-code.test.ts` has it.
    expect(unused.map(({ errors }) => errors)).toEqual([['authorization_declined']]);
  });

  it('never ask for a new login where the client secret is wrong [31]', () => {
    const body = { error: 'invalid_grant', error_description: 'Invalid client credentials' };
    expect(needsLogin(refusalOf(400, body))).toBe(false);
    expect(needsLogin(refusalOf(400, { error: 'invalid_grant' }))).toBe(true);
  });

  it('leave a code alone that nobody uses otherwise', () => {
    expect(standardError('Invalid_Scope', 'invalid_scope: unknown client scope')).toBe('invalid_scope');
    expect(standardError(undefined, undefined)).toBe('');
  });
});
