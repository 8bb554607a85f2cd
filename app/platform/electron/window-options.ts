import type { BrowserWindowConstructorOptions } from 'electron';
import { disabledBlinkFeatures } from '../chromium-features.ts';
import { authorizationWindowSize, minimumSize, type Rectangle } from '../window-state.ts';

/** Set for every window, although most are today's defaults: defaults can change (row 1). */
const guarded = {
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  contextIsolation: true,
  sandbox: true,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  // The values that `window.open` may set for a child.
  javascript: true,
  zoomFactor: 1,
} as const;

/**
 * Each connection has its own partition. Without `persist:` it stays in memory and ends with the app (row 2). Encoded,
 * so that an ID cannot add a prefix. `trust`: see `trustKey`.
 */
export const authorizationPartition = (connectionId: string, trust = ''): string =>
  `connection:${encodeURIComponent(connectionId)}${trust === '' ? '' : `:${trust}`}`;

/** For the authorization window and every child that it opens. No preload, because the pages are not the app's. */
export function authorizationWindowOptions(partition: string, title: string): BrowserWindowConstructorOptions {
  return {
    title,
    ...authorizationWindowSize,
    minWidth: 360,
    minHeight: 480,
    autoHideMenuBar: true,
    fullscreenable: false,
    backgroundColor: '#ffffff',
    webPreferences: { ...guarded, partition, disableBlinkFeatures: disabledBlinkFeatures.join() },
  };
}

export interface MainWindowLook {
  bounds: Rectangle;
  /** The page's background, to avoid a white flash before the first paint. */
  background: string;
  preload: string;
}

export function mainWindowOptions({ bounds, background, preload }: MainWindowLook): BrowserWindowConstructorOptions {
  return {
    title: 'Tokenboard',
    ...bounds,
    minWidth: minimumSize.width,
    minHeight: minimumSize.height,
    show: false,
    backgroundColor: background,
    webPreferences: { ...guarded, preload },
  };
}
