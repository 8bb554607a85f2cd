import type { CDPSession } from 'playwright-core';

/** A page (a window or tab) and its identity among the browser's targets. */
export interface PageTarget {
  targetId: string;
  browserContextId: string;
}

interface TargetFacts extends Partial<PageTarget> {
  type: string;
  targetId: string;
  url: string;
  openerId?: string;
}

export interface CreatedPage extends PageTarget {
  /** The page that opened this one by a link or script. */
  openerId: string | undefined;
}

export interface PageTargets {
  find(targetId: string): Promise<PageTarget | undefined>;
  isOpen(targetId: string): boolean;
  /** Empty: the page has had no document yet. `undefined`: the page does not exist. */
  urlOf(targetId: string): Promise<string | undefined>;
  onCreated(listener: (page: CreatedPage) => void): void;
  /** Closes a page, whatever it does. Resolves with `false` if it is still open after a few seconds. */
  close(targetId: string): Promise<boolean>;
  /** Closes every page of a browser context in the same way. */
  closeAll(browserContextId: string): Promise<boolean>;
}

/**
 * Waits (ms) before asking a page again to close. The first is short: Chromium may report `success` without closing a
 * page that commits a navigation at that moment. The others are longer than Chromium's own patience with an
 * unresponsive page (about 500 ms), which each request restarts.
 */
const closeAgainAfter = [100, 1_000, 1_000];

/**
 * Watches every page through the browser's own session. Playwright does not report a window opened for a link with
 * another scheme: such a window never has a document, stays blank, and can be closed only by its target.
 */
export async function watchPageTargets(cdp: CDPSession): Promise<PageTargets> {
  const pages = new Map<string, PageTarget>();
  const listeners: ((page: CreatedPage) => void)[] = [];
  const waiting = new Set<() => void>();

  const note = ({ type, targetId, browserContextId }: TargetFacts): PageTarget | undefined => {
    if (type !== 'page' || browserContextId === undefined) return undefined;
    const page = { targetId, browserContextId };
    pages.set(targetId, page);
    return page;
  };
  const current = async (): Promise<PageTarget[]> =>
    (await cdp.send('Target.getTargets')).targetInfos.flatMap((facts) => note(facts) ?? []);

  cdp.on('Target.targetCreated', ({ targetInfo }: { targetInfo: TargetFacts }) => {
    const page = note(targetInfo);
    if (page !== undefined) for (const listener of listeners) listener({ ...page, openerId: targetInfo.openerId });
  });
  cdp.on('Target.targetDestroyed', ({ targetId }) => {
    pages.delete(targetId);
    for (const look of waiting) look();
  });
  await cdp.send('Target.setDiscoverTargets', { discover: true });

  /** Resolves when the pages are gone, or after the wait. */
  const leaving = (open: PageTarget[], waitMs: number) =>
    new Promise<void>((resolve) => {
      const finish = () => {
        clearTimeout(timer);
        waiting.delete(look);
        resolve();
      };
      const look = () => {
        if (open.every(({ targetId }) => !pages.has(targetId))) finish();
      };
      const timer = setTimeout(finish, waitMs);
      waiting.add(look);
      look();
    });
  const closeUntilGone = async (isMeant: (page: PageTarget) => boolean): Promise<boolean> => {
    for (const waitMs of closeAgainAfter) {
      const open = (await current()).filter(isMeant);
      if (open.length === 0) return true;
      for (const { targetId } of open) cdp.send('Target.closeTarget', { targetId }).catch(() => {});
      await leaving(open, waitMs);
    }
    return !(await current()).some(isMeant);
  };

  return {
    // A child's first request may be reported before the child. An inner frame has no target with this ID.
    find: async (targetId) => {
      if (!pages.has(targetId)) await current();
      return pages.get(targetId);
    },
    isOpen: (targetId) => pages.has(targetId),
    urlOf: async (targetId) =>
      (await cdp.send('Target.getTargets')).targetInfos.find((facts) => facts.targetId === targetId)?.url,
    onCreated: (listener) => {
      listeners.push(listener);
    },
    close: (targetId) => closeUntilGone((page) => page.targetId === targetId),
    closeAll: (browserContextId) => closeUntilGone((page) => page.browserContextId === browserContextId),
  };
}

/** The page's own identity among the browser's targets. */
export async function pageTarget(session: CDPSession): Promise<PageTarget> {
  const { targetInfo } = await session.send('Target.getTargetInfo');
  return { targetId: targetInfo.targetId, browserContextId: targetInfo.browserContextId ?? '' };
}
