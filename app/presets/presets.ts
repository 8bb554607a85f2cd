import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OnNotice } from '../settings/settings.ts';
import { message } from '../shared/messages/message.ts';
import { type Preset, presetSchema } from '../shared/preset/preset.ts';
import { type PresetSummary, summaryOf } from '../shared/preset/preset-summary.ts';
import { indexFile, presetFiles } from './preset-files.ts';

/** The presets of services. A file is read when its preset is used, so that their number does not slow down the start. */
export interface Presets {
  /** All of them, in no order. A broken file is left out, and the user is told. */
  list(): readonly PresetSummary[];
  /** `undefined`: Custom, or no such preset, or a broken file. */
  find(id: string | null): Preset | undefined;
}

/** `folder`: one file for each preset, `<id>.json`, and the index that the build adds (`writeIndex`). */
export function openPresets(folder: string, onNotice: OnNotice): Presets {
  let summaries: readonly PresetSummary[] | undefined;
  const read = new Map<string, Preset | undefined>();

  const readPreset = (id: string): Preset | undefined => {
    const file = `${id}.json`;
    try {
      const preset = presetSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
      if (preset.id !== id) throw new Error('named after another preset');
      return preset;
    } catch (error) {
      if (isMissing(error)) return undefined;
      onNotice({
        level: 'warning',
        title: message('files.preset'),
        text: message('files.preset.leftOut', { file }),
      });
      return undefined;
    }
  };

  const find = (id: string): Preset | undefined => {
    if (!read.has(id)) read.set(id, readPreset(id));
    return read.get(id);
  };

  return {
    list: () => {
      summaries ??=
        readIndex(folder) ??
        presetFiles(folder).flatMap((file) => {
          const preset = find(file.replace(/\.json$/, ''));
          return preset === undefined ? [] : [summaryOf(preset)];
        });
      return summaries;
    },
    // No other name is a file of the folder.
    find: (id) => (id !== null && /^[a-z0-9-]+$/.test(id) ? find(id) : undefined),
  };
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** Written with the app, so its content needs no check. `undefined`: the folder is that of the sources. */
function readIndex(folder: string): PresetSummary[] | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, indexFile), 'utf8')) as PresetSummary[];
  } catch {
    return undefined;
  }
}
