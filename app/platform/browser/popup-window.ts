import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import type { Rectangle } from '../window-state.ts';

/** The popup opens within milliseconds. Without it the login continues in a normal window. */
const popupMs = 5_000;

/**
 * Opens an empty window without tabs and menus, which shows the address of its page. Chromium creates such windows only
 * for `window.open`, so a minimized window calls that and closes.
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
  // A background window opened it.
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
  // `noopener`: the login page must not reach the window that opened it.
  const expression = `window.open('about:blank', '_blank', 'popup,noopener')`;
  await session.send('Runtime.evaluate', { expression, userGesture: true });
  return opened;
}

async function placeWindow(context: BrowserContext, page: Page, place: Rectangle | undefined): Promise<void> {
  const session = await context.newCDPSession(page);
  const { windowId } = await session.send('Browser.getWindowForTarget');
  // Chromium accepts either bounds or a state, not both.
  await session.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'normal' } });
  const bounds = place === undefined ? {} : { left: place.x, top: place.y, width: place.width, height: place.height };
  await session.send('Browser.setWindowBounds', { windowId, bounds });
}
