import type { Connection } from './connection.ts';
import { placeholder } from './fill-values.ts';
import { fillTemplate } from './template.ts';
import { parameterFields } from './text-fields.ts';

/**
 * The texts that may use a variable which the connection declares elsewhere: headers, extra parameters and scopes. Braces
 * with another name are not the app's: a parameter may hold JSON.
 */
export const declaringTexts = (connection: Connection): string[] => [
  ...parameterFields.flatMap((field) => Object.values(connection[field])),
  ...connection.scopes,
];

/** Throws RequestError `connection.variable_missing`, `connection.variable_invalid`. */
const fillVariables = (text: string, { variables }: Connection): string =>
  text.replaceAll(placeholder, (braces, name: string) =>
    Object.hasOwn(variables, name) ? fillTemplate(braces, variables) : braces,
  );

/**
 * The headers of requests to the API, with variables, the client ID as `{clientId}` (Twitch), and what the login brought
 * (`TokenSet.values`). Throws RequestError `connection.variable_missing`, `connection.variable_invalid`.
 */
export function filledApiHeaders(
  connection: Connection,
  values: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const fill = (text: string): string =>
    fillVariables(text, connection).replaceAll(placeholder, (braces, name: string) => {
      if (name === 'clientId') return connection.clientId;
      const isCaptured = Object.hasOwn(connection.capturedValues, name) && Object.hasOwn(values, name);
      return isCaptured ? (values[name] ?? braces) : braces;
    });
  return Object.fromEntries(Object.entries(connection.apiHeaders).map(([name, text]) => [name, fill(text)]));
}

/**
 * The connection with its variables filled in where they are not part of a URL: extra parameters (BigCommerce, Tesla) and
 * scopes (Dynamics 365). Throws RequestError `connection.variable_missing`, `connection.variable_invalid`.
 */
export function withDeclaredValues(connection: Connection): Connection {
  if (!declaringTexts(connection).some((text) => text.includes('{'))) return connection;
  const filled = {
    ...connection,
    scopes: connection.scopes.map((scope) => fillVariables(scope, connection)),
  };
  for (const field of parameterFields)
    filled[field] = Object.fromEntries(
      Object.entries(connection[field]).map(([name, text]) => [name, fillVariables(text, connection)]),
    );
  return filled;
}
