// Writes presets/preset.schema.json from app/shared/preset/preset.ts, so that editors check and complete a preset.
// A unit test checks that the committed file equals this script's output.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { presetSchema } from '../app/shared/preset/preset.ts';

export function presetJsonSchema() {
  // `input`: what a file may hold, where fields with a default can be left out.
  return { title: 'A Tokenboard preset', ...z.toJSONSchema(presetSchema, { io: 'input' }) };
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(
    new URL('../presets/preset.schema.json', import.meta.url),
    `${JSON.stringify(presetJsonSchema(), null, 2)}\n`,
  );
