import type { ConnectionChanges } from '../connections/connection-changes.ts';
import type { Resource } from '../shared/resource/resource.ts';

/** Told when resources change, and the connections that they use. `api/changes.ts` passes changes on to the window. */
export interface ResourceChanges extends Pick<ConnectionChanges, 'connections'> {
  resources(ids: readonly string[]): void;
}

/**
 * `versions`: before and after. A connection's view lists the resources that use it, so the connections of both
 * versions have changed too.
 */
export function tellChangedResource(
  id: string,
  versions: readonly (Resource | undefined)[],
  changes: ResourceChanges,
): void {
  changes.resources([id]);
  const connections = versions.flatMap((resource) =>
    resource?.authorization.type === 'oauth' ? (resource.authorization.connectionId ?? []) : [],
  );
  if (connections.length > 0) changes.connections(connections);
}
