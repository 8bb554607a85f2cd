import type { ErrorCode } from '../../../app/shared/error-codes.ts';

/** Titles and meanings of the errors, by code. Placeholders are facts (`details`) of the error. */
export const advice = {
  'advice.app.refused.title': 'The request was refused',
  'advice.app.refused.meaning': 'It did not come from Tokenboard’s window.',
  'advice.app.unexpected.title': 'Unexpected error',
  'advice.app.unexpected.meaning': 'Saved data is not lost. Try again; if the error stays, restart Tokenboard.',

  'advice.input.invalid.title': 'This input is not valid',
  'advice.input.invalid.meaning': 'A field is too long or contains something unexpected. Correct it.',
  'advice.input.no_secret.title': 'This secret is not stored',
  'advice.input.no_secret.meaning': 'It was never stored, or only for one session. Enter it again.',
  'advice.input.unknown_call.title': 'The window and the app do not match',
  'advice.input.unknown_call.meaning': 'Their versions differ. Restart Tokenboard.',

  'advice.settings.folder_in_use.title': 'The folder is in use',
  'advice.settings.folder_in_use.meaning':
    'Tokenboard already runs {where} with {folder}. Close it there, then start again.',
  'advice.settings.folder_unusable.title': 'A folder cannot be used',
  'advice.settings.folder_unusable.meaning':
    '{folder}: {reason}. Free space or change its permissions, then start Tokenboard again.',
  'advice.settings.foreign_folder.title': 'A Tokenboard folder belongs to somebody else',
  'advice.settings.foreign_folder.meaning':
    'Another user could respond there in place of Tokenboard. Remove the folder, then start again.',
  'advice.settings.instance_silent.title': 'Tokenboard already runs and does not respond',
  'advice.settings.instance_silent.meaning': 'End process {pid}, then start Tokenboard again.',
  'advice.settings.newer_version.title': 'A newer Tokenboard wrote these files',
  'advice.settings.newer_version.meaning':
    'This version cannot read them and did not change them. Start the newer version.',
  'advice.settings.unreadable.title': 'A Tokenboard file cannot be read',
  'advice.settings.unreadable.meaning': 'Check who owns the data folder. The settings show where it is.',
  'advice.settings.unwritable.title': 'The change could not be stored',
  'advice.settings.unwritable.meaning':
    'The data folder is full or read-only. Earlier data is not lost. Free space or change its permissions.',

  'advice.vault.decrypt_failed.title': 'A secret cannot be read',
  'advice.vault.decrypt_failed.meaning':
    'Its file is damaged or encrypted with another key. It was kept. Enter the secret or log in again.',
  'advice.vault.locked.title': 'Your secrets are locked',
  'advice.vault.locked.meaning': 'They are encrypted with your passphrase. Enter it to use them. Nothing was deleted.',
  'advice.vault.no_keychain.title': 'This system has no keychain',
  'advice.vault.no_keychain.meaning':
    'Secrets are lost when Tokenboard closes. Set a passphrase to keep them, encrypted.',
  'advice.vault.not_locked.title': 'There is nothing to reset',
  'advice.vault.not_locked.meaning': 'Your stored secrets are not locked.',
  'advice.vault.unreadable.title': 'A secret cannot be read',
  'advice.vault.unreadable.meaning': 'Its file cannot be opened. Nothing was deleted. Check who owns the data folder.',
  'advice.vault.unwritable.title': 'A secret could not be stored',
  'advice.vault.unwritable.meaning':
    'The data folder is full or read-only. Stored secrets are not lost. Free space or change its permissions.',
  'advice.vault.wrong_key.title': 'Wrong passphrase',
  'advice.vault.wrong_key.meaning': 'It does not decrypt the stored secrets. Nothing changed. Enter it again.',

  'advice.http.cancelled.title': 'Cancelled',
  'advice.http.cancelled.meaning': 'The request was stopped before the response arrived.',
  'advice.http.certificate.title': 'The certificate is not accepted',
  'advice.http.certificate.meaning':
    'The server did not prove that it is {host}: {reason}. In a company network, ask your administrator for its certificate.',
  'advice.http.dns.title': 'There is no such host',
  'advice.http.dns.meaning':
    'The name {host} is unknown. Check its spelling; it may exist only inside a company network.',
  'advice.http.encoding_unknown.title': 'Unknown compression',
  'advice.http.encoding_unknown.meaning':
    'The response uses {encoding}, which Tokenboard cannot read. Add the header Accept-Encoding: gzip.',
  'advice.http.insecure_url.title': 'The URL is not secure',
  'advice.http.insecure_url.meaning': 'Others could read the token on its way. Start the URL with https://.',
  'advice.http.interrupted.title': 'The connection was interrupted',
  'advice.http.interrupted.meaning': 'The response from {host} is incomplete. Try again.',
  'advice.http.invalid_url.title': 'The URL is incomplete',
  'advice.http.invalid_url.meaning': 'Enter a complete URL that starts with https://, without a user name or password.',
  'advice.http.malformed.title': 'The response cannot be read',
  'advice.http.malformed.meaning':
    'The response from {host} is not valid HTTP: {reason}. Check the URL and port, or tell the service.',
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
    '{where} names no proxy that Tokenboard can use: {reason}. Correct it there, or set the proxy in Settings, Network.',
  'advice.http.refused.title': 'Connection refused',
  'advice.http.refused.meaning': 'Nothing listens at {host}. The service may be down, or the port may be wrong.',
  'advice.http.timeout.title': 'No response in time',
  'advice.http.timeout.meaning':
    '{host} sent no response in time. If it is always this slow, allow more time in the settings.',
  'advice.http.tls.title': 'No secure connection',
  'advice.http.tls.meaning':
    '{host} and this computer support no common encryption. The server may be very old or support http only.',
  'advice.http.too_large.title': 'The response is too large',
  'advice.http.too_large.meaning': 'It is larger than the limit for previews. Raise the limit in the settings.',

  'advice.network.certificate_expired.title': 'The certificate has expired',
  'advice.network.certificate_expired.meaning':
    'Tokenboard would refuse the servers that it signed. Ask for its replacement.',
  'advice.network.certificate_not_yet_valid.title': 'The certificate is not valid yet',
  'advice.network.certificate_not_yet_valid.meaning': 'Check the clock of this computer first.',
  'advice.network.certificate_unreadable.title': 'A certificate in this file is damaged',
  'advice.network.certificate_unreadable.meaning': 'The file was cut off or changed. Ask for it again.',
  'advice.network.no_certificate.title': 'No certificate in this file',
  'advice.network.no_certificate.meaning':
    'Choose a PEM or DER file, usually .pem, .crt or .cer. Ask your administrator for it.',
  'advice.network.not_an_authority.title': 'This is a server’s certificate',
  'advice.network.not_an_authority.meaning': 'Add the certificate that signed it, often called root or CA certificate.',
  'advice.network.proxy_url.title': 'This is not a proxy address',
  'advice.network.proxy_url.meaning':
    'Enter a URL such as http://proxy.example.com:8080, or with https:// or socks5://. Leave out user name and password.',
  'advice.network.too_many.title': 'Too many certificates',
  'advice.network.too_many.meaning': 'First remove certificates that you no longer need.',

  'advice.callback.access_denied.title': 'Access was not granted',
  'advice.callback.access_denied.meaning':
    'The login was cancelled or denied, or the account may not grant these scopes.',
  'advice.callback.duplicate_parameter.title': 'The response cannot be trusted',
  'advice.callback.duplicate_parameter.meaning':
    'It contained a parameter twice and was discarded. If this happens again, tell the service.',
  'advice.callback.error.title': 'The service ended the login',
  'advice.callback.error.meaning':
    'The service rejected the request. Often the client is not published yet or may not use a scope.',
  'advice.callback.issuer_mismatch.title': 'The response came from another service',
  'advice.callback.issuer_mismatch.meaning': 'It names a different issuer and was discarded. Check the URLs.',
  'advice.callback.no_code.title': 'The service sent no code',
  'advice.callback.no_code.meaning':
    'The callback carried no code. Check the authorization URL: it may belong to another grant type.',
  'advice.callback.pasted_wrong.title': 'This is not the callback address',
  'advice.callback.pasted_wrong.meaning':
    'After the login, copy the whole address from your browser. It starts with the callback URL.',
  'advice.callback.port_in_use.title': 'The callback port is in use',
  'advice.callback.port_in_use.meaning':
    'Another program uses port {port}. Close it, or remove the port from the callback URL here and at the service.',
  'advice.callback.signature_mismatch.title': 'The response has a wrong signature',
  'advice.callback.signature_mismatch.meaning':
    'It was discarded. Check the client secret. If it is right, the response may be forged.',
  'advice.callback.state_mismatch.title': 'The response belongs to another login',
  'advice.callback.state_mismatch.meaning': 'It was discarded. An old login page was probably still open. Start again.',
  'advice.callback.state_missing.title': 'The response belongs to an unknown login',
  'advice.callback.state_missing.meaning':
    'It has no state and was discarded. Some services lose it if the authorization URL has extra parameters.',
  'advice.callback.wrong_address.title': 'The response came to another address',
  'advice.callback.wrong_address.meaning':
    'The callback URL at the service differs. Register exactly the one shown here, including the final slash.',

  'advice.token.access_denied.title': 'The service refuses access',
  'advice.token.access_denied.meaning':
    'The account or the client may not do this. Ask an administrator of the service to allow it.',
  'advice.token.array.title': 'The response is not a token',
  'advice.token.array.meaning': 'The response is a list. Check the access token URL.',
  'advice.token.client_characters.title': 'The client ID or secret contains a wrong character',
  'advice.token.client_characters.meaning': 'A line break or a space was probably copied along. Copy both again.',
  'advice.token.code_refused.title': 'The service refused the code',
  'advice.token.code_refused.meaning':
    'The code was used, is too old, or the callback URL differs from the registered one. Try again.',
  'advice.token.empty.title': 'The response is empty',
  'advice.token.empty.meaning': 'The response has no content. Check the access token URL.',
  'advice.token.error_in_200.title': 'The service reported an error',
  'advice.token.error_in_200.meaning':
    'The response contains an error instead of the token. Read what the service said.',
  'advice.token.expired.title': 'The token has expired',
  'advice.token.expired.meaning': 'The service gave no refresh token. Log in again.',
  'advice.token.failed.title': 'The token request failed',
  'advice.token.failed.meaning': 'Tokenboard could not reach the service. Nothing was lost. Try again.',
  'advice.token.html.title': 'The response is a web page, not a token',
  'advice.token.html.meaning':
    'Check the access token URL. A proxy or a login page of the network can also be the reason.',
  'advice.token.invalid_client.title': 'The service does not accept the client',
  'advice.token.invalid_client.meaning':
    'The client ID or secret is wrong, or the secret must be sent another way. Copy both again first.',
  'advice.token.invalid_grant.title': 'A new login is needed',
  'advice.token.invalid_grant.meaning':
    'The service ended this access, it expired, or another login replaced it. Request a new token.',
  'advice.token.invalid_request.title': 'The service cannot read the request',
  'advice.token.invalid_request.meaning':
    'Something is missing or not expected. Compare client authentication, PKCE and extra parameters under More.',
  'advice.token.invalid_scope.title': 'A scope is not allowed',
  'advice.token.invalid_scope.meaning':
    'The service does not know one of the scopes, or this client may not ask for it. Edit the scopes.',
  'advice.token.malformed_token.title': 'The token cannot be used',
  'advice.token.malformed_token.meaning':
    'It contains characters that are not allowed in a token. Try again, or tell the service.',
  'advice.token.no_access_token.title': 'No token in the response',
  'advice.token.no_access_token.meaning':
    'Check the access token URL, or set under More where the response contains the token.',
  'advice.token.no_refresh_token.title': 'The token has expired and cannot be renewed',
  'advice.token.no_refresh_token.meaning':
    'The service gave no refresh token. Log in again. Some services give one only on request.',
  'advice.token.not_accepted.title': 'The service refuses the token',
  'advice.token.not_accepted.meaning': 'The access may have been revoked. Log in again.',
  'advice.token.not_json.title': 'The response is not a token',
  'advice.token.not_json.meaning': 'The response cannot be read. Check the access token URL.',
  'advice.token.null.title': 'The response is not a token',
  'advice.token.null.meaning': 'The response contains only null. Check the access token URL.',
  'advice.token.rate_limited.title': 'Too many requests',
  'advice.token.rate_limited.meaning': 'The service asks you to wait. Your settings are fine: try again later.',
  'advice.token.redirected.title': 'The access token URL redirects',
  'advice.token.redirected.meaning':
    'Tokenboard does not redirect a request with the client secret. Enter the final URL, often with or without www.',
  'advice.token.refused.title': 'The service refused to give a token',
  'advice.token.refused.meaning':
    'Read what the service said. Often the client is not published yet, or the account may not use it.',
  'advice.token.reserved_parameter.title': 'An extra parameter is not allowed',
  'advice.token.reserved_parameter.meaning': 'Tokenboard sets “{parameter}” itself. Remove it under More.',
  'advice.token.server_error.title': 'Server error',
  'advice.token.server_error.meaning': 'Your settings are fine. Try again in a minute.',
  'advice.token.settings_changed.title': 'The settings changed: log in again',
  'advice.token.settings_changed.meaning':
    'The token belongs to the former service or client ID. Request a new one, or change the settings back.',
  'advice.token.unauthorized_client.title': 'This client may not use this grant',
  'advice.token.unauthorized_client.meaning':
    'Allow the grant type for the client in the API console, or create a client of another type.',
  'advice.token.unsupported_grant_type.title': 'The service does not offer this grant',
  'advice.token.unsupported_grant_type.meaning':
    'Choose another grant type. Most services offer the authorization code.',
  'advice.token.unsupported_type.title': 'The token is of another type',
  'advice.token.unsupported_type.meaning':
    'Tokenboard sends Bearer tokens and signs OAuth1 requests. This service uses a type that Tokenboard does not support.',
  'advice.token.value_unusable.title': 'A value from the login does not fit into the URL',
  'advice.token.value_unusable.meaning': 'A URL cannot contain the value of “{value}”. Request a new token.',
  'advice.token.wrong_address.title': 'Nothing at the access token URL',
  'advice.token.wrong_address.meaning': 'Compare the URL with the documentation of the service.',
  'advice.token.wrong_password.title': 'User name or password is wrong',
  'advice.token.wrong_password.meaning':
    'Check both. The password grant does not work for accounts with a second factor.',

  'advice.oauth1.callback_not_confirmed.title': 'The service did not confirm the callback URL',
  'advice.oauth1.callback_not_confirmed.meaning':
    'Register exactly this callback URL at the service. If it still fails, the service uses an older, unsafe OAuth.',
  'advice.oauth1.callback_refused.title': 'The callback URL is not registered',
  'advice.oauth1.callback_refused.meaning':
    'Register exactly this callback URL in the API console, including the final slash.',
  'advice.oauth1.client_throttled.title': 'The service blocks this client for now',
  'advice.oauth1.client_throttled.meaning': 'It may have sent too many requests. Wait a few minutes, then try again.',
  'advice.oauth1.client_unknown.title': 'The client ID is wrong',
  'advice.oauth1.client_unknown.meaning':
    'The service does not know this consumer key, or has revoked it. Copy it again from the API console.',
  'advice.oauth1.clock_conflict.title': 'The service refuses the time of the request',
  'advice.oauth1.clock_conflict.meaning':
    '{clock} Set the clock of this computer. If it is right, ask who runs the proxy or the service.',
  'advice.oauth1.clock_unknown.title': 'The service refuses the time of the request',
  'advice.oauth1.clock_unknown.meaning': '{clock} Set the clock of this computer, then try again.',
  'advice.oauth1.insecure_transport.title': 'The service accepts https only',
  'advice.oauth1.insecure_transport.meaning': 'Change the URLs to https://.',
  'advice.oauth1.more_authorization.title': 'The token does not allow this',
  'advice.oauth1.more_authorization.meaning':
    'It has fewer permissions. Allow more in the API console, then request a new token.',
  'advice.oauth1.no_token.title': 'No token in the response',
  'advice.oauth1.no_token.meaning':
    'Check the request URL and the access token URL. One of them leads to another page.',
  'advice.oauth1.no_verifier.title': 'The service sent no verifier',
  'advice.oauth1.no_verifier.meaning': 'Without it no token can be requested. Check the authorization URL.',
  'advice.oauth1.nonce_refused.title': 'The service reports a duplicate request',
  'advice.oauth1.nonce_refused.meaning':
    'It received the same request before. Try again: each attempt has a new signature.',
  'advice.oauth1.parameter_missing.title': 'The service requires another parameter',
  'advice.oauth1.parameter_missing.meaning':
    'Its message names the parameter. Add it under More, Extra parameters and headers.',
  'advice.oauth1.parameter_rejected.title': 'The service does not accept a parameter',
  'advice.oauth1.parameter_rejected.meaning':
    'Its message names the parameter. Remove it from the URL, or under More, Extra parameters and headers.',
  'advice.oauth1.permission_unknown.title': 'Access was not granted yet',
  'advice.oauth1.permission_unknown.meaning':
    'The service ended the login before anybody granted access. Try again and finish the login.',
  'advice.oauth1.private_key.title': 'The private key cannot be used',
  'advice.oauth1.private_key.meaning':
    'RSA-SHA1 needs an RSA key in PEM format: the whole block from -----BEGIN to -----END.',
  'advice.oauth1.refused.title': 'The service refused to give a token',
  'advice.oauth1.refused.meaning':
    'Compare client ID, client secret, signature method and callback URL with those registered at the service.',
  'advice.oauth1.reserved_parameter.title': 'An extra parameter is not allowed',
  'advice.oauth1.reserved_parameter.meaning':
    'Tokenboard sets “{parameter}” itself, for the signature. Remove it under More.',
  'advice.oauth1.signature_invalid.title': 'The signature is wrong',
  'advice.oauth1.signature_invalid.meaning':
    'Copy the client secret and the token secret again. If both are right, compare the signature method and the realm.',
  'advice.oauth1.signature_method.title': 'The service does not accept this signature method',
  'advice.oauth1.signature_method.meaning':
    'Choose another one. HMAC-SHA1 is the most common, and NetSuite needs HMAC-SHA256.',
  'advice.oauth1.timestamp_refused.title': 'The service refuses the time of the request',
  'advice.oauth1.timestamp_refused.meaning': '{clock} Set the clock, then try again.',
  'advice.oauth1.token_mismatch.title': 'The response belongs to another login',
  'advice.oauth1.token_mismatch.meaning': 'It was discarded. Start the login again.',
  'advice.oauth1.token_rejected.title': 'The token is no longer valid',
  'advice.oauth1.token_rejected.meaning':
    'It was revoked, replaced or used up, or it has expired. Request a new token, or enter the current one.',
  'advice.oauth1.version_rejected.title': 'The service does not support OAuth 1.0',
  'advice.oauth1.version_rejected.meaning': 'Choose another grant type. Most services offer the authorization code.',

  'advice.revoke.not_supported.title': 'The service cannot revoke the token',
  'advice.revoke.not_supported.meaning':
    'It offers no way to revoke tokens. Remove Tokenboard in your account at the service.',
  'advice.revoke.refused.title': 'The service did not revoke the token',
  'advice.revoke.refused.meaning':
    'The token is removed here but may still work. Remove Tokenboard in your account at the service.',

  'advice.device.access_denied.title': 'Access was not granted',
  'advice.device.access_denied.meaning':
    'Somebody denied access on the page where the code was entered. Nothing was stored.',
  'advice.device.code_refused.title': 'The code is no longer valid',
  'advice.device.code_refused.meaning': 'It was already used or is too old. Try again to get a new one.',
  'advice.device.expired.title': 'The code has expired',
  'advice.device.expired.meaning':
    'The code was not entered in time. Try again to get a new code, then enter it on the page shown.',
  'advice.device.no_code.title': 'No code in the response',
  'advice.device.no_code.meaning':
    '{host} sent no login code. Check the device authorization URL and whether the client may use this grant.',
  'advice.device.pending.title': 'Nobody has logged in yet',
  'advice.device.pending.meaning': 'Open the page shown with the code, and enter the code there.',
  'advice.device.unsafe_page.title': 'The login page is not safe to open',
  'advice.device.unsafe_page.meaning':
    '{host} names a page without https, which others could read. It was not opened. Check the URLs.',
  'advice.device.wrong_address.title': 'Nothing at the device authorization URL',
  'advice.device.wrong_address.meaning':
    '{host} gives no login codes there. Compare the URL with the documentation of the service.',

  'advice.discovery.insecure_endpoint.title': 'The service names an insecure URL',
  'advice.discovery.insecure_endpoint.meaning':
    'Its “{field}” does not start with https://, so the document was not used. Tell the service.',
  'advice.discovery.invalid_issuer.title': 'This is not an issuer',
  'advice.discovery.invalid_issuer.meaning':
    'Enter a URL such as https://login.example.com, without ? or #, or the URL of a discovery document.',
  'advice.discovery.issuer_mismatch.title': 'The document belongs to another issuer',
  'advice.discovery.issuer_mismatch.meaning':
    'It names {issuer} and was not used. Enter that issuer, or paste the URL of the document.',
  'advice.discovery.issuer_slash.title': 'Only the final slash differs',
  'advice.discovery.issuer_slash.meaning':
    'The service writes its issuer as {issuer}. Enter exactly this URL, including the final slash if it has one.',
  'advice.discovery.no_endpoints.title': 'The discovery document names no token URL',
  'advice.discovery.no_endpoints.meaning': 'Copy the URLs from the documentation of {host}.',
  'advice.discovery.no_issuer.title': 'The discovery document names no issuer',
  'advice.discovery.no_issuer.meaning':
    'Its owner is unknown, so it was not used. Copy the URLs from the documentation.',
  'advice.discovery.not_found.title': 'No discovery document found',
  'advice.discovery.not_found.meaning':
    '{host} has none for OpenID Connect or OAuth. Check the issuer, or copy the URLs from the documentation.',
  'advice.discovery.redirected.title': 'The discovery document redirects',
  'advice.discovery.redirected.meaning':
    'It must come from the issuer itself. Enter the issuer exactly as the service writes it.',
  'advice.discovery.unavailable.title': 'Server error',
  'advice.discovery.unavailable.meaning':
    'Your settings are fine: {host} responded with status {status}. Try again in a moment.',

  'advice.id_token.audience_mismatch.title': 'The ID token is for another client',
  'advice.id_token.audience_mismatch.meaning': 'It was not issued for this client ID. Check the client ID.',
  'advice.id_token.expired.title': 'The ID token has already expired',
  'advice.id_token.expired.meaning':
    'The clock of this computer or of the service is wrong. Set the clock, then try again.',
  'advice.id_token.issuer_mismatch.title': 'The ID token is from another issuer',
  'advice.id_token.issuer_mismatch.meaning':
    'It names {issuer}. If that is your service, enter exactly this URL as the issuer.',
  'advice.id_token.nonce_mismatch.title': 'The ID token belongs to another login',
  'advice.id_token.nonce_mismatch.meaning':
    'Its nonce does not match this login, so the response was discarded. Start again.',
  'advice.id_token.subject_changed.title': 'The renewed token belongs to somebody else',
  'advice.id_token.subject_changed.meaning':
    'Its ID token names a different user than the login, so it was discarded. Log in again.',
  'advice.id_token.unsigned.title': 'The ID token is not signed',
  'advice.id_token.unsigned.meaning':
    'Anybody could have made it. Choose a signing algorithm for the client at the service.',

  'advice.introspection.not_supported.title': 'The token cannot be checked at the service',
  'advice.introspection.not_supported.meaning':
    'This connection has no introspection URL. If the service has one, enter it under More.',
  'advice.introspection.refused.title': 'The service did not check the token',
  'advice.introspection.refused.meaning':
    'It responded with status {status}. Often only some clients may ask; the token itself may be fine.',
  'advice.introspection.unreadable.title': 'The response about the token cannot be read',
  'advice.introspection.unreadable.meaning':
    'It does not say whether the token is active. Check the introspection URL.',

  'advice.window.browser_failed.title': 'The browser did not open',
  'advice.window.browser_failed.meaning': 'No default browser is set, or it could not start. Set one, then try again.',
  'advice.window.cancelled.title': 'The login was cancelled',
  'advice.window.cancelled.meaning': 'Nothing changed.',
  'advice.window.certificate_refused.title': 'The certificate of the login page is not accepted',
  'advice.window.certificate_refused.meaning':
    'The server did not prove its identity. In a company network, ask your administrator for its certificate.',
  'advice.window.closed.title': 'The window was closed',
  'advice.window.closed.meaning': 'The login was not finished. Nothing changed.',
  'advice.window.error_page.title': 'The service shows an error in the login window',
  'advice.window.error_page.meaning':
    'The login cannot continue. Usually the callback URL or the client ID is not registered at the service.',
  'advice.window.load_failed.title': 'The login page did not load',
  'advice.window.load_failed.meaning': 'The service cannot be reached. Check the authorization URL and the network.',
  'advice.window.no_browser.title': 'No browser found',
  'advice.window.no_browser.meaning': 'This login needs Chromium, Chrome or Edge. Install one, then try again.',
  'advice.window.proxy_authentication.title': 'The proxy requires a password',
  'advice.window.proxy_authentication.meaning':
    'The proxy {proxy} blocks the login page until you enter its user name and password in Settings, Network.',
  'advice.window.sign_in_prompt.title': 'The login window cannot do this sign-in',
  'advice.window.sign_in_prompt.meaning':
    'The page asks for this computer’s sign-in or a password prompt. Log in with your browser instead.',
  'advice.window.timeout.title': 'The login took too long',
  'advice.window.timeout.meaning': 'It was stopped. If you need longer, allow more time in the settings.',
  'advice.window.url_refused.title': 'This address cannot be opened',
  'advice.window.url_refused.meaning': 'Only http and https addresses can be opened. Check the URL.',

  'advice.connection.in_use.title': 'The connection is in use',
  'advice.connection.in_use.meaning': 'Resources use it. Choose another connection for them first.',
  'advice.connection.invalid.title': 'The connection is not complete',
  'advice.connection.invalid.meaning': 'A field is missing or not valid. Look for the red text below it.',
  'advice.connection.no_login.title': 'This login is over',
  'advice.connection.no_login.meaning': 'It ended or was cancelled. Request a new token.',
  'advice.connection.not_authorized.title': 'There is no token yet',
  'advice.connection.not_authorized.meaning': 'Log in once. Tokenboard then renews the token if the service allows it.',
  'advice.connection.not_found.title': 'This connection no longer exists',
  'advice.connection.not_found.meaning': 'It was deleted. Choose another one.',
  'advice.connection.open_credential.title': 'A credential would be stored unencrypted',
  'advice.connection.open_credential.meaning':
    'A URL, parameter or header of the connection seems to contain a credential. Choose “Keep it secret” there.',
  'advice.connection.variable_invalid.title': 'A value in the URL cannot be used',
  'advice.connection.variable_invalid.meaning':
    '{variable} may contain only letters, digits, dots, hyphens and slashes. Leave out https://.',
  'advice.connection.variable_missing.title': 'A value in the URL is missing',
  'advice.connection.variable_missing.meaning': 'Fill in {variable}. The URLs of this service need it.',

  'advice.resource.authorization_required.title': 'The service requires authorization',
  'advice.resource.authorization_required.meaning': 'This URL is not public. Choose OAuth, a Bearer token or Basic.',
  'advice.resource.forbidden.title': 'The service does not allow this',
  'advice.resource.forbidden.meaning':
    'The account may not see this data, or a scope is missing. Add the scope, then request a new token.',
  'advice.resource.forbidden_anonymous.title': 'The service does not allow this',
  'advice.resource.forbidden_anonymous.meaning':
    'The request carried no authorization. Choose OAuth, a Bearer token or Basic, or check the URL.',
  'advice.resource.host_not_allowed.title': 'The token is not for this host',
  'advice.resource.host_not_allowed.meaning':
    '{host} is not a host of this connection. Allow it only if you trust it with the token.',
  'advice.resource.insecure_url.title': 'The URL is not secure',
  'advice.resource.insecure_url.meaning': 'Others could read the secret on its way. Start the URL with https://.',
  'advice.resource.invalid.title': 'The resource is not complete',
  'advice.resource.invalid.meaning': 'A field contains something that cannot be sent. Look for the red text below it.',
  'advice.resource.no_connection.title': 'No connection is chosen',
  'advice.resource.no_connection.meaning':
    'OAuth needs a connection that authorizes this resource. Choose one under Authorization, or request a new token.',
  'advice.resource.not_found.title': 'This resource no longer exists',
  'advice.resource.not_found.meaning': 'It was deleted, perhaps in another window.',
  'advice.resource.not_there.title': 'Nothing at this URL',
  'advice.resource.not_there.meaning':
    'Check the path. Some services also send this when the account may not see the data.',
  'advice.resource.open_credential.title': 'A credential would be stored unencrypted',
  'advice.resource.open_credential.meaning':
    'The URL or a header seems to contain a credential. Open the resource and choose “Keep it secret”.',
  'advice.resource.rate_limited.title': 'Too many requests',
  'advice.resource.rate_limited.meaning': 'The service asks you to wait. Try again later.',
  'advice.resource.redirected.title': 'The redirect has no target URL',
  'advice.resource.redirected.meaning': 'The service redirects but does not say where. Enter the final URL.',
  'advice.resource.refused.title': 'The service refused the request',
  'advice.resource.refused.meaning': 'Read what the service said. Often a parameter in the URL is missing or wrong.',
  'advice.resource.secret_missing.title': 'A secret is missing',
  'advice.resource.secret_missing.meaning':
    'The password, token or secret header was not stored, or only for one session. Enter it again.',
  'advice.resource.server_error.title': 'Server error',
  'advice.resource.server_error.meaning': 'Your settings are fine. Try again later.',
  'advice.resource.too_many_redirects.title': 'Too many redirects',
  'advice.resource.too_many_redirects.meaning':
    'The service keeps redirecting. Often a login is missing: check the authorization and the URL.',
  'advice.resource.unauthorized.title': 'The service refused the authorization',
  'advice.resource.unauthorized.meaning':
    'The token, password or key is wrong or has expired. Request a new token, or enter the secret again.',
  'advice.resource.unsafe_redirect.title': 'Unsafe redirect',
  'advice.resource.unsafe_redirect.meaning':
    'Tokenboard did not follow the redirect to {host}, because others could read the request there. Check the URL.',
  'advice.resource.value_missing.title': 'The URL needs a value from the login',
  'advice.resource.value_missing.meaning': 'The last login did not bring “{value}”. Request a new token.',

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
    'Only its text can be shown. Next to the URL, choose the format that the service sends.',
  'advice.preview.save_failed.title': 'The file could not be written',
  'advice.preview.save_failed.meaning': 'The folder may be read-only or full. Choose another folder.',
  'advice.preview.stopped.title': 'The preview stopped',
  'advice.preview.stopped.meaning':
    'The response needed too much memory or could not be read. Run again, or request less data.',

  'advice.console.exchange_gone.title': 'This request is no longer in the console',
  'advice.console.exchange_gone.meaning': 'It was cleared, or newer requests replaced it.',
  'advice.console.no_token.title': 'There is no token to copy',
  'advice.console.no_token.meaning': 'The connection has no token now, or this request is sent without one.',
  'advice.console.unwritable.title': 'The file could not be written',
  'advice.console.unwritable.meaning': 'The folder may be read-only or full. Choose another folder.',

  'advice.practice.failed.title': 'The practice service did not start',
  'advice.practice.failed.meaning': 'It could not open a port on this computer. Try again.',
  'advice.practice.no_preset.title': 'The practice service does not offer this grant',
  'advice.practice.no_preset.meaning': 'Its preset is missing. Install Tokenboard again.',
  'advice.practice.stopped.title': 'The practice service stopped',
  'advice.practice.stopped.meaning': 'Its tokens no longer work. Start it again, then request a new token.',
} as const satisfies Record<`advice.${ErrorCode}.${'title' | 'meaning'}`, string>;
