import { mostChildren } from '../authorization-flow.ts';
import type { CreatedPage, PageTargets } from './page-targets.ts';

/** The windows that the pages of one login open. */
export interface Children {
  /** A page was created in the login's browser context. */
  created(page: CreatedPage): void;
  /** A page may load the document that it requested. */
  loads(targetId: string): void;
  end(): void;
}

/** A window with content requests its document within a few milliseconds. */
const blankMs = 1_000;

/** Closes children over the limit, and those that stay blank because their link is not followed (row 6). */
export function watchChildren(targets: PageTargets): Children {
  const open = new Set<string>();
  const blank = new Map<string, NodeJS.Timeout>();
  /** Children that requested their document. A child's first request may be reported before the child. */
  const loading = new Set<string>();
  const close = (targetId: string): void => {
    targets.close(targetId).catch(() => {});
  };
  const closeIfBlank = async (targetId: string): Promise<void> => {
    blank.delete(targetId);
    // No document at all: even `window.open()` without a URL would have the address `about:blank`.
    if ((await targets.urlOf(targetId)) === '') close(targetId);
  };
  return {
    created: ({ targetId, openerId }) => {
      if (openerId === undefined) return;
      for (const each of open) if (!targets.isOpen(each)) open.delete(each);
      if (open.size >= mostChildren) return close(targetId);
      open.add(targetId);
      if (loading.has(targetId)) return;
      blank.set(
        targetId,
        setTimeout(() => closeIfBlank(targetId).catch(() => {}), blankMs),
      );
    },
    loads: (targetId) => {
      loading.add(targetId);
      clearTimeout(blank.get(targetId));
      blank.delete(targetId);
    },
    end: () => {
      for (const timer of blank.values()) clearTimeout(timer);
    },
  };
}
