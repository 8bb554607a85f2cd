import type { CodeOf } from '../../../app/shared/error-codes.ts';

/** Titles and meanings of errors of the protocols, by code. Placeholders are facts (`details`) of the error. */
export const adviceProtocol = {
  'advice.callback.access_denied.title': 'Access was not granted',
  'advice.callback.access_denied.meaning':
    'The login was cancelled or denied, or the account is not allowed to grant these scopes. Log in again, or use another account.',
  'advice.callback.duplicate_parameter.title': 'The response cannot be trusted',
  'advice.callback.duplicate_parameter.meaning':
    'The response contained a parameter twice and was discarded. If this happens again, report the error to the service.',
  'advice.callback.error.title': 'The service ended the login',
  'advice.callback.error.meaning':
    'The service rejected the request. Check in the API console that the client is published and all scopes are allowed.',
  'advice.callback.issuer_mismatch.title': 'The response came from another service',
  'advice.callback.issuer_mismatch.meaning':
    'The response names a different issuer and was discarded. Check the URLs of the connection.',
  'advice.callback.no_code.title': 'The service sent no code',
  'advice.callback.no_code.meaning':
    'The callback contained no code. Check the authorization URL, which may belong to another grant type.',
  'advice.callback.pasted_wrong.title': 'This is not the callback address',
  'advice.callback.pasted_wrong.meaning':
    'After the login, copy the whole address from your browser. The address starts with the callback URL.',
  'advice.callback.port_in_use.title': 'The callback port is in use',
  'advice.callback.port_in_use.meaning':
    'Another program uses port {port}. Close that program, or remove the port from the callback URL here and at the service.',
  'advice.callback.signature_mismatch.title': 'The response has a wrong signature',
  'advice.callback.signature_mismatch.meaning':
    'The response was discarded. Check the client secret. If the secret is right, the response may be forged.',
  'advice.callback.state_mismatch.title': 'The response belongs to another login',
  'advice.callback.state_mismatch.meaning':
    'The response was discarded. An old login page was probably still open. Start the login again.',
  'advice.callback.state_missing.title': 'The response belongs to an unknown login',
  'advice.callback.state_missing.meaning':
    'The response has no state parameter and was discarded. Some services omit this parameter if the authorization URL has extra parameters.',
  'advice.callback.wrong_address.title': 'The response came to another address',
  'advice.callback.wrong_address.meaning':
    'A different callback URL is registered at the service. Register exactly the URL shown here, including the final slash.',

  'advice.token.access_denied.title': 'The service refuses access',
  'advice.token.access_denied.meaning':
    'The account or the client is not allowed to do this. Ask an administrator of the service for permission.',
  'advice.token.array.title': 'The response is not a token',
  'advice.token.array.meaning': 'The response is a list. Check the access token URL.',
  'advice.token.client_characters.title': 'The client ID or secret contains an invalid character',
  'advice.token.client_characters.meaning':
    'A line break or a space was probably copied too. Copy the client ID and the secret again.',
  'advice.token.code_refused.title': 'The service refused the code',
  'advice.token.code_refused.meaning':
    'The code was already used or has expired, or the callback URL differs from the registered URL. Try again.',
  'advice.token.empty.title': 'The response is empty',
  'advice.token.empty.meaning': 'The response has no content. Check the access token URL.',
  'advice.token.error_in_200.title': 'The service reported an error',
  'advice.token.error_in_200.meaning':
    'The response contains an error instead of the token. Read what the service said.',
  'advice.token.expired.title': 'The token has expired',
  'advice.token.expired.meaning': 'The service issued no refresh token. Log in again.',
  'advice.token.failed.title': 'The token request failed',
  'advice.token.failed.meaning': 'Tokenboard could not reach the service. Nothing was lost. Try again.',
  'advice.token.html.title': 'The response is a web page, not a token',
  'advice.token.html.meaning': 'Check the access token URL. A proxy or a network login page can also cause this.',
  'advice.token.invalid_client.title': 'The service does not accept the client',
  'advice.token.invalid_client.meaning':
    'The client ID or secret is wrong, or the secret must be sent another way. First copy the client ID and the secret again.',
  'advice.token.invalid_grant.title': 'A new login is needed',
  'advice.token.invalid_grant.meaning':
    'Access was revoked, has expired, or was replaced by another login. Request a new token.',
  'advice.token.invalid_request.title': 'The service cannot read the request',
  'advice.token.invalid_request.meaning':
    'A parameter is missing or unexpected. Check client authentication, PKCE and extra parameters under More.',
  'advice.token.invalid_scope.title': 'A scope is not allowed',
  'advice.token.invalid_scope.meaning':
    'One of the scopes does not exist at this service, or is not allowed for this client. Edit the scopes.',
  'advice.token.malformed_token.title': 'The token cannot be used',
  'advice.token.malformed_token.meaning':
    'The token contains characters that are not allowed in a token. Try again, or report the error to the service.',
  'advice.token.no_access_token.title': 'No token in the response',
  'advice.token.no_access_token.meaning':
    'Check the access token URL, or set under More where the response contains the token.',
  'advice.token.no_refresh_token.title': 'The token has expired and cannot be renewed',
  'advice.token.no_refresh_token.meaning':
    'The service issued no refresh token. Log in again. Some services issue a refresh token only on request.',
  'advice.token.not_accepted.title': 'The service refuses the token',
  'advice.token.not_accepted.meaning': 'Access may have been revoked. Log in again.',
  'advice.token.not_json.title': 'The response is not a token',
  'advice.token.not_json.meaning': 'The response cannot be read. Check the access token URL.',
  'advice.token.null.title': 'The response is not a token',
  'advice.token.null.meaning': 'The response contains only null. Check the access token URL.',
  'advice.token.rate_limited.title': 'Too many requests',
  'advice.token.rate_limited.meaning':
    'The service limits the number of requests. Your settings are fine. Try again later.',
  'advice.token.redirected.title': 'The access token URL redirects',
  'advice.token.redirected.meaning':
    'Tokenboard does not send the client secret to a redirect target. Enter the final URL, which often differs only by www.',
  'advice.token.refused.title': 'The service issued no token',
  'advice.token.refused.meaning':
    'Read what the service said. Often the client is not published yet, or the account is not allowed to use it.',
  'advice.token.reserved_parameter.title': 'An extra parameter is not allowed',
  'advice.token.reserved_parameter.meaning':
    'Tokenboard sets “{parameter}” automatically. Remove the parameter under More.',
  'advice.token.server_error.title': 'Server error',
  'advice.token.server_error.meaning': 'Your settings are fine. Try again in a minute.',
  'advice.token.settings_changed.title': 'The settings changed: log in again',
  'advice.token.settings_changed.meaning':
    'The token belongs to the previous service or client ID. Request a new token, or undo the change.',
  'advice.token.unauthorized_client.title': 'This client is not allowed to use this grant',
  'advice.token.unauthorized_client.meaning':
    'Allow the grant type for the client in the API console, or create a client of another type.',
  'advice.token.unsupported_grant_type.title': 'The service does not offer this grant',
  'advice.token.unsupported_grant_type.meaning':
    'Choose another grant type. Most services offer the authorization code.',
  'advice.token.unsupported_type.title': 'The token type is not supported',
  'advice.token.unsupported_type.meaning':
    'This service uses a token type that Tokenboard cannot send. Tokenboard supports Bearer tokens and OAuth1 signatures.',
  'advice.token.value_unusable.title': 'A value from the login does not fit into the URL',
  'advice.token.value_unusable.meaning': 'The value of “{value}” is not allowed in a URL. Request a new token.',
  'advice.token.wrong_address.title': 'Nothing found at the access token URL',
  'advice.token.wrong_address.meaning': 'Compare the access token URL with the service’s documentation.',
  'advice.token.wrong_password.title': 'The user name or password is wrong',
  'advice.token.wrong_password.meaning':
    'Check the user name and password. The password grant does not work for accounts with a second factor.',

  'advice.oauth1.callback_not_confirmed.title': 'The service did not confirm the callback URL',
  'advice.oauth1.callback_not_confirmed.meaning':
    'Register exactly this callback URL at the service. If the error persists, the service uses an older, unsafe version of OAuth.',
  'advice.oauth1.callback_refused.title': 'The callback URL is not registered',
  'advice.oauth1.callback_refused.meaning':
    'Register exactly this callback URL in the API console, including the final slash.',
  'advice.oauth1.client_throttled.title': 'The service temporarily blocks this client',
  'advice.oauth1.client_throttled.meaning':
    'The client may have sent too many requests. Wait a few minutes, then try again.',
  'advice.oauth1.client_unknown.title': 'The client ID is wrong',
  'advice.oauth1.client_unknown.meaning':
    'The service does not recognize the client ID (consumer key), or has revoked it. Copy the client ID again from the API console.',
  'advice.oauth1.clock_conflict.title': 'The service refuses the request timestamp',
  'advice.oauth1.clock_conflict.meaning':
    '{clock} Set this computer’s clock. If the clock is right, ask the operator of the proxy or of the service.',
  'advice.oauth1.clock_unknown.title': 'The service refuses the request timestamp',
  'advice.oauth1.clock_unknown.meaning': '{clock} Set this computer’s clock, then try again.',
  'advice.oauth1.insecure_transport.title': 'The service accepts only https',
  'advice.oauth1.insecure_transport.meaning': 'Change http:// to https:// in the URLs of the connection.',
  'advice.oauth1.more_authorization.title': 'The token does not allow this',
  'advice.oauth1.more_authorization.meaning':
    'The token lacks a permission. Add the permission in the API console, then request a new token.',
  'advice.oauth1.no_token.title': 'No token in the response',
  'advice.oauth1.no_token.meaning':
    'Check the request URL and the access token URL. One of these URLs leads to another page.',
  'advice.oauth1.no_verifier.title': 'The service sent no verifier',
  'advice.oauth1.no_verifier.meaning':
    'Without a verifier, Tokenboard cannot request a token. Check the authorization URL.',
  'advice.oauth1.nonce_refused.title': 'The service reports a duplicate request',
  'advice.oauth1.nonce_refused.meaning':
    'The service has already received the same request. Try again: each attempt has a new signature.',
  'advice.oauth1.parameter_missing.title': 'The service requires another parameter',
  'advice.oauth1.parameter_missing.meaning':
    'The message from the service names the parameter. Add the parameter under More, Extra parameters and headers.',
  'advice.oauth1.parameter_rejected.title': 'The service does not accept a parameter',
  'advice.oauth1.parameter_rejected.meaning':
    'The message from the service names the parameter. Remove the parameter from the URL, or under More, Extra parameters and headers.',
  'advice.oauth1.permission_unknown.title': 'Access was not granted yet',
  'advice.oauth1.permission_unknown.meaning':
    'The service ended the login before anybody granted access. Try again and finish the login.',
  'advice.oauth1.private_key.title': 'The private key cannot be used',
  'advice.oauth1.private_key.meaning':
    'RSA-SHA1 needs an RSA key in PEM format: the whole block from -----BEGIN to -----END.',
  'advice.oauth1.refused.title': 'The service issued no token',
  'advice.oauth1.refused.meaning':
    'Compare the client ID, client secret, signature method and callback URL with the values registered at the service.',
  'advice.oauth1.reserved_parameter.title': 'An extra parameter is not allowed',
  'advice.oauth1.reserved_parameter.meaning':
    'Tokenboard sets “{parameter}” automatically, for the signature. Remove the parameter under More.',
  'advice.oauth1.signature_invalid.title': 'The signature is wrong',
  'advice.oauth1.signature_invalid.meaning':
    'Copy the client secret and the token secret again. If both secrets are right, check the signature method and the realm.',
  'advice.oauth1.signature_method.title': 'The service does not accept this signature method',
  'advice.oauth1.signature_method.meaning':
    'Choose another signature method. HMAC-SHA1 is the most common, and NetSuite requires HMAC-SHA256.',
  'advice.oauth1.timestamp_refused.title': 'The service refuses the request timestamp',
  'advice.oauth1.timestamp_refused.meaning': '{clock} Set the clock, then try again.',
  'advice.oauth1.token_mismatch.title': 'The response belongs to another login',
  'advice.oauth1.token_mismatch.meaning': 'The response was discarded. Start the login again.',
  'advice.oauth1.token_rejected.title': 'The token is no longer valid',
  'advice.oauth1.token_rejected.meaning':
    'The token was revoked, replaced or used up, or has expired. Request a new token, or enter the current token.',
  'advice.oauth1.version_rejected.title': 'The service does not support OAuth 1.0',
  'advice.oauth1.version_rejected.meaning': 'Choose another grant type. Most services offer the authorization code.',

  'advice.revoke.not_supported.title': 'The service cannot revoke the token',
  'advice.revoke.not_supported.meaning':
    'The service offers no way to revoke tokens. Remove Tokenboard from your account at the service.',
  'advice.revoke.refused.title': 'The service did not revoke the token',
  'advice.revoke.refused.meaning':
    'Tokenboard has removed the token, but the token may still work. Remove Tokenboard from your account at the service.',

  'advice.device.access_denied.title': 'Access was not granted',
  'advice.device.access_denied.meaning':
    'Somebody denied access on the page where the code was entered. Nothing was stored.',
  'advice.device.code_refused.title': 'The code is no longer valid',
  'advice.device.code_refused.meaning': 'The code was already used or has expired. Try again to get a new code.',
  'advice.device.expired.title': 'The code has expired',
  'advice.device.expired.meaning':
    'The code was not entered in time. Try again to get a new code, then enter it on the page shown.',
  'advice.device.no_code.title': 'No code in the response',
  'advice.device.no_code.meaning':
    '{host} sent no login code. Check the device authorization URL and whether this grant is allowed for the client.',
  'advice.device.pending.title': 'Nobody has logged in yet',
  'advice.device.pending.meaning': 'Open the page shown with the code, and enter the code there.',
  'advice.device.unsafe_page.title': 'The login page is not safe to open',
  'advice.device.unsafe_page.meaning':
    'The login page of {host} does not use https, so others could read it. Tokenboard did not open the page. Check the URLs.',
  'advice.device.wrong_address.title': 'Nothing found at the device authorization URL',
  'advice.device.wrong_address.meaning':
    '{host} issues no login codes at this URL. Compare the URL with the service’s documentation.',

  'advice.discovery.insecure_endpoint.title': 'The discovery document names an insecure URL',
  'advice.discovery.insecure_endpoint.meaning':
    'The URL “{field}” does not start with https://, so the discovery document was not used. Report the error to the service.',
  'advice.discovery.invalid_issuer.title': 'This is not an issuer',
  'advice.discovery.invalid_issuer.meaning':
    'Enter a URL such as https://login.example.com, without ? or #, or the URL of a discovery document.',
  'advice.discovery.issuer_mismatch.title': 'The discovery document belongs to another issuer',
  'advice.discovery.issuer_mismatch.meaning':
    'The document names the issuer {issuer} and was not used. Enter this issuer, or paste the document URL.',
  'advice.discovery.issuer_slash.title': 'Only the final slash differs',
  'advice.discovery.issuer_slash.meaning':
    'The issuer of the service is {issuer}. Enter exactly this URL, including the final slash if it has one.',
  'advice.discovery.no_endpoints.title': 'The discovery document names no token URL',
  'advice.discovery.no_endpoints.meaning': 'Copy the URLs from the documentation for {host}.',
  'advice.discovery.no_issuer.title': 'The discovery document names no issuer',
  'advice.discovery.no_issuer.meaning':
    'The document’s issuer is unknown, so the document was not used. Copy the URLs from the service’s documentation.',
  'advice.discovery.not_found.title': 'No discovery document found',
  'advice.discovery.not_found.meaning':
    '{host} has no discovery document for OpenID Connect or OAuth. Check the issuer, or copy the URLs from the service’s documentation.',
  'advice.discovery.redirected.title': 'The discovery document redirects',
  'advice.discovery.redirected.meaning':
    'The document must come from the issuer itself. Enter the issuer exactly as in the service’s documentation.',
  'advice.discovery.unavailable.title': 'Server error',
  'advice.discovery.unavailable.meaning':
    '{host} responded with status {status}. Your settings are fine. Try again in a moment.',

  'advice.id_token.audience_mismatch.title': 'The ID token is for another client',
  'advice.id_token.audience_mismatch.meaning': 'The ID token was not issued for this client ID. Check the client ID.',
  'advice.id_token.expired.title': 'The ID token has already expired',
  'advice.id_token.expired.meaning':
    'This computer’s clock or the service’s clock is wrong. Set the clock, then try again.',
  'advice.id_token.issuer_mismatch.title': 'The ID token is from another issuer',
  'advice.id_token.issuer_mismatch.meaning':
    'The ID token names the issuer {issuer}. If that is your service, enter exactly this URL as the issuer.',
  'advice.id_token.nonce_mismatch.title': 'The ID token belongs to another login',
  'advice.id_token.nonce_mismatch.meaning':
    'The nonce in the ID token does not match this login, so the response was discarded. Start the login again.',
  'advice.id_token.subject_changed.title': 'The renewed token belongs to another user',
  'advice.id_token.subject_changed.meaning':
    'The renewed ID token names a different user than the login, so the renewed token was discarded. Log in again.',
  'advice.id_token.unsigned.title': 'The ID token is not signed',
  'advice.id_token.unsigned.meaning':
    'Anybody could have created this ID token. Choose a signing algorithm for the client at the service.',

  'advice.introspection.not_supported.title': 'The token cannot be checked at the service',
  'advice.introspection.not_supported.meaning':
    'This connection has no introspection URL. If the service has an introspection URL, enter it under More.',
  'advice.introspection.refused.title': 'The service did not check the token',
  'advice.introspection.refused.meaning':
    'The service responded with status {status}. Often only some clients are allowed to check tokens. The token itself may be fine.',
  'advice.introspection.unreadable.title': 'The response about the token cannot be read',
  'advice.introspection.unreadable.meaning':
    'The response does not show whether the token is active. Check the introspection URL.',
} as const satisfies Record<
  `advice.${CodeOf<'callback' | 'token' | 'oauth1' | 'revoke' | 'device' | 'discovery' | 'id_token' | 'introspection'>}.${'title' | 'meaning'}`,
  string
>;
