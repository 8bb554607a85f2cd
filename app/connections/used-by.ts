import type { Resource } from '../shared/resource/resource.ts';

/** Maps each connection to the resources that use it. */
export function usedBy(resources: readonly Resource[]): ReadonlyMap<string, string[]> {
  const users = new Map<string, string[]>();
  for (const { id, authorization } of resources) {
    if (authorization.type !== 'oauth' || authorization.connectionId === null) continue;
    const ids = users.get(authorization.connectionId);
    if (ids) ids.push(id);
    else users.set(authorization.connectionId, [id]);
  }
  return users;
}
