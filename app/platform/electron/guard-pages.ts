import { type WebContents, webFrameMain } from 'electron';
import { pageGuardScript } from '../page-guard.ts';

/**
 * Puts the guards (`page-guard.ts`) into the documents of a login window as soon as there are any. Without a preload, as
 * the pages are not ours (row 1); a session of `webContents.debugger` would be earlier, but it stops inner frames when
 * another one is attached (seen on Electron 33). WebSockets are left to `webRequest`.
 */
export function guardPages(contents: WebContents): void {
  const source = pageGuardScript('');
  contents.on('did-frame-navigate', (_event, _url, _status, _text, _isMainFrame, process, frame) => {
    // The frame may have gone meanwhile.
    webFrameMain
      .fromId(process, frame)
      ?.executeJavaScript(source)
      .catch(() => {});
  });
}
