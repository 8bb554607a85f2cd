import { usesField } from '../../app/shared/connection/grants/definitions.ts';
import { text } from '../messages/text.ts';
import { namedMethod, otherAuthentication, otherMethod } from './client-methods.ts';
import type { Rule } from './rule.ts';

/** The client and how it presents itself to the token endpoint. */
export const clientRules: readonly Rule[] = [
  {
    id: 'secretExpired',
    codes: /^token\./,
    says: /AADSTS7000222|secret.{0,40}expired|expired.{0,20}secret/i,
    fix: () => ({ label: text('errorPanel.action.open_console'), action: 'open_console' }),
    actions: ['edit_connection'],
  },
  {
    id: 'secretIdEntered',
    codes: /^token\./,
    says: /AADSTS7000215/i,
    fix: () => ({ label: text('diagnosis.fix.enterSecret'), action: 'edit_connection' }),
    actions: ['open_console'],
  },
  {
    id: 'methodNamed',
    codes: /^token\./,
    when: (situation) => namedMethod(situation.serviceMessage) !== undefined && otherMethod(situation) !== undefined,
    fix: otherAuthentication,
    actions: ['edit_connection', 'open_console'],
  },
  {
    id: 'publicClient',
    codes: /^token\./,
    says: /AADSTS(700025|90023)\b|client is public|public client.{0,40}(secret|assertion)|secret .{0,30}(must not|should not|not be (sent|presented))/i,
    when: ({ connection }) => connection !== undefined && connection.clientAuthentication !== 'none',
    fix: () => ({ label: text('diagnosis.fix.send.none'), change: { clientAuthentication: 'none' }, retry: 'login' }),
    actions: ['edit_connection', 'open_console'],
  },
  {
    id: 'secretRequired',
    codes: /^token\./,
    says: /AADSTS7000218|client_secret.{0,30}(missing|required)|(missing|required).{0,40}client[ _](secret|assertion|credentials|authentication)/i,
    when: ({ connection }) => connection?.clientAuthentication === 'none',
    fix: () => ({ label: text('diagnosis.fix.enterSecret'), action: 'edit_connection' }),
    actions: ['open_console'],
  },
  {
    id: 'singlePageApp',
    codes: /^token\./,
    says: /AADSTS9002327|cross-origin requests|single-page application/i,
    fix: () => ({ label: text('errorPanel.action.open_console'), action: 'open_console' }),
    actions: ['try_again'],
  },
  {
    id: 'pkceRequired',
    codes: /^(token|callback)\./,
    says: /code[ _]?challenge|code[ _]?verifier|\bpkce\b|proof key for code/i,
    when: ({ connection }) => connection?.pkce === 'none',
    fix: () => ({ label: text('diagnosis.fix.turnPkceOn'), change: { pkce: 'S256' }, retry: 'login' }),
    actions: ['show_all_fields'],
  },
  {
    id: 'pkceRefused',
    codes: /^(token|callback)\./,
    says: /code[ _]?challenge|code[ _]?verifier|\bpkce\b|proof key for code/i,
    when: ({ connection }) => connection?.pkce === 'S256',
    fix: () => ({ label: text('diagnosis.fix.turnPkceOff'), change: { pkce: 'none' }, retry: 'login' }),
    actions: ['show_all_fields', 'try_again'],
  },
  {
    id: 'formExpected',
    codes: /^token\./,
    says: /only application\/x-www-form-urlencoded|must be .{0,20}x-www-form-urlencoded/i,
    when: ({ connection }) => connection?.tokenRequestFormat === 'json',
    fix: () => ({ label: text('diagnosis.fix.sendForm'), change: { tokenRequestFormat: 'form' }, retry: 'renew' }),
    actions: ['show_all_fields'],
  },
  {
    id: 'jsonExpected',
    codes: /^token\./,
    says: /application\/json|json (body|object|payload)|valid json|only supports json|unsupported media type|expected json/i,
    when: ({ connection }) => connection?.tokenRequestFormat === 'form',
    fix: () => ({ label: text('diagnosis.fix.sendJson'), change: { tokenRequestFormat: 'json' }, retry: 'renew' }),
    actions: ['show_all_fields'],
  },
  {
    id: 'jsonExpected',
    codes: /^token\.(refused|wrong_address|not_json|html|invalid_request)$/,
    when: ({ error, connection }) => error.details?.status === 415 && connection?.tokenRequestFormat === 'form',
    fix: () => ({ label: text('diagnosis.fix.sendJson'), change: { tokenRequestFormat: 'json' }, retry: 'renew' }),
    actions: ['show_all_fields'],
  },
  {
    id: 'grantTypeUnread',
    // Django OAuth Toolkit and others blame the grant when they cannot read the body.
    codes: /^token\.unsupported_grant_type$/,
    when: ({ connection }) => connection?.tokenRequestFormat === 'json',
    fix: () => ({ label: text('diagnosis.fix.sendForm'), change: { tokenRequestFormat: 'form' }, retry: 'renew' }),
    actions: ['edit_connection'],
  },
  {
    id: 'passwordRefused',
    codes: /^token\.(unsupported_grant_type|unauthorized_client|invalid_grant|wrong_password|refused|access_denied)$/,
    says: /AADSTS(50076|50079|50158)\b|multi-?factor|\bmfa\b|second factor|two-?factor|unsupported_grant_type|unauthorized_client/i,
    when: ({ connection }) =>
      connection !== undefined && usesField(connection, 'rememberPassword') && connection.authorizationUrl !== '',
    fix: () => ({
      label: text('diagnosis.fix.useCode'),
      change: { grant: 'authorization_code' },
      retry: 'login',
    }),
    actions: ['edit_connection', 'open_console'],
  },
  {
    id: 'clientWrong',
    codes: /^(token\.|oauth1\.)/,
    says: /incorrect_client_credentials|bad_client_secret|invalid_client_(id|secret)|oauth client was not found|client_id and\/or client_secret|(invalid|bad) client (secret|credentials)|client secret supplied|client[ _]secret.{0,30}(not match|mismatch)/i,
    fix: () => ({ label: text('diagnosis.fix.enterClient'), action: 'edit_connection' }),
    actions: ['open_console'],
  },
  {
    id: 'clientWrongKnownMethod',
    codes: /^token\.invalid_client$/,
    // The preset's client authentication is known to work, so the secret is wrong.
    when: ({ connection, preset, error }) =>
      preset !== undefined &&
      preset.clientAuthentication === connection?.clientAuthentication &&
      error.details?.specialCharacters !== true,
    fix: () => ({ label: text('diagnosis.fix.enterClient'), action: 'edit_connection' }),
    actions: ['open_console'],
  },
  {
    id: 'clientWrongTried',
    codes: /^token\.invalid_client$/,
    when: (situation) => situation.attempt.tried.length > 0 && otherMethod(situation) === undefined,
    fix: () => ({ label: text('diagnosis.fix.enterClient'), action: 'edit_connection' }),
    actions: ['open_console'],
  },
  {
    id: 'clientRefused',
    codes: /^token\.(invalid_client|invalid_request)$/,
    when: (situation) =>
      situation.error.code === 'token.invalid_client' ||
      /client.{0,20}(authenticat|credential|secret)|authorization header|basic auth/i.test(situation.serviceMessage),
    fix: otherAuthentication,
    actions: ['edit_connection', 'open_console'],
  },
];
