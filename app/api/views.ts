import type { ConnectionStore } from '../connections/store.ts';
import type { Tokens } from '../connections/tokens.ts';
import { usedBy } from '../connections/used-by.ts';
import type { LastRuns } from '../resources/last-runs.ts';
import type { ResourceStore } from '../resources/store.ts';
import type { ConnectionView, ResourceView } from '../shared/contract/contract.ts';
import type { Resource } from '../shared/resource/resource.ts';

export interface ConnectionViewDeps {
  connections: Pick<ConnectionStore, 'find' | 'get' | 'secretNames'>;
  resources: Pick<ResourceStore, 'list'>;
  tokens: Pick<Tokens, 'status'>;
}

/** Views of the connections that still exist, in the requested order. */
export function connectionViews(ids: readonly string[], deps: ConnectionViewDeps): ConnectionView[] {
  const { connections, resources, tokens } = deps;
  const users = usedBy(resources.list());
  return ids.flatMap((id) => {
    const connection = connections.find(id);
    if (!connection) return [];
    const secrets = connections.secretNames(id);
    return [{ connection, status: tokens.status(id), secrets, usedBy: users.get(id) ?? [] }];
  });
}

/** Throws RequestError `connection.not_found`. */
export function connectionView(id: string, deps: ConnectionViewDeps): ConnectionView {
  const connection = deps.connections.get(id);
  return {
    connection,
    status: deps.tokens.status(id),
    secrets: deps.connections.secretNames(id),
    usedBy: usedBy(deps.resources.list()).get(id) ?? [],
  };
}

export interface ResourceViewDeps {
  resources: Pick<ResourceStore, 'secretNames'>;
  lastRuns: Pick<LastRuns, 'of'>;
}

export const resourceView = (resource: Resource, { resources, lastRuns }: ResourceViewDeps): ResourceView => ({
  resource,
  secrets: resources.secretNames(resource),
  lastRun: lastRuns.of(resource.id),
});
