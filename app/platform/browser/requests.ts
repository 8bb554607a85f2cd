import type { CDPSession } from 'playwright-core';
import type { ProxyLogin } from '../../http/network-settings.ts';
import { isWorkerScript } from '../navigation.ts';
import type { PageTarget, PageTargets } from './page-targets.ts';

/** A request of any page, paused before it leaves the browser. */
export interface PausedRequest {
  url: string;
  method: string;
  body: string | undefined;
  /** The page whose top frame requests a document. */
  page: PageTarget | undefined;
  /** Whether a frame requests a document, top or inner. */
  isDocument: boolean;
  /** Whether this is a service worker's script. */
  isWorkerScript: boolean;
  /** The requesting frame. Equals a page's `targetId` for its top frame. */
  frameId: string | undefined;
}

/** A proxy asks for a login. */
export interface ProxyQuestion {
  /** `http://proxy.example.com:8080` */
  proxy: string;
  /** The proxy refused the login given for this request. */
  again: boolean;
  /** The page whose top frame requests a document. */
  page: PageTarget | undefined;
}

export type Decision =
  | { action: 'continue' }
  | { action: 'abort' }
  | { action: 'respond'; status: number; headers: Record<string, string>; body: Buffer };

/**
 * Pauses every request of every page, including popups and frames in other processes, from their first request on.
 * `Fetch` on the browser's own session needs no attaching, so no request is sent before it. It sees each step of a
 * redirect, the fragment and form bodies. (Playwright's `route` does not see redirected requests.)
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
    // The page and its request may be gone by now.
    await applyDecision(cdp, requestId, decision).catch(() => {});
  });
  /** Requests that carried a proxy login. If the proxy asks again, the login was wrong. */
  const withLogin = new Set<string>();
  cdp.on('Fetch.authRequired', async ({ requestId, frameId, resourceType, authChallenge }) => {
    const { source, origin } = authChallenge;
    // Refuse a site's password prompt, as in Electron.
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
  // The entries hold the exact bytes; `postData` is only a guess at the text.
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
