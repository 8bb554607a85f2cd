import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openState } from '../../../../app/practice/service/state.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tokenboard-state-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const entry = (expiresAt: number | null) => ({ payload: { jti: 'x' }, expiresAt });

it('has everything on disk that was in the state when save was called, also while it is writing', async () => {
  const file = join(folder, 'state.json');
  const { state, save } = await openState(file);
  const saves = Array.from({ length: 50 }, async (_, index) => {
    state.entries[`Grant:${index}`] = entry(null);
    await save();
    expect(readFileSync(file, 'utf8')).toContain(`"Grant:${index}"`);
  });
  await Promise.all(saves);
  expect(Object.keys((await openState(file)).state.entries)).toHaveLength(50);
  expect(readdirSync(folder)).toEqual(['state.json']);
});

it('keeps the keys of the practice Peaka, also in a state that had none', async () => {
  const file = join(folder, 'state.json');
  const { peaka, ...older } = (await openState(file)).state;
  expect((await openState(file)).state.peaka).toEqual(peaka);
  writeFileSync(file, JSON.stringify(older));
  const added = (await openState(file)).state.peaka;
  expect(added.partnerKey).not.toBe(peaka.partnerKey);
  expect((await openState(file)).state.peaka).toEqual(added);
});

it('remembers what expired for an hour, so that it can be said, and drops it then', async () => {
  const { state, save } = await openState(join(folder, 'state.json'));
  state.entries['AccessToken:recent'] = entry(Date.now() - 1000);
  state.entries['AccessToken:old'] = entry(Date.now() - 2 * 3_600_000);
  await save();
  expect(Object.keys(state.entries)).toEqual(['AccessToken:recent']);
});

it('goes on after a write that failed', async () => {
  const file = join(folder, 'deeper', 'state.json');
  const { state, save } = await openState(file);
  rmSync(join(folder, 'deeper'), { recursive: true });
  writeFileSync(join(folder, 'deeper'), 'a file where the folder was');
  await expect(Promise.all([save(), save()])).rejects.toThrow();
  rmSync(join(folder, 'deeper'));
  state.entries['Grant:1'] = entry(null);
  await save();
  expect(readFileSync(file, 'utf8')).toContain('Grant:1');
});
