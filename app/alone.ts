// The app in the process of a command: no app runs, so the command owns the data folder until it ends.
import { join } from 'node:path';
import { createApp } from './app.ts';
import type { AloneApp } from './cli/session.ts';
import { becomeFirstInstance } from './platform/instance.ts';
import type { Platform } from './platform/platform.ts';
import { createTerminalPlatform } from './platform/terminal/terminal-platform.ts';
import { version } from './process/version.ts';
import { openConfStore } from './settings/conf-store.ts';

/** How long the end of a command waits for other commands that use its app. They start one of their own afterwards. */
const othersMs = 3_000;

export interface AloneOptions {
  /** The folder of the bundled entries. */
  appFolder: string;
  environment: NodeJS.ProcessEnv;
  /** Default: by Node. */
  startProcess?: Platform['startProcess'] | undefined;
  /** Called once when the user starts Tokenboard, which waits for this process. */
  onWindowWaits?(): void;
}

/**
 * Owns the folder and opens the app in this process. `undefined`: another process owns the folder meanwhile. Rejects as
 * `becomeFirstInstance` does.
 */
export async function startAlone(
  folder: string,
  { appFolder, environment, startProcess, onWindowWaits }: AloneOptions,
): Promise<AloneApp | undefined> {
  const instance = await becomeFirstInstance(folder, { kind: 'command' });
  if (instance === undefined) return undefined;
  const { dataFolder } = instance;
  // The command shows the URL of a login itself.
  const terminal = createTerminalPlatform({ appFolder, dataFolder, environment, startProcess, showUrl: () => {} });
  let isEnding = false;
  const app = await createApp({
    platform: terminal.platform,
    dataFolder,
    environment,
    openStore: openConfStore,
    version,
    presetsFolder: join(appFolder, '../presets'),
    licencesFile: join(appFolder, '../licences.json'),
    quit: () => undefined,
  });
  instance.onCall(app.acceptSession);
  let hasTold = false;
  instance.onSecond(() => {
    // A waiting start asks again and again.
    if (!hasTold) onWindowWaits?.();
    hasTold = true;
  });
  return {
    close: async () => {
      if (isEnding) return;
      isEnding = true;
      try {
        await app.endSessions(othersMs);
        await app.close();
        await terminal.close();
      } finally {
        instance.release();
      }
    },
  };
}
