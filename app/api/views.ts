import type { ConnectionStore } from '../connections/store.ts';
import type { Tokens } from '../connections/tokens.ts';
import type { LastRuns } from '../resources/last-runs.ts';
import type { Resource } from '../resources/resource.ts';
import type { ResourceStore } from '../resources/store.ts';
import type { ConnectionView, ResourceView } from './contract.ts';

export interface ViewNeeds {
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
export function connectionViews(ids: readonly string[], needs: ViewNeeds): ConnectionView[] {
  const { connections, resources, tokens } = needs;
  const users = usedBy(resources.list());
  return ids.flatMap((id) => {
    const connection = connections.find(id);
    if (!connection) return [];
    const secrets = connections.secretNames(id);
    return [{ connection, status: tokens.status(id), secrets, usedBy: users.get(id) ?? [] }];
  });
}

/** Throws RequestError `connection.not_found`. */
export function connectionView(id: string, needs: ViewNeeds): ConnectionView {
  const connection = needs.connections.get(id);
  return {
    connection,
    status: needs.tokens.status(id),
    secrets: needs.connections.secretNames(id),
    usedBy: usedBy(needs.resources.list()).get(id) ?? [],
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
