import type { ElectronApplication } from 'playwright';

/** What the app does with downloads of the windows that are open: asked after it, in Electron's own process. */
export async function watchDownloads(electronApp: ElectronApplication): Promise<() => Promise<boolean[]>> {
  const verdicts = await electronApp.evaluateHandle(({ BrowserWindow }) => {
    const refused: boolean[] = [];
    for (const session of new Set(BrowserWindow.getAllWindows().map(({ webContents }) => webContents.session)))
      session.on('will-download', (event) => refused.push(event.defaultPrevented));
    return refused;
  });
  return () => verdicts.jsonValue();
}
