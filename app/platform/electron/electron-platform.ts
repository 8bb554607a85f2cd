import { join } from 'node:path';
import { app, type BrowserWindow, dialog, Notification, powerMonitor, session, shell } from 'electron';
import { type NetworkSettings, systemNetwork } from '../../http/network-settings.ts';
import { PlatformError } from '../../shared/errors.ts';
import { message } from '../../shared/messages/message.ts';
import { disabledFeatures, protocolSwitches } from '../chromium-features.ts';
import { isWebUrl } from '../navigation.ts';
import type { Platform } from '../platform.ts';
import { languagesOfEnvironment, regionOfEnvironment, regionOfSystem } from '../region.ts';
import type { TrayState } from '../tray.ts';
import type { AuthorizationWindows } from './authorization-window.ts';
import { electronLoginStart } from './login-start.ts';
import { type MainWindowFiles, mainWindows } from './main-window.ts';
import { startProcess } from './start-process.ts';
import type { TrayIcon, TrayOptions } from './tray.ts';

export interface ElectronPlatformOptions extends MainWindowFiles {
  /** The folder of the bundled entries. */
  appFolder: string;
  /** No window is opened at first. */
  isHidden: boolean;
  environment: NodeJS.ProcessEnv;
  /** Shows the main window, and opens it if it is closed. */
  showMainWindow(): void;
  quit(): void;
}

export interface ElectronPlatform {
  platform: Platform;
  /**
   * Resolves when the page compiles its scripts, or is late. Run blocking work then: earlier, the window would wait for
   * it.
   */
  hasTime: Promise<void>;
}

/** The page has its scripts long before this, unless something is wrong. */
const lateMs = 1_000;

/** Opens the main window at once, so that it loads together with the core of the app. Call when Electron is ready. */
export function createElectronPlatform(options: ElectronPlatformOptions): ElectronPlatform {
  let network = () => systemNetwork;
  const windows = mainWindows(options);
  if (!options.isHidden) windows.open();
  const tray = trayLater({
    iconFolder: join(options.appFolder, '../tray'),
    open: options.showMainWindow,
    quit: options.quit,
  });
  const late = new Promise<void>((resolve) => setTimeout(resolve, lateMs));
  const platform: Platform = {
    kind: 'electron',
    description: `Electron ${process.versions.electron}`,
    // Chromium's locale is the language. On Linux Electron knows nothing else.
    region: () =>
      process.platform === 'linux' ? regionOfEnvironment(process.env) : regionOfSystem(app.getSystemLocale()),
    languages: systemLanguages,
    languageChanged: () => {
      void windows.setMenu();
      tray.redraw();
    },
    showTray: tray.show,
    loginStart: electronLoginStart(options.environment),
    openMainWindow: async (handleCall) => {
      windows.respondWith(handleCall);
      return windows.asMainWindow(windows.current() ?? windows.open());
    },
    ...authorizationWindowsLater(windows.current, () => network()),
    openInSystemBrowser: async (url) => {
      if (!isWebUrl(url)) throw new PlatformError('window.url_refused', message('window.link'));
      await shell.openExternal(url);
    },
    pickSaveFile: async (suggestedName) => {
      const parent = windows.current();
      const choice = { defaultPath: suggestedName };
      const { canceled, filePath } = await (parent === undefined
        ? dialog.showSaveDialog(choice)
        : dialog.showSaveDialog(parent, choice));
      return canceled || !filePath ? undefined : filePath;
    },
    showInFolder: async (path) => shell.showItemInFolder(path),
    notify: (title, body) => {
      const window = windows.current();
      if (Notification.isSupported() && window?.isFocused() !== true)
        showNotification(title, body, options.showMainWindow);
    },
    onWake,
    resolveProxy: (url) => session.defaultSession.resolveProxy(url),
    setNetwork: (chosen) => {
      network = chosen;
    },
    startProcess: (entry, args, heapMebibytes) => startProcess(options.appFolder, entry, args, heapMebibytes),
  };
  return { platform, hasTime: options.isHidden ? Promise.resolve() : Promise.race([windows.scriptsSent, late]) };
}

/** The user's languages as BCP 47 tags, the preferred one first. Works before the app is ready. */
export function systemLanguages(): string[] {
  const ofEnvironment = process.platform === 'linux' ? languagesOfEnvironment(process.env) : [];
  return ofEnvironment.length > 0 ? ofEnvironment : app.getPreferredSystemLanguages();
}

/** Loads the code for the icon when it is shown: most users have none. */
function trayLater(options: TrayOptions): { show(state: TrayState | undefined): void; redraw(): void } {
  let wanted: TrayState | undefined;
  let icon: TrayIcon | undefined;
  let isLoading = false;
  const redraw = (): void => {
    if (wanted === undefined) icon?.remove();
    else icon?.show(wanted);
  };
  return {
    redraw,
    show: (state) => {
      wanted = state;
      if (icon !== undefined || state === undefined) return redraw();
      if (isLoading) return;
      isLoading = true;
      void import('./tray.ts').then(({ createTrayIcon }) => {
        icon = createTrayIcon(options);
        redraw();
      });
    },
  };
}

/** Loads the code for logins with the first one; otherwise the main window would wait for it. */
function authorizationWindowsLater(
  mainWindow: () => BrowserWindow | undefined,
  network: () => NetworkSettings,
): AuthorizationWindows {
  let loading: Promise<AuthorizationWindows> | undefined;
  const loaded = () => {
    loading ??= import('./authorization-window.ts').then((module) => module.authorizationWindows(mainWindow, network));
    return loading;
  };
  return {
    openAuthorizationWindow: async (request) => (await loaded()).openAuthorizationWindow(request),
    forgetSession: async (connectionId) => (await loaded()).forgetSession(connectionId),
  };
}

/** Kept while they are shown: a garbage-collected notification gets no clicks. */
const notifications = new Set<Notification>();

function showNotification(title: string, body: string, onClick: () => void): void {
  const notification = new Notification({ title, body });
  notifications.add(notification);
  const gone = () => notifications.delete(notification);
  notification.once('close', gone).once('failed', gone);
  notification.once('click', () => {
    gone();
    onClick();
  });
  notification.show();
}

/** `unlock-screen` (macOS, Windows) is often the first event after the lid was closed. */
function onWake(listener: () => void): () => void {
  powerMonitor.on('resume', listener).on('unlock-screen', listener);
  return () => powerMonitor.off('resume', listener).off('unlock-screen', listener);
}

/**
 * For every window, even unforeseen ones: no child and no webview until its own rules are set. Call before the app is
 * ready.
 */
export function refuseByDefault(): void {
  for (const [name, value] of Object.entries(protocolSwitches)) app.commandLine.appendSwitch(name, value);
  const given = app.commandLine.getSwitchValue('disable-features');
  app.commandLine.appendSwitch('disable-features', [given, ...disabledFeatures].filter((name) => name !== '').join());
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
  // Row 9: by default Electron would send the store's first certificate without asking.
  app.on('select-client-certificate', (event, _contents, _url, _certificates, choose) => {
    event.preventDefault();
    choose();
  });
}
