import { BrowserWindow, type Session, screen, session, type WebContents } from 'electron';
import { type NetworkSettings, proxyLogin } from '../../http/network-settings.ts';
import { PlatformError } from '../../shared/errors.ts';
import { message } from '../../shared/messages/message.ts';
import { mostChildren, startAuthorizationFlow } from '../authorization-flow.ts';
import { isWebUrl } from '../navigation.ts';
import type { AuthorizationWindow, AuthorizationWindowRequest, Platform } from '../platform.ts';
import { watchForRefusal } from '../refusal.ts';
import { authorizationWindowSize, centredOn } from '../window-state.ts';
import { bringToFront } from './bring-to-front.ts';
import { guardAuthorizationWindow } from './guard-contents.ts';
import { guardSession, type SessionUse } from './guard-session.ts';
import { putCookies, readCookies } from './login-cookies.ts';
import { retireWindow } from './retire-window.ts';
import { applyProxy, trustAuthorities, trustKey } from './session-network.ts';
import { watchExchanges } from './window-exchanges.ts';
import { authorizationPartition, authorizationWindowOptions } from './window-options.ts';

export type AuthorizationWindows = Pick<Platform, 'openAuthorizationWindow' | 'forgetSession'>;

export function authorizationWindows(
  mainWindow: () => BrowserWindow | undefined,
  network: () => NetworkSettings,
): AuthorizationWindows {
  /** By partition. An entry outlives its login, because its session does too. `isEmpty`: nobody has logged in. */
  const uses = new Map<string, { connectionId: string; current: SessionUse | undefined; isEmpty: boolean }>();
  /** By connection: cancels its login. */
  const cancels = new Map<string, () => void>();

  async function open(request: AuthorizationWindowRequest): Promise<AuthorizationWindow> {
    const { connectionId, title, authorizationUrl, callbackUrl } = request;
    if (!isWebUrl(authorizationUrl)) throw new PlatformError('window.url_refused', message('window.authorizationUrl'));
    const chosen = network();
    const partition = authorizationPartition(connectionId, trustKey(chosen));
    const own = session.fromPartition(partition);
    const known = uses.get(partition);
    const use = known ?? { connectionId, current: undefined, isEmpty: true };
    if (known === undefined) {
      uses.set(partition, use);
      guardSession(own, () => use.current);
      watchExchanges(own, () => use.current?.onExchange);
      trustAuthorities(own, chosen);
    }
    cancels.get(connectionId)?.();
    await applyProxy(own, chosen);
    if (request.freshSession) await clearSession(own);
    else if (use.isEmpty) await putCookies(own, request.cookies ?? []);
    use.isEmpty = false;

    const options = authorizationWindowOptions(partition, title);
    const parent = mainWindow();
    const window = new BrowserWindow({
      ...options,
      ...(parent === undefined ? {} : { parent, ...placeOver(parent) }),
    });
    window.removeMenu();
    const children = new Set<BrowserWindow>();
    /** Counts children that may open but do not exist yet: a page can request many at once. */
    let childrenAsked = 0;
    const flow = startAuthorizationFlow({
      timeoutMs: request.timeoutMs,
      signal: request.signal,
      closeWindow: () => {
        if (use.current === mine) use.current = undefined;
        for (const open of [...children, window]) retireWindow(open);
        const { onCookies } = request;
        if (onCookies !== undefined) readCookies(own).then(onCookies, () => {});
      },
    });
    const mine: SessionUse = {
      callbackUrl,
      forward: request.forward,
      onCallback: flow.caught,
      onExchange: request.onExchange,
    };
    use.current = mine;
    cancels.set(connectionId, () => flow.failed(new PlatformError('window.cancelled', message('window.replaced'))));
    guardAuthorizationWindow(window, {
      title,
      callbackUrl,
      webPreferences: options.webPreferences,
      onCallback: flow.caught,
      onFailure: flow.failed,
      onClosed: flow.closed,
      onShown: watchForRefusal(request.onRefused),
      onErrorPage: (page) => {
        if (!flow.settled) request.onErrorPage?.(page);
      },
      proxyLogin: (proxy) => proxyLogin(proxy, chosen, process.env),
      mayOpenChild: () => {
        if (flow.settled || childrenAsked >= mostChildren) return false;
        childrenAsked += 1;
        return true;
      },
      createChild: (opener, webContents) => {
        const child = new BrowserWindow({ ...options, ...placeOver(opener), ...withContents(webContents) });
        child.removeMenu();
        children.add(child);
        child.once('closed', () => {
          children.delete(child);
          childrenAsked -= 1;
        });
        // No window outlives its login (row 24), not even one that opens as the login ends.
        if (flow.settled) setImmediate(retireWindow, child);
        return child;
      },
    });
    window.once('closed', flow.closed);
    // did-fail-load reports failures. The abort caused by the callback is not one.
    if (!flow.settled) window.loadURL(authorizationUrl).catch(() => {});

    return {
      callback: flow.callback,
      show: () => {
        if (!window.isDestroyed()) bringToFront(children.size > 0 ? ([...children].at(-1) ?? window) : window);
      },
    };
  }

  return {
    openAuthorizationWindow: open,
    forgetSession: async (connectionId) => {
      const own = [...uses].filter(([, use]) => use.connectionId === connectionId);
      await Promise.all(
        own.map(async ([partition, use]) => {
          use.isEmpty = true;
          await clearSession(session.fromPartition(partition));
        }),
      );
    },
  };
}

const clearSession = (own: Session) => Promise.all([own.clearStorageData(), own.clearCache(), own.clearAuthCache()]);

/** Not in the types: contents that a page has already opened, shown in the app's window. */
const withContents = (webContents: WebContents | undefined): object =>
  webContents === undefined ? {} : { webContents };

const placeOver = (parent: BrowserWindow) => {
  const bounds = parent.getBounds();
  return centredOn(bounds, authorizationWindowSize, screen.getDisplayMatching(bounds).workArea);
};
