import type { Resource } from '../../app/shared/resource/resource.ts';
import { findResource, putResource } from '../api/cache.ts';
import { call } from '../api/client.ts';
import { toastError } from '../notices/toast.tsx';

/** Stores a choice made beside the data in the resource, for the next run. Returns whether it was stored. */
export async function keepInResource(resourceId: string, change: Partial<Resource>): Promise<boolean> {
  const view = findResource(resourceId);
  if (view === undefined) return false;
  try {
    putResource(await call('resources.save', { resource: { ...view.resource, ...change }, secrets: {} }));
    return true;
  } catch (error) {
    toastError(error);
    return false;
  }
}
