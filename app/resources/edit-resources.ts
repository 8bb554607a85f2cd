import type { Resource } from '../shared/resource/resource.ts';
import type { TypedSecrets } from '../vault/owned-secrets.ts';
import type { ResourceStore } from './store.ts';
import { type ResourceChanges, tellChangedResource } from './tell-changed-resource.ts';

export interface EditResourcesDeps {
  resources: Pick<ResourceStore, 'find' | 'get' | 'save' | 'duplicate' | 'reorder'>;
  changes: ResourceChanges;
}

export interface ResourceDraft {
  resource: Resource;
  secrets: TypedSecrets;
  /** See `ResourceStore.save`. */
  bringBack?: readonly string[] | undefined;
}

/** Returns the stored resource. Throws what `ResourceStore.save` throws. */
export function saveResource(draft: ResourceDraft, { resources, changes }: EditResourcesDeps): Resource {
  const { resource, secrets, bringBack } = draft;
  const former = resources.find(resource.id);
  resources.save(resource, secrets, bringBack);
  tellChangedResource(resource.id, [former, resource], changes);
  return resources.get(resource.id);
}

/** Returns the copy. Throws RequestError `resource.not_found`. */
export function duplicateResource(id: string, { resources, changes }: EditResourcesDeps): Resource {
  const copy = resources.duplicate(id);
  tellChangedResource(copy.id, [copy], changes);
  return copy;
}

export function reorderResources(ids: readonly string[], { resources, changes }: EditResourcesDeps): void {
  resources.reorder(ids);
  // One ID is enough: the window then requests the whole list, which has the new order.
  changes.resources(ids.slice(0, 1));
}
