import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import type { Rectangle } from '../window-state.ts';

/** The popup comes within milliseconds; without it the login goes on in a usual window. */
const popupMs = 5_000;

/**
 * Opens an empty window without tabs and menus, which shows the address of its page. Chromium gives one to `window.open`
 * alone, so a minimized window asks for it and closes.
 */
export async function openPopupWindow(
  cdp: CDPSession,
  context: BrowserContext,
  browserContextId: string,
  place: Rectangle | undefined,
): Promise<Page> {
  const opener = await openWindow(cdp, context, browserContextId);
  const popup = await openFrom(context, opener);
  if (popup !== undefined) await opener.close();
  const page = popup ?? opener;
  await placeWindow(context, page, place);
  // It was opened by a window in the background.
  await page.bringToFront();
  return page;
}

async function openWindow(cdp: CDPSession, context: BrowserContext, browserContextId: string): Promise<Page> {
  const opened = context.waitForEvent('page');
  opened.catch(() => {});
  await cdp.send('Target.createTarget', {
    url: 'about:blank',
    browserContextId,
    newWindow: true,
    windowState: 'minimized',
    background: true,
  });
  return opened;
}

async function openFrom(context: BrowserContext, opener: Page): Promise<Page | undefined> {
  const session = await context.newCDPSession(opener);
  const opened = context.waitForEvent('page', { timeout: popupMs }).catch(() => undefined);
  // `noopener`: the login page has no window to look back at.
  const expression = `window.open('about:blank', '_blank', 'popup,noopener')`;
  await session.send('Runtime.evaluate', { expression, userGesture: true });
  return opened;
}

async function placeWindow(context: BrowserContext, page: Page, place: Rectangle | undefined): Promise<void> {
  const session = await context.newCDPSession(page);
  const { windowId } = await session.send('Browser.getWindowForTarget');
  // Chromium takes no bounds together with a state.
  await session.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'normal' } });
  const bounds = place === undefined ? {} : { left: place.x, top: place.y, width: place.width, height: place.height };
  await session.send('Browser.setWindowBounds', { windowId, bounds });
}
