// Tokenboard in Electron: one instance, one window, everything else in app.ts.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, dialog } from 'electron';
import type { TokenboardApp } from './app.ts';
import { registerAppScheme } from './platform/electron/app-protocol.ts';
import { createElectronPlatform, refuseByDefault } from './platform/electron/electron-platform.ts';
import { becomeFirstInstance, folderLost, silentInstance } from './platform/instance.ts';
import { openDataFolder } from './process/data-folder.ts';
import { readEnvironment } from './process/environment.ts';
import { version } from './process/version.ts';
import { whyNotStarted } from './unexpected.ts';

const environment = { ...process.env };
// Every process that Electron and the system start for us inherits the rest (row 37).
delete process.env.TOKENBOARD_KEY;
const appFolder = dirname(fileURLToPath(import.meta.url));

try {
  app.setName('Tokenboard');
  // Windows shows notifications of an ID that a shortcut has: the `appId` of electron-builder.yml.
  if (process.platform === 'win32') app.setAppUserModelId('app.tokenboard.desktop');
  const dataFolder = openDataFolder(readEnvironment(environment).dataFolder);
  app.setPath('userData', dataFolder);
  app.setPath('sessionData', join(dataFolder, 'chromium'));
  registerAppScheme();
  refuseByDefault();

  run(dataFolder).catch(notStarted);
} catch (error) {
  notStarted(error);
}

function notStarted(error: unknown): void {
  const why = whyNotStarted(error);
  // Before it is ready, Electron prints what it cannot show.
  if (app.isReady()) console.error(why);
  dialog.showErrorBox('Tokenboard could not start', why);
  app.exit(1);
}

async function run(dataFolder: string): Promise<void> {
  let tokenboard: TokenboardApp | undefined;
  let release: (() => void) | undefined;
  app.on('second-instance', () => tokenboard?.showMainWindow());
  app.on('activate', () => tokenboard?.showMainWindow());
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('will-quit', (event) => {
    if (tokenboard === undefined) return;
    event.preventDefault();
    const ending = tokenboard;
    tokenboard = undefined;
    ending.close().finally(() => {
      release?.();
      app.exit();
    });
  });

  // electron-store hears signals too, and would end the process when it has written its files.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());

  // Row 40: a second start shows the first one's window and ends. Before Electron's own lock, which waits without a word
  // for a first instance that hangs, and knows nothing of the browser platform on the same data folder.
  const [instance] = await Promise.all([becomeFirstInstance(dataFolder), app.whenReady()]);
  // On Windows it also hands over the right to come to the front.
  const hasLock = app.requestSingleInstanceLock();
  if (instance === undefined) return app.quit();
  if (!hasLock) throw silentInstance();
  release = instance.release;
  instance.onSecond(() => tokenboard?.showMainWindow());
  instance.onLost(() => {
    dialog.showErrorBox('Tokenboard has to close', folderLost(dataFolder));
    app.quit();
  });
  // The window begins to load before the core of the app does.
  const { platform, hasTime } = createElectronPlatform({
    dataFolder,
    appFolder,
    rendererFolder: join(appFolder, '../renderer'),
    preload: join(appFolder, 'preload.cjs'),
  });
  await hasTime;
  const [{ createApp }, { openElectronStore }] = await Promise.all([
    import('./app.ts'),
    import('./platform/electron/electron-store.ts'),
  ]);
  tokenboard = await createApp({
    platform,
    dataFolder,
    environment,
    openStore: openElectronStore,
    version,
    presetsFolder: join(appFolder, '../presets'),
    licencesFile: join(appFolder, '../licences.json'),
  });
  process.on('uncaughtException', tokenboard.failed);
  process.on('unhandledRejection', tokenboard.failed);
  await tokenboard.start();
}
