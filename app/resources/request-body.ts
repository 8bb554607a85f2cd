import type { Connection } from '../shared/connection/connection.ts';
import { bodyAsSent, bodyUses, contentTypeOf } from '../shared/resource/body.ts';
import { dateText } from '../shared/resource/dates/evaluate.ts';
import type { Resource } from '../shared/resource/resource.ts';
import { connectionValue } from './connection-values.ts';
import type { UrlParts } from './request-url.ts';

export interface RequestBody {
  text: string;
  contentType: string;
  /** The fields of a form, which OAuth1 signs (RFC 5849 §3.4.1.3.1). */
  form?: [name: string, value: string][] | undefined;
}

/**
 * The body of a resource's POST, with relative dates, and `{name}` from the vault, the connection and its login.
 * `undefined`: a GET. Throws RequestError `resource.value_missing`, `resource.invalid`, `connection.variable_missing`.
 */
export function requestBody(
  resource: Resource,
  { connection, values = {}, secretValues = {}, at }: Omit<UrlParts, 'practiceOrigin'>,
): RequestBody | undefined {
  if (resource.method === 'GET') return undefined;
  const { body } = resource;
  const known = { ...(connection === undefined ? {} : ofConnection(resource, connection, values)), ...secretValues };
  const writeDate = (inner: string): string => dateText(inner, { at, timeZone: resource.timeZone });
  return { ...bodyAsSent(body, known, writeDate), contentType: contentTypeOf(body) };
}

/** The connection's variables, and what its login brought, as far as the body uses them. */
function ofConnection(
  resource: Resource,
  connection: Connection,
  values: Readonly<Record<string, string>>,
): Record<string, string> {
  const names = [...Object.keys(connection.capturedValues), ...Object.keys(connection.variables)];
  const used = names.filter((name) => bodyUses(resource, name));
  return Object.fromEntries(used.map((name) => [name, connectionValue(connection, name, values)?.value ?? '']));
}
