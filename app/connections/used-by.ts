import type { Resource } from '../shared/resource/resource.ts';

/** By the list as it is: a change of the resources makes another list. */
const usage = new WeakMap<readonly Resource[], Map<string, string[]>>();

/** Connection → resources that use it. */
export function usedBy(resources: readonly Resource[]): ReadonlyMap<string, string[]> {
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
