// Tokenboard in Electron: one instance, one window, everything else in app.ts.
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, dialog } from 'electron';
import type { TokenboardApp } from './app.ts';
import { readEnvironment } from './environment.ts';
import { registerAppScheme } from './hosts/electron/app-protocol.ts';
import { createElectronHost, refuseByDefault } from './hosts/electron/electron-host.ts';
import { becomeFirstInstance } from './hosts/instance.ts';
import { whyNotStarted } from './unexpected.ts';
import { version } from './version.ts';

const environment = { ...process.env };
// Every process that Electron and the system start for us inherits the rest (row 37).
delete process.env.TOKENBOARD_KEY;
const { dataFolder } = readEnvironment(environment);
const appFolder = dirname(fileURLToPath(import.meta.url));

try {
  app.setName('Tokenboard');
  // Windows shows notifications of an ID that a shortcut has: the `appId` of electron-builder.yml.
  if (process.platform === 'win32') app.setAppUserModelId('app.tokenboard.desktop');
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  app.setPath('userData', dataFolder);
  app.setPath('sessionData', join(dataFolder, 'chromium'));
  registerAppScheme();
  refuseByDefault();

  // Row 40: a second start shows the first one's window and ends.
  if (app.requestSingleInstanceLock()) run().catch(notStarted);
  else app.quit();
} catch (error) {
  notStarted(error);
}

function notStarted(error: unknown): void {
  dialog.showErrorBox('Tokenboard could not start', whyNotStarted(error));
  app.exit(1);
}

async function run(): Promise<void> {
  let tokenboard: TokenboardApp | undefined;
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
    ending.close().finally(() => app.exit());
  });

  // electron-store hears signals too, and would end the process when it has written its files.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());

  // The browser host may run on the same data folder, and knows nothing of Electron's lock.
  const [instance] = await Promise.all([becomeFirstInstance(dataFolder), app.whenReady()]);
  if (instance === undefined) return app.quit();
  instance.onSecond(() => tokenboard?.showMainWindow());
  // The window begins to load before the core of the app does.
  const { host, hasTime } = createElectronHost({
    dataFolder,
    appFolder,
    rendererFolder: join(appFolder, '../renderer'),
    preload: join(appFolder, 'preload.cjs'),
  });
  await hasTime;
  const [{ createApp }, { openElectronStore }] = await Promise.all([
    import('./app.ts'),
    import('./hosts/electron/electron-store.ts'),
  ]);
  tokenboard = await createApp({
    host,
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
