// The Electron platform alone, without the app, as the contract tests of platforms drive it.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, shell } from 'electron';
import { registerAppScheme } from '../../../app/platform/electron/app-protocol.ts';
import { createElectronPlatform, refuseByDefault } from '../../../app/platform/electron/electron-platform.ts';
import { drivePlatform, type PlatformDriver } from './driver.ts';

declare global {
  /** For `electronApp.evaluate`. */
  var platformDriver: PlatformDriver | undefined;
}

const { TOKENBOARD_DATA: dataFolder = '', TEST_RENDERER: rendererFolder = '', TEST_APP: appFolder = '' } = process.env;
mkdirSync(dataFolder, { recursive: true });
app.setPath('userData', dataFolder);
// Electron's own dialog would hold the tests up for ever.
process.on('uncaughtException', (error) => {
  console.error(error);
  app.exit(70);
});
registerAppScheme();
refuseByDefault();

app.whenReady().then(async () => {
  const opened: string[] = [];
  shell.openExternal = async (url) => {
    opened.push(url);
  };
  const { platform } = createElectronPlatform({
    dataFolder,
    rendererFolder,
    appFolder,
    preload: join(appFolder, 'preload.cjs'),
    isHidden: false,
    environment: process.env,
    showMainWindow: () => {},
    quit: () => app.quit(),
  });
  globalThis.platformDriver = await drivePlatform(platform, opened);
});
