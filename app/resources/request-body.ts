import type { Connection } from '../shared/connection/connection.ts';
import { RequestError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
import { bodyAsSent, bodyUses, contentTypeOf } from '../shared/resource/body.ts';
import type { Resource } from '../shared/resource/resource.ts';
import type { UrlParts } from './request-url.ts';

export interface RequestBody {
  text: string;
  contentType: string;
  /** The fields of a form, which OAuth1 signs (RFC 5849 §3.4.1.3.1). */
  form?: [name: string, value: string][] | undefined;
}

/**
 * The body of a resource's POST, with `{name}` filled in from the vault, the connection and its login. `undefined`: a
 * GET. Throws RequestError `resource.value_missing`, `connection.variable_missing`.
 */
export function requestBody(
  resource: Resource,
  { connection, values = {}, secretValues = {} }: Omit<UrlParts, 'practiceOrigin'>,
): RequestBody | undefined {
  if (resource.method === 'GET') return undefined;
  const { body } = resource;
  const known = { ...(connection === undefined ? {} : ofConnection(resource, connection, values)), ...secretValues };
  return { ...bodyAsSent(body, known), contentType: contentTypeOf(body) };
}

/** The connection's variables, and what its login brought, as far as the body uses them. */
function ofConnection(
  resource: Resource,
  { id, name: title, variables, capturedValues }: Connection,
  values: Readonly<Record<string, string>>,
): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of Object.keys(capturedValues).filter((each) => bodyUses(resource, each))) {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined)
      throw new RequestError(
        'resource.value_missing',
        message('resource.capturedMissing', { variable: `{${name}}`, connection: title }),
        { details: { value: name, connectionId: id } },
      );
    found[name] = value;
  }
  for (const [name, typed] of Object.entries(variables).filter(([each]) => bodyUses(resource, each))) {
    if (Object.hasOwn(found, name)) continue;
    const value = typed.trim();
    if (value === '')
      throw new RequestError(
        'connection.variable_missing',
        message('fields.variable.missing', { variable: `{${name}}` }),
        {
          details: { variable: name, connectionId: id },
        },
      );
    found[name] = value;
  }
  return found;
}
