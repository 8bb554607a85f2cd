import { app, BrowserWindow, Menu, nativeTheme, screen, session, shell } from 'electron';
import { bridgeChannels } from '../bridge.ts';
import { isOwnPage, isWebUrl } from '../navigation.ts';
import type { HandleCall, MainWindow } from '../platform.ts';
import { boundsOn, readWindowState, writeWindowState } from '../window-state.ts';
import { appOrigin, guardMainSession, serveRenderer } from './app-protocol.ts';
import { bringToFront } from './bring-to-front.ts';
import { handleCalls } from './calls.ts';
import { mainWindowOptions } from './window-options.ts';

export interface MainWindowFiles {
  dataFolder: string;
  rendererFolder: string;
  preload: string;
}

export interface MainWindows {
  current(): BrowserWindow | undefined;
  /** Opens the window, which starts to load at once. Its calls wait for `respondWith`. */
  open(): BrowserWindow;
  respondWith(handleCall: HandleCall): void;
  asMainWindow(window: BrowserWindow): MainWindow;
  /** Sets the menu of the app in the current language. */
  setMenu(): Promise<void>;
  /** Resolves when the page has its scripts. This process is idle while the page compiles them. */
  readonly scriptsSent: Promise<void>;
}

/** Called once, when the app is ready. */
export function mainWindows(files: MainWindowFiles): MainWindows {
  let current: BrowserWindow | undefined;
  const response = Promise.withResolvers<HandleCall>();

  const scriptsSent = serveRenderer(session.defaultSession.protocol, files.rendererFolder);
  guardMainSession(session.defaultSession, !app.isPackaged);
  handleCalls(
    () => (current === undefined || current.isDestroyed() ? undefined : current.webContents),
    response.promise,
  );
  const send = (event: string, payload: unknown) => {
    if (current !== undefined && !current.isDestroyed()) current.webContents.send(bridgeChannels.event, event, payload);
  };
  const setMenu = async () => {
    const { menuTemplate } = await import('./menu-template.ts');
    Menu.setApplicationMenu(
      Menu.buildFromTemplate(
        menuTemplate({
          platform: process.platform,
          packaged: app.isPackaged,
          onCommand: (command) => send('menu.command', { command }),
        }),
      ),
    );
  };
  // Until the language is known, and the texts are loaded.
  Menu.setApplicationMenu(null);

  const open = () => {
    const window = createWindow(files);
    current = window;
    window.once('closed', () => {
      if (current === window) current = undefined;
    });
    return window;
  };
  return {
    scriptsSent,
    setMenu,
    current: () => current,
    open,
    respondWith: response.resolve,
    asMainWindow: (window) => ({
      send,
      show: () => {
        if (!window.isDestroyed()) bringToFront(window);
      },
      close: () => {
        if (!window.isDestroyed()) window.close();
      },
      closed: new Promise((resolve) => {
        if (window.isDestroyed()) resolve();
        else window.once('closed', () => resolve());
      }),
    }),
  };
}

function createWindow({ dataFolder, preload }: MainWindowFiles): BrowserWindow {
  const saved = readWindowState(dataFolder);
  const window = new BrowserWindow(
    mainWindowOptions({
      bounds: boundsOn(
        screen.getAllDisplays().map((display) => display.workArea),
        saved?.bounds,
      ),
      background: nativeTheme.shouldUseDarkColors ? '#17181c' : '#ffffff',
      preload,
    }),
  );
  if (saved?.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () =>
    writeWindowState(dataFolder, { bounds: window.getNormalBounds(), maximized: window.isMaximized() }),
  );
  stayAtHome(window);
  window.loadURL(`${appOrigin}/index.html`).catch((error: unknown) => console.error('The window did not load:', error));
  return window;
}

/** Row 7: the main window never leaves the UI. Links open in the system browser. */
function stayAtHome(window: BrowserWindow): void {
  const contents = window.webContents;
  const openLink = (url: string) => {
    if (isWebUrl(url)) shell.openExternal(url).catch(() => {});
  };
  contents.setWindowOpenHandler(({ url }) => {
    openLink(url);
    return { action: 'deny' };
  });
  contents.on('will-frame-navigate', (details) => {
    if (details.isMainFrame && isOwnPage(details.url, appOrigin)) return;
    details.preventDefault();
    if (details.isMainFrame) openLink(details.url);
  });
  contents.on('will-redirect', (details) => details.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  let lastCrash = Number.NEGATIVE_INFINITY;
  contents.on('render-process-gone', (_event, { reason }) => {
    const again = performance.now() - lastCrash < 5000;
    lastCrash = performance.now();
    // A page that crashes right after loading would crash forever.
    if (reason === 'clean-exit' || again) return;
    // Not during the event: the process is still ending.
    setImmediate(() => {
      if (!window.isDestroyed()) contents.reload();
    });
  });
}
