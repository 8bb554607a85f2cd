/** The codes of RFC 6749 §5.2 and RFC 8628 §3.5 that other words stand for. */
export type StandardError = 'invalid_client' | 'invalid_grant' | 'access_denied' | 'slow_down';

/** What one provider says in other words than the standard's. */
export interface ProviderWords {
  /** Who says so; several where many do. */
  provider: string;
  /** Its codes, in lower case, the empty one for a response without a code; absent: any. */
  errors?: readonly string[];
  /** Its code and its description, as `ServiceError.serviceMessage` holds them; absent: the code tells enough. */
  says?: RegExp;
  meaning: StandardError;
  /** Where it was seen. */
  source: string;
}

/** A wrong client, as most who do not use `invalid_client` describe it. */
const wrongClient =
  /\b(?:invalid|wrong|incorrect|bad|unknown)[ _](?:oauth2?[ _])?client[ _](?:secret|credentials?|id|identifier)\b|\bclient[ _](?:secret|credentials?)\b[^.]{0,40}\b(?:invalid|incorrect|wrong|mismatch\w*|not (?:match|valid|provided))\b/i;

/** A refresh token that is no longer good, as those describe it who do not use `invalid_grant`. */
const endedRefreshToken =
  /\brefresh[ _]token\b[^.]{0,30}\b(?:invalid|expired|revoked|not (?:valid|found|exist))\b|\b(?:invalid|expired|revoked|unknown)[ _]refresh[ _]token\b/i;

/**
 * Looked at before the code is believed: `unauthorized_client` and `invalid_grant` often stand for a wrong secret, where
 * another grant or another login would not help. The first one that fits counts.
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
    provider: 'Microsoft Entra ID',
    // The client ID is of another tenant.
    errors: ['unauthorized_client'],
    says: /AADSTS700016\b/,
    meaning: 'invalid_client',
    source: 'Microsoft Entra authentication and authorization error codes',
  },
  {
    provider: 'ServiceNow',
    // With status 401, whatever of client, user and refresh token is wrong: nothing that passes.
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

/** The standard's code for what a service says; its own code where nothing else is known. In lower case. */
export function standardError(error: string | undefined, serviceMessage: string | undefined): string {
  // A code in the place of the words (Twitch's device login).
  const words = error === undefined && isCode.test(serviceMessage ?? '') ? serviceMessage : error;
  const code = (words ?? '').toLowerCase();
  const known = providerWords.find(
    ({ errors, says }) =>
      (errors === undefined || errors.includes(code)) && (says === undefined || says.test(serviceMessage ?? '')),
  );
  return known?.meaning ?? code;
}
