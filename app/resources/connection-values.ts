import type { Connection } from '../shared/connection/connection.ts';
import { RequestError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';

/**
 * The value that a connection has for `{name}`. `login`: its login brought it; otherwise the user typed it.
 * `undefined`: the name is not the connection's.
 */
export type ConnectionValue = { from: 'login' | 'user'; value: string } | undefined;

/**
 * `values`: what the login brought (`TokenSet.values`). Throws RequestError `resource.value_missing`,
 * `connection.variable_missing`.
 */
export function connectionValue(
  { id, name: title, variables, capturedValues }: Connection,
  name: string,
  values: Readonly<Record<string, string>>,
): ConnectionValue {
  if (Object.hasOwn(capturedValues, name)) {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value !== undefined) return { from: 'login', value };
    throw new RequestError(
      'resource.value_missing',
      message('resource.capturedMissing', { variable: `{${name}}`, connection: title }),
      { details: { value: name, connectionId: id } },
    );
  }
  if (!Object.hasOwn(variables, name)) return undefined;
  const value = variables[name]?.trim() ?? '';
  if (value !== '') return { from: 'user', value };
  throw new RequestError('connection.variable_missing', message('fields.variable.missing', { variable: `{${name}}` }), {
    details: { variable: name, connectionId: id },
  });
}
