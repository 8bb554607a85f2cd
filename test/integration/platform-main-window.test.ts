import { describe, expect, it } from 'vitest';
import { callNames, eventNames } from '../../app/shared/contract/names.ts';
import { platformsHere } from '../e2e/platforms-here.ts';
import { platformUnderTest } from './platform/platform-under-test.ts';

// One suite, every platform: what holds in the one holds in the other.
describe.each(platformsHere())('the %s platform', (kind) => {
  const t = platformUnderTest(kind);
  const { login, popup, click, cancel } = t;

  describe('main window', () => {
    it('has a bridge with exactly the keys of the contract [12]', async () => {
      const found = await t.platform.mainPage.evaluate(() => {
        const bridge = Reflect.get(window, 'tokenboard');
        return {
          bridge: Object.keys(bridge),
          calls: Object.keys(bridge.calls),
          events: Object.keys(bridge.events),
          others: ['ipcRenderer', 'require', 'process', '__tokenboardCall'].filter((name) => name in window),
        };
      });
      expect(found).toEqual({ bridge: ['calls', 'events'], calls: callNames, events: eventNames, others: [] });
    });

    it('carries calls and events, and no event object [12]', async () => {
      const response = await t.platform.mainPage.evaluate(() =>
        Reflect.get(window, 'tokenboard').calls['app.openLink']({ url: 'ü "quoted" \u2028' }),
      );
      expect(response).toEqual({
        ok: true,
        value: { channel: 'app.openLink', request: { url: 'ü "quoted" \u2028' } },
      });
      await t.platform.drive('send', 'menu.command', { command: 'palette' });
      await expect
        .poll(() => t.platform.mainPage.evaluate(() => Reflect.get(window, 'heard')))
        .toContainEqual(['menu.command', { command: 'palette' }]);
    });

    it('is served with a strict CSP: no inline script runs, nothing remote loads [10]', async () => {
      const { mainPage } = t.platform;
      expect(await mainPage.evaluate(() => document.documentElement.dataset.inline ?? 'did not run')).toBe(
        'did not run',
      );
      const policy = await mainPage.evaluate(async () =>
        (await fetch('/index.html')).headers.get('content-security-policy'),
      );
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      const before = t.site.hits.length;
      const remote = await mainPage.evaluate(
        (url) =>
          Promise.all([
            fetch(url).then(
              () => 'loaded',
              () => 'refused',
            ),
            new Promise((resolve) => {
              const script = Object.assign(document.createElement('script'), { src: url });
              script.onload = () => resolve('loaded');
              script.onerror = () => resolve('refused');
              document.head.append(script);
            }),
          ]),
        `${t.site.origin}/script.js`,
      );
      expect(remote).toEqual(['refused', 'refused']);
      expect(t.site.hits.length).toBe(before);
    });

    it('serves the files of the UI and nothing beside them [10]', async () => {
      const statuses = await t.platform.mainPage.evaluate(() =>
        Promise.all(
          [
            '/page.js',
            '/',
            '/../driver.ts',
            '/%2e%2e/driver.ts',
            '/..%2fdriver.ts',
            '/..%5cdriver.ts',
            '/nothing.js',
          ].map(async (path) => [path, (await fetch(path)).status]),
        ),
      );
      expect(statuses).toEqual([
        ['/page.js', 200],
        ['/', 200],
        ['/../driver.ts', 404],
        ['/%2e%2e/driver.ts', 404],
        ['/..%2fdriver.ts', 404],
        ['/..%5cdriver.ts', 404],
        ['/nothing.js', 404],
      ]);
    });

    it('never navigates; links open in the system browser [7]', async () => {
      const { mainPage } = t.platform;
      const home = mainPage.url();
      await click(mainPage, '#popup', '#link');
      await expect.poll(() => t.platform.drive('opened')).toContain('https://example.invalid/docs');
      await expect.poll(() => t.platform.drive('opened')).toContain('https://example.invalid/popup');
      expect(mainPage.url()).toBe(home);
      await t.platform.drive('send', 'menu.command', { command: 'run' });
      await expect.poll(() => t.platform.windows()).toBe(0);
    });

    it('gives http and https links alone to the system browser [7]', async () => {
      expect(await t.platform.drive('openLink', 'https://example.invalid/yes')).toBe('opened');
      for (const url of ['file:///etc/passwd', 'javascript:alert(1)', 'someapp://x', 'not a url', '--help'])
        expect(await t.platform.drive('openLink', url)).toBe('window.url_refused');
      expect(await t.platform.drive('opened')).toContain('https://example.invalid/yes');
    });

    it('responds to no call from another window or frame [11]', async () => {
      const before = (await t.platform.drive('calls')).length;
      const opened = await login('<title>Login</title>');
      const page = await popup(opened.path);
      const binding = await page.evaluate(() => typeof Reflect.get(window, '__tokenboardCall'));
      expect(binding).toBe('undefined');
      expect((await t.platform.drive('calls')).length).toBe(before);
      await cancel(opened);
    });
  });

  it('survives a process of its own that exhausts its memory [46]', async () => {
    expect(await t.platform.drive('exhaust')).toBe('ended');
    expect(await t.platform.drive('ping')).toMatchObject({ type: 'pong' });
  });

  it('starts a process of its own, which gets the arguments but not the app’s own variables [37]', async () => {
    expect(await t.platform.drive('ping')).toEqual({
      type: 'pong',
      message: { type: 'ping' },
      args: ['--said', 'hello'],
      key: 'not given',
    });
  });
});
