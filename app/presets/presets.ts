import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OnNotice } from '../settings/settings.ts';
import { message } from '../shared/messages/message.ts';
import { type Preset, presetSchema } from '../shared/preset/preset.ts';

/**
 * All presets of a folder, sorted by their English names, the practice service first. The window sorts them in its
 * language (`presetsIn`). Skips a broken file and tells the user.
 */
export function loadPresets(folder: string, onNotice: OnNotice): Preset[] {
  const presets: Preset[] = [];
  for (const file of presetFiles(folder)) {
    try {
      const preset = presetSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
      if (presets.some((other) => other.id === preset.id)) throw new Error('id is there twice');
      presets.push(preset);
    } catch {
      onNotice({
        level: 'warning',
        title: message('files.preset'),
        text: message('files.preset.leftOut', { file }),
      });
    }
  }
  return presets.sort((a, b) => Number(b.practice) - Number(a.practice) || a.name.localeCompare(b.name, 'en'));
}

function presetFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json') && name !== 'preset.schema.json')
      .sort();
  } catch {
    return [];
  }
}
