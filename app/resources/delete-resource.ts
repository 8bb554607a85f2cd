import type { Resource } from '../shared/resource/resource.ts';
import type { RunHistory } from './history/history.ts';
import type { LastRuns } from './last-runs.ts';
import type { Previews } from './preview/previews.ts';
import type { Runs } from './runs.ts';
import type { ResourceStore } from './store.ts';
import { type ResourceChanges, tellChangedResource } from './tell-changed-resource.ts';

export interface DeleteResourceDeps {
  resources: Pick<ResourceStore, 'get' | 'remove'>;
  runs: Pick<Runs, 'cancel'>;
  previews: Pick<Previews, 'forget'>;
  lastRuns: Pick<LastRuns, 'forget'>;
  history: Pick<RunHistory, 'forget'>;
  changes: ResourceChanges;
}

/**
 * Deletes the resource's data for good. `restoreResource` can restore the resource and its secrets. Throws RequestError
 * `resource.not_found`.
 */
export function deleteResource(id: string, deps: DeleteResourceDeps): void {
  const { resources, runs, previews, lastRuns, history, changes } = deps;
  const resource = resources.get(id);
  runs.cancel(id);
  resources.remove(id);
  previews.forget(id);
  lastRuns.forget(id);
  history.forget(id);
  tellChangedResource(id, [resource], changes);
}

export interface RestoreResourceDeps {
  resources: Pick<ResourceStore, 'restore'>;
  changes: ResourceChanges;
}

/** Undoes `deleteResource` until the app ends. Throws RequestError `resource.not_found`. */
export function restoreResource(id: string, { resources, changes }: RestoreResourceDeps): Resource {
  const resource = resources.restore(id);
  tellChangedResource(id, [resource], changes);
  return resource;
}
