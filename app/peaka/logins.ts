import { loginError } from '../connections/grants/login-windows.ts';
import { withExchangeContext } from '../http/exchanges.ts';
import { pastedCallbackProblem } from '../oauth/callback.ts';
import type { Platform } from '../platform/platform.ts';
import type { CallRequest } from '../shared/contract/contract.ts';
import { type ErrorReport, RequestError, reportError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
import type { PeakaLinkView, PeakaLogin } from '../shared/peaka/link.ts';
import { type CallbackForPeaka, passToPeaka } from './finish-login.ts';
import { type RunLoginDeps, runLogin } from './run-login.ts';
import { loginView, newLogin, type RunningLogin } from './running-login.ts';

/** Ways 2a, 2b-1, 2b-2 and 2b-3: logins through Peaka, one per link. Errors: RequestError `peaka.*`, PlatformError, HttpError. */
export interface PeakaLogins {
  /** See `peaka.logIn` of the contract. What Peaka created stays known as an unfinished link if the login fails. */
  logIn(request: CallRequest<'peaka.logIn'>): Promise<PeakaLinkView>;
  state(linkId: string): PeakaLogin | null;
  cancel(linkId: string): void;
  showWindow(linkId: string): void;
  openAgain(linkId: string): Promise<void>;
  paste(linkId: string, url: string): void;
  passOn(linkId: string, passOn: boolean): Promise<void>;
  /** Ends the logins whose link the user removed. */
  linksChanged(): void;
  close(): void;
}

export interface PeakaLoginsDeps extends Omit<RunLoginDeps, 'lost'> {
  platform: Pick<Platform, 'openAuthorizationWindow' | 'openInSystemBrowser' | 'forgetSession'>;
  /** An error as it is stored: no secret that a service repeated. */
  storedError(error: ErrorReport): ErrorReport;
  view(linkId: string): PeakaLinkView;
}

export function createPeakaLogins(given: PeakaLoginsDeps): PeakaLogins {
  const { links, platform, onChange, view } = given;
  const running = new Map<string, RunningLogin & { promise: Promise<void> }>();
  const lost = new Map<string, CallbackForPeaka>();
  const deps: RunLoginDeps = { ...given, lost };

  /** One at a time for each link (row 24). A failure stays with the link, unless Peaka has nothing of it. */
  async function run(linkId: string, login: RunningLogin, work: () => Promise<void>): Promise<void> {
    const finish = async () => {
      try {
        await withExchangeContext({ kind: 'peaka' }, work);
        platform.forgetSession(linkId).catch(() => undefined);
      } catch (error) {
        const told = loginError(error, login);
        running.delete(linkId);
        if (login.isStored && login.made === 'nothing') links.remove(linkId);
        else if (login.made !== 'nothing' && links.find(linkId) !== undefined)
          links.change(linkId, { error: given.storedError(reportError(told)) });
        throw told;
      } finally {
        running.delete(linkId);
        onChange();
      }
    };
    const promise = finish();
    running.set(linkId, Object.assign(login, { promise }));
    onChange();
    return promise;
  }

  async function passAgain(linkId: string, callback: CallbackForPeaka): Promise<void> {
    const login = newLogin(callback.window, 'confirming');
    login.made = 'connection';
    await run(linkId, login, async () =>
      passToPeaka(await deps.accounts.access(links.get(linkId).accountId), linkId, callback, deps),
    );
  }

  return {
    logIn: async (request) => {
      const { linkId } = request;
      const already = running.get(linkId)?.promise;
      if (already === undefined) {
        lost.delete(linkId);
        const login = newLogin(request.window);
        await run(linkId, login, () => runLogin(request, login, deps));
      } else await already;
      return view(linkId);
    },
    state: (linkId) => {
      const login = running.get(linkId);
      return login === undefined ? null : loginView(login);
    },
    cancel: (linkId) => running.get(linkId)?.controller.abort(),
    showWindow: (linkId) => running.get(linkId)?.authorizationWindow?.show(),
    openAgain: async (linkId) => {
      const url = running.get(linkId)?.loginUrl;
      if (url === undefined) throw noLogin();
      await platform.openInSystemBrowser(url);
    },
    paste: (linkId, url) => {
      const login = running.get(linkId);
      if (!login?.waitsForPaste) return;
      const problem = pastedCallbackProblem(login.ownCallbackUrl, url);
      if (problem !== undefined) throw new RequestError('input.invalid', problem, { details: { field: 'url' } });
      login.pasted.resolve(url);
      login.waitsForPaste = false;
      onChange();
    },
    passOn: async (linkId, passOn) => {
      const login = running.get(linkId);
      if (login?.decision !== undefined) return login.decision.resolve(passOn);
      const callback = login === undefined ? lost.get(linkId) : undefined;
      if (callback === undefined) throw noLogin();
      if (passOn) await passAgain(linkId, callback);
      else lost.delete(linkId);
    },
    linksChanged: () => {
      for (const [linkId, { isStored, controller }] of running)
        if (isStored && links.find(linkId) === undefined) controller.abort();
    },
    close: () => {
      for (const { controller } of running.values()) controller.abort();
    },
  };
}

const noLogin = () => new RequestError('peaka.no_login', message('peaka.login.none'));
