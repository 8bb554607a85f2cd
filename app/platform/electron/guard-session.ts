import type { Session, UploadData } from 'electron';
import type { WindowExchange } from '../../http/exchanges.ts';
import { matchesCallback } from '../../shared/connection/callback-url.ts';
import { type Forward, forwardDecision, forwardStatus } from '../forward.ts';
import { isFollowed, isWorkerScript, reachesCallback } from '../navigation.ts';
import type { CallbackRequest } from '../platform.ts';
import { isRetired } from './retire-window.ts';

/** The login that currently uses a connection's session. */
export interface SessionUse {
  callbackUrl: string;
  forward?: Forward | undefined;
  /** The window, or a child of it, requested the callback. */
  onCallback(request: CallbackRequest): void;
  onExchange?: ((exchange: WindowExchange) => void) | undefined;
}

/**
 * Restricts what pages of a connection's session may do. Set once per session. `current` returns the running login;
 * without one every request is refused.
 */
export function guardSession(session: Session, current: () => SessionUse | undefined): void {
  // Row 3: refuse both request and check, and devices. `openExternal` is a permission too: no page may start another
  // program.
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  // Otherwise Chromium downloads a dictionary from its own server, through the login's session and proxy.
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
  // Row 5.
  session.on('will-download', (event) => event.preventDefault());
  // Row 16: every request, and every step of a redirect, passes here before it reaches the network, including its
  // fragment.
  session.webRequest.onBeforeRequest((details, response) => {
    const use = current();
    if (use === undefined || isRetired(details.webContentsId)) return response({ cancel: true });
    if (reachesCallback(details.url, use.callbackUrl)) {
      response({ cancel: true });
      // A hidden frame, an image or a WebSocket at the callback URL does not end the login.
      if (details.resourceType === 'mainFrame' && matchesCallback(use.callbackUrl, details.url))
        use.onCallback(callbackRequest(details));
      return;
    }
    const forwarded = forwardDecision(use.forward, details.url, details.resourceType === 'mainFrame');
    if (forwarded === 'refuse') return response({ cancel: true });
    if (forwarded !== undefined) {
      const { method, url } = details;
      const responseHeaders = { location: forwarded.to };
      use.onExchange?.({ at: Date.now(), method, url, requestHeaders: {}, status: forwardStatus, responseHeaders });
      // Chromium redirects with status 307 (`redirectURL` of its webRequest).
      return response({ redirectURL: forwarded.to });
    }
    const isFrame = details.resourceType === 'mainFrame' || details.resourceType === 'subFrame';
    response({ cancel: isFrame && !isFollowed(details.url, use.callbackUrl) });
  });
  session.webRequest.onBeforeSendHeaders(({ requestHeaders }, response) =>
    response({ cancel: isWorkerScript(requestHeaders) }),
  );
}

function callbackRequest(details: { url: string; method: string; uploadData?: UploadData[] }): CallbackRequest {
  if (details.method !== 'POST') return { url: details.url, method: 'GET' };
  // A form's body arrives in memory. An OAuth response never contains files.
  const bytes = (details.uploadData ?? []).flatMap((part) => (part.bytes ? [part.bytes] : []));
  return { url: details.url, method: 'POST', body: Buffer.concat(bytes).toString('utf8') };
}
