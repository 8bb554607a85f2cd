import { chmodSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { describe, expect, it, onTestFinished } from 'vitest';
import { launchBrowser } from '../../app/platform/browser/launch.ts';
import { authorizationWindowSize, centredOn } from '../../app/platform/window-state.ts';
import { platformsHere } from '../e2e/platforms-here.ts';
import { platformUnderTest } from './platform/platform-under-test.ts';

// What only the browser platform has: a browser that is a program of somebody else's, driven from outside.
describe.each(platformsHere().filter((kind) => kind === 'browser'))('the %s platform alone', (kind) => {
  const t = platformUnderTest(kind);

  it('responds to no call from a frame of its own window, whatever it finds there [11]', async () => {
    const before = (await t.platform.drive('calls')).length;
    const found = await t.platform.mainPage.evaluate(async () => {
      const call = JSON.stringify({ name: '__tokenboardCall', seq: 1, serializedArgs: ['app.info', '{}'] });
      const responseIn = (scope: Window) =>
        new Promise((resolve) => {
          // What Playwright itself leaves in a page: the way by which every call leaves, and where responses come in.
          const controller = Reflect.get(scope, '__playwright__binding__controller__');
          Reflect.set(controller, 'deliverBindingResult', ({ result }: { result?: unknown }) => resolve(result));
          Reflect.get(scope, '__playwright__binding__')(call);
        });
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const inside = frame.contentWindow;
      if (inside === null) throw new Error('no frame');
      const names = ['tokenboard', '__tokenboardCall'].filter((name) => name in inside);
      const response = await responseIn(inside);
      frame.remove();
      return { names, response };
    });
    expect(found.names).toEqual([]);
    expect(found.response).toContain('app.refused');
    expect((await t.platform.drive('calls')).length).toBe(before);
  });

  it('leaves nothing in a login that leads to the app [11]', async () => {
    const opened = await t.login('<button onclick="window.open(\'/child\')">Log in</button><iframe></iframe>');
    t.site.responses['/child'] = '<title>child</title>';
    const page = await t.popup(opened.path);
    await t.click(page, 'button');
    for (const window of [page, await t.popup('/child')]) {
      const found = await window.evaluate(() =>
        [globalThis, ...Array.from({ length: frames.length }, (_, at) => frames[at])].flatMap((scope) =>
          Object.getOwnPropertyNames(scope).filter((name) => /playwright|tokenboard/i.test(name)),
        ),
      );
      expect(found).toEqual([]);
    }
    await t.cancel(opened);
  });

  it('opens a login window in the middle of the app’s, without tabs', async () => {
    const opened = await t.login('<title>Login</title>');
    const page = await t.popup(opened.path);
    const place = (of: Page) =>
      of.evaluate(() => ({ x: screenX, y: screenY, width: outerWidth, height: outerHeight, inside: innerHeight }));
    const [app, login] = await Promise.all([place(t.platform.mainPage), place(page)]);
    const display = await page.evaluate(() => ({ x: 0, y: 0, width: screen.availWidth, height: screen.availHeight }));
    const { inside, ...bounds } = login;
    expect(bounds).toEqual(centredOn(app, authorizationWindowSize, display));
    // The address alone is about 35 pixels high; with tabs it would be more than 70.
    expect(bounds.height - inside).toBeLessThan(60);
    expect(await page.evaluate(() => window.opener)).toBe(null);
    await t.cancel(opened);
  });

  it.runIf(process.platform === 'linux')(
    'opens no port, neither for the UI nor to drive the browser [10]',
    async () => {
      const opened = await t.login('<title>Login</title>');
      await t.popup(opened.path);
      const browser = processesBelow(process.pid).filter((pid) => commandOf(pid).includes('--user-data-dir'));
      expect(browser.length).toBeGreaterThan(0);
      expect(browser.flatMap(portsOf)).toEqual([]);
      await t.cancel(opened);
    },
  );
});

it.runIf(process.platform !== 'win32')('hands none of the app’s own variables to the browser [37]', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tokenboard-platform-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const executablePath = join(folder, 'browser');
  writeFileSync(executablePath, `#!/bin/sh\nenv > '${folder}/environment'\n`);
  chmodSync(executablePath, 0o700);
  const before = process.env.TOKENBOARD_KEY;
  onTestFinished(() => {
    if (before === undefined) delete process.env.TOKENBOARD_KEY;
    else process.env.TOKENBOARD_KEY = before;
  });
  process.env.TOKENBOARD_KEY = 'a key that no browser may see';
  const starting = launchBrowser({
    executablePath,
    dataFolder: folder,
    headless: true,
    sandbox: true,
    environment: process.env,
  });
  await expect(starting).rejects.toMatchObject({ code: 'window.browser_failed' });
  const given = readFileSync(join(folder, 'environment'), 'utf8');
  expect(given).toContain('PATH=');
  expect(given).not.toContain('TOKENBOARD_');
});

function processesBelow(parent: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        // pid (name) state ppid …; a name may hold spaces and brackets.
        const [, ppid] = readFileSync(`/proc/${name}/stat`, 'utf8')
          .replace(/^.*\) /s, '')
          .split(' ');
        return [[Number(name), Number(ppid)] as const];
      } catch {
        return [];
      }
    });
  const below = (pid: number): number[] =>
    parents.filter(([, ppid]) => ppid === pid).flatMap(([child]) => [child, ...below(child)]);
  return below(parent);
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

/** TCP ports on which the process listens. */
function portsOf(pid: number): string[] {
  const listening = new Map<string, string>();
  for (const table of ['tcp', 'tcp6'])
    for (const line of readFileSync(`/proc/${pid}/net/${table}`, 'utf8').split('\n').slice(1)) {
      const [, local = '', , state, , , , , , inode = ''] = line.trim().split(/\s+/);
      // 0A: TCP_LISTEN.
      if (state === '0A') listening.set(`socket:[${inode}]`, local);
    }
  return readdirSync(`/proc/${pid}/fd`).flatMap((name) => {
    try {
      return listening.get(readlinkSync(`/proc/${pid}/fd/${name}`)) ?? [];
    } catch {
      return [];
    }
  });
}
