import { type WebContents, webFrameMain } from 'electron';
import { pageGuardScript } from '../page-guard.ts';

/**
 * Installs the guards (`page-guard.ts`) in the documents of a login window as soon as they exist. Uses no preload,
 * because the pages are not the app's (row 1). A session of `webContents.debugger` would run earlier, but it blocks
 * inner frames when another one is attached (seen on Electron 33). `webRequest` handles WebSockets.
 */
export function guardPages(contents: WebContents): void {
  const source = pageGuardScript('');
  contents.on('did-frame-navigate', (_event, _url, _status, _text, _isMainFrame, process, frame) => {
    // The frame may be gone by now.
    webFrameMain
      .fromId(process, frame)
      ?.executeJavaScript(source)
      .catch(() => {});
  });
}
