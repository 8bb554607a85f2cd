import type { ConnectionChanges } from '../connections/connection-changes.ts';
import type { Resource } from '../shared/resource/resource.ts';

/** Who shows the resources, and the connections that they use. `api/changes.ts` tells the window. */
export interface ResourceChanges extends Pick<ConnectionChanges, 'connections'> {
  resources(ids: readonly string[]): void;
}

/** `versions`: before and after. Which resources use a connection is part of its view, so those connections changed too. */
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
