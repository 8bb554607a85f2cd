import type { Connection } from '../connection/connection.ts';
import { variablesIn } from '../connection/template.ts';
import { splitTypedUrl } from '../detect-credentials.ts';
import { withoutDates } from './dates/templates.ts';
import type { Resource } from './resource.ts';

export type Connected = Pick<Connection, 'variables' | 'capturedValues'>;

/** Whether the connection has a value for `{name}`, or will have one after a login. */
export const isOfConnection = (connection: Connected | undefined, name: string): boolean =>
  connection !== undefined &&
  (Object.hasOwn(connection.variables, name) || Object.hasOwn(connection.capturedValues, name));

export interface OwnVariable {
  name: string;
  /** As typed, without spaces around it. Empty: none. */
  value: string;
  /** Otherwise the braces may be text of the service, such as JSON or GraphQL, and stay as they are without a value. */
  isSure: boolean;
}

/**
 * Each `{name}` in the URL that is the resource's own: no value of the vault, the connection or the practice service.
 * Without `connection`, those of a resource that has one are not known: none.
 */
export function ownVariables(
  {
    url,
    secretValues,
    variables,
    authorization,
  }: Pick<Resource, 'url' | 'secretValues' | 'variables' | 'authorization'>,
  connection: Connected | undefined,
): OwnVariable[] {
  if (!url.includes('{')) return [];
  if (authorization.type === 'oauth' && connection === undefined) return [];
  const text = withoutDates(url);
  const sure = sureNames(text);
  const { path, query = '' } = splitTypedUrl(text);
  const inQuery = query.split('&').filter((pair) => !isGraphQl(pair));
  return variablesIn([path, ...inQuery].join('&'))
    .filter((name) => name !== 'practice' && !secretValues.includes(name) && !isOfConnection(connection, name))
    .map((name) => ({
      name,
      value: (Object.hasOwn(variables, name) ? variables[name] : undefined)?.trim() ?? '',
      isSure: sure.has(name),
    }));
}

/** The parameter of GraphQL over HTTP (§6.2.1), whose braces are its own. */
const isGraphQl = (pair: string): boolean => pair.startsWith('query=');

/**
 * The names that are certainly placeholders. A path cannot contain braces (RFC 3986 §3.3). In a query, the whole value
 * must be `{name}`.
 */
function sureNames(url: string): Set<string> {
  const { path, query = '' } = splitTypedUrl(url);
  const whole = query
    .split('&')
    .flatMap((pair) => (isGraphQl(pair) ? [] : (/^[^=]*=(\{\w+\})$/.exec(pair)?.[1] ?? [])));
  return new Set(variablesIn([path, ...whole].join('&')));
}
