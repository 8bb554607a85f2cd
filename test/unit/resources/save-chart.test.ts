import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { saveChart } from '../../../app/resources/save-chart.ts';
import { newResource } from '../../../app/shared/resource/new-resource.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chart-test-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const deps = (pick: (name: string) => string | undefined) => ({
  resources: { find: () => newResource({ id: 'r', name: 'Sales: by day' }) },
  runs: { resourceOf: () => 'r' },
  platform: { pickSaveFile: async (name: string) => pick(name) },
});
const save = (bytes: Buffer, pick: (name: string) => string | undefined) =>
  saveChart({ previewId: 'p', png: bytes.toString('base64') }, deps(pick));

it('writes the picture where the user wants it, by the name of its resource', async () => {
  const path = await save(png, (name) => join(folder, name));
  expect(path).toBe(join(folder, 'Sales by day.png'));
  expect(readFileSync(path ?? '')).toEqual(png);
  expect(await save(png, () => undefined)).toBeNull();
});

it('writes nothing else, and says where it cannot write', async () => {
  const refused = { code: 'preview.save_failed' };
  await expect(save(Buffer.from('#!/bin/sh'), (name) => join(folder, name))).rejects.toMatchObject(refused);
  await expect(save(png, () => join(folder, 'none', 'x.png'))).rejects.toMatchObject(refused);
});
