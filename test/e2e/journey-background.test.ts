import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newFeed } from '../../app/shared/feed/feed.ts';
import { english } from '../../scripts/lib/english.mjs';
import { platformsHere, type RunningTestApp, root, startApp } from './app.ts';
import { displayHere } from './display.ts';
import { ask } from './lib/bridge.ts';
import { testKey } from './lib/use-app.ts';
import { electronHere } from './platforms-here.ts';

// Real processes of Electron, as a user starts them. Each test ends its own.
describe.each(platformsHere().filter((kind) => kind === 'electron'))('without its window, the %s app', (kind) => {
  let source: Server;
  let url: string;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tokenboard-background-'));
    source = createServer((_request, response) => {
      response.setHeader('content-type', 'application/json').end('[{"day":"2026-01-01","amount":3}]');
    });
    await new Promise<void>((resolve) => source.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(source.address() as AddressInfo).port}/sales`; // it listens on a port, not on a pipe
  });
  afterAll(() => {
    source.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const environment = { TOKENBOARD_KEY: testKey };
  const windowsOf = (app: ElectronApplication) =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().filter((window) => window.isVisible()).length);
  const closeWindow = (app: ElectronApplication) =>
    app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.close();
    });
  const electronOf = ({ electronApp }: RunningTestApp): ElectronApplication => {
    if (electronApp === undefined) throw new Error('not Electron');
    return electronApp;
  };
  const endOf = (app: ElectronApplication) => {
    const process_ = app.process();
    return new Promise<number | null>((resolve) => {
      if (process_.exitCode !== null) resolve(process_.exitCode);
      else process_.once('exit', resolve);
    });
  };

  const startOutside = async (dataFolder: string, ...args: string[]): Promise<ChildProcess> => {
    const binary = electronHere();
    if (binary === undefined) throw new Error('no Electron here');
    return spawn(binary.executablePath, ['--no-sandbox', ...binary.polyfillFlags, root, ...args], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, ...english, DISPLAY: await displayHere(), TOKENBOARD_DATA: dataFolder, ...environment },
    });
  };
  /** A start by hand, or by the desktop, of an app that runs. Resolves with the exit code. */
  const startAgain = async (dataFolder: string, ...args: string[]): Promise<number | null> => {
    const second = await startOutside(dataFolder, ...args);
    second.stderr?.resume();
    return new Promise((resolve) => second.once('exit', resolve));
  };
  const command = (dataFolder: string, ...args: string[]): Promise<number | null> => {
    const child = spawn(process.execPath, [join(root, 'dist/app/cli.js'), ...args], {
      stdio: 'ignore',
      env: { ...process.env, TOKENBOARD_DATA: dataFolder, ...environment },
    });
    return new Promise((resolve) => child.once('exit', resolve));
  };

  /** Publishes the resource. Returns how a reader fetches it. */
  const publish = async ({ mainPage }: RunningTestApp) => {
    await ask(mainPage, 'resources.save', {
      resource: {
        id: 'sales',
        name: 'Sales',
        url,
        format: 'json',
        dataPath: null,
        headers: [],
        authorization: { type: 'none' },
      },
      secrets: {},
    });
    await ask(mainPage, 'feeds.save', { feed: newFeed('feed', 'sales', 'Sales') });
    const { secret } = await ask(mainPage, 'feeds.createKey', { feedId: 'feed', name: 'Board', expiresAt: null });
    const { server } = await ask(mainPage, 'feeds.list', {});
    const port = await freePort();
    await ask(mainPage, 'feeds.saveServer', { ...server.settings, isOn: true, port });
    return async () => {
      const response = await fetch(`http://127.0.0.1:${port}/feeds/Sales.json`, {
        headers: { authorization: `Bearer ${secret}` },
      });
      return response.json();
    };
  };
  /** Notes the menus that the app makes: Electron does not list the icons in the tray. */
  const noteMenus = (app: ElectronApplication) =>
    app.evaluate(({ Menu, nativeImage }) => {
      const create = nativeImage.createFromPath.bind(nativeImage);
      nativeImage.createFromPath = (path) => {
        const image = create(path);
        Reflect.set(globalThis, 'trayIcon', image.getSize());
        return image;
      };
      const build = Menu.buildFromTemplate.bind(Menu);
      Menu.buildFromTemplate = (template) => {
        const menu = build(template);
        if (template.some(({ label }) => label === 'Quit Tokenboard') && template.length < 12)
          Reflect.set(globalThis, 'trayMenu', menu);
        return menu;
      };
    });
  const trayLabels = (app: ElectronApplication) =>
    app.evaluate(() => {
      const menu = Reflect.get(globalThis, 'trayMenu') as Electron.Menu | undefined; // noted by `noteMenus`
      return menu?.items.map(({ label }) => label) ?? [];
    });
  const pressInTray = (app: ElectronApplication, label: string) =>
    app.evaluate((_electron, wanted) => {
      const menu = Reflect.get(globalThis, 'trayMenu') as Electron.Menu; // noted by `noteMenus`
      menu.items.find((item) => item.label === wanted)?.click();
    }, label);
  const rows = [{ day: '2026-01-01', amount: 3 }];

  it('ends with its window, as long as the user has not chosen otherwise', async () => {
    const app = await startApp(kind, { environment });
    const ended = endOf(electronOf(app));
    await closeWindow(electronOf(app)).catch(() => {});
    expect(await ended).toBe(0);
    await app.close().catch(() => {});
  });

  it('goes on and answers, shows its window at a second start, and ends by the icon’s menu [40]', async () => {
    const app = await startApp(kind, { environment });
    const running = electronOf(app);
    const ended = endOf(running);
    await noteMenus(running);
    const read = await publish(app);
    // As a person does it: the settings offer it beside the feeds.
    const { mainPage } = app;
    await mainPage.keyboard.press('Control+,');
    await mainPage.getByText('Feeds end when the window is closed.').waitFor();
    const keep = mainPage.getByRole('switch', { name: 'Keep running when the window is closed' });
    await keep.focus();
    await mainPage.keyboard.press('Space');
    await expect.poll(() => keep.isChecked()).toBe(true);
    expect(await mainPage.getByText('Feeds end when the window is closed.').count()).toBe(0);
    await expect.poll(() => trayLabels(running)).toContain('1 feed published');

    // A missing picture is an empty one, and no error.
    const icon = await running.evaluate(() => Reflect.get(globalThis, 'trayIcon') as { width: number }); // noted above
    expect(icon.width).toBeGreaterThan(0);

    await closeWindow(running);
    await expect.poll(() => windowsOf(running)).toBe(0);
    expect(await read()).toEqual(rows);

    // A start at login leaves it as it is; one by hand shows the window.
    expect(await startAgain(app.dataFolder, '--hidden')).toBe(0);
    expect(await windowsOf(running)).toBe(0);
    const opened = running.waitForEvent('window');
    expect(await startAgain(app.dataFolder)).toBe(0);
    await (await opened).getByRole('button', { name: 'New resource' }).first().waitFor();
    expect(await windowsOf(running)).toBe(1);

    await closeWindow(running);
    await expect.poll(() => windowsOf(running)).toBe(0);
    await pressInTray(running, 'Open Tokenboard');
    await expect.poll(() => windowsOf(running)).toBe(1);
    await closeWindow(running);
    await expect.poll(() => windowsOf(running)).toBe(0);
    expect(await read()).toEqual(rows);
    await pressInTray(running, 'Quit Tokenboard').catch(() => {});
    expect(await ended).toBe(0);
    expect(existsSync(join(app.dataFolder, 'instance.lock'))).toBe(false);
    await app.close().catch(() => {});
  });

  it('starts with --hidden without a window, answers, and ends by `tokenboard stop`', async () => {
    const dataFolder = join(folder, 'hidden');
    const first = await startApp(kind, { dataFolder, environment });
    const read = await publish(first);
    await first.close({ keepData: true });
    // Seen from outside: what Playwright loads to attach itself takes the arguments away.
    const app = await startOutside(dataFolder, '--remote-debugging-port=0', '--hidden');
    const ended = new Promise((resolve) => app.once('exit', resolve));
    const host = await debuggingHost(app);
    const pages = async () => {
      const listed = (await (await fetch(`http://${host}/json/list`)).json()) as { type: string }[]; // of Chromium
      return listed.filter(({ type }) => type === 'page').length;
    };
    await expect.poll(() => read().catch(() => undefined)).toEqual(rows);
    expect(await pages()).toBe(0);
    expect(await startAgain(dataFolder)).toBe(0);
    await expect.poll(pages).toBe(1);
    expect(await command(dataFolder, 'stop')).toBe(0);
    expect(await ended).toBe(0);
  });

  it('is started by the system at login when the user switches that on', async () => {
    const config = join(folder, 'config');
    const app = await startApp(kind, { environment: { ...environment, XDG_CONFIG_HOME: config } });
    const { mainPage } = app;
    await mainPage.keyboard.press('Control+,');
    const login = mainPage.getByRole('switch', { name: 'Start Tokenboard when I log in' });
    await login.focus();
    await mainPage.keyboard.press('Space');
    await expect.poll(() => login.isChecked()).toBe(true);
    const file = join(config, 'autostart/tokenboard.desktop');
    expect(readFileSync(file, 'utf8')).toContain(' --hidden\n');
    await mainPage.keyboard.press('Space');
    await expect.poll(() => existsSync(file)).toBe(false);
    await app.close();
  });
});

/** Free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port, not on a pipe
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Where Chromium says what pages there are. */
function debuggingHost(app: ChildProcess): Promise<string> {
  let output = '';
  return new Promise((resolve, reject) => {
    app.stderr?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const found = /DevTools listening on ws:\/\/([^/]+)/.exec(output)?.[1];
      if (found !== undefined) resolve(found);
    });
    app.once('exit', (code) => reject(new Error(`the app ended with ${code}:\n${output}`)));
  });
}
