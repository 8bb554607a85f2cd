import type { CDPSession } from 'playwright-core';

/** A page (a window or a tab) by its identity among the browser's targets. */
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
  /** The page whose link or script opened it. */
  openerId: string | undefined;
}

export interface PageTargets {
  find(targetId: string): Promise<PageTarget | undefined>;
  isOpen(targetId: string): boolean;
  /** Empty: the page has had no document yet. `undefined`: there is no such page. */
  urlOf(targetId: string): Promise<string | undefined>;
  onCreated(listener: (page: CreatedPage) => void): void;
  /** Closes a page, whatever it does; resolves `false` when it is still there after a few seconds. */
  close(targetId: string): Promise<boolean>;
  /** Closes every page of a browser context in the same way. */
  closeAll(browserContextId: string): Promise<boolean>;
}

/**
 * After these waits (ms) a page is asked to close again. The first is short, because Chromium says `success` and forgets
 * to close a page that commits a navigation just then. The others are longer than Chromium's own patience with a page
 * that does not respond (about 500 ms), which each request starts anew.
 */
const closeAgainAfter = [100, 1_000, 1_000];

/**
 * Every page that the browser knows of, by the browser's own session. Playwright is not told of a window that was
 * opened for a link of another scheme: it never has a document, stays blank, and only its target can close it.
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

  /** Resolves when they have gone, or after the wait. */
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
    // A child's first request can be told before the child is. A frame inside has no target of this name at all.
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
