import type { Page } from 'playwright-core';
import { type PageText, pageTextScript, readPageText } from '../page-text.ts';

/** A page that blocks its own process delays the result indefinitely, so callers must not depend on it. */
export function pageTextReader(page: Page): () => Promise<PageText | undefined> {
  const opening = page.context().newCDPSession(page);
  // A page that closes at once has no session.
  opening.catch(() => {});
  return async () => {
    const session = await opening;
    const { frameTree } = await session.send('Page.getFrameTree');
    const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
    const { result } = await session.send('Runtime.evaluate', {
      expression: pageTextScript,
      contextId: executionContextId,
      returnByValue: true,
      silent: true,
      timeout: 1_000,
    });
    return readPageText(result.value);
  };
}
