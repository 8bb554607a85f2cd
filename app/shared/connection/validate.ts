import { hostPatternProblem } from './allowed-hosts.ts';
import type { Connection } from './connection.ts';
import {
  apiHeadersProblem,
  capturedValuesProblem,
  extraParametersProblem,
  pointerProblem,
  scopeParameterProblem,
  tokenPlacementProblem,
} from './field-validators.ts';
import { isSoundVariable, variablesIn } from './template.ts';
import { tokenHeadersProblem } from './token-headers.ts';
import { isWithoutLogin } from './token-sources.ts';
import { callbackUrlProblem, issuerProblem, urlProblem } from './url-validators.ts';

export interface FieldProblem {
  /** A key of Connection, or `variables.<name>`. */
  field: keyof Connection | `variables.${string}`;
  message: string;
}

/** The URLs of a connection that its grant asks, with how a sentence calls them. Others must not matter. */
function urlsOf({ grant, tokenSource }: Connection): {
  required: [UrlField, string][];
  optional: [UrlField, string][];
} {
  const accessToken: [UrlField, string] = ['accessTokenUrl', 'The access token URL'];
  const authorization: [UrlField, string] = ['authorizationUrl', 'The authorization URL'];
  const revocation: [UrlField, string] = ['revocationUrl', 'The revocation URL'];
  if (isWithoutLogin({ grant, tokenSource })) return { required: [], optional: [revocation] };
  if (grant === 'oauth1')
    return { required: [['requestUrl', 'The request URL'], authorization, accessToken], optional: [revocation] };
  const own: [UrlField, string][] =
    grant === 'authorization_code'
      ? [authorization]
      : grant === 'device_code'
        ? [['deviceAuthorizationUrl', 'The device authorization URL']]
        : [];
  return {
    required: [...own, accessToken],
    optional: [['refreshUrl', 'The refresh URL'], revocation, ['introspectionUrl', 'The introspection URL']],
  };
}
type UrlField =
  | 'requestUrl'
  | 'authorizationUrl'
  | 'deviceAuthorizationUrl'
  | 'accessTokenUrl'
  | 'refreshUrl'
  | 'revocationUrl'
  | 'introspectionUrl';

/** The grants whose answer comes to the callback URL. */
export const hasCallback = ({ grant, tokenSource }: Pick<Connection, 'grant' | 'tokenSource'>): boolean =>
  grant === 'authorization_code' || (grant === 'oauth1' && tokenSource === 'login');

/** What keeps a token from being requested, in the dialog's order. Pure: the dialog asks as one types. */
export function validateConnection(connection: Connection): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const add = (field: FieldProblem['field'], message: string | undefined) => {
    if (message !== undefined) problems.push({ field, message });
  };
  const { grant } = connection;
  const captured = Object.keys(connection.capturedValues);
  if (connection.name.trim() === '') add('name', 'Give the connection a name.');
  if (grant !== 'oauth1' && connection.issuer.trim() !== '')
    add('issuer', issuerProblem(connection.issuer, connection));
  if (hasCallback(connection)) add('callbackUrl', callbackUrlProblem(connection));
  const { required, optional } = urlsOf(connection);
  for (const [field, what] of required) add(field, urlProblem(connection[field], what, connection));
  for (const [field, what] of optional)
    if (connection[field].trim() !== '') add(field, urlProblem(connection[field], what, connection));
  if (grant !== 'oauth1' && connection.accountUrl.trim() !== '')
    add('accountUrl', urlProblem(connection.accountUrl, 'The account URL', connection, captured));
  if (connection.clientId.trim() === '')
    add('clientId', grant === 'oauth1' ? 'Enter the consumer key of your app.' : 'Enter the client ID of your app.');
  else if (connection.clientId !== connection.clientId.trim())
    add('clientId', 'There is a space before or after the client ID.');
  // RFC 6749 §4.4: for confidential clients only; without a secret anybody could be the app.
  if (grant === 'client_credentials' && connection.clientAuthentication === 'none')
    add('clientAuthentication', 'Client credentials need a client secret. Choose how it is sent.');
  if (grant === 'password' && connection.username === '') add('username', 'Enter the user name.');
  add('scopes', scopesProblem(connection));
  if (grant !== 'oauth1') add('scopeParameter', scopeParameterProblem(connection));
  add(
    'extraAuthorizationParameters',
    hasCallback(connection) || grant === 'device_code'
      ? extraParametersProblem('authorization', connection)
      : undefined,
  );
  if (!isWithoutLogin(connection)) add('extraTokenParameters', extraParametersProblem('token', connection));
  if (grant !== 'oauth1') add('extraRefreshParameters', extraParametersProblem('refresh', connection));
  if (!isWithoutLogin(connection)) {
    add('tokenMapping', pointerProblem(Object.values(connection.tokenMapping)));
    add('accountPointer', pointerProblem([connection.accountPointer]));
    add('capturedValues', capturedValuesProblem(connection));
  }
  if (grant !== 'oauth1') add('tokenPlacement', tokenPlacementProblem(connection.tokenPlacement));
  add('apiHeaders', apiHeadersProblem(connection));
  if (!isWithoutLogin(connection)) add('tokenHeaders', tokenHeadersProblem(connection));
  for (const host of connection.hosts) if (!host.includes('{')) add('hosts', hostPatternProblem(host));
  for (const name of usedVariables(connection)) add(`variables.${name}`, variableProblem(name, connection));
  return problems;
}

/** Variables that the user has to give: `{practice}` is the app's own, `{clientId}` is there, captured values come with a login. */
export function usedVariables(connection: Connection): string[] {
  const given = (name: string) =>
    name === 'practice' ||
    name === 'clientId' ||
    connection.secretValues.includes(name) ||
    Object.hasOwn(connection.capturedValues, name);
  return [...new Set(templatesOf(connection).flatMap(variablesIn))].filter((name) => !given(name));
}

function templatesOf(connection: Connection): string[] {
  const { required, optional } = urlsOf(connection);
  const texts = [...required, ...optional].map(([field]) => connection[field]);
  if (connection.grant !== 'oauth1') texts.push(connection.issuer, connection.accountUrl);
  return [...texts, ...connection.hosts];
}

function variableProblem(name: string, connection: Connection): string | undefined {
  const value = (Object.hasOwn(connection.variables, name) ? connection.variables[name] : undefined)?.trim() ?? '';
  if (value === '') return `Fill in {${name}}. The URLs need it.`;
  return isSoundVariable(name, value, templatesOf(connection))
    ? undefined
    : 'Use letters, digits, dots and hyphens, and slashes only where a path is, without https://.';
}

/** RFC 6749 §3.3: printable ASCII without space, quote and backslash. Services with commas take no comma in a scope. */
function scopesProblem({ scopes, scopeSeparator }: Connection): string | undefined {
  const spaced = scopes.find((scope) => /\s/.test(scope) || (scopeSeparator === ',' && scope.includes(',')));
  if (spaced !== undefined) return `“${spaced}” looks like several scopes. Enter each one separately.`;
  const odd = scopes.find((scope) => !/^[\x21\x23-\x5b\x5d-\x7e]+$/.test(scope));
  if (odd !== undefined) return `“${odd}” contains a character that scopes must not contain.`;
  const twice = scopes.find((scope, index) => scopes.indexOf(scope) !== index);
  if (twice !== undefined) return `“${twice}” occurs twice.`;
  return undefined;
}
