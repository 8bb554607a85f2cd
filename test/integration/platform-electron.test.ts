import { describe, expect, it } from 'vitest';
import { platformsHere } from '../e2e/platforms-here.ts';
import { platformUnderTest } from './platform/platform-under-test.ts';

// What only Electron has: IPC, sessions and events of its own.
describe.each(platformsHere().filter((kind) => kind === 'electron'))('the %s platform alone', (kind) => {
  const t = platformUnderTest(kind);
  const inMain = () => {
    if (t.platform.electronApp === undefined) throw new Error('not Electron');
    return t.platform.electronApp;
  };

  it('responds to no call from another window, also not with our preload and our page [11]', async () => {
    const before = (await t.platform.drive('calls')).length;
    const response = await inMain().evaluate(async ({ BrowserWindow }) => {
      const preload = `${process.env.TEST_APP}/preload.cjs`;
      const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
      await other.loadURL('tokenboard://app/index.html');
      const received = await other.webContents.executeJavaScript("tokenboard.calls['app.info']({})");
      other.destroy();
      return received;
    });
    expect(response).toMatchObject({ ok: false, error: { code: 'app.refused' } });
    expect((await t.platform.drive('calls')).length).toBe(before);
  });

  it('lists every window with the guards of row 1, as Electron itself knows them [1]', async () => {
    const opened = await t.login('<title>Login</title>');
    await t.popup(opened.path);
    const guards = { nodeIntegration: false, contextIsolation: true, sandbox: true, webviewTag: false };
    const preferences = await inMain().evaluate(
      ({ BrowserWindow }, names) =>
        BrowserWindow.getAllWindows().map((window) => {
          // Not in the types: what Electron made of the options.
          const read: unknown = Reflect.get(window.webContents, 'getLastWebPreferences');
          const known = typeof read === 'function' ? read.call(window.webContents) : {};
          return Object.fromEntries(names.map((name) => [name, known[name]]));
        }),
      Object.keys(guards),
    );
    expect(preferences).toEqual([guards, guards]);
    // The window of somebody else's page has no bridge: see "has no Node, no preload and no bridge".
    await t.cancel(opened);
  });

  it('keeps a connection’s session in memory, apart from the app’s [2]', async () => {
    const opened = await t.login((_request, response) => {
      response.setHeader('set-cookie', 'login=ann; Path=/').end('<p>in</p>');
    });
    await (await t.popup(opened.path)).locator('p').waitFor();
    const found = await inMain().evaluate(async ({ session }, id) => {
      const own = session.fromPartition(`connection:${id}`);
      return {
        own: (await own.cookies.get({})).map(({ name }) => name),
        app: (await session.defaultSession.cookies.get({})).length,
        onDisk: own.isPersistent(),
      };
    }, opened.connectionId);
    expect(found).toEqual({ own: ['login'], app: 0, onDisk: false });
    await t.cancel(opened);
  });

  it('sends no client certificate, whatever the store holds [9]', async () => {
    const chosen = await inMain().evaluate(({ app, BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      let prevented = false;
      const responses: unknown[] = [];
      const event = {
        preventDefault: () => {
          prevented = true;
        },
      };
      const store = [{ subjectName: 'ann', issuerName: 'company' }];
      app.emit('select-client-certificate', event, contents, 'https://login.example.com', store, (...args: unknown[]) =>
        responses.push(args),
      );
      return { prevented, responses };
    });
    expect(chosen).toEqual({ prevented: true, responses: [[]] });
  });

  it('takes no harm from what a page tells after its window has gone [24]', async () => {
    const opened = await t.login('<title>Login</title>');
    await t.popup(opened.path);
    // A page on its way when the login ends: its event finds the window destroyed.
    const thrown = await inMain().evaluate(({ BrowserWindow }, path) => {
      const window = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().endsWith(path));
      if (window === undefined) return 'no window';
      const contents = window.webContents;
      window.destroy();
      try {
        contents.emit('did-navigate', {}, 'https://login.example.com/', 200, 'OK');
        contents.emit('did-navigate-in-page', {}, 'https://login.example.com/#in', true);
        contents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
        contents.emit('did-fail-load', {}, -105, 'ERR_NAME_NOT_RESOLVED', 'https://login.example.com/', true);
        return 'nothing';
      } catch (error) {
        return String(error);
      }
    }, opened.path);
    expect(thrown).toBe('nothing');
    expect(await opened.outcome()).toMatchObject({ ok: false, code: 'window.closed' });
  });

  it('comes back when its page crashed', async () => {
    await inMain().evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const loaded = new Promise((resolve) => contents?.once('did-finish-load', () => resolve(undefined)));
      contents?.forcefullyCrashRenderer();
      await loaded;
    });
    const ready = await inMain().evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.documentElement.dataset.ready'),
    );
    expect(ready).toBe('yes');
  });

  it('asks the system for the proxy of a URL [41]', async () => {
    expect(await t.platform.drive('proxyFor', 'https://example.com/')).toBe('DIRECT');
  });

  it('tells that the computer woke up or was unlocked, so that what ended meanwhile is renewed [31]', async () => {
    const before = (await t.platform.drive('wakes')).length;
    await inMain().evaluate(({ powerMonitor }) => {
      powerMonitor.emit('resume');
      powerMonitor.emit('unlock-screen');
    });
    expect((await t.platform.drive('wakes')).length).toBe(before + 2);
  });
});
