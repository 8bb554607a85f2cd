import type { BrowserContext, Page } from 'playwright-core';
import { pageGuardScript } from '../page-guard.ts';

/** By Playwright's own object for a context: what runs first in each of its workers. */
const workerScripts = new WeakMap<object, string[]>();
const guarded = new WeakMap<BrowserContext, Set<string>>();

/**
 * Puts the guards (`page-guard.ts`) into every document and worker that the context loads from now on. `Fetch` pauses no
 * WebSocket, `Network.setBlockedURLs` and the network conditions of a rule do not hold for one (seen on Chromium 156).
 */
export async function guardPages(context: BrowserContext, page: Page, callbackUrl: string): Promise<void> {
  const known = guarded.get(context) ?? new Set();
  guarded.set(context, known);
  if (known.has(callbackUrl)) return;
  known.add(callbackUrl);
  const script = pageGuardScript(callbackUrl);
  const inner = playwrightContext(page);
  workerScripts.set(inner, [...(workerScripts.get(inner) ?? []), script]);
  await context.addInitScript(script);
}

/** The parts of Playwright's `FrameSession` (server/chromium/crPage.ts) that are used here. */
interface FrameSession {
  _crPage: { _browserContext: object };
  _initializeWorker(session: { _sendMayFail(method: string, params: object): unknown }, event: unknown): void;
}

const patched = new WeakSet<FrameSession>();

/**
 * Playwright tells of a worker when it runs already. So the script goes in front of Playwright's own messages to the
 * worker, which waits for the last of them. No other session can: the first that lets a worker run is obeyed. These are
 * internals, of a version that package.json names exactly; a change of them fails every login here, and the tests.
 */
function playwrightContext(page: Page): object {
  const session = frameSessionOf(page);
  const shared: FrameSession = Object.getPrototypeOf(session);
  if (!patched.has(shared)) {
    patched.add(shared);
    const initialize = shared._initializeWorker;
    shared._initializeWorker = function (worker, event) {
      for (const expression of workerScripts.get(this._crPage._browserContext) ?? [])
        worker._sendMayFail('Runtime.evaluate', { expression });
      initialize.call(this, worker, event);
    };
  }
  return session._crPage._browserContext;
}

/** What the page is within Playwright, which runs in this process. */
function frameSessionOf(page: Page): FrameSession {
  const connection = Reflect.get(page, '_connection');
  const session = connection?.toImpl?.(page)?.delegate?._mainFrameSession;
  if (typeof session?._initializeWorker !== 'function' || typeof session._crPage?._browserContext !== 'object')
    throw new TypeError('This version of playwright-core starts workers in another way.');
  return session;
}
