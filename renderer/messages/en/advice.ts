import type { ErrorCode } from '../../../app/shared/error-codes.ts';

/** Titles and meanings of the errors, by code. Placeholders are facts (`details`) of the error. */
export const advice = {
  'advice.app.refused.title': 'The request was refused',
  'advice.app.refused.meaning': 'The request did not come from the Tokenboard window. Restart Tokenboard.',
  'advice.app.unexpected.title': 'Unexpected error',
  'advice.app.unexpected.meaning': 'Saved data is not lost. Try again. If the error persists, restart Tokenboard.',

  'advice.input.invalid.title': 'This input is not valid',
  'advice.input.invalid.meaning': 'A field is too long or contains an invalid value. Correct the field.',
  'advice.input.no_secret.title': 'This secret is not stored',
  'advice.input.no_secret.meaning':
    'The secret was never stored, or was stored only for one session. Enter the secret again.',
  'advice.input.unknown_call.title': 'The window and the app do not match',
  'advice.input.unknown_call.meaning': 'The window and the app have different versions. Restart Tokenboard.',

  'advice.settings.folder_in_use.title': 'The folder is in use',
  'advice.settings.folder_in_use.meaning':
    'Tokenboard is already running {where} with {folder}. Close the running Tokenboard, then start Tokenboard again.',
  'advice.settings.folder_unusable.title': 'A folder cannot be used',
  'advice.settings.folder_unusable.meaning':
    '{folder}: {reason}. Free disk space or change the folder permissions, then start Tokenboard again.',
  'advice.settings.foreign_folder.title': 'A Tokenboard folder belongs to another user',
  'advice.settings.foreign_folder.meaning':
    'The owner of this folder could respond in place of Tokenboard. Remove the folder, then start Tokenboard again.',
  'advice.settings.instance_silent.title': 'Tokenboard is already running but does not respond',
  'advice.settings.instance_silent.meaning': 'End process {pid}, then start Tokenboard again.',
  'advice.settings.newer_version.title': 'A newer version of Tokenboard wrote these files',
  'advice.settings.newer_version.meaning':
    'This version cannot read the files and did not change them. Start the newer version.',
  'advice.settings.unreadable.title': 'A Tokenboard file cannot be read',
  'advice.settings.unreadable.meaning': 'Check who owns the data folder. The settings show the folder path.',
  'advice.settings.unwritable.title': 'The change could not be stored',
  'advice.settings.unwritable.meaning':
    'The data folder is full or read-only. Earlier data is not lost. Free disk space or change the folder permissions.',

  'advice.vault.decrypt_failed.title': 'A secret cannot be read',
  'advice.vault.decrypt_failed.meaning':
    'The secret’s file is damaged or encrypted with another key. The file was kept. Enter the secret or log in again.',
  'advice.vault.locked.title': 'Your secrets are locked',
  'advice.vault.locked.meaning': 'Enter your passphrase to decrypt your stored secrets. Nothing was deleted.',
  'advice.vault.no_keychain.title': 'This system has no keychain',
  'advice.vault.no_keychain.meaning':
    'Secrets are lost when Tokenboard closes. To keep secrets, set a passphrase that encrypts them.',
  'advice.vault.not_locked.title': 'There is nothing to reset',
  'advice.vault.not_locked.meaning': 'Your stored secrets are not locked.',
  'advice.vault.unreadable.title': 'A secret cannot be read',
  'advice.vault.unreadable.meaning':
    'The secret’s file cannot be opened. Nothing was deleted. Check who owns the data folder.',
  'advice.vault.unwritable.title': 'A secret could not be stored',
  'advice.vault.unwritable.meaning':
    'The data folder is full or read-only. Stored secrets are not lost. Free disk space or change the folder permissions.',
  'advice.vault.wrong_key.title': 'Wrong passphrase',
  'advice.vault.wrong_key.meaning':
    'This passphrase does not decrypt the stored secrets. Nothing changed. Enter the passphrase again.',

  'advice.http.cancelled.title': 'Cancelled',
  'advice.http.cancelled.meaning': 'The request was stopped before the response arrived.',
  'advice.http.certificate.title': 'The certificate is not accepted',
  'advice.http.certificate.meaning':
    'The certificate does not prove that the server is {host}: {reason}. In a company network, ask your administrator for the right certificate.',
  'advice.http.dns.title': 'There is no such host',
  'advice.http.dns.meaning':
    'The name {host} is unknown. Check the spelling. The host may exist only inside a company network.',
  'advice.http.encoding_unknown.title': 'Unknown compression',
  'advice.http.encoding_unknown.meaning':
    'The response uses {encoding}, which Tokenboard cannot read. Add the header Accept-Encoding: gzip.',
  'advice.http.insecure_url.title': 'The URL is not secure',
  'advice.http.insecure_url.meaning': 'Others could read the token in transit. Use a URL that starts with https://.',
  'advice.http.interrupted.title': 'The connection was interrupted',
  'advice.http.interrupted.meaning': 'The response from {host} is incomplete. Try again.',
  'advice.http.invalid_url.title': 'The URL is incomplete',
  'advice.http.invalid_url.meaning': 'Enter a complete URL that starts with https://, without a user name or password.',
  'advice.http.malformed.title': 'The response cannot be read',
  'advice.http.malformed.meaning':
    'The response from {host} is not valid HTTP: {reason}. Check the URL and the port, or report the error to the service.',
  'advice.http.offline.title': 'There is no network',
  'advice.http.offline.meaning': '{host} cannot be reached. Check the network. Nothing was lost.',
  'advice.http.proxy.title': 'The proxy blocks the request',
  'advice.http.proxy.meaning':
    'The proxy did not let the request through to {host}. Ask your administrator, or check Settings, Network.',
  'advice.http.proxy_authentication.title': 'The proxy requires a password',
  'advice.http.proxy_authentication.meaning':
    'The proxy requires a user name and password for {host}. Enter both in Settings, Network.',
  'advice.http.proxy_settings.title': 'The proxy setting cannot be used',
  'advice.http.proxy_settings.meaning':
    '{where} names no proxy that Tokenboard can use: {reason}. Correct the value there, or set the proxy in Settings, Network.',
  'advice.http.refused.title': 'Connection refused',
  'advice.http.refused.meaning':
    'No program is listening at {host}. The service may be down, or the port may be wrong.',
  'advice.http.timeout.title': 'No response in time',
  'advice.http.timeout.meaning':
    '{host} sent no response in time. If responses are always this slow, allow more time in the settings.',
  'advice.http.tls.title': 'No secure connection',
  'advice.http.tls.meaning':
    '{host} and this computer have no encryption method in common. The server may be very old or support only http.',
  'advice.http.too_large.title': 'The response is too large',
  'advice.http.too_large.meaning': 'The response exceeds the limit for previews. Raise the limit in the settings.',

  'advice.network.certificate_expired.title': 'The certificate has expired',
  'advice.network.certificate_expired.meaning':
    'Tokenboard would refuse every server that relies on this certificate. Ask your administrator for a new certificate.',
  'advice.network.certificate_not_yet_valid.title': 'The certificate is not valid yet',
  'advice.network.certificate_not_yet_valid.meaning':
    'The certificate is valid only from a later date. Check this computer’s clock first.',
  'advice.network.certificate_unreadable.title': 'A certificate in this file is damaged',
  'advice.network.certificate_unreadable.meaning':
    'The file is incomplete or was changed. Ask your administrator for a new copy.',
  'advice.network.no_certificate.title': 'No certificate in this file',
  'advice.network.no_certificate.meaning':
    'Choose a PEM or DER file, usually .pem, .crt or .cer. Ask your administrator for the file.',
  'advice.network.not_an_authority.title': 'This is a server certificate',
  'advice.network.not_an_authority.meaning':
    'Add the certificate that signed the server certificate, often called the root or CA certificate.',
  'advice.network.proxy_url.title': 'This is not a proxy address',
  'advice.network.proxy_url.meaning':
    'Enter a URL such as http://proxy.example.com:8080. The URL can also start with https:// or socks5://. Leave out the user name and password.',
  'advice.network.too_many.title': 'Too many certificates',
  'advice.network.too_many.meaning': 'First remove certificates that you no longer need.',

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

  'advice.window.browser_failed.title': 'The browser did not open',
  'advice.window.browser_failed.meaning':
    'No default browser is set, or the default browser could not start. Set a default browser, then try again.',
  'advice.window.cancelled.title': 'The login was cancelled',
  'advice.window.cancelled.meaning': 'Nothing changed.',
  'advice.window.certificate_refused.title': 'The certificate of the login page is not accepted',
  'advice.window.certificate_refused.meaning':
    'The certificate does not prove the server’s identity. In a company network, ask your administrator for the right certificate.',
  'advice.window.closed.title': 'The login window was closed',
  'advice.window.closed.meaning': 'The login was not finished. Nothing changed.',
  'advice.window.error_page.title': 'The service shows an error in the login window',
  'advice.window.error_page.meaning':
    'The login cannot continue. Usually the callback URL or the client ID is not registered at the service.',
  'advice.window.load_failed.title': 'The login page did not load',
  'advice.window.load_failed.meaning': 'The service cannot be reached. Check the authorization URL and the network.',
  'advice.window.no_browser.title': 'No browser found',
  'advice.window.no_browser.meaning':
    'This login requires Chromium, Chrome or Edge. Install one of these browsers, then try again.',
  'advice.window.proxy_authentication.title': 'The proxy requires a password',
  'advice.window.proxy_authentication.meaning':
    'The proxy {proxy} blocks the login page until you enter its user name and password in Settings, Network.',
  'advice.window.sign_in_prompt.title': 'The login window does not support this login',
  'advice.window.sign_in_prompt.meaning':
    'The page requires this computer’s login or a password prompt. Log in with your browser instead.',
  'advice.window.timeout.title': 'The login took too long',
  'advice.window.timeout.meaning': 'The login was stopped. If you need longer, allow more time in the settings.',
  'advice.window.url_refused.title': 'This address cannot be opened',
  'advice.window.url_refused.meaning': 'Only http and https addresses can be opened. Check the URL.',

  'advice.connection.in_use.title': 'The connection is in use',
  'advice.connection.in_use.meaning':
    'Resources use this connection. First choose another connection for these resources.',
  'advice.connection.invalid.title': 'The connection is not complete',
  'advice.connection.invalid.meaning': 'A field is empty or not valid. See the red text below the field.',
  'advice.connection.no_login.title': 'This login is over',
  'advice.connection.no_login.meaning': 'The login has ended or was cancelled. Request a new token.',
  'advice.connection.not_authorized.title': 'There is no token yet',
  'advice.connection.not_authorized.meaning': 'Log in once. Tokenboard then renews the token if the service allows it.',
  'advice.connection.not_found.title': 'This connection no longer exists',
  'advice.connection.not_found.meaning': 'The connection was deleted. Choose another connection.',
  'advice.connection.open_credential.title': 'A credential would be stored unencrypted',
  'advice.connection.open_credential.meaning':
    'A URL, parameter or header of the connection seems to contain a credential. Choose “Keep it secret” there.',
  'advice.connection.variable_invalid.title': 'A value in the URL cannot be used',
  'advice.connection.variable_invalid.meaning':
    '{variable} can contain only letters, digits, dots, hyphens and slashes. Leave out https://.',
  'advice.connection.variable_missing.title': 'A value in the URL is missing',
  'advice.connection.variable_missing.meaning': 'Fill in {variable}. The URLs of this service require this value.',

  'advice.resource.authorization_required.title': 'The service requires authorization',
  'advice.resource.authorization_required.meaning': 'This URL is not public. Choose OAuth, a Bearer token or Basic.',
  'advice.resource.forbidden.title': 'The service does not allow this',
  'advice.resource.forbidden.meaning':
    'The account is not allowed to see this data, or a scope is missing. Add the missing scope, then request a new token.',
  'advice.resource.forbidden_anonymous.title': 'The service does not allow this',
  'advice.resource.forbidden_anonymous.meaning':
    'The request contained no authorization. Choose OAuth, a Bearer token or Basic, or check the URL.',
  'advice.resource.host_not_allowed.title': 'The token is not for this host',
  'advice.resource.host_not_allowed.meaning':
    '{host} is not a host of this connection. Allow this host only if you trust it with the token.',
  'advice.resource.insecure_url.title': 'The URL is not secure',
  'advice.resource.insecure_url.meaning':
    'Others could read the secret in transit. Use a URL that starts with https://.',
  'advice.resource.invalid.title': 'The resource is not complete',
  'advice.resource.invalid.meaning': 'A field contains a value that cannot be sent. See the red text below the field.',
  'advice.resource.no_connection.title': 'No connection is chosen',
  'advice.resource.no_connection.meaning':
    'OAuth requires a connection for this resource. Choose a connection under Authorization, or request a new token.',
  'advice.resource.not_found.title': 'This resource no longer exists',
  'advice.resource.not_found.meaning': 'The resource was deleted, perhaps in another window.',
  'advice.resource.not_there.title': 'Nothing found at this URL',
  'advice.resource.not_there.meaning':
    'Check the path. Some services also respond this way if the account is not allowed to see the data.',
  'advice.resource.open_credential.title': 'A credential would be stored unencrypted',
  'advice.resource.open_credential.meaning':
    'The URL or a header seems to contain a credential. Open the resource and choose “Keep it secret”.',
  'advice.resource.rate_limited.title': 'Too many requests',
  'advice.resource.rate_limited.meaning': 'The service limits the number of requests. Try again later.',
  'advice.resource.redirected.title': 'The redirect has no target URL',
  'advice.resource.redirected.meaning': 'The service redirects without a target URL. Enter the final URL.',
  'advice.resource.refused.title': 'The service refused the request',
  'advice.resource.refused.meaning': 'Read what the service said. Often a parameter in the URL is missing or wrong.',
  'advice.resource.secret_missing.title': 'A secret is missing',
  'advice.resource.secret_missing.meaning':
    'The password, token or secret header was not stored, or was stored only for one session. Enter the secret again.',
  'advice.resource.server_error.title': 'Server error',
  'advice.resource.server_error.meaning': 'Your settings are fine. Try again later.',
  'advice.resource.too_many_redirects.title': 'Too many redirects',
  'advice.resource.too_many_redirects.meaning':
    'The service keeps redirecting, often because a login is required. Check the authorization and the URL.',
  'advice.resource.unauthorized.title': 'The service refused the authorization',
  'advice.resource.unauthorized.meaning':
    'The token, password or key is wrong or has expired. Request a new token, or enter the secret again.',
  'advice.resource.unsafe_redirect.title': 'Unsafe redirect',
  'advice.resource.unsafe_redirect.meaning':
    'Tokenboard did not follow the redirect to {host}, because others could read the request there. Check the URL.',
  'advice.resource.value_missing.title': 'The URL needs a value from the login',
  'advice.resource.value_missing.meaning': 'The last login did not return “{value}”. Request a new token.',

  'advice.preview.failed.title': 'The response could not be kept',
  'advice.preview.failed.meaning': 'The disk is full. Free space, or request less data.',
  'advice.preview.gone.title': 'This response is no longer kept',
  'advice.preview.gone.meaning': 'Only the last response of each resource is kept. Run the resource again.',
  'advice.preview.no_table.title': 'There is no list here',
  'advice.preview.no_table.meaning':
    'The response has changed since this list was chosen. Choose another list, or open the tree.',
  'advice.preview.no_value.title': 'The value no longer exists',
  'advice.preview.no_value.meaning': 'The response has changed. Run the resource again.',
  'advice.preview.not_parsed.title': 'The response is not in this format',
  'advice.preview.not_parsed.meaning':
    'Tokenboard can show only the response text. Next to the URL, choose the format that the service sends.',
  'advice.preview.save_failed.title': 'The file could not be written',
  'advice.preview.save_failed.meaning': 'The folder may be read-only or full. Choose another folder.',
  'advice.preview.stopped.title': 'The preview stopped',
  'advice.preview.stopped.meaning':
    'The response required too much memory or could not be read. Run the resource again, or request less data.',

  'advice.console.exchange_gone.title': 'This request is no longer in the console',
  'advice.console.exchange_gone.meaning': 'The request was cleared, or newer requests replaced it.',
  'advice.console.no_token.title': 'There is no token to copy',
  'advice.console.no_token.meaning': 'The connection has no token now, or this request is sent without one.',
  'advice.console.unwritable.title': 'The file could not be written',
  'advice.console.unwritable.meaning': 'The folder may be read-only or full. Choose another folder.',

  'advice.practice.failed.title': 'The practice service did not start',
  'advice.practice.failed.meaning': 'The practice service could not open a port on this computer. Try again.',
  'advice.practice.no_preset.title': 'The practice service does not offer this grant',
  'advice.practice.no_preset.meaning': 'The practice service has no preset for this grant. Install Tokenboard again.',
  'advice.practice.stopped.title': 'The practice service stopped',
  'advice.practice.stopped.meaning':
    'Tokens from the practice service no longer work. Start the practice service again, then request a new token.',
} as const satisfies Record<`advice.${ErrorCode}.${'title' | 'meaning'}`, string>;
