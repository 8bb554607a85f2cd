import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startAuthorizationFlow } from '../../../app/platform/authorization-flow.ts';
import { PlatformError } from '../../../app/shared/errors.ts';
import { verbatim } from '../../../app/shared/messages/message.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const start = (signal = new AbortController().signal) => {
  const closeWindow = vi.fn<() => Promise<void>>(async () => {});
  return { closeWindow, flow: startAuthorizationFlow({ timeoutMs: 5000, signal, closeWindow }) };
};
const request = { url: 'https://www.peakboard.com/oauth2-callback/?code=1', method: 'GET' } as const;

it('reports the callback while the window still closes, and everything else once it has gone [24]', async () => {
  const closing = () => {
    const { flow, closeWindow } = start();
    const gone = Promise.withResolvers<void>();
    closeWindow.mockReturnValue(gone.promise);
    const told = vi.fn();
    flow.callback.then(told, told);
    return { flow, closeWindow, gone, told };
  };
  const caught = closing();
  caught.flow.caught(request);
  await vi.advanceTimersByTimeAsync(0);
  expect(caught.closeWindow).toHaveBeenCalledTimes(1);
  expect(caught.told).toHaveBeenCalledWith(request);

  const failed = closing();
  failed.flow.failed(new PlatformError('window.load_failed', verbatim('no')));
  await vi.advanceTimersByTimeAsync(0);
  expect(failed.closeWindow).toHaveBeenCalledTimes(1);
  expect(failed.told).not.toHaveBeenCalled();
  failed.gone.resolve();
  await expect(failed.flow.callback).rejects.toMatchObject({ code: 'window.load_failed' });
});

it('hears the first outcome only: closing after the callback is not "closed" [24]', async () => {
  const { flow, closeWindow } = start();
  flow.caught(request);
  flow.closed();
  flow.failed(new PlatformError('window.load_failed', verbatim('late')));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await flow.callback).toEqual(request);
  expect(closeWindow).toHaveBeenCalledTimes(1);
  expect(vi.getTimerCount()).toBe(0);
});

it('times out, and closes the window [24]', async () => {
  const { flow, closeWindow } = start();
  await vi.advanceTimersByTimeAsync(5000);
  await expect(flow.callback).rejects.toMatchObject({ code: 'window.timeout', details: { seconds: 5 } });
  expect(closeWindow).toHaveBeenCalledTimes(1);
});

it('is cancelled by its signal, also by one that was given cancelled [24]', async () => {
  const abort = new AbortController();
  const { flow } = start(abort.signal);
  abort.abort();
  await expect(flow.callback).rejects.toMatchObject({ code: 'window.cancelled' });
  const late = start(AbortSignal.abort());
  await expect(late.flow.callback).rejects.toMatchObject({ code: 'window.cancelled' });
  expect(late.flow.settled).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
});

it('is told as closed when the user closes the window [24]', async () => {
  const { flow } = start();
  flow.closed();
  await expect(flow.callback).rejects.toMatchObject({ code: 'window.closed' });
});

it('ends also when the window cannot be closed [24]', async () => {
  const { flow, closeWindow } = start();
  closeWindow.mockRejectedValue(new Error('gone already'));
  flow.caught(request);
  expect(await flow.callback).toEqual(request);
});

it('waits a second at most for a window whose page cannot be closed [47]', async () => {
  const { flow, closeWindow } = start();
  closeWindow.mockReturnValue(new Promise(() => {}));
  flow.failed(new PlatformError('window.load_failed', verbatim('no')));
  const told = vi.fn();
  flow.callback.catch(told);
  await vi.advanceTimersByTimeAsync(999);
  expect(told).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(told).toHaveBeenCalledTimes(1);
  expect(vi.getTimerCount()).toBe(0);
});
