import { OAuthError, RequestError } from '../errors.ts';
import { type Message, message } from '../messages/message.ts';
import { parametersHolding, valueSecret } from '../secret-value.ts';
import type { Connection, ConnectionSecrets } from './connection.ts';
import { filledApiHeaders } from './declared-values.ts';
import { fillValues, placeholder } from './fill-values.ts';
import { parameterFields, urlFields } from './text-fields.ts';

type Values = (name: string) => string | undefined;

/** The secret values whose `{name}` the connection contains. */
export function usedSecretValues(connection: Connection): string[] {
  const texts = [
    ...urlFields.map((field) => connection[field]),
    ...parameterFields.flatMap((field) => Object.values(connection[field])),
    connection.username,
  ];
  return connection.secretValues.filter((name) => texts.some((text) => text.includes(`{${name}}`)));
}

/**
 * The connection with its secret values filled in, encoded within URLs. For requests only: never store or show it.
 * Throws RequestError `connection.invalid`.
 */
export function withSecretValues(connection: Connection, secrets: ConnectionSecrets): Connection {
  const used = usedSecretValues(connection);
  if (used.length === 0) return connection;
  const values = Object.fromEntries(used.map((name) => [name, required(name, secrets[valueSecret(name)])]));
  const valueFor: Values = (name) => values[name];
  const filled = { ...connection, username: fillText(connection.username, valueFor) };
  for (const field of urlFields) filled[field] = fillUrl(connection[field], values);
  for (const field of parameterFields) filled[field] = fillAll(connection[field], valueFor);
  return filled;
}

/**
 * The headers of a GET, and the secrets they contain. `values`: what the login brought. Throws RequestError
 * `connection.invalid`, `connection.variable_missing`, `connection.variable_invalid`; VaultError.
 */
export function apiHeadersOf(
  connection: Connection,
  read: (owner: string, name: string) => string | undefined,
  values: Readonly<Record<string, string>> | undefined,
): { headers: Readonly<Record<string, string>>; secrets: string[] } {
  const { id, secretValues } = connection;
  const apiHeaders = filledApiHeaders(connection, values);
  if (secretValues.length === 0) return { headers: apiHeaders, secrets: [] };
  const secrets: string[] = [];
  const headers = fillAll(apiHeaders, (name) => {
    if (!secretValues.includes(name)) return undefined;
    const value = required(name, read(id, valueSecret(name)));
    secrets.push(value);
    return value;
  });
  return { headers, secrets };
}

/** Parameters and headers with secret values. The console masks the values of these names. */
export const hiddenNamesOf = (connection: Connection): string[] =>
  connection.secretValues.flatMap((value) => [
    ...parameterFields.flatMap((field) =>
      Object.entries(connection[field]).flatMap(([name, text]) => (text.includes(`{${value}}`) ? [name] : [])),
    ),
    ...urlFields.flatMap((field) => parametersHolding(connection[field], value)),
  ]);

const fillText = (text: string, valueFor: Values): string =>
  text.replaceAll(placeholder, (braces, name: string) => valueFor(name) ?? braces);

const fillAll = (values: Readonly<Record<string, string>>, valueFor: Values): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, text]) => [name, fillText(text, valueFor)]));

function fillUrl(text: string, values: Readonly<Record<string, string>>): string {
  try {
    return fillValues(text, values);
  } catch (error) {
    const name = error instanceof OAuthError ? error.details?.value : undefined;
    if (typeof name !== 'string') throw error;
    throw invalid(name, message('fields.value.unfit', { variable: `{${name}}` }));
  }
}

function required(name: string, value: string | undefined): string {
  if (value === undefined || value === '')
    throw invalid(name, message('fields.value.missing', { variable: `{${name}}` }));
  return value;
}

const invalid = (name: string, message: Message) =>
  new RequestError('connection.invalid', message, { details: { field: valueSecret(name) } });
