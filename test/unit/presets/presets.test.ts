import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { presetFiles, writeIndex } from '../../../app/presets/preset-files.ts';
import { openPresets } from '../../../app/presets/presets.ts';
import { connectionSchema } from '../../../app/shared/connection/connection.ts';
import { connectionFromPreset } from '../../../app/shared/connection/from-preset.ts';
import { validateConnection } from '../../../app/shared/connection/validate.ts';
import { formatEnglish } from '../../../app/shared/messages/format.ts';
import { summaryOf } from '../../../app/shared/preset/preset-summary.ts';
import { temporaryFolder } from '../vault/folders.ts';

const shipped = fileURLToPath(new URL('../../../presets', import.meta.url));
const none = () => {
  throw new Error('no notice was expected');
};

it('lists every preset that is shipped', () => {
  const presets = openPresets(shipped, none);
  expect(presets.list().map(({ id }) => `${id}.json`)).toEqual(presetFiles(shipped));
  expect(presets.list().length).toBeGreaterThanOrEqual(20);
  for (const summary of presets.list()) {
    const preset = presets.find(summary.id);
    expect(preset && summaryOf(preset)).toEqual(summary);
  }
});

it('leaves a broken file out and says which, once', () => {
  const folder = temporaryFolder();
  const github = readFileSync(join(shipped, 'github.json'), 'utf8');
  writeFileSync(join(folder, 'github.json'), github);
  writeFileSync(join(folder, 'b.json'), '{"id":');
  writeFileSync(join(folder, 'c.json'), JSON.stringify({ ...JSON.parse(github), id: 'c', unknown: 1 }));
  writeFileSync(join(folder, 'd.json'), github);
  const told: string[] = [];
  const presets = openPresets(folder, ({ text }) => told.push(formatEnglish(text)));
  expect(presets.list().map(({ id }) => id)).toEqual(['github']);
  expect(presets.find('b')).toBeUndefined();
  expect(told.map((text) => text.slice(0, 6))).toEqual(['b.json', 'c.json', 'd.json']);
  expect(openPresets(join(folder, 'missing'), none).list()).toEqual([]);
});

it('reads only the index that the build writes, until a preset is used', () => {
  const folder = temporaryFolder();
  cpSync(shipped, folder, { recursive: true });
  writeIndex(folder);
  rmSync(join(folder, 'github.json'));
  const presets = openPresets(folder, none);
  expect(presets.list()).toEqual(openPresets(shipped, none).list());
  expect(presets.find('gitlab')?.name).toBe('GitLab');
  expect(presets.find('github')).toBeUndefined();
});

it('finds nothing outside its folder', () => {
  const presets = openPresets(join(shipped, '..', 'app'), none);
  expect(presets.find('../presets/github')).toBeUndefined();
  expect(presets.find(null)).toBeUndefined();
});

it('makes of every preset a connection that lacks only what the user has to fill in', () => {
  const presets = openPresets(shipped, none);
  for (const { id } of presets.list()) {
    const preset = presets.find(id);
    if (preset === undefined) throw new Error(`no preset ${id}`);
    const connection = connectionFromPreset(preset, 'id', preset.name);
    expect(connectionSchema.parse(connection)).toEqual(connection);
    const missing = validateConnection(connection).map((problem) => problem.field);
    const empty = preset.variables.filter((variable) => variable.default === '');
    const expected = ['clientId', ...(preset.grant === 'password' ? ['username'] : [])];
    expect(missing, id).toEqual([...expected, ...empty.map((variable) => `variables.${variable.name}`)]);
  }
});
