import type { ConnectionStore } from '../connections/store.ts';
import type { Connection } from '../shared/connection/connection.ts';
import { RequestError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
import type { Resource } from '../shared/resource/resource.ts';
import { validateResource } from '../shared/resource/validate.ts';

// What a resource needs before its request can be built, to send it or to copy it.

const valid = new WeakSet<Resource>();

/** Throws RequestError `resource.invalid`. */
export function requireValid(resource: Resource): void {
  if (valid.has(resource)) return;
  const [problem] = validateResource(resource);
  if (problem) throw new RequestError('resource.invalid', problem.message, { details: { field: problem.field } });
  valid.add(resource);
}

/** The connection of a resource with OAuth. Throws RequestError `resource.no_connection`. */
export function connectionOf(
  { authorization }: Resource,
  connections: Pick<ConnectionStore, 'find'>,
): Connection | undefined {
  if (authorization.type !== 'oauth') return undefined;
  const connection = authorization.connectionId === null ? undefined : connections.find(authorization.connectionId);
  if (!connection) throw new RequestError('resource.no_connection', message('resource.noConnection'));
  return connection;
}

/** Whether the request needs the origin of the practice service. */
export const usesPractice = (resource: Resource, connection: Connection | undefined): boolean =>
  resource.url.includes('{practice}') || connection?.hosts.includes('{practice}') === true;
