import { writeFileSync } from 'node:fs';
import type { Platform } from '../platform/platform.ts';
import { RequestError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
import { fileName } from './file-name.ts';
import type { Runs } from './runs.ts';
import type { ResourceStore } from './store.ts';

export interface SaveChartDeps {
  resources: Pick<ResourceStore, 'find'>;
  runs: Pick<Runs, 'resourceOf'>;
  platform: Pick<Platform, 'pickSaveFile'>;
}

/** PNG §5.2. */
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * Writes the picture of a chart to a file that the user picks and returns its path. `null`: the user picked none. `png`:
 * base64. Throws RequestError `preview.save_failed`.
 */
export async function saveChart(
  { previewId, png }: { previewId: string; png: string },
  { resources, runs, platform }: SaveChartDeps,
): Promise<string | null> {
  const bytes = Buffer.from(png, 'base64');
  if (!bytes.subarray(0, signature.length).equals(signature))
    throw new RequestError('preview.save_failed', message('preview.saveFailed'));
  const resourceId = runs.resourceOf(previewId);
  const name = resourceId === undefined ? undefined : resources.find(resourceId)?.name;
  const path = await platform.pickSaveFile(fileName(name ?? 'chart', 'png'));
  if (path === undefined) return null;
  try {
    writeFileSync(path, bytes, { mode: 0o600 });
  } catch (error) {
    throw new RequestError('preview.save_failed', message('preview.saveFailed'), { cause: error });
  }
  return path;
}
