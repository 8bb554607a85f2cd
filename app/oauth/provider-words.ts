/** Standard codes of RFC 6749 §5.2 and RFC 8628 §3.5 that providers replace with other codes. */
export type StandardError = 'invalid_client' | 'invalid_grant' | 'access_denied' | 'slow_down';

/** A provider's own wording for a standard error. */
export interface ProviderWords {
  /** The provider, or several that share the wording. */
  provider: string;
  /** The provider's codes, in lower case; empty for a response without a code. Absent: any code. */
  errors?: readonly string[];
  /** Matches the code and the description, as in `ServiceError.serviceMessage`. Absent: the code is enough. */
  says?: RegExp;
  meaning: StandardError;
  /** Where the wording was seen. */
  source: string;
}

/** Descriptions of a wrong client by services that do not send `invalid_client`. */
const wrongClient =
  /\b(?:invalid|wrong|incorrect|bad|unknown)[ _](?:oauth2?[ _])?client[ _](?:secret|credentials?|id|identifier)\b|\bclient[ _](?:secret|credentials?)\b[^.]{0,40}\b(?:invalid|incorrect|wrong|mismatch\w*|not (?:match|valid|provided))\b/i;

/** Descriptions of an invalid refresh token by services that do not send `invalid_grant`. */
const endedRefreshToken =
  /\brefresh[ _]token\b[^.]{0,30}\b(?:invalid|expired|revoked|not (?:valid|found|exist))\b|\b(?:invalid|expired|revoked|unknown)[ _]refresh[ _]token\b/i;

/**
 * Checked before the code itself: `unauthorized_client` and `invalid_grant` often mean a wrong secret, where another
 * grant or login would not help. The first match counts.
 */
export const providerWords: readonly ProviderWords[] = [
  {
    provider: 'Keycloak',
    errors: ['unauthorized_client'],
    says: /invalid client or invalid client credentials|invalid client secret|client secret not provided|client was not identified by any client authenticator/i,
    meaning: 'invalid_client',
    source:
      'keycloak/keycloak#16923, keycloak/keycloak#26623, code-specialist/fastapi-keycloak#65, Waziup/WaziCloud#173',
  },
  {
    provider: 'Bitbucket',
    errors: ['unauthorized_client'],
    says: /oauth client credentials/i,
    meaning: 'invalid_client',
    source: 'harness/harness#1650, p2/OAuth2#96',
  },
  {
    provider: 'Google',
    // The refresh token belongs to another client.
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
    provider: 'Microsoft Entra ID',
    // The client ID belongs to another tenant.
    errors: ['unauthorized_client'],
    says: /AADSTS700016\b/,
    meaning: 'invalid_client',
    source: 'Microsoft Entra authentication and authorization error codes',
  },
  {
    provider: 'ServiceNow',
    // Sent with status 401 for any wrong client, user or refresh token, so it is not transient.
    errors: ['server_error'],
    says: /^server_error: access_denied$/i,
    meaning: 'access_denied',
    source: 'demisto/content-docs#1301, refractionPOINT/documentation#283',
  },
  {
    provider: 'Strava',
    errors: ['invalid', 'expired'],
    says: /: (?:RefreshToken|AuthorizationCode)\b/,
    meaning: 'invalid_grant',
    source: 'dreeveapp/dreeve#1449, yihong0618/running_page#523, stravalib/stravalib#190',
  },
  {
    provider: 'Strava',
    errors: ['invalid'],
    says: /: Application client_(?:id|secret)$/,
    meaning: 'invalid_client',
    source: 'dreeveapp/dreeve#372',
  },
  {
    provider: 'Twitch',
    errors: [''],
    says: /^(?:invalid client|missing client secret)$/i,
    meaning: 'invalid_client',
    source: 'twitchdev/issues#943',
  },
  {
    provider: 'Twitch',
    errors: [''],
    says: /^invalid grant$/i,
    meaning: 'invalid_grant',
    source: 'twitchdev/issues#1042',
  },
  {
    provider: 'several',
    // league/oauth2-server before version 9 (Laravel Passport, OpenEMR), Atlassian, Twitch.
    errors: ['', 'invalid_request', 'unauthorized_client', 'unauthorized', 'access_denied', 'invalid_token'],
    says: endedRefreshToken,
    meaning: 'invalid_grant',
    source: 'thephpleague/oauth2-server#993, openemr/openemr#13613, ParabolInc/parabol#11849, twitchdev/issues#1037',
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
    provider: 'HubSpot',
    errors: ['bad_auth_code', 'expired_auth_code'],
    meaning: 'invalid_grant',
    source: 'HGData/mk-node-hubspot#87, HubSpot/hubspot-api-python#115',
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

const isCode = /^[a-z]+(?:_[a-z]+)+$/;

/** The standard code for what a service says, otherwise the service's own code. In lower case. */
export function standardError(error: string | undefined, serviceMessage: string | undefined): string {
  // Some services put the code into the description (Twitch's device login).
  const words = error === undefined && isCode.test(serviceMessage ?? '') ? serviceMessage : error;
  const code = (words ?? '').toLowerCase();
  const known = providerWords.find(
    ({ errors, says }) =>
      (errors === undefined || errors.includes(code)) && (says === undefined || says.test(serviceMessage ?? '')),
  );
  return known?.meaning ?? code;
}
