import { pastedCallbackProblem } from '../oauth/callback.ts';
import type { DeviceLogin } from '../oauth/settings.ts';
import type { TokenSet } from '../oauth/token-set.ts';
import type { AuthorizationWindow } from '../platform/platform.ts';
import type { LoginRefusal } from '../platform/refusal.ts';
import type { SignInPrompt } from '../platform/sign-in-prompt.ts';
import type { Connection, ConnectionSecrets } from '../shared/connection/connection.ts';
import { hasCallback } from '../shared/connection/grants/definitions.ts';
import { validateConnection } from '../shared/connection/validate.ts';
import type { RequestStep } from '../shared/contract/connections.ts';
import { type PlatformError, RequestError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
import type { GrantRun } from './grants/grant-runner.ts';
import { loginError } from './grants/login-windows.ts';

export interface TokenRequest {
  connection: Connection;
  /** All secrets that the grant needs, including typed ones. */
  secrets: ConnectionSecrets;
  freshSession: boolean;
  timeoutMs: number;
  /** The token is for another program, not for the connection: no other caller may get it. */
  apart?: boolean;
}

export interface RequestState {
  step: RequestStep | null;
  window: 'popup' | 'browser' | 'none';
  /** Device code: what the user types on the other device. */
  device?: DeviceLogin | undefined;
  /** The login waits for the user to paste the callback URL. */
  waitsForPaste: boolean;
  /** The window shows a page that refuses embedded windows. */
  refused?: LoginRefusal | undefined;
  /** The window shows an error page of the service. */
  errorPage?: PlatformError | undefined;
  /** The window shows a page that asks for a sign-in the window cannot do. */
  signInPrompt?: SignInPrompt | undefined;
}

/** Token requests that need the user: one per connection, isolated from each other (row 24). */
export interface Requests {
  /**
   * A second call during a request waits for the same response, unless one of them is `apart`. Rejects with an AppError,
   * then RequestError `connection.login_running`.
   */
  request(request: TokenRequest): Promise<TokenSet>;
  state(id: string): RequestState | undefined;
  cancel(id: string): void;
  /**
   * Takes the URL from the browser's address bar. Does nothing if no login waits for it. Throws RequestError
   * `input.invalid` if the URL is not the callback's: the login then keeps waiting.
   */
  paste(id: string, url: string): void;
  showWindow(id: string): void;
  /** The URL that the system browser shows for the waiting login. Throws RequestError `connection.no_login`. */
  loginUrl(id: string): string;
  close(): void;
}

interface Running extends RequestState {
  controller: AbortController;
  apart: boolean;
  authorizationWindow: AuthorizationWindow | undefined;
  promise: Promise<TokenSet>;
  callbackUrl: string;
  /** Not part of the state: the URL holds the login's `state`, so it is returned only when the user asks. */
  loginUrl: string | undefined;
  pasted: PromiseWithResolvers<string>;
}

export function createRequests(run: (grant: GrantRun) => Promise<TokenSet>, onChange: (id: string) => void): Requests {
  const running = new Map<string, Running>();

  async function start({ connection, secrets, freshSession, timeoutMs }: TokenRequest, state: Running) {
    const { controller } = state;
    try {
      return await run({
        connection,
        secrets,
        freshSession,
        timeoutMs,
        signal: controller.signal,
        onStep: (step) => {
          state.step = step;
          onChange(connection.id);
        },
        onDeviceLogin: (device) => {
          state.device = device;
          onChange(connection.id);
        },
        pastedCallback: () => {
          state.waitsForPaste = true;
          onChange(connection.id);
          return state.pasted.promise;
        },
        onWindow: (authorizationWindow) => {
          state.authorizationWindow = authorizationWindow;
        },
        onLoginUrl: (url) => {
          state.loginUrl = url;
        },
        onRefused: (refused) => {
          state.refused = refused;
          onChange(connection.id);
        },
        onErrorPage: (errorPage) => {
          state.errorPage = errorPage;
          onChange(connection.id);
        },
        onSignInPrompt: (prompt) => {
          if (prompt === state.signInPrompt) return;
          state.signInPrompt = prompt;
          onChange(connection.id);
        },
      });
    } catch (error) {
      throw loginError(error, state);
    } finally {
      running.delete(connection.id);
    }
  }

  const cancel = (id: string): void => {
    running.get(id)?.controller.abort();
  };
  return {
    request: async (request) => {
      const { connection, apart = false } = request;
      const already = running.get(connection.id);
      // Two programs with one refresh token: the first renewal would invalidate the other's.
      if (already && (already.apart || apart))
        throw new RequestError('connection.login_running', message('connection.loginRunning'));
      if (already) return already.promise;
      const [problem] = validateConnection(connection);
      if (problem) throw new RequestError('connection.invalid', problem.message, { details: { field: problem.field } });
      const window = hasCallback(connection) ? connection.window : 'none';
      const state: Running = {
        step: null,
        window,
        waitsForPaste: false,
        callbackUrl: connection.callbackUrl,
        loginUrl: undefined,
        pasted: Promise.withResolvers<string>(),
        controller: new AbortController(),
        apart,
        authorizationWindow: undefined,
        // A placeholder: `start` needs the state, and the state holds the promise that `start` returns.
        promise: Promise.resolve({ accessToken: '', tokenType: '', obtainedAt: 0 }),
      };
      running.set(connection.id, state);
      state.promise = start(request, state);
      onChange(connection.id);
      return state.promise;
    },
    state: (id) => {
      const state = running.get(id);
      if (!state) return undefined;
      const { step, window, device, waitsForPaste, refused, errorPage, signInPrompt } = state;
      return { step, window, device, waitsForPaste, refused, errorPage, signInPrompt };
    },
    cancel,
    paste: (id, url) => {
      const state = running.get(id);
      if (!state?.waitsForPaste) return;
      const problem = pastedCallbackProblem(state.callbackUrl, url);
      if (problem !== undefined) throw new RequestError('input.invalid', problem, { details: { field: 'url' } });
      state.pasted.resolve(url);
      state.waitsForPaste = false;
      onChange(id);
    },
    showWindow: (id) => running.get(id)?.authorizationWindow?.show(),
    loginUrl: (id) => {
      const url = running.get(id)?.loginUrl;
      if (url === undefined) throw new RequestError('connection.no_login', message('connection.noLogin'));
      return url;
    },
    close: () => {
      for (const id of running.keys()) cancel(id);
    },
  };
}
