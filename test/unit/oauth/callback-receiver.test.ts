import { describe, expect, it, vi } from 'vitest';
import { openCallbackReceiver } from '../../../app/oauth/callback-receiver.ts';
import type { GrantContext } from '../../../app/oauth/settings.ts';
import type { CallbackRequest } from '../../../app/platform/platform.ts';
import { directClient, grantContext, rejection } from './token-settings.ts';
import { watchExchanges } from './watched-exchanges.ts';

const callbackUrl = 'https://www.peakboard.com/oauth2-callback/';
const login = 'https://login.example.com/authorize?state=s';
const http = directClient();
const never = () => new Promise<string>(() => undefined);

/** A login in the system browser, whose callback nobody but the user can bring here. */
function pasting(changes: Partial<GrantContext>) {
  const opened: string[] = [];
  const context = grantContext(http, () => new Error('no popup was expected'), {
    openInSystemBrowser: async (url) => void opened.push(url),
    ...changes,
  });
  const read = vi.fn((callback: CallbackRequest) => callback.url);
  const wait = async (url = callbackUrl) =>
    (await openCallbackReceiver({ window: 'browser', callbackUrl: url }, context)).wait(login, read);
  return { context, opened, read, wait };
}

describe('a callback that the user pastes', () => {
  it('is waited for after the login was shown, and read without the blanks around it', async () => {
    const { context, opened, wait } = pasting({ pastedCallback: async () => ` ${callbackUrl}?code=c&state=s\n` });
    expect(await wait()).toBe(`${callbackUrl}?code=c&state=s`);
    expect(opened).toEqual([login]);
    expect(context.steps).toEqual(['window_opened', 'waiting_for_login']);
  });

  it('is waited for at each address that the system browser cannot bring here', async () => {
    for (const url of ['https://localhost/cb', 'http://app.example/cb', 'app://localhost/cb', 'not a URL']) {
      const { wait } = pasting({ pastedCallback: () => Promise.reject(new Error('pasted')) });
      expect(await rejection(wait(url))).toMatchObject({ message: 'pasted' });
    }
  });

  it('is refused at another address, and not read', async () => {
    const { read, wait } = pasting({ pastedCallback: async () => 'https://evil.example/?code=c' });
    expect(await rejection(wait())).toMatchObject({ code: 'callback.pasted_wrong' });
    expect(read).not.toHaveBeenCalled();
  });

  it('is no longer waited for after a cancel, which may come first [24]', async () => {
    const controller = new AbortController();
    const { wait } = pasting({ pastedCallback: never, signal: controller.signal });
    const waiting = rejection(wait());
    controller.abort();
    expect(await waiting).toMatchObject({ code: 'window.cancelled' });
    const late = pasting({ pastedCallback: never, signal: AbortSignal.abort() });
    expect(await rejection(late.wait())).toMatchObject({ code: 'window.cancelled' });
  });

  it('is no longer waited for when the time is over, and leaves nothing running', async () => {
    const { wait } = pasting({ pastedCallback: never, timeoutMs: 1 });
    expect(await rejection(wait())).toMatchObject({ code: 'window.timeout' });
    vi.useFakeTimers();
    try {
      const { signal } = new AbortController();
      const removed = vi.spyOn(signal, 'removeEventListener');
      await pasting({ pastedCallback: async () => `${callbackUrl}?code=c`, signal }).wait();
      expect(vi.getTimerCount()).toBe(0);
      expect(removed).toHaveBeenCalledWith('abort', expect.any(Function));
    } finally {
      vi.useRealTimers();
    }
  });
});

it('shows the callback in the console, before anybody reads it', async () => {
  const { exchanges, watched } = watchExchanges(http);
  const body = 'code=c&state=s';
  const context = grantContext(watched, () => ({ url: callbackUrl, method: 'POST', body }), { now: () => 17 });
  const receiver = await openCallbackReceiver({ window: 'popup', callbackUrl }, context);
  const read = () => {
    throw new Error('refused');
  };
  expect(await rejection(receiver.wait(login, read))).toMatchObject({ message: 'refused' });
  expect(exchanges).toEqual([
    { kind: 'window', at: 17, method: 'POST', url: callbackUrl, requestHeaders: {}, requestBody: body },
  ]);
});
