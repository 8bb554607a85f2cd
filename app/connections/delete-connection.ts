import { RequestError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
import type { Resource } from '../shared/resource/resource.ts';
import type { ConnectionChanges } from './connection-changes.ts';
import type { ConnectionStore } from './store.ts';
import type { Tokens } from './tokens.ts';
import { usedBy } from './used-by.ts';

export interface DeleteConnectionDeps {
  connections: Pick<ConnectionStore, 'get' | 'remove'>;
  /** All resources: some may use the connection. */
  resources: { list(): readonly Resource[] };
  tokens: Pick<Tokens, 'stop'>;
  changes: Pick<ConnectionChanges, 'removedConnection'>;
}

/**
 * Deletes a connection. `restoreConnection` can undo it until the app ends. Throws RequestError `connection.not_found`,
 * and `connection.in_use` if resources use it, unless `evenIfUsed`.
 */
export function deleteConnection(
  id: string,
  { evenIfUsed }: { evenIfUsed: boolean },
  { connections, resources, tokens, changes }: DeleteConnectionDeps,
): void {
  const { name } = connections.get(id);
  const count = usedBy(resources.list()).get(id)?.length ?? 0;
  if (count > 0 && !evenIfUsed)
    throw new RequestError('connection.in_use', message('connection.inUse', { name, count }), { details: { count } });
  connections.remove(id);
  // Only after the deletion: a connection that still has a token would be scheduled again.
  tokens.stop(id);
  changes.removedConnection(id);
}

export interface RestoreConnectionDeps {
  connections: Pick<ConnectionStore, 'restore'>;
  tokens: Pick<Tokens, 'stop'>;
  changes: Pick<ConnectionChanges, 'connections'>;
}

/** Restores a connection with its token. Throws RequestError `connection.not_found`. */
export function restoreConnection(id: string, { connections, tokens, changes }: RestoreConnectionDeps): void {
  connections.restore(id);
  tokens.stop(id);
  changes.connections([id]);
}
