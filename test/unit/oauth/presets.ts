import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Preset, presetSchema } from '../../../app/shared/preset/preset.ts';

/** What the app has of a service. */
export const presetOf = (id: string): Preset =>
  presetSchema.parse(JSON.parse(readFileSync(join(import.meta.dirname, '../../../presets', `${id}.json`), 'utf8')));
