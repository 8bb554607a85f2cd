import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Preset, presetSchema } from '../../../app/shared/preset/preset.ts';

const folder = join(import.meta.dirname, '../../../presets');
const all = readdirSync(folder)
  .filter((name) => name.endsWith('.json') && name !== 'preset.schema.json')
  .map((name) => presetSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));

/** The presets of the product. */
export const presets = {
  all,
  get(id: string): Preset {
    const preset = all.find((each) => each.id === id);
    if (preset === undefined) throw new Error(`no preset ${id}`);
    return preset;
  },
};
