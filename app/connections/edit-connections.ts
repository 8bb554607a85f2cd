import type { Connection } from '../shared/connection/connection.ts';
import type { TypedSecrets } from '../vault/owned-secrets.ts';
import type { ConnectionChanges } from './connection-changes.ts';
import type { ConnectionStore } from './store.ts';
import type { Tokens } from './tokens.ts';

export interface EditConnectionsDeps {
  connections: Pick<ConnectionStore, 'save' | 'duplicate' | 'reorder'>;
  tokens: Pick<Tokens, 'forgetFailure'>;
  changes: Pick<ConnectionChanges, 'connections'>;
}

/** Throws what `ConnectionStore.save` throws. */
export function saveConnection(
  connection: Connection,
  secrets: TypedSecrets,
  { connections, tokens, changes }: EditConnectionsDeps,
): void {
  connections.save(connection, secrets);
  tokens.forgetFailure(connection.id);
  changes.connections([connection.id]);
}

/** Returns the copy. Throws RequestError `connection.not_found`. */
export function duplicateConnection(
  id: string,
  { connections, changes }: Omit<EditConnectionsDeps, 'tokens'>,
): Connection {
  const copy = connections.duplicate(id);
  changes.connections([copy.id]);
  return copy;
}

export function reorderConnections(
  ids: readonly string[],
  { connections, changes }: Omit<EditConnectionsDeps, 'tokens'>,
): void {
  connections.reorder(ids);
  // One ID is enough: the window then requests the whole list, which has the new order.
  changes.connections(ids.slice(0, 1));
}
