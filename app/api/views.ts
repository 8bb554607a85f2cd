import type { ConnectionStore } from '../connections/store.ts';
import type { Tokens } from '../connections/tokens.ts';
import type { LastRuns } from '../resources/last-runs.ts';
import type { ResourceStore } from '../resources/store.ts';
import type { ConnectionView, ResourceView } from '../shared/contract/contract.ts';
import type { Resource } from '../shared/resource/resource.ts';

export interface ViewDeps {
  connections: ConnectionStore;
  resources: ResourceStore;
  tokens: Tokens;
}

/** By the list as it is: a change of the resources makes another list. */
const usage = new WeakMap<readonly Resource[], Map<string, string[]>>();

/** Connection → resources that use it. */
export function usedBy(resources: readonly Resource[]): Map<string, string[]> {
  const known = usage.get(resources);
  if (known) return known;
  const users = new Map<string, string[]>();
  for (const { id, authorization } of resources) {
    if (authorization.type !== 'oauth' || authorization.connectionId === null) continue;
    const ids = users.get(authorization.connectionId);
    if (ids) ids.push(id);
    else users.set(authorization.connectionId, [id]);
  }
  usage.set(resources, users);
  return users;
}

/** Those that are still there, in the order asked for. */
export function connectionViews(ids: readonly string[], deps: ViewDeps): ConnectionView[] {
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
export function connectionView(id: string, deps: ViewDeps): ConnectionView {
  const connection = deps.connections.get(id);
  return {
    connection,
    status: deps.tokens.status(id),
    secrets: deps.connections.secretNames(id),
    usedBy: usedBy(deps.resources.list()).get(id) ?? [],
  };
}

export const resourceView = (
  resource: Resource,
  { resources, lastRuns }: { resources: ResourceStore; lastRuns: Pick<LastRuns, 'of'> },
): ResourceView => ({
  resource,
  secrets: resources.secretNames(resource),
  lastRun: lastRuns.of(resource.id),
});
