import type { CDPSession } from 'playwright-core';
import type { ProxyLogin } from '../../http/network-settings.ts';
import { isWorkerScript } from '../navigation.ts';
import type { PageTarget, PageTargets } from './page-targets.ts';

/** A request of any page, paused before it leaves the browser. */
export interface PausedRequest {
  url: string;
  method: string;
  body: string | undefined;
  /** The page whose top frame asks for a document. */
  page: PageTarget | undefined;
  /** A document for a frame, top or inside. */
  isDocument: boolean;
  /** The script of a service worker. */
  isWorkerScript: boolean;
  /** The frame that asks; equal to a page's `targetId` for its top frame. */
  frameId: string | undefined;
}

/** A proxy wants to know who asks. */
export interface ProxyQuestion {
  /** `http://proxy.example.com:8080` */
  proxy: string;
  /** It did not accept what it was given for this request. */
  again: boolean;
  /** The page whose top frame asks for a document. */
  page: PageTarget | undefined;
}

export type Decision =
  | { action: 'continue' }
  | { action: 'abort' }
  | { action: 'respond'; status: number; headers: Record<string, string>; body: Buffer };

/**
 * Pauses every request of every page of the browser, also of popups and frames in other processes, from their first
 * one on: `Fetch` on the browser's own session needs no attaching, so nothing can slip by before it. It sees each exchange
 * of a redirect, the fragment and a form's body (Playwright's `route` sees no redirected request).
 */
export async function pauseRequests(
  cdp: CDPSession,
  targets: PageTargets,
  decide: (request: PausedRequest) => Decision | Promise<Decision>,
  logInToProxy: (question: ProxyQuestion) => ProxyLogin | undefined,
): Promise<void> {
  cdp.on('Fetch.requestPaused', async ({ requestId, request, frameId, resourceType }) => {
    let decision: Decision;
    try {
      const isDocument = resourceType === 'Document';
      decision = await decide({
        url: request.url + (request.urlFragment ?? ''),
        method: request.method,
        body: bodyOf(request),
        page: isDocument ? await targets.find(frameId) : undefined,
        isDocument,
        isWorkerScript: isWorkerScript(request.headers),
        frameId,
      });
    } catch {
      decision = { action: 'abort' };
    }
    // The page may have gone meanwhile, and its request with it.
    await applyDecision(cdp, requestId, decision).catch(() => {});
  });
  /** Requests that had a login for the proxy. Asked again, the login was wrong. */
  const withLogin = new Set<string>();
  cdp.on('Fetch.authRequired', async ({ requestId, frameId, resourceType, authChallenge }) => {
    const { source, origin } = authChallenge;
    // A site's password box is refused like in Electron.
    const login =
      source === 'Proxy'
        ? logInToProxy({
            proxy: origin,
            again: withLogin.has(requestId),
            page: resourceType === 'Document' ? await targets.find(frameId) : undefined,
          })
        : undefined;
    if (login !== undefined) withLogin.add(requestId);
    const authChallengeResponse =
      login === undefined ? { response: 'CancelAuth' as const } : { response: 'ProvideCredentials' as const, ...login };
    cdp.send('Fetch.continueWithAuth', { requestId, authChallengeResponse }).catch(() => {});
  });
  await cdp.send('Fetch.enable', {
    patterns: [{ urlPattern: '*', requestStage: 'Request' }],
    handleAuthRequests: true,
  });
}

function bodyOf(request: { postData?: string; postDataEntries?: { bytes?: string }[] }): string | undefined {
  // The entries are the bytes as they would be sent; `postData` is their guess at a text.
  const entries = request.postDataEntries;
  if (entries === undefined) return request.postData;
  return Buffer.concat(entries.map(({ bytes }) => Buffer.from(bytes ?? '', 'base64'))).toString('utf8');
}

async function applyDecision(cdp: CDPSession, requestId: string, decision: Decision): Promise<void> {
  if (decision.action === 'continue') await cdp.send('Fetch.continueRequest', { requestId });
  else if (decision.action === 'abort') await cdp.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
  else
    await cdp.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: decision.status,
      responseHeaders: Object.entries(decision.headers).map(([name, value]) => ({ name, value })),
      body: decision.body.toString('base64'),
    });
}
