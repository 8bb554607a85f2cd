import type { CodeOf } from '../../../app/shared/error-codes.ts';

/** Titles and meanings of errors of reaching a server and of login windows, by code. Placeholders are facts (`details`) of the error. */
export const adviceNetwork = {
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
  'advice.window.no_window.title': 'No window here',
  'advice.window.no_window.meaning':
    'This Tokenboard runs without a window. Log in through the system browser, with a device code, or by pasting the callback URL.',
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
} as const satisfies Record<`advice.${CodeOf<'http' | 'network' | 'window'>}.${'title' | 'meaning'}`, string>;
