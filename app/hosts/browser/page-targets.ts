import type { CDPSession } from 'playwright-core';

/** A page (a window or a tab) by its identity among the browser's targets. */
export interface PageTarget {
  targetId: string;
  browserContextId: string;
}

interface TargetFacts extends Partial<PageTarget> {
  type: string;
  targetId: string;
  openerId?: string;
}

export interface CreatedPage extends PageTarget {
  /** The page whose link or script opened it. */
  openerId: string | undefined;
}

export interface PageTargets {
  find(targetId: string): Promise<PageTarget | undefined>;
  onCreated(listener: (page: CreatedPage) => void): void;
  close(targetId: string): Promise<void>;
  /** Closes every page of a browser context and resolves when they have gone. */
  closeAll(browserContextId: string): Promise<void>;
}

/** How long a closed page may stay before it is closed once more. */
const closeAgainMs = 100;

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

  /** Resolves when they have gone, or after a while. */
  const leaving = (open: PageTarget[]) =>
    new Promise<void>((resolve) => {
      const finish = () => {
        clearTimeout(timer);
        waiting.delete(look);
        resolve();
      };
      const look = () => {
        if (open.every(({ targetId }) => !pages.has(targetId))) finish();
      };
      const timer = setTimeout(finish, closeAgainMs);
      waiting.add(look);
      look();
    });
  const closeUntilGone = async (find: () => Promise<PageTarget[]>): Promise<void> => {
    for (let open = await find(); open.length > 0; open = await find()) {
      for (const { targetId } of open) cdp.send('Target.closeTarget', { targetId }).catch(() => {});
      // Chromium says `success` and forgets to close a page that commits a navigation just then: it is asked again.
      await leaving(open);
    }
  };

  return {
    // A child's first request can be told before the child is. A frame inside has no target of this name at all.
    find: async (targetId) => {
      if (!pages.has(targetId)) await current();
      return pages.get(targetId);
    },
    onCreated: (listener) => {
      listeners.push(listener);
    },
    close: (targetId) => closeUntilGone(async () => (await current()).filter((page) => page.targetId === targetId)),
    closeAll: (browserContextId) =>
      closeUntilGone(async () => (await current()).filter((page) => page.browserContextId === browserContextId)),
  };
}

/** The page's own identity among the browser's targets. */
export async function pageTarget(session: CDPSession): Promise<PageTarget> {
  const { targetInfo } = await session.send('Target.getTargetInfo');
  return { targetId: targetInfo.targetId, browserContextId: targetInfo.browserContextId ?? '' };
}
