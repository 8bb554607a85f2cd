import { RequestError } from '../shared/errors.ts';
import type { Resource } from '../shared/resource/resource.ts';
import type { ConnectionChanges } from './connection-changes.ts';
import type { ConnectionStore } from './store.ts';
import type { Tokens } from './tokens.ts';
import { usedBy } from './used-by.ts';

export interface DeleteConnectionDeps {
  connections: Pick<ConnectionStore, 'get' | 'remove'>;
  /** Those that may use it. */
  resources: { list(): readonly Resource[] };
  tokens: Pick<Tokens, 'stop'>;
  changes: Pick<ConnectionChanges, 'removedConnection'>;
}

/**
 * Can be undone by `restoreConnection` until the app ends. Throws RequestError `connection.not_found`, and
 * `connection.in_use` where resources use it, unless `evenIfUsed`.
 */
export function deleteConnection(
  id: string,
  { evenIfUsed }: { evenIfUsed: boolean },
  { connections, resources, tokens, changes }: DeleteConnectionDeps,
): void {
  const { name } = connections.get(id);
  const count = usedBy(resources.list()).get(id)?.length ?? 0;
  if (count > 0 && !evenIfUsed)
    throw new RequestError(
      'connection.in_use',
      `“${name}” authorizes ${count === 1 ? 'a resource' : `${count} resources`}. Without it they cannot be fetched.`,
      { details: { count } },
    );
  connections.remove(id);
  // After it: while the token is there, it would be looked at as one to renew.
  tokens.stop(id);
  changes.removedConnection(id);
}

export interface RestoreConnectionDeps {
  connections: Pick<ConnectionStore, 'restore'>;
  tokens: Pick<Tokens, 'stop'>;
  changes: Pick<ConnectionChanges, 'connections'>;
}

/** With its token. Throws RequestError `connection.not_found`. */
export function restoreConnection(id: string, { connections, tokens, changes }: RestoreConnectionDeps): void {
  connections.restore(id);
  tokens.stop(id);
  changes.connections([id]);
}
