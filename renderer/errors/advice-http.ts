import type { SomeAdvice } from './rule.ts';

/** `http.*`, and `resource.*` for responses of the API: failures to reach a server or to be authorized. */
export const httpAdvice = {
  'http.offline': {
    title: 'There is no network',
    meaning: '{host} cannot be reached. Check the network. Nothing was lost.',
    actions: ['try_again'],
  },
  'http.dns': {
    title: 'There is no such host',
    meaning: 'The name {host} is unknown. Check its spelling; it may exist only inside a company network.',
    actions: ['edit_url', 'show_all_fields', 'try_again'],
  },
  'http.refused': {
    title: 'Connection refused',
    meaning: 'Nothing listens at {host}. The service may be down, or the port may be wrong.',
    actions: ['try_again', 'start_practice', 'edit_url', 'show_all_fields'],
  },
  'http.timeout': {
    title: 'No response in time',
    meaning: '{host} sent no response in time. If it is always this slow, allow more time in the settings.',
    actions: ['try_again', 'open_settings'],
  },
  'http.interrupted': {
    title: 'The connection was interrupted',
    meaning: 'The response from {host} is incomplete. Try again.',
    actions: ['try_again'],
  },
  'http.malformed': {
    title: 'The response cannot be read',
    meaning: 'The response from {host} is not valid HTTP: {reason}. Check the URL and port, or tell the service.',
    actions: ['edit_url', 'show_all_fields', 'try_again'],
  },
  'http.cancelled': {
    title: 'Cancelled',
    meaning: 'The request was stopped before the response arrived.',
    actions: ['try_again'],
  },
  'http.certificate': {
    title: 'The certificate is not accepted',
    meaning:
      'The server did not prove that it is {host}: {reason}. In a company network, ask your administrator for its certificate.',
    actions: ['open_settings', 'try_again'],
  },
  'http.tls': {
    title: 'No secure connection',
    meaning: '{host} and this computer share no encryption. The server may be very old or support http only.',
    actions: ['edit_url', 'show_all_fields', 'try_again'],
  },
  'http.proxy': {
    title: 'The proxy blocks the request',
    meaning: 'The proxy did not let the request through to {host}. Ask your administrator, or check Settings, Network.',
    actions: ['try_again', 'open_settings'],
  },
  'http.proxy_settings': {
    title: 'The proxy setting cannot be used',
    meaning:
      '{where} names no proxy that Tokenboard can use: {reason}. Correct it there, or set the proxy in Settings, Network.',
    actions: ['open_settings', 'try_again'],
  },
  'http.proxy_authentication': {
    title: 'The proxy requires a password',
    meaning: 'The proxy requires a user name and password for {host}. Enter both in Settings, Network.',
    actions: ['open_settings', 'try_again'],
  },
  'http.insecure_url': {
    title: 'The URL is not secure',
    meaning: 'Others on the way could read the token. Start the URL with https://.',
    actions: ['edit_url', 'show_all_fields'],
  },
  'http.invalid_url': {
    title: 'The URL is incomplete',
    meaning: 'Enter a complete URL that starts with https://, without a user name or password.',
    actions: ['edit_url', 'show_all_fields'],
  },
  'http.too_large': {
    title: 'The response is too large',
    meaning: 'It is larger than the limit for previews. Raise the limit in the settings.',
    actions: ['open_settings', 'try_again'],
  },

  'resource.authorization_required': {
    title: 'The service requires authorization',
    meaning: 'This URL is not public. Choose OAuth, a Bearer token or Basic.',
    actions: ['use_oauth', 'edit_url', 'try_again'],
  },
  'resource.unauthorized': {
    title: 'The service refused the authorization',
    meaning: 'The token, password or key is wrong or has expired. Request a new token, or enter the secret again.',
    actions: ['request_token', 'edit_connection', 'try_again'],
  },
  'resource.forbidden': {
    title: 'The service does not allow this',
    meaning: 'The account may not see this data, or a scope is missing. Add the scope, then request a new token.',
    actions: ['edit_connection', 'request_token', 'try_again'],
  },
  'resource.forbidden_anonymous': {
    title: 'The service does not allow this',
    meaning: 'The request carried no authorization. Choose OAuth, a Bearer token or Basic, or check the URL.',
    actions: ['use_oauth', 'edit_url', 'try_again'],
  },
  'resource.not_there': {
    title: 'Nothing at this URL',
    meaning: 'Check the path. Some services also send this when the account may not see the data.',
    actions: ['edit_url', 'try_again'],
  },
  'resource.rate_limited': {
    title: 'Too many requests',
    meaning: 'The service asks you to wait. Try again later.',
    actions: ['try_again'],
  },
  'resource.server_error': {
    title: 'Server error',
    meaning: 'Your settings are fine. Try again later.',
    actions: ['try_again'],
  },
  'resource.redirected': {
    title: 'A redirect without an address',
    meaning: 'The service redirects but does not say where. Enter the final URL.',
    actions: ['edit_url', 'try_again'],
  },
  'resource.too_many_redirects': {
    title: 'Too many redirects',
    meaning: 'The service keeps redirecting. Often a login is missing: check the authorization and the URL.',
    actions: ['edit_url', 'try_again'],
  },
  'resource.unsafe_redirect': {
    title: 'Unsafe redirect',
    meaning:
      'Tokenboard did not follow the redirect to {host}, because others could read the request there. Check the URL.',
    actions: ['edit_url'],
  },
  'resource.refused': {
    title: 'The service refused the request',
    meaning: 'Read what the service said. Often a parameter in the URL is missing or wrong.',
    actions: ['edit_url', 'try_again'],
  },
  'resource.value_missing': {
    title: 'The URL needs a value from the login',
    meaning: 'The last login did not bring “{value}”. Request a new token.',
    actions: ['request_token', 'edit_url'],
  },
  'resource.host_not_allowed': {
    title: 'The token is not for this host',
    meaning: '{host} is not a host of this connection. Allow it only if you trust it with the token.',
    actions: ['allow_host', 'edit_url', 'edit_connection'],
  },
  'resource.insecure_url': {
    title: 'The URL is not secure',
    meaning: 'Others on the way could read the secret. Start the URL with https://.',
    actions: ['edit_url'],
  },
  'http.encoding_unknown': {
    title: 'Unknown compression',
    meaning: 'The response uses {encoding}, which Tokenboard cannot read. Add the header Accept-Encoding: gzip.',
    actions: ['try_again'],
  },
} satisfies SomeAdvice;
