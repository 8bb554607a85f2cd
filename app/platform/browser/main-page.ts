import { isOwnPage, isWebUrl } from '../navigation.ts';
import type { HandleCall, MainWindow } from '../platform.ts';
import { rendererFiles } from '../renderer-files.ts';
import { isTrustedSender, refusedCall } from '../sender.ts';
import { authorizationWindowSize, centredOn, type Rectangle, writeWindowState } from '../window-state.ts';
import { bindingName, bridgeScript, eventScript } from './bridge-script.ts';
import type { LaunchedBrowser } from './launch.ts';
import { type PageTarget, type PageTargets, pageTarget } from './page-targets.ts';
import type { Decision, PausedRequest } from './requests.ts';

/**
 * A made-up origin that is never requested: the app itself responds to every request. https makes the page a secure
 * context, and no host can exist under `.invalid` (RFC 6761 §6.4).
 */
const uiOrigin = 'https://tokenboard.invalid';

export interface MainPageOptions {
  launched: LaunchedBrowser;
  targets: PageTargets;
  rendererFolder: string;
  dataFolder: string;
  openLink(url: string): void;
}

export interface MainPage {
  target: PageTarget;
  /** Decides requests of the app's own profile: the UI's files and nothing else (rows 7 and 10). */
  decide(request: PausedRequest): Promise<Decision>;
  /** Starts to load the UI. Calls wait for `respondWith`. */
  load(): Promise<void>;
  respondWith(handleCall: HandleCall): void;
  window: MainWindow;
  /** The centre of the window, on its display. */
  placeForLogin(): Promise<Rectangle>;
}

export async function createMainPage(options: MainPageOptions): Promise<MainPage> {
  const { context, mainPage: page } = options.launched;
  const response = Promise.withResolvers<HandleCall>();
  const readFile = rendererFiles(options.rendererFolder);
  const session = await context.newCDPSession(page);
  const target = await pageTarget(session);

  const closed = new Promise<void>((resolve) => page.once('close', () => resolve()));
  const load = async () => {
    await page.goto(`${uiOrigin}/index.html`, { waitUntil: 'commit' });
  };
  const reload = () => {
    if (!page.isClosed()) load().catch(() => {});
  };

  await Promise.all([
    // Copy buttons write to the clipboard. Every other permission is refused (row 3).
    context.grantPermissions(['clipboard-write'], { origin: uiOrigin }),
    page.exposeBinding(bindingName, async ({ page: source, frame }, channel: unknown, request: unknown) => {
      const sender = { isMainWindow: source === page, isMainFrame: frame === page.mainFrame(), url: frame.url() };
      const trusted = isTrustedSender(sender, uiOrigin) && typeof channel === 'string' && typeof request === 'string';
      if (!trusted) return JSON.stringify(refusedCall);
      return JSON.stringify(await (await response.promise)(channel, JSON.parse(request)));
    }),
  ]);
  await page.addInitScript({ content: bridgeScript() });

  // Row 7: close any second page of this profile, which a browser shortcut may open.
  context.on('page', (other) => {
    if (other !== page) other.close().catch(() => {});
  });
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame() && !isOwnPage(frame.url(), uiOrigin)) reload();
  });
  page.on('crash', reload);

  const boundsNow = async (): Promise<Rectangle & { windowState: string | undefined }> => {
    const { windowId } = await session.send('Browser.getWindowForTarget');
    const { bounds } = await session.send('Browser.getWindowBounds', { windowId });
    const { left: x = 0, top: y = 0, width = 0, height = 0, windowState } = bounds;
    return { x, y, width, height, windowState };
  };
  const rememberBounds = async () => {
    const { windowState, x, y, width, height } = await boundsNow();
    const maximized = windowState === 'maximized';
    if (width > 0 && height > 0 && !maximized)
      writeWindowState(options.dataFolder, { bounds: { x, y, width, height }, maximized });
  };

  return {
    target,
    load,
    placeForLogin: async () => {
      const display = await page.evaluate(() => {
        // Chromium has these fields; the standard types do not.
        const { availLeft: x = 0, availTop: y = 0 } = screen as Screen & { availLeft?: number; availTop?: number };
        return { x, y, width: screen.availWidth, height: screen.availHeight };
      });
      return centredOn(await boundsNow(), authorizationWindowSize, display);
    },
    respondWith: response.resolve,
    decide: async ({ url, method, isDocument, frameId }) => {
      if (isOwnPage(url, uiOrigin)) {
        if (frameId !== target.targetId || method !== 'GET') return { action: 'abort' };
        return { action: 'respond', ...(await readFile(url)) };
      }
      if (isDocument && isWebUrl(url)) options.openLink(url);
      // A window opened by a link stays without a document, and Playwright does not report it.
      if (isDocument && frameId !== undefined && frameId !== target.targetId)
        options.targets.close(frameId).catch(() => {});
      return { action: 'abort' };
    },
    window: {
      send: (event, payload) => {
        page.evaluate(eventScript(event, payload)).catch(() => {});
      },
      show: () => {
        page.bringToFront().catch(() => {});
      },
      close: () => {
        rememberBounds()
          .catch(() => {})
          .then(() => page.close())
          .catch(() => {});
      },
      closed,
    },
  };
}
