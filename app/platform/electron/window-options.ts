import type { BrowserWindowConstructorOptions } from 'electron';
import { disabledBlinkFeatures } from '../chromium-features.ts';
import { authorizationWindowSize, minimumSize, type Rectangle } from '../window-state.ts';

/** Said for every window, though most are the default today: a default can change, a line here cannot (row 1). */
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
  // What `window.open` may name for a child.
  javascript: true,
  zoomFactor: 1,
} as const;

/**
 * A partition of its own per connection; without `persist:` it lives in memory and ends with the app (row 2). Encoded:
 * an id may not smuggle in a prefix. `trust`: see `trustKey`.
 */
export const authorizationPartition = (connectionId: string, trust = ''): string =>
  `connection:${encodeURIComponent(connectionId)}${trust === '' ? '' : `:${trust}`}`;

/** For the authorization window and for every child that it opens. No preload: it shows pages that are not ours. */
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
  /** The page's own: no white flash before the first paint. */
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
