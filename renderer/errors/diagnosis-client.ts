import { usesField } from '../../app/shared/connection/grants/definitions.ts';
import { namedMethod, otherAuthentication, otherMethod } from './client-methods.ts';
import type { Rule } from './rule.ts';

/** The client and how it presents itself to the token endpoint. */
export const clientRules: readonly Rule[] = [
  {
    codes: /^token\./,
    says: /AADSTS7000222|secret.{0,40}expired|expired.{0,20}secret/i,
    title: 'The client secret has expired',
    meaning: 'Create a new one in the API console, then enter it here. The current token works until it expires.',
    fix: () => ({ label: 'Open API console', action: 'open_console' }),
    actions: ['edit_connection'],
  },
  {
    codes: /^token\./,
    says: /AADSTS7000215/i,
    title: 'That is not the client secret',
    meaning: 'Microsoft shows the ID and the value of a secret. Enter the value; it is shown only once.',
    fix: () => ({ label: 'Enter the client secret', action: 'edit_connection' }),
    actions: ['open_console'],
  },
  {
    codes: /^token\./,
    when: (situation) => namedMethod(situation.serviceMessage) !== undefined && otherMethod(situation) !== undefined,
    title: 'The client secret must be sent another way',
    meaning: 'The service names the client authentication registered for this client. Use that one.',
    fix: otherAuthentication,
    actions: ['edit_connection', 'open_console'],
  },
  {
    codes: /^token\./,
    says: /AADSTS(700025|90023)\b|client is public|public client.{0,40}(secret|assertion)|secret .{0,30}(must not|should not|not be (sent|presented))/i,
    when: ({ connection }) => connection !== undefined && connection.clientAuthentication !== 'none',
    title: 'This client has no secret',
    meaning: 'It is registered as a public client (desktop or mobile), which must not send a secret.',
    fix: () => ({ label: 'Send no secret', change: { clientAuthentication: 'none' }, retry: 'login' }),
    actions: ['edit_connection', 'open_console'],
  },
  {
    codes: /^token\./,
    says: /AADSTS7000218|client_secret.{0,30}(missing|required)|(missing|required).{0,40}client[ _](secret|assertion|credentials|authentication)/i,
    when: ({ connection }) => connection?.clientAuthentication === 'none',
    title: 'The service requires a client secret',
    meaning: 'This client is registered with a secret. Enter it, and choose under More how to send it.',
    fix: () => ({ label: 'Enter the client secret', action: 'edit_connection' }),
    actions: ['open_console'],
  },
  {
    codes: /^token\./,
    says: /AADSTS9002327|cross-origin requests|single-page application/i,
    title: 'The app is registered as a web page app',
    meaning: 'In the API console, move the callback URL from Single-page application to Web, or to Mobile and desktop.',
    fix: () => ({ label: 'Open API console', action: 'open_console' }),
    actions: ['try_again'],
  },
  {
    codes: /^(token|callback)\./,
    says: /code[ _]?challenge|code[ _]?verifier|\bpkce\b|proof key for code/i,
    when: ({ connection }) => connection?.pkce === 'none',
    title: 'The service requires PKCE',
    meaning: 'PKCE ties the code to this computer. Turn it on.',
    fix: () => ({ label: 'Turn PKCE on and log in again', change: { pkce: 'S256' }, retry: 'login' }),
    actions: ['show_all_fields'],
  },
  {
    codes: /^(token|callback)\./,
    says: /code[ _]?challenge|code[ _]?verifier|\bpkce\b|proof key for code/i,
    when: ({ connection }) => connection?.pkce === 'S256',
    title: 'The service does not support PKCE',
    meaning: 'The service rejects the PKCE parameters. Without them the login is a little less safe.',
    fix: () => ({ label: 'Log in without PKCE', change: { pkce: 'none' }, retry: 'login' }),
    actions: ['show_all_fields', 'try_again'],
  },
  {
    codes: /^token\./,
    says: /only application\/x-www-form-urlencoded|must be .{0,20}x-www-form-urlencoded/i,
    when: ({ connection }) => connection?.tokenRequestFormat === 'json',
    title: 'The service expects a form',
    meaning: 'The request was sent as JSON, which this service does not read.',
    fix: () => ({ label: 'Send a form and try again', change: { tokenRequestFormat: 'form' }, retry: 'renew' }),
    actions: ['show_all_fields'],
  },
  {
    codes: /^token\./,
    says: /application\/json|json (body|object|payload)|valid json|only supports json|unsupported media type|expected json/i,
    when: ({ connection }) => connection?.tokenRequestFormat === 'form',
    title: 'The service expects JSON',
    meaning: 'The request was sent as a form, which this service does not read.',
    fix: () => ({ label: 'Send JSON and try again', change: { tokenRequestFormat: 'json' }, retry: 'renew' }),
    actions: ['show_all_fields'],
  },
  {
    codes: /^token\.(refused|wrong_address|not_json|html|invalid_request)$/,
    when: ({ error, connection }) => error.details?.status === 415 && connection?.tokenRequestFormat === 'form',
    title: 'The service expects JSON',
    meaning: 'The request was sent as a form, which this service does not read.',
    fix: () => ({ label: 'Send JSON and try again', change: { tokenRequestFormat: 'json' }, retry: 'renew' }),
    actions: ['show_all_fields'],
  },
  {
    // Django OAuth Toolkit and others blame the grant when they cannot read the body.
    codes: /^token\.unsupported_grant_type$/,
    when: ({ connection }) => connection?.tokenRequestFormat === 'json',
    title: 'The service cannot read the request',
    meaning: 'The service found no grant type. The request was sent as JSON; the service may expect a form.',
    fix: () => ({ label: 'Send a form and try again', change: { tokenRequestFormat: 'form' }, retry: 'renew' }),
    actions: ['edit_connection'],
  },
  {
    codes: /^token\.(unsupported_grant_type|unauthorized_client|invalid_grant|wrong_password|refused|access_denied)$/,
    says: /AADSTS(50076|50079|50158)\b|multi-?factor|\bmfa\b|second factor|two-?factor|unsupported_grant_type|unauthorized_client/i,
    when: ({ connection }) =>
      connection !== undefined && usesField(connection, 'rememberPassword') && connection.authorizationUrl !== '',
    title: 'The service does not accept the password',
    meaning:
      'This client may not use the password grant, or the account needs a second factor. Use the authorization code instead.',
    fix: () => ({
      label: 'Log in with an authorization code',
      change: { grant: 'authorization_code' },
      retry: 'login',
    }),
    actions: ['edit_connection', 'open_console'],
  },
  {
    codes: /^(token\.|oauth1\.)/,
    says: /incorrect_client_credentials|bad_client_secret|invalid_client_(id|secret)|oauth client was not found|client_id and\/or client_secret|(invalid|bad) client (secret|credentials)|client secret supplied|client[ _]secret.{0,30}(not match|mismatch)/i,
    title: 'The client ID or the client secret is wrong',
    meaning: 'Copy both again from the API console, without a space before or after.',
    fix: () => ({ label: 'Enter them again', action: 'edit_connection' }),
    actions: ['open_console'],
  },
  {
    codes: /^token\.invalid_client$/,
    // The preset's client authentication is known to work, so the secret is wrong.
    when: ({ connection, preset, error }) =>
      preset !== undefined &&
      preset.clientAuthentication === connection?.clientAuthentication &&
      error.details?.specialCharacters !== true,
    title: 'The client ID or the client secret is wrong',
    meaning: 'The secret was sent as this service requires. Copy both again from the API console.',
    fix: () => ({ label: 'Enter them again', action: 'edit_connection' }),
    actions: ['open_console'],
  },
  {
    codes: /^token\.invalid_client$/,
    when: (situation) => situation.attempt.tried.length > 0 && otherMethod(situation) === undefined,
    title: 'The client ID or the client secret is wrong',
    meaning: 'Sending the secret another way did not help, so it is sent as before. Copy both again.',
    fix: () => ({ label: 'Enter them again', action: 'edit_connection' }),
    actions: ['open_console'],
  },
  {
    codes: /^token\.(invalid_client|invalid_request)$/,
    when: (situation) =>
      situation.error.code === 'token.invalid_client' ||
      /client.{0,20}(authenticat|credential|secret)|authorization header|basic auth/i.test(situation.serviceMessage),
    title: 'The service does not accept the client',
    meaning: 'The client ID or secret is wrong, or the secret must be sent another way. Copy both again first.',
    fix: otherAuthentication,
    actions: ['edit_connection', 'open_console'],
  },
];
