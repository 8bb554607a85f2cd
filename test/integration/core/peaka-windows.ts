import { expect } from 'vitest';
import { PlatformError } from '../../../app/shared/errors.ts';
import { verbatim } from '../../../app/shared/messages/message.ts';
import type { FakePlatform } from '../../servers/fake-platform.ts';
import type { RunningPlatform } from '../platform/start.ts';
import { ann, createPerson } from '../practice/person.ts';
import type { RunningPractice } from '../practice/start.ts';

/**
 * Gives an app without windows the login windows of a real platform, which may be another process. `mostMs`: shortens
 * the time limit of logins.
 */
export function useWindowsOf(platform: FakePlatform, running: RunningPlatform): { mostMs: number } {
  const windows = { mostMs: Number.POSITIVE_INFINITY };
  platform.openAuthorizationWindow = async (request) => {
    const { connectionId, authorizationUrl, callbackUrl, forward, timeoutMs, signal } = request;
    platform.windows.push(request);
    await running.drive('open', {
      connectionId,
      authorizationUrl,
      callbackUrl,
      timeoutMs: Math.min(timeoutMs, windows.mostMs),
      ...(forward === undefined ? {} : { forward }),
    });
    signal.addEventListener('abort', () => void running.drive('cancel', connectionId), { once: true });
    const callback = running.drive('outcome', connectionId).then((outcome) => {
      if (outcome.ok) return outcome.request;
      const { code, details } = outcome;
      throw new PlatformError(code as 'window.closed', verbatim('The window reported this.'), { details }); // a window's
    });
    callback.catch(() => undefined);
    return { callback, show: () => undefined };
  };
  platform.forgetSession = (connectionId) => running.drive('forgetSession', connectionId);
  return windows;
}

/** The one login window, when it shows a page of the practice service. */
export async function loginWindow(running: RunningPlatform, practice: RunningPractice) {
  const find = () => running.popups().find((page) => page.url().startsWith(practice.origin));
  await expect.poll(() => find() !== undefined).toBe(true);
  const page = find();
  if (page === undefined) throw new Error('the window has gone');
  return page;
}

/** Ann logs in and decides in the window, which then often closes before the click is reported. */
export async function decideInWindow(
  running: RunningPlatform,
  practice: RunningPractice,
  decision: 'allow' | 'deny',
): Promise<void> {
  const page = await loginWindow(running, practice);
  await page.fill('#username', ann.username);
  await page.fill('#password', ann.password);
  await page.click('button.primary');
  const button = page.locator(`button[name=decision][value=${decision}]`);
  await button.waitFor();
  await button.click({ noWaitAfter: true }).catch((error: unknown) => {
    if (!page.isClosed()) throw error;
  });
}

/**
 * A person in the system browser, who follows redirects also to addresses of this computer. Resolves with the URLs
 * outside of the practice service, in their order, and with the status of the last page.
 */
export async function decideInBrowser(
  practice: RunningPractice,
  consentUrl: string,
  decision: 'allow' | 'deny' = 'allow',
): Promise<{ visits: string[]; status: number }> {
  const person = createPerson(practice.origin);
  const consent = await person.submit(await person.open(consentUrl), ann);
  let next = (await person.submit(consent, { decision })).url.href;
  const visits: string[] = [];
  for (;;) {
    visits.push(next);
    const response = await fetch(next, { redirect: 'manual' });
    await response.arrayBuffer();
    const location = response.headers.get('location');
    if (location === null) return { visits, status: response.status };
    const page = await person.open(location);
    if (page.status !== 0) return { visits, status: page.status };
    next = page.url.href;
  }
}
