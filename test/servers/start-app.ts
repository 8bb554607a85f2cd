import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createApp } from '../../app/app.ts';
import { openConfStore } from '../../app/settings/conf-store.ts';
import type { KeyStore } from '../../app/vault/key-store.ts';
import { callsOf, createFakePlatform } from './fake-platform.ts';
import { memoryKeyStore } from './key-stores.ts';

export interface StartOptions {
  dataFolder?: string;
  keyStore?: KeyStore;
  environment?: NodeJS.ProcessEnv;
}

/** The whole app but its windows, with a folder of its own. */
export async function startApp(options: StartOptions = {}) {
  const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'tokenboard-core-'));
  const platform = createFakePlatform();
  const keyStore = options.keyStore ?? memoryKeyStore();
  const app = await createApp({
    platform,
    dataFolder,
    environment: options.environment ?? {},
    openStore: openConfStore,
    version: '0.0.0',
    presetsFolder: fileURLToPath(new URL('../../presets', import.meta.url)),
    licencesFile: fileURLToPath(new URL('../../dist/licences.json', import.meta.url)),
    keyStore,
  });
  await app.start();
  return {
    app,
    platform,
    dataFolder,
    keyStore,
    ...callsOf(platform.handleCall()),
    stop: async () => {
      await app.close();
      if (options.dataFolder === undefined) rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

export type StartedApp = Awaited<ReturnType<typeof startApp>>;
