// Tokenboard in Electron: one instance and one window. Everything else is in app.ts.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, dialog, Notification } from 'electron';
import type { TokenboardApp } from './app.ts';
import { startOf } from './cli/packaged-args.ts';
import { registerAppScheme } from './platform/electron/app-protocol.ts';
import { createElectronPlatform, refuseByDefault, systemLanguages } from './platform/electron/electron-platform.ts';
import { startedHidden } from './platform/electron/login-start.ts';
import { becomeFirstInstance, folderLost, silentInstance } from './platform/instance.ts';
import { hiddenFlag } from './platform/start-flags.ts';
import { openDataFolder } from './process/data-folder.ts';
import { readEnvironment } from './process/environment.ts';
import { version } from './process/version.ts';
import { SettingsError } from './shared/errors.ts';
import { textsOf, whyNotStarted } from './unexpected.ts';

const environment = { ...process.env };
// Keep the key from child processes: every process that Electron or the system starts inherits the environment (row
// 37).
delete process.env.TOKENBOARD_KEY;
const appFolder = dirname(fileURLToPath(import.meta.url));

// `tokenboard list` of the installed app. Awaited here, it runs before Electron is ready, and needs no display.
const start = startOf(process.argv.slice(app.isPackaged ? 1 : 2));
if (start !== undefined) {
  const { runWithoutWindow } = await import('./without-window.ts');
  process.exit(await runWithoutWindow(start, { appFolder, environment }));
}

try {
  app.setName('Tokenboard');
  // Windows shows notifications only for an ID that a shortcut has: the `appId` of electron-builder.yml.
  if (process.platform === 'win32') app.setAppUserModelId('app.tokenboard.desktop');
  const dataFolder = openDataFolder(readEnvironment(environment).dataFolder);
  app.setPath('userData', dataFolder);
  app.setPath('sessionData', join(dataFolder, 'chromium'));
  registerAppScheme();
  refuseByDefault();

  run(dataFolder).catch(notStarted);
} catch (error) {
  await notStarted(error);
}

/** Says why, in the system's language: the preferences may be unreadable. */
async function notStarted(error: unknown): Promise<void> {
  const { text, textOf } = await textsOf(systemLanguages());
  const why = textOf(whyNotStarted(error));
  // Before `ready`, Electron prints the error box to the console.
  if (app.isReady()) console.error(why);
  // Nobody asked for this start: the folder's server, or the app on another computer, goes on.
  const isNoFailure =
    startedHidden(process.argv) && error instanceof SettingsError && error.code === 'settings.folder_in_use';
  if (!isNoFailure) dialog.showErrorBox(text('start.failed'), why);
  app.exit(1);
}

/** There is no window yet, so the system shows it. */
async function tellWait(pid: number): Promise<void> {
  const [{ text }] = await Promise.all([textsOf(systemLanguages()), app.whenReady()]);
  const body = text('start.waiting', { pid: String(pid) });
  console.error(body);
  if (Notification.isSupported()) new Notification({ title: 'Tokenboard', body }).show();
}

async function run(dataFolder: string): Promise<void> {
  let tokenboard: TokenboardApp | undefined;
  let release: (() => void) | undefined;
  const isHidden = startedHidden(process.argv);
  /** Somebody wants the window before it can be opened. */
  let isWanted = false;
  const showMainWindow = (): void => {
    isWanted = true;
    tokenboard?.showMainWindow();
  };
  app.on('second-instance', (_event, args) => {
    if (!args.includes(hiddenFlag)) showMainWindow();
  });
  app.on('activate', () => tokenboard?.showMainWindow());
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin' && tokenboard?.goesOn() !== true) app.quit();
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

  // electron-store also listens for signals, and would end the process after it has written its files.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());

  // Row 40: a second start shows the window of the first instance, then ends. Electron's own lock comes later: it waits
  // silently for a first instance that hangs, and does not see the browser platform on the same data folder.
  const [instance] = await Promise.all([
    becomeFirstInstance(dataFolder, { showsWindow: !isHidden, onWait: tellWait }),
    app.whenReady(),
  ]);
  // On Windows this call also lets the first instance come to the front.
  const hasLock = app.requestSingleInstanceLock();
  if (instance === undefined) return app.quit();
  if (!hasLock) throw silentInstance();
  release = instance.release;
  instance.onSecond(showMainWindow);
  instance.onLost(async () => {
    const { text, textOf } = await import('./shared/messages/text.ts');
    dialog.showErrorBox(text('start.mustClose'), textOf(folderLost(dataFolder)));
    app.quit();
  });
  // Start to load the window before the core of the app.
  const { platform, hasTime } = createElectronPlatform({
    dataFolder,
    appFolder,
    rendererFolder: join(appFolder, '../renderer'),
    preload: join(appFolder, 'preload.cjs'),
    isHidden,
    environment,
    showMainWindow,
    quit: () => app.quit(),
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
    quit: () => app.quit(),
  });
  instance.onCall(tokenboard.acceptSession);
  process.on('uncaughtException', tokenboard.failed);
  process.on('unhandledRejection', tokenboard.failed);
  await (isHidden && !isWanted ? tokenboard.startHidden() : tokenboard.start());
}
