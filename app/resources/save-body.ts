import type { Platform } from '../platform/platform.ts';
import { suggestedFileName } from './file-name.ts';
import type { Previews } from './preview/previews.ts';
import type { Runs } from './runs.ts';
import type { ResourceStore } from './store.ts';

export interface SaveBodyDeps {
  previews: Pick<Previews, 'saveBody'>;
  resources: Pick<ResourceStore, 'find'>;
  runs: Pick<Runs, 'resourceOf'>;
  platform: Pick<Platform, 'pickSaveFile'>;
}

/**
 * Writes a body to a file that the user picks and returns its path. `null`: the user picked none. See
 * `Previews.saveBody`.
 */
export async function saveBody(
  previewId: string,
  { previews, resources, runs, platform }: SaveBodyDeps,
): Promise<string | null> {
  const resourceId = runs.resourceOf(previewId);
  const resource = resourceId === undefined ? undefined : resources.find(resourceId);
  const path = await platform.pickSaveFile(suggestedFileName(resource?.name ?? 'data', resource?.format ?? 'json'));
  if (path === undefined) return null;
  await previews.saveBody(previewId, path);
  return path;
}
