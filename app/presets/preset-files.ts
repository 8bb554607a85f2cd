import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { presetSchema } from '../shared/preset/preset.ts';
import { summaryOf } from '../shared/preset/preset-summary.ts';

/** Beside the presets of a built app: the summaries of all of them. */
export const indexFile = 'index.json';

/** The files of presets in a folder, sorted. Empty if there is no such folder. */
export function presetFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json') && name !== 'preset.schema.json' && name !== indexFile)
      .sort();
  } catch {
    return [];
  }
}

/** For the build. Throws if a preset is broken. */
export function writeIndex(folder: string): void {
  const summaries = presetFiles(folder).map((file) =>
    summaryOf(presetSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')))),
  );
  writeFileSync(join(folder, indexFile), JSON.stringify(summaries));
}
