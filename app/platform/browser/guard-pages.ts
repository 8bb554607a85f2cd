import type { BrowserContext, Page } from 'playwright-core';
import { pageGuardScript } from '../page-guard.ts';

/** Scripts that run first in each worker, keyed by Playwright's internal context object. */
const workerScripts = new WeakMap<object, string[]>();
const guarded = new WeakMap<BrowserContext, Set<string>>();

/**
 * Installs the guards (`page-guard.ts`) in every document and worker that the context loads from now on. `Fetch` pauses
 * no WebSocket, and `Network.setBlockedURLs` and network conditions do not apply to them (seen on Chromium 156).
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

/** The parts of Playwright's `FrameSession` (server/chromium/crPage.ts) used here. */
interface FrameSession {
  _crPage: { _browserContext: object };
  _initializeWorker(session: { _sendMayFail(method: string, params: object): unknown }, event: unknown): void;
}

const patched = new WeakSet<FrameSession>();
const attachPaused = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true };

/**
 * Playwright reports a worker only when it already runs. So the script goes before Playwright's own messages to the
 * worker, which waits for the last of them. Another session does not help: the first session that lets a worker run
 * wins. These are internals of the exact version in package.json. If they change, every login here fails, and so do the
 * tests.
 */
function playwrightContext(page: Page): object {
  const session = frameSessionOf(page);
  const shared: FrameSession = Object.getPrototypeOf(session);
  if (!patched.has(shared)) {
    patched.add(shared);
    const initialize = shared._initializeWorker;
    shared._initializeWorker = function (worker, event) {
      const scripts = workerScripts.get(this._crPage._browserContext) ?? [];
      // Playwright asks for the workers of this worker only after it let it run, and one of them could be faster.
      if (scripts.length > 0) worker._sendMayFail('Target.setAutoAttach', attachPaused);
      for (const expression of scripts) worker._sendMayFail('Runtime.evaluate', { expression });
      initialize.call(this, worker, event);
    };
  }
  return session._crPage._browserContext;
}

/** Playwright's internal object for the page; Playwright runs in this process. */
function frameSessionOf(page: Page): FrameSession {
  const connection = Reflect.get(page, '_connection');
  const session = connection?.toImpl?.(page)?.delegate?._mainFrameSession;
  if (typeof session?._initializeWorker !== 'function' || typeof session._crPage?._browserContext !== 'object')
    throw new TypeError('This version of playwright-core starts workers in another way.');
  return session;
}
