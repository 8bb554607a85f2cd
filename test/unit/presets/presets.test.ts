import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { loadPresets } from '../../../app/presets/presets.ts';
import { connectionSchema } from '../../../app/shared/connection/connection.ts';
import { connectionFromPreset } from '../../../app/shared/connection/from-preset.ts';
import { validateConnection } from '../../../app/shared/connection/validate.ts';
import { formatEnglish } from '../../../app/shared/messages/format.ts';
import { temporaryFolder } from '../vault/folders.ts';

const shipped = fileURLToPath(new URL('../../../presets', import.meta.url));
const none = () => {
  throw new Error('no notice was expected');
};

it('reads the presets that are shipped, the practice service first', () => {
  const presets = loadPresets(shipped, none);
  expect(presets.slice(0, 5).map((preset) => preset.practice)).toEqual([true, true, true, true, true]);
  expect(presets.length).toBeGreaterThanOrEqual(20);
});

it('leaves a broken file out and says which', () => {
  const folder = temporaryFolder();
  const [preset] = loadPresets(shipped, none);
  writeFileSync(join(folder, 'a.json'), JSON.stringify(preset));
  writeFileSync(join(folder, 'b.json'), '{"id":');
  writeFileSync(join(folder, 'c.json'), JSON.stringify({ ...preset, unknown: 1 }));
  writeFileSync(join(folder, 'd.json'), JSON.stringify(preset));
  const told: string[] = [];
  expect(loadPresets(folder, ({ text }) => told.push(formatEnglish(text)))).toEqual([preset]);
  expect(told.map((text) => text.slice(0, 6))).toEqual(['b.json', 'c.json', 'd.json']);
  expect(loadPresets(join(folder, 'missing'), none)).toEqual([]);
});

it('makes of every preset a connection that lacks only what the user has to fill in', () => {
  for (const preset of loadPresets(shipped, none)) {
    const connection = connectionFromPreset(preset, 'id', preset.name);
    expect(connectionSchema.parse(connection)).toEqual(connection);
    const missing = validateConnection(connection).map((problem) => problem.field);
    const empty = preset.variables.filter((variable) => variable.default === '');
    const expected = ['clientId', ...(preset.grant === 'password' ? ['username'] : [])];
    expect(missing).toEqual([...expected, ...empty.map((variable) => `variables.${variable.name}`)]);
  }
});
