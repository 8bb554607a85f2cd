import { describe, expect, it } from 'vitest';
import { mostChildren } from '../../app/platform/authorization-flow.ts';
import { platformsHere } from '../e2e/platforms-here.ts';
import { platformUnderTest } from './platform/platform-under-test.ts';

// What a login page may make of its own window and of windows that it opens.
describe.each(platformsHere().filter((kind) => kind === 'electron'))('a login page on the %s platform', (kind) => {
  const t = platformUnderTest(kind);
  const inMain = () => {
    if (t.platform.electronApp === undefined) throw new Error('not Electron');
    return t.platform.electronApp;
  };
  const stubborn = `<title>Login</title><button>Press</button><a href="/next">next</a>
    <script>onbeforeunload = (event) => { event.preventDefault(); return 'stay'; }</script>`;
  const shows = (path: string) =>
    inMain().evaluate(
      ({ BrowserWindow }, end) =>
        BrowserWindow.getAllWindows().some(({ webContents }) => webContents.getURL().endsWith(end)),
      path,
    );
  const pressCloseButton = (path: string) =>
    inMain().evaluate(({ BrowserWindow }, end) => {
      BrowserWindow.getAllWindows()
        .find(({ webContents }) => webContents.getURL().endsWith(end))
        ?.close();
    }, path);

  it('cannot keep its window open by asking before it unloads [47]', async () => {
    const opened = await t.login(stubborn);
    // Chromium asks only on behalf of a page that the user has touched.
    await t.click(await t.popup(opened.path), 'button');
    await pressCloseButton(opened.path);
    expect(await opened.outcome()).toMatchObject({ ok: false, code: 'window.closed' });
    await expect.poll(() => t.platform.windows()).toBe(0);
  });

  it('cannot stop its next link or the callback by asking before it unloads [47]', async () => {
    t.site.responses['/next'] = stubborn;
    const opened = await t.login(stubborn);
    const page = await t.popup(opened.path);
    await t.click(page, 'button', 'a');
    await page.waitForURL('**/next');
    await t.click(page, 'button');
    await t.leave(page, `${t.callbackUrl}?code=1`);
    expect(await opened.outcome()).toMatchObject({ ok: true, request: { url: `${t.callbackUrl}?code=1` } });
  });

  const busy = '<title>Busy</title><script>onbeforeunload = () => true; setTimeout(() => { for (;;); })</script>';
  it('in a busy loop holds up neither the close button, nor Cancel, nor the timeout [47]', async () => {
    const closed = await t.login(busy);
    await expect.poll(() => shows(closed.path)).toBe(true);
    await pressCloseButton(closed.path);
    expect(await closed.outcome()).toMatchObject({ ok: false, code: 'window.closed' });
    await t.cancel(await t.login(busy));
    const late = await t.login(busy, { timeoutMs: 1_000 });
    expect(await late.outcome()).toMatchObject({ ok: false, code: 'window.timeout' });
    await expect.poll(() => t.platform.windows()).toBe(0);
  });

  it('in a busy loop holds up neither a callback in its child, nor the end of the session, nor the next login [47]', async () => {
    const connectionId = 'busy';
    t.site.responses['/child'] = '<title>Child</title>';
    const opened = await t.login(
      `<button onclick="open('/child', '_blank', 'noopener'); setTimeout(() => { for (;;); }, 50)">child</button>`,
      { connectionId },
    );
    await t.click(await t.popup(opened.path), 'button');
    await t.leave(await t.popup('/child'), `${t.callbackUrl}?code=child`);
    expect(await opened.outcome()).toMatchObject({ ok: true, request: { url: `${t.callbackUrl}?code=child` } });
    await t.platform.drive('forgetSession', connectionId);
    await t.cancel(await t.login('<title>Again</title>', { connectionId }));
  });

  it('gives a child none of the window features that it names [50]', async () => {
    t.site.responses['/child'] = '<title>Child</title><script>document.title = "script ran"</script>';
    const features = [
      ...['frame=no', 'transparent=yes', 'alwaysOnTop=yes', 'kiosk=yes', 'fullscreen=yes', 'closable=no', 'opacity=0'],
      ...['minimizable=no', 'movable=no', 'focusable=no', 'skipTaskbar=yes', 'show=no', 'title=Bank', 'javascript=no'],
      ...['width=1', 'height=1', 'minWidth=9000', 'maxWidth=2', 'left=-5000', 'top=-5000', 'zoomFactor=5'],
    ];
    const opened = await t.login(`<button onclick="window.open('/child', 'c', '${features.join()}')">child</button>`);
    await t.click(await t.popup(opened.path), 'button');
    const page = await t.popup('/child');
    await expect.poll(() => page.title()).toBe('script ran');
    const child = await inMain().evaluate(({ BrowserWindow, screen }) => {
      const window = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().endsWith('/child'));
      if (window === undefined) return undefined;
      const { x, y, width, height } = window.getBounds();
      const area = screen.getPrimaryDisplay().workArea;
      return {
        onTop: window.isAlwaysOnTop(),
        kiosk: window.isKiosk() || window.isFullScreen(),
        free: [window.isClosable(), window.isMinimizable(), window.isMovable(), window.isFocusable()],
        shown: window.isVisible() && window.getOpacity() === 1,
        title: window.getTitle(),
        size: [width, height],
        limits: [window.getMinimumSize(), window.getMaximumSize()],
        onScreen: x >= area.x && y >= area.y && x + width <= area.width && y + height <= area.height,
        zoom: window.webContents.getZoomFactor(),
        background: window.getBackgroundColor().toLowerCase(),
      };
    });
    expect(child).toEqual({
      onTop: false,
      kiosk: false,
      free: [true, true, true, true],
      shown: true,
      title: `${new URL(t.site.origin).host} – Host test`,
      size: [560, 760],
      limits: [
        [360, 480],
        [0, 0],
      ],
      onScreen: true,
      zoom: 1,
      background: '#ffffff',
    });
    await t.cancel(opened);
  });

  it('opens a child without an opener with what was posted to it, under the same guards [4]', async () => {
    t.site.responses['/posted'] = (request, response) => {
      request.setEncoding('utf8').once('data', (body) => response.end(`<p>${request.method} ${body}</p>`));
      response.setHeader('content-type', 'text/html');
    };
    const opened = await t.login(
      `<form method="post" action="/posted" target="_blank" rel="noopener"><input name="a" value="b c"><button>Go</button></form>`,
    );
    await t.click(await t.popup(opened.path), 'button');
    const child = await t.popup('/posted');
    expect(await child.locator('p').textContent()).toBe('POST a=b+c');
    expect(await child.evaluate(() => Notification.requestPermission())).toBe('denied');
    await t.leave(child, `${t.callbackUrl}?code=posted`);
    expect(await opened.outcome()).toMatchObject({ ok: true });
  });

  it('opens a few children at most, leaves none blank, and may open another when one has closed [50]', async () => {
    t.site.responses['/child'] = '<title>Child</title>';
    const opened = await t.login(
      `<button onclick="for (let i = 0; i < 150; i += 1) window.open(i % 3 ? '/child?' + i : 'someapp://x', '_blank')">many</button>
       <a onclick="window.open('/child?later')">one</a>`,
    );
    const page = await t.popup(opened.path);
    await t.click(page, 'button');
    await expect.poll(() => t.platform.windows()).toBe(1 + mostChildren);
    await page.locator('a').click();
    const children = () => t.platform.popups().filter((other) => other.url().includes('/child'));
    await expect.poll(() => children().length).toBe(mostChildren);
    expect(await t.platform.windows()).toBe(1 + mostChildren);
    await children()[0]?.close();
    await expect.poll(() => t.platform.windows()).toBe(mostChildren);
    await page.locator('a').click();
    await t.popup('/child?later');
    await t.cancel(opened);
    await expect.poll(() => t.platform.windows()).toBe(0);
  });

  it('is shown in the middle of the app', async () => {
    const place = () =>
      inMain().evaluate(({ BrowserWindow, screen }) => {
        const { x, width } = screen.getPrimaryDisplay().workArea;
        const wanted = { x: x + width - 740, y: 0, width: 740, height: 800 };
        const window = BrowserWindow.getAllWindows()[0];
        const found = window?.getBounds();
        window?.setBounds(wanted);
        return found?.x === wanted.x && found.y === 0 && found.width === 740 && found.height === 800;
      });
    // X11 moves and resizes a window some time later.
    await expect.poll(place).toBe(true);
    const opened = await t.login('<title>Login</title>');
    await t.popup(opened.path);
    const [app, login] = await inMain().evaluate(({ BrowserWindow }) => {
      const windows = BrowserWindow.getAllWindows().sort((one, other) => one.id - other.id);
      return windows.map((window) => window.getBounds());
    });
    const middle = (bounds: Electron.Rectangle | undefined) =>
      bounds === undefined ? [] : [bounds.x + bounds.width / 2, bounds.y + bounds.height / 2];
    expect(middle(login)).toEqual(middle(app));
    await t.cancel(opened);
  });
});
