import { type Message, message } from '../messages/message.ts';
import { hostPatternProblem } from './allowed-hosts.ts';
import type { Connection } from './connection.ts';
import { declaringTexts } from './declared-values.ts';
import type { FieldProblem } from './field-problem.ts';
import {
  apiHeadersProblem,
  capturedValuesProblem,
  extraParameterFields,
  extraParametersProblem,
  pointerProblem,
  scopeParameterProblem,
  tokenPlacementProblem,
} from './field-validators.ts';
import {
  definitionOf,
  hasCallback,
  isWithoutLogin,
  protocolOf,
  requestUrlFields,
  usesField,
} from './grants/definitions.ts';
import { isSoundVariable, variablesIn } from './template.ts';
import { tokenHeadersProblem } from './token-headers.ts';
import { callbackUrlProblem, issuerProblem, urlProblem } from './url-validators.ts';

const optionalUrlFields = ['refreshUrl', 'revocationUrl', 'introspectionUrl'] as const;
const templateFields = [...requestUrlFields, ...optionalUrlFields, 'issuer', 'accountUrl'] as const;

/**
 * What keeps the connection from requesting a token, in the dialog's order. Pure, so that the dialog can check while
 * the user types.
 */
export function validateConnection(connection: Connection): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const add = (field: FieldProblem['field'], message: Message | undefined) => {
    if (message !== undefined) problems.push({ field, message });
  };
  const uses = (field: keyof Connection) => usesField(connection, field);
  const captured = Object.keys(connection.capturedValues);
  if (connection.name.trim() === '') add('name', message('fields.connection.name'));
  if (uses('issuer') && connection.issuer.trim() !== '') add('issuer', issuerProblem(connection.issuer, connection));
  if (hasCallback(connection)) add('callbackUrl', callbackUrlProblem(connection));
  const urlProblemOf = (field: (typeof requestUrlFields)[number] | (typeof optionalUrlFields)[number]) =>
    urlProblem(connection[field], message(`fields.url.${field}`), connection);
  for (const field of requestUrlFields) if (uses(field)) add(field, urlProblemOf(field));
  for (const field of optionalUrlFields)
    if (uses(field) && connection[field].trim() !== '') add(field, urlProblemOf(field));
  if (uses('accountUrl') && connection.accountUrl.trim() !== '')
    add('accountUrl', urlProblem(connection.accountUrl, message('fields.url.accountUrl'), connection, captured));
  if (connection.clientId.trim() === '') add('clientId', protocolOf(connection).clientIdMissing);
  else if (connection.clientId !== connection.clientId.trim()) add('clientId', message('fields.clientId.space'));
  problems.push(...(definitionOf(connection).problems?.(connection) ?? []));
  add('scopes', scopesProblem(connection));
  if (uses('scopeParameter')) add('scopeParameter', scopeParameterProblem(connection));
  for (const field of extraParameterFields) if (uses(field)) add(field, extraParametersProblem(field, connection));
  if (!isWithoutLogin(connection)) {
    add('tokenMapping', pointerProblem(Object.values(connection.tokenMapping)));
    add('accountPointer', pointerProblem([connection.accountPointer]));
    add('capturedValues', capturedValuesProblem(connection));
  }
  if (uses('tokenPlacement')) add('tokenPlacement', tokenPlacementProblem(connection.tokenPlacement));
  add('apiHeaders', apiHeadersProblem(connection));
  if (uses('tokenHeaders')) add('tokenHeaders', tokenHeadersProblem(connection));
  for (const host of connection.hosts) if (!host.includes('{')) add('hosts', hostPatternProblem(host));
  for (const name of usedVariables(connection)) add(`variables.${name}`, variableProblem(name, connection));
  return problems;
}

/**
 * The variables that the user must enter: those of URLs and hosts, and declared ones of headers, parameters and scopes. The
 * app provides `{practice}` and `{clientId}`, and a login brings captured values.
 */
export function usedVariables(connection: Connection): string[] {
  const given = (name: string) =>
    name === 'practice' ||
    name === 'clientId' ||
    connection.secretValues.includes(name) ||
    Object.hasOwn(connection.capturedValues, name);
  const declared = declaringTexts(connection)
    .flatMap(variablesIn)
    .filter((name) => Object.hasOwn(connection.variables, name));
  const names = [...templatesOf(connection).flatMap(variablesIn), ...declared];
  return [...new Set(names)].filter((name) => !given(name));
}

function templatesOf(connection: Connection): string[] {
  const used = templateFields.filter((field) => usesField(connection, field));
  return [...used.map((field) => connection[field]), ...connection.hosts];
}

function variableProblem(name: string, connection: Connection): Message | undefined {
  const value = (Object.hasOwn(connection.variables, name) ? connection.variables[name] : undefined)?.trim() ?? '';
  if (value === '') return message('fields.variable.needed', { variable: `{${name}}` });
  return isSoundVariable(name, value, templatesOf(connection)) ? undefined : message('fields.variable.unfit');
}

/**
 * RFC 6749 §3.3: printable ASCII without space, quote and backslash. If commas separate the scopes, a scope contains
 * none.
 */
function scopesProblem({ scopes, scopeSeparator }: Connection): Message | undefined {
  const spaced = scopes.find((scope) => /\s/.test(scope) || (scopeSeparator === ',' && scope.includes(',')));
  if (spaced !== undefined) return message('fields.scopes.several', { scope: spaced });
  const odd = scopes.find((scope) => !/^[\x21\x23-\x5b\x5d-\x7e]+$/.test(scope));
  if (odd !== undefined) return message('fields.scopes.character', { scope: odd });
  const twice = scopes.find((scope, index) => scopes.indexOf(scope) !== index);
  if (twice !== undefined) return message('fields.scopes.twice', { scope: twice });
  return undefined;
}
