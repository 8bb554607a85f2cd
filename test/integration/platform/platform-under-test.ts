import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { PlatformKind } from '../../e2e/platforms-here.ts';
import { type Site, type SiteResponse, startSite } from '../../servers/site.ts';
import type { LoginRequest, Outcome } from './driver.ts';
import { type RunningPlatform, startPlatform } from './start.ts';

export interface Login {
  connectionId: string;
  path: string;
  outcome(): Promise<Outcome>;
}

export interface PlatformUnderTest {
  readonly platform: RunningPlatform;
  /** Shows the pages of the logins. */
  readonly site: Site;
  /** Where the callback URL points to: must never be asked for anything. */
  readonly callbackSite: Site;
  readonly callbackUrl: string;
  /** Opens a login at a page that is made for it. */
  login(response: SiteResponse, options?: Partial<LoginRequest>): Promise<Login>;
  /** The open authorization window whose URL has this part. */
  popup(part: string): Promise<Page>;
  /** A person's clicks. Playwright's own waits for the navigation, which here is often refused or ends the window. */
  click(page: Page, ...selectors: string[]): Promise<void>;
  /** A script of the page goes there. The window often closes before the page responds. */
  leave(page: Page, url: string): Promise<void>;
  cancel(login: Login): Promise<void>;
}

/** One platform for all tests of a file; no test leaves a window, also not one that failed: the next one would find it. */
export function platformUnderTest(kind: PlatformKind): PlatformUnderTest {
  let platform: RunningPlatform;
  let site: Site;
  let callbackSite: Site;
  let logins = 0;
  const callbackUrl = () => `${callbackSite.origin}/oauth2-callback/`;

  beforeAll(async () => {
    [platform, site, callbackSite] = await Promise.all([startPlatform(kind), startSite(), startSite()]);
  });
  afterAll(async () => {
    await Promise.all([platform?.close(), site?.close(), callbackSite?.close()]);
  });
  afterEach(async () => {
    await platform.drive('cancelAll');
    await expect.poll(() => platform.windows()).toBe(0);
  });

  return {
    get platform() {
      return platform;
    },
    get site() {
      return site;
    },
    get callbackSite() {
      return callbackSite;
    },
    get callbackUrl() {
      return callbackUrl();
    },
    login: async (response, options = {}) => {
      logins += 1;
      const path = `/login-${logins}`;
      site.responses[path] = response;
      const connectionId = options.connectionId ?? `connection-${logins}`;
      const authorizationUrl = `${site.origin}${path}`;
      await platform.drive('open', { connectionId, authorizationUrl, callbackUrl: callbackUrl(), ...options });
      return { connectionId, path, outcome: () => platform.drive('outcome', connectionId) };
    },
    popup: async (part) => {
      const find = () => platform.popups().find((page) => page.url().includes(part));
      await expect.poll(() => find() !== undefined).toBe(true);
      const found = find();
      if (found === undefined) throw new Error(`no popup at ${part}`);
      return found;
    },
    click: async (page, ...selectors) => {
      const boxes = await Promise.all(selectors.map((selector) => page.locator(selector).boundingBox()));
      for (const box of boxes) {
        if (box === null) throw new Error(`not visible: ${selectors}`);
        // The window may be gone before a press that ends its login has been reported.
        await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2).catch((error: unknown) => {
          if (!page.isClosed()) throw error;
        });
      }
    },
    leave: async (page, url) => {
      const navigate = (to: string) => {
        location.href = to;
      };
      await page.evaluate(navigate, url).catch((error: unknown) => {
        if (!page.isClosed() && !/context was destroyed/.test(String(error))) throw error;
      });
    },
    cancel: async ({ connectionId, outcome }) => {
      await platform.drive('cancel', connectionId);
      expect(await outcome()).toMatchObject({ ok: false, code: 'window.cancelled' });
    },
  };
}
