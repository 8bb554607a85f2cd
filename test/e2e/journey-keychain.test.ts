import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startAwkwardService } from '../servers/awkward-service.ts';
import { platformsHere, type RunningTestApp, startApp } from './app.ts';
import { ask } from './lib/bridge.ts';
import { makeKept, opensKept } from './lib/kept.ts';
import { keychainHere, setEnvironment, startKeychain } from './lib/keychain.ts';
import { takePictures } from './lib/use-app.ts';

// A file of its own: the native module remembers, for the life of the process, where the keychain was not.
describe.each(platformsHere())('a keychain on the %s platform', (kind) => {
  it('keeps the key, so that tomorrow everything is authorized still [38]', async (context) => {
    if (!keychainHere()) context.skip('no dbus-daemon and gnome-keyring-daemon on this machine');
    const folder = mkdtempSync(join(tmpdir(), 'tokenboard-keychain-'));
    const awkward = await startAwkwardService();
    const keychain = await startKeychain();
    const restoreEnvironment = setEnvironment(keychain.environment);
    let app: RunningTestApp | undefined;
    context.onTestFailed(() => app && takePictures(app, `${kind} keychain`));
    const start = async () => {
      app = await startApp(kind, { dataFolder: folder, environment: keychain.environment });
      app.mainPage.setDefaultTimeout(30_000);
      return app;
    };
    try {
      const { mainPage, close } = await makeKept(awkward, await start());
      expect((await ask(mainPage, 'app.info', {})).vault).toEqual({ status: 'keychain' });
      await close({ keepData: true });
      await opensKept(awkward, (await start()).mainPage);
    } finally {
      await app?.close();
      restoreEnvironment();
      keychain.stop();
      await awkward.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
