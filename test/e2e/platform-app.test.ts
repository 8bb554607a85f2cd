import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { findBrowser } from '../../app/platform/browser/find-browser.ts';
import { callNames } from '../../app/shared/contract/names.ts';
import { english } from '../../scripts/lib/english.mjs';
import { type RunningTestApp, root, startApp } from './app.ts';
import { displayHere } from './display.ts';
import { electronHere, type PlatformKind, platformsHere } from './platforms-here.ts';

let running: RunningTestApp | undefined;
let folder: string | undefined;
afterEach(async () => {
  await running?.close();
  running = undefined;
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  folder = undefined;
});

describe.each(platformsHere())('the app on the %s platform', (kind) => {
  it('opens its window, responds to its calls and prints no error [10]', async () => {
    running = await startApp(kind, { environment: { LC_TIME: 'de_CH.UTF-8', LC_NUMERIC: 'C' } });
    const info = await running.mainPage.evaluate(() => window.tokenboard.calls['app.info']({}));
    const region = { dates: 'de-CH', numbers: null };
    expect(info).toMatchObject({ ok: true, value: { platform: kind, dataFolder: running.dataFolder, region } });
    expect(await running.mainPage.evaluate(() => Object.keys(window.tokenboard.calls))).toEqual([...callNames]);
    await expect.poll(() => running?.mainPage.title()).toContain('Tokenboard');
    // Chromium's own lines (`[pid:…`) tell of the missing graphics card.
    const lines = running.logs.flatMap((text) => text.split('\n')).filter((line) => !/^\[\d+:/.test(line));
    expect(lines.filter((line) => /error|violat|refused to/i.test(line))).toEqual([]);
  });

  it('shows the production build, also where tests built it', async () => {
    running = await startApp(kind);
    const scripts = join(root, 'dist/renderer/assets');
    const isForDevelopment = (name: string) =>
      /jsxDEV|\.development\.js/.test(readFileSync(join(scripts, name), 'utf8'));
    expect(readdirSync(scripts).filter((name) => name.endsWith('.js') && isForDevelopment(name))).toEqual([]);
  });

  it.runIf(kind === 'electron')('keeps the vault’s key out of what its processes inherit [37]', async () => {
    running = await startApp(kind, { environment: { TOKENBOARD_KEY: 'a key that no child may see' } });
    expect(await running.electronApp?.evaluate(() => process.env.TOKENBOARD_KEY ?? 'taken')).toBe('taken');
    await expect
      .poll(() => running?.mainPage.evaluate(() => window.tokenboard.calls['app.info']({})))
      .toMatchObject({ value: { vault: { status: 'key', source: 'environment' } } });
  });

  it('refuses what the contract does not know [11]', async () => {
    running = await startApp(kind);
    const response = await running.mainPage.evaluate(() =>
      // A page may send whatever it likes; the types are not there to stop it.
      Reflect.apply(window.tokenboard.calls['resources.run'], undefined, [{ id: 7 }]),
    );
    expect(response).toMatchObject({ ok: false });
  });

  it('hands a second start over to the first [40]', async () => {
    running = await startApp(kind);
    const second = await startSecond(kind, running.dataFolder);
    expect(second).toBe(0);
    const info = await running.mainPage.evaluate(() => window.tokenboard.calls['app.info']({}));
    expect(info.ok).toBe(true);
  });

  it('hands a start on the other platform over, too: one app writes to a data folder [40]', async (context) => {
    const other = platformsHere().find((found) => found !== kind);
    if (other === undefined) return context.skip('This machine has one platform only.');
    running = await startApp(kind);
    expect(await startSecond(other, running.dataFolder)).toBe(0);
  });

  it('starts again on the data of a run that ended [39]', async () => {
    folder = mkdtempSync(join(tmpdir(), 'tokenboard-again-'));
    running = await startApp(kind, { dataFolder: folder });
    await running.mainPage.evaluate(() => window.tokenboard.calls['preferences.save']({ theme: 'dark' }));
    await running.close({ keepData: true });
    running = await startApp(kind, { dataFolder: folder });
    const preferences = await running.mainPage.evaluate(() => window.tokenboard.calls['preferences.read']({}));
    expect(preferences).toMatchObject({ ok: true, value: { theme: 'dark' } });
  });

  it('names a data folder that it cannot use and ends with an error [48]', async () => {
    folder = mkdtempSync(join(tmpdir(), 'tokenboard-obstructed-'));
    const obstruction = join(folder, 'file');
    writeFileSync(obstruction, '');
    const { code, output } = await runEntry(kind, obstruction);
    expect(output).toContain(`Tokenboard cannot use the folder ${obstruction}: a file is in its place (EEXIST).`);
    expect(code).toBe(1);
    // The preferences are in that folder, so the language is that of the system.
    const german = await runEntry(kind, obstruction, { LC_ALL: 'de_AT.UTF-8', LANGUAGE: '' });
    expect(german.output).toContain(
      `den Ordner ${obstruction} nicht verwenden: An seiner Stelle ist eine Datei (EEXIST).`,
    );
    expect(german.code).toBe(1);
  });

  it.runIf(process.platform !== 'win32')(
    'says that a first instance that is stopped does not respond [40]',
    async () => {
      folder = mkdtempSync(join(tmpdir(), 'tokenboard-stopped-'));
      // What hangs is another start of the app: its socket is there, and nothing behind it reads.
      const source = `
      const { becomeFirstInstance } = await import(${JSON.stringify(join(root, 'app/platform/instance.ts'))});
      await becomeFirstInstance(${JSON.stringify(folder)});
      console.log('first');
      setInterval(() => {}, 1000);`;
      const first = spawn(process.execPath, ['--input-type=module', '-e', source], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      try {
        await once(first.stdout, 'data');
        first.kill('SIGSTOP');
        const entry = await spawnEntry(kind, folder);
        const ended = once(entry, 'exit');
        let output = '';
        entry.stderr.on('data', (chunk: Buffer) => {
          output += chunk.toString();
        });
        await expect
          .poll(() => output)
          .toContain(`Tokenboard is already running (process ${first.pid}) but does not respond.`);
        // Electron shows it in a dialog, which waits for somebody to close it.
        if (kind === 'electron') entry.kill('SIGKILL');
        expect(await ended).toEqual(kind === 'electron' ? [null, 'SIGKILL'] : [1, null]);
      } finally {
        first.kill('SIGKILL');
      }
    },
  );
});

describe.each(platformsHere().filter((kind) => kind === 'electron'))('the window on the %s platform', (kind) => {
  it('opens where it was closed', async () => {
    folder = mkdtempSync(join(tmpdir(), 'tokenboard-bounds-'));
    running = await startApp(kind, { dataFolder: folder });
    const bounds = { x: 40, y: 60, width: 1010, height: 640 };
    await running.electronApp?.evaluate(({ BrowserWindow }, wanted) => {
      BrowserWindow.getAllWindows()[0]?.setBounds(wanted);
    }, bounds);
    await running.close({ keepData: true });
    expect(JSON.parse(readFileSync(join(folder, 'window.json'), 'utf8'))).toMatchObject({ bounds });
    running = await startApp(kind, { dataFolder: folder });
    const again = await running.electronApp?.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.getNormalBounds(),
    );
    expect(again).toEqual(bounds);
  });

  it('goes on after an error that nothing caught, and tells of it without its message [37]', async () => {
    running = await startApp(kind);
    const { electronApp, mainPage, logs } = running;
    await electronApp?.evaluate(() => {
      setTimeout(() => {
        throw new TypeError('canary-of-an-error');
      });
      Promise.reject(new RangeError('canary-of-a-promise'));
    });
    const notices = mainPage.getByRole('status').filter({ hasText: 'Unexpected error' });
    await expect.poll(() => notices.allInnerTexts()).toHaveLength(2);
    expect((await notices.allInnerTexts()).join()).toMatch(/RangeError.*TypeError/s);
    expect(`${await mainPage.content()} ${logs.join()}`).not.toContain('canary-of');
    const info = await mainPage.evaluate(() => window.tokenboard.calls['app.info']({}));
    expect(info.ok).toBe(true);
  });

  it('sends the menu’s commands to the page', async () => {
    running = await startApp(kind);
    await running.mainPage.evaluate(() => {
      Reflect.set(window, 'heard', []);
      window.tokenboard.events['menu.command']((payload) => Reflect.get(window, 'heard').push(payload));
    });
    await running.electronApp?.evaluate(({ Menu }) => {
      const items = Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? []) ?? [];
      items.find(({ label }) => label === 'Show or Hide Sidebar')?.click();
    });
    await expect
      .poll(() => running?.mainPage.evaluate(() => Reflect.get(window, 'heard')))
      .toEqual([{ command: 'toggle-sidebar' }]);
  });
});

describe.each(platformsHere().filter((kind) => kind === 'browser'))('the %s platform’s processes', (kind) => {
  it('end when the app is killed', async () => {
    running = await startApp(kind);
    await running.close();
    running = undefined;
    folder = mkdtempSync(join(tmpdir(), 'tokenboard-killed-'));
    const app = startEntry(folder);
    const profile = join(folder, 'data', 'browser-profile');
    await expect.poll(() => processesWith(profile).length, { timeout: 30_000 }).toBeGreaterThan(0);
    app.kill('SIGKILL');
    await expect.poll(() => processesWith(profile), { timeout: 20_000 }).toEqual([]);
  });

  it('end in order on SIGTERM', async () => {
    folder = mkdtempSync(join(tmpdir(), 'tokenboard-ended-'));
    const app = startEntry(folder);
    const socket = join(folder, 'data', 'instance.socket');
    await expect.poll(() => existsSync(socket), { timeout: 30_000 }).toBe(true);
    const profile = join(folder, 'data', 'browser-profile');
    await expect.poll(() => processesWith(profile).length, { timeout: 30_000 }).toBeGreaterThan(0);
    const code = new Promise((resolve) => app.once('exit', resolve));
    app.kill('SIGTERM');
    expect(await code).toBe(0);
    await expect.poll(() => processesWith(profile), { timeout: 20_000 }).toEqual([]);
  });
});

function startEntry(work: string) {
  return spawn(process.execPath, [join(root, 'dist/app/browser.js')], {
    stdio: 'ignore',
    env: { ...process.env, TOKENBOARD_DATA: join(work, 'data'), TOKENBOARD_HEADLESS: '1' },
  });
}

/** Linux: command lines that name the profile. */
function processesWith(profile: string): string[] {
  return readdirSync('/proc').flatMap((pid) => {
    if (!/^\d+$/.test(pid)) return [];
    try {
      const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      return line.includes(profile) ? [line.slice(0, 80)] : [];
    } catch {
      return [];
    }
  });
}

const startSecond = async (kind: PlatformKind, dataFolder: string) => (await runEntry(kind, dataFolder)).code;

/** The entry as a process of its own, until it ends. */
async function runEntry(kind: PlatformKind, dataFolder: string, language: NodeJS.ProcessEnv = english) {
  const entry = await spawnEntry(kind, dataFolder, language);
  const [output, [code]] = await Promise.all([text(entry.stderr), once(entry, 'exit')]);
  return { code: typeof code === 'number' ? code : null, output };
}

async function spawnEntry(kind: PlatformKind, dataFolder: string, language: NodeJS.ProcessEnv = english) {
  const { file, args, environment } = entries[kind]();
  return spawn(file, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...language, DISPLAY: await displayHere(), TOKENBOARD_DATA: dataFolder, ...environment },
  });
}

interface Entry {
  file: string;
  args: string[];
  environment: NodeJS.ProcessEnv;
}

const entries: Record<PlatformKind, () => Entry> = {
  electron: () => {
    const electron = electronHere();
    if (electron === undefined) throw new Error('There is no Electron on this machine: see platforms-here.ts.');
    const { executablePath, polyfillFlags } = electron;
    return { file: executablePath, args: ['--no-sandbox', ...polyfillFlags, root], environment: {} };
  },
  browser: () => ({
    file: process.execPath,
    args: [join(root, 'dist/app/browser.js')],
    environment: { TOKENBOARD_HEADLESS: '1', TOKENBOARD_BROWSER: findBrowser() },
  }),
};
