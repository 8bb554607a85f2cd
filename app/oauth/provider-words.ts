/** The codes of RFC 6749 §5.2 and RFC 8628 §3.5 that other words stand for. */
export type StandardError = 'invalid_client' | 'invalid_grant' | 'access_denied' | 'slow_down';

/** What one provider says in other words than the standard's. */
export interface ProviderWords {
  /** Who says so; several where many do. */
  provider: string;
  /** Its codes, in lower case; absent: any. */
  errors?: readonly string[];
  /** Its code and its description, as `ServiceError.said` holds them; absent: the code tells enough. */
  says?: RegExp;
  meaning: StandardError;
  /** Where it was seen. */
  source: string;
}

/** A wrong client, as most who do not use `invalid_client` describe it. */
const wrongClient =
  /\b(?:invalid|wrong|incorrect|bad|unknown)[ _]client[ _](?:secret|credentials?|id|identifier)\b|\bclient[ _](?:secret|credentials?)\b[^.]{0,40}\b(?:invalid|incorrect|wrong|mismatch\w*|not match)\b/i;

/**
 * Looked at before the code is believed: `unauthorized_client` and `invalid_grant` often stand for a wrong secret, where
 * another grant or another login would not help. The first one that fits counts.
 */
export const providerWords: readonly ProviderWords[] = [
  {
    provider: 'Keycloak',
    errors: ['unauthorized_client'],
    says: /invalid client or invalid client credentials|invalid client secret|client was not identified by any client authenticator/i,
    meaning: 'invalid_client',
    source: 'keycloak/keycloak#16923, code-specialist/fastapi-keycloak#65, Waziup/WaziCloud#173',
  },
  {
    provider: 'Google',
    // The refresh token was given to another client.
    errors: ['unauthorized_client'],
    says: /^unauthorized_client: Unauthorized$/i,
    meaning: 'invalid_client',
    source: 'googleapis/google-api-dotnet-client#2802, prasmussen/gdrive#375',
  },
  {
    provider: 'Auth0',
    errors: ['access_denied'],
    says: /^access_denied: Unauthorized$/i,
    meaning: 'invalid_client',
    source: 'auth0/node-auth0#682, auth0/laravel-auth0#42',
  },
  {
    provider: 'Microsoft Entra ID',
    errors: ['unauthorized_client'],
    says: /AADSTS7000112\b/,
    meaning: 'access_denied',
    source: 'Worklytics/psoxy#74, EvanBasalik/OOFSponder#42',
  },
  {
    provider: 'Spring Security OAuth',
    errors: ['unauthorized'],
    says: /bad (?:client )?credentials|full authentication is required/i,
    meaning: 'invalid_client',
    source: 'spring-attic/spring-security-oauth#603',
  },
  {
    provider: 'Salesforce',
    errors: ['invalid_client_id'],
    meaning: 'invalid_client',
    source: 'restforce/restforce#46, omniphx/forrest#184',
  },
  {
    provider: 'Slack',
    errors: ['bad_client_secret', 'invalid_client_id'],
    meaning: 'invalid_client',
    source: 'Slack, oauth.v2.access, errors',
  },
  {
    provider: 'Slack',
    errors: ['invalid_code', 'code_already_used', 'invalid_refresh_token'],
    meaning: 'invalid_grant',
    source: 'Slack, oauth.v2.access, errors',
  },
  {
    provider: 'Slack',
    errors: ['ratelimited'],
    meaning: 'slow_down',
    source: 'Slack, Rate limits',
  },
  {
    provider: 'GitHub',
    errors: ['incorrect_client_credentials'],
    meaning: 'invalid_client',
    source: 'GitHub, Troubleshooting OAuth app access token request errors',
  },
  {
    provider: 'GitHub',
    errors: ['bad_verification_code', 'bad_refresh_token', 'incorrect_device_code'],
    meaning: 'invalid_grant',
    source: 'GitHub, Troubleshooting OAuth app access token request errors',
  },
  {
    provider: 'Microsoft Entra ID',
    errors: ['authorization_declined'],
    meaning: 'access_denied',
    source: 'Microsoft identity platform, device authorization grant flow, Expected errors',
  },
  {
    provider: 'Zoho',
    errors: ['invalid_client_secret'],
    meaning: 'invalid_client',
    source: 'schmorrison/Zoho#34',
  },
  {
    provider: 'Shopify',
    says: /could not find shopify api application with api_key/i,
    meaning: 'invalid_client',
    source: 'Shopify/shopify_app#369',
  },
  {
    provider: 'Facebook',
    says: /error validating client secret/i,
    meaning: 'invalid_client',
    source: 'facebookarchive/php-graph-sdk#538',
  },
  {
    provider: 'several',
    says: wrongClient,
    meaning: 'invalid_client',
    source: 'RFC 6749 §5.2 names invalid_client for it; JubaerHossain/zoom-laravel#3 (Zoom)',
  },
];

/** The standard's code for what a service says; its own code where nothing else is known. In lower case. */
export function standardError(error: string | undefined, said: string | undefined): string {
  const code = (error ?? '').toLowerCase();
  const known = providerWords.find(
    ({ errors, says }) =>
      (errors === undefined || errors.includes(code)) && (says === undefined || says.test(said ?? '')),
  );
  return known?.meaning ?? code;
}
