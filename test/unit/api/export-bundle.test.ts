import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type ExportBundleDeps, exportBundle } from '../../../app/api/export-bundle.ts';
import { initialPreferences } from '../../../app/api/preferences-file.ts';
import { createKnownSecrets } from '../../../app/console/mask/known-secrets.ts';
import { createMasker } from '../../../app/console/mask/masker.ts';
import type { CallResponse } from '../../../app/shared/contract/contract.ts';
import { connection, resource } from '../../servers/items.ts';
import { temporaryFolder } from '../vault/folders.ts';

const info: CallResponse<'app.info'> = {
  version: '1.2.3',
  platform: 'browser',
  platformDescription: 'Chromium 156',
  operatingSystem: 'linux',
  region: { dates: null, numbers: null },
  languages: ['en'],
  dataFolder: '/home/ada/.config/tokenboard',
  notices: [],
  vault: { status: 'keychain' },
};

/** `settled`: everything that was sent is masked before the file is written. */
function played() {
  let settled = false;
  const deps: ExportBundleDeps = {
    connections: {
      list: () => [connection({ id: 'c' })],
      find: (id) => connection({ id }),
      get: (id) => connection({ id }),
      secretNames: () => ['clientSecret'],
    },
    resources: { list: () => [resource({ id: 'r' })], secretNames: () => [] },
    lastRuns: { of: () => null },
    tokens: { status: () => ({ status: 'unauthorized' }) },
    recorder: {
      settle: async () => {
        settled = true;
      },
    },
    exchanges: {
      newest: () => 7,
      list: (after) => ({ exchanges: [], oldest: 1, newest: after, dropped: settled ? 3 : 0 }),
      all: () => [],
    },
    masker: createMasker(createKnownSecrets()),
    presets: { list: () => [] },
    preferences: { read: () => initialPreferences },
    network: {
      view: () => ({ proxy: { mode: 'system', url: '', username: '', hasPassword: false }, certificates: [] }),
    },
  };
  return deps;
}
const picks = (path: string | undefined) => ({ platform: { pickSaveFile: async () => path }, info: () => info });

it('writes how the app stands to the file that was picked, once everything sent is masked', async () => {
  const path = join(temporaryFolder(), 'diagnosis.json');
  expect(await exportBundle(played(), picks(path))).toBe(path);
  const text = readFileSync(path, 'utf8');
  expect(JSON.parse(text)).toMatchObject({
    tokenboard: { version: '1.2.3', platform: 'browser' },
    connections: [{ id: 'c', secrets: ['clientSecret'] }],
    resources: [{ id: 'r' }],
    exchangesDropped: 3,
  });
  expect(text).not.toContain('/home/ada');
});

it('writes nothing when no file was picked', async () => {
  expect(await exportBundle(played(), picks(undefined))).toBeNull();
});

it('says that a file could not be written', async () => {
  const path = join(temporaryFolder(), 'not-there', 'diagnosis.json');
  await expect(exportBundle(played(), picks(path))).rejects.toThrow(
    expect.objectContaining({ code: 'console.unwritable' }),
  );
  expect(existsSync(path)).toBe(false);
});
