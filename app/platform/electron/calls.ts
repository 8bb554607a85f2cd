import { ipcMain, type WebContents } from 'electron';
import { bridgeChannels } from '../bridge.ts';
import type { HandleCall } from '../platform.ts';
import { isTrustedSender, refusedCall } from '../sender.ts';
import { appOrigin } from './app-protocol.ts';

/** The only IPC channel. `response` may resolve after the first call: the window opens before the core is loaded. */
export function handleCalls(mainContents: () => WebContents | undefined, response: Promise<HandleCall>): void {
  ipcMain.handle(bridgeChannels.call, async (event, channel: unknown, request: unknown) => {
    const main = mainContents();
    const frame = event.senderFrame;
    const trusted =
      main !== undefined &&
      frame !== null &&
      isTrustedSender(
        { isMainWindow: event.sender === main, isMainFrame: frame === main.mainFrame, url: frame.url },
        appOrigin,
      );
    if (!trusted || typeof channel !== 'string') return refusedCall;
    return (await response)(channel, request);
  });
}
