import type { WindowExchange } from '../../../app/http/exchanges.ts';
import type { NetworkSettings } from '../../../app/http/network-settings.ts';
import type { ErrorPage } from '../../../app/platform/error-page.ts';
import type { Forward } from '../../../app/platform/forward.ts';
import type { CallbackRequest, LoginCookie, Platform } from '../../../app/platform/platform.ts';
import type { LoginRefusal } from '../../../app/platform/refusal.ts';
import { AppError, type ErrorDetails } from '../../../app/shared/errors.ts';

export type Outcome = { ok: true; request: CallbackRequest } | { ok: false; code: string; details: ErrorDetails };

export interface LoginRequest {
  connectionId: string;
  authorizationUrl: string;
  callbackUrl: string;
  forward?: Forward;
  timeoutMs?: number;
  freshSession?: boolean;
  /** Of an earlier run of the app. */
  cookies?: LoginCookie[];
}

/** A platform as the tests drive it: plain data in and out, because in Electron it lives in another process. */
export interface PlatformDriver {
  description: string;
  /** Settles when the window is open. */
  open(login: LoginRequest): Promise<void>;
  /** How the last login of a connection ended. */
  outcome(connectionId: string): Promise<Outcome>;
  cancel(connectionId: string): void;
  cancelAll(): void;
  forgetSession(connectionId: string): Promise<void>;
  send(event: string, payload: unknown): void;
  openLink(url: string): Promise<string>;
  /** Calls of the main window that got a response. */
  calls: [string, unknown][];
  /** URLs that were given to the system's browser. */
  opened: string[];
  /** Pages on which a service refuses windows of apps, by connection. */
  refusals: [string, LoginRefusal][];
  /** Error pages of services, by connection; `undefined`: the window moved on. */
  errorPages: [string, ErrorPage | undefined][];
  /** What logins left for the next run of the app, by connection. */
  cookies: [string, LoginCookie[]][];
  /** Pages that were asked for, by connection. */
  exchanges: [string, WindowExchange][];
  /** Epoch ms of each time that the platform said that the computer woke. */
  wakes: number[];
  proxyFor(url: string): Promise<string | undefined>;
  /** For the logins that are opened from now on. */
  useNetwork(network: NetworkSettings): void;
  /** Sends `ping` to a process of its own and returns what it said. */
  ping(): Promise<unknown>;
  /** Starts a process that may use 64 MiB and needs more; resolves when it has ended. */
  exhaust(): Promise<string>;
}

export async function drivePlatform(platform: Platform, opened: string[]): Promise<PlatformDriver> {
  const outcomes = new Map<string, Promise<Outcome>>();
  const aborts = new Map<string, AbortController>();
  const calls: [string, unknown][] = [];
  const refusals: [string, LoginRefusal][] = [];
  const errorPages: [string, ErrorPage | undefined][] = [];
  const cookies: [string, LoginCookie[]][] = [];
  const exchanges: [string, WindowExchange][] = [];
  const main = await platform.openMainWindow(async (channel, request) => {
    calls.push([channel, request]);
    return { ok: true, value: { channel, request } };
  });
  const wakes: number[] = [];
  platform.onWake(() => wakes.push(Date.now()));
  return {
    description: platform.description,
    open: async ({ timeoutMs = 60_000, freshSession = false, ...login }) => {
      const abort = new AbortController();
      const window = await platform.openAuthorizationWindow({
        ...login,
        title: 'Host test',
        timeoutMs,
        freshSession,
        signal: abort.signal,
        onRefused: (refusal) => refusals.push([login.connectionId, refusal]),
        onErrorPage: (page) => errorPages.push([login.connectionId, page]),
        onCookies: (left) => cookies.push([login.connectionId, left]),
        onExchange: (exchange) => exchanges.push([login.connectionId, exchange]),
      });
      aborts.set(login.connectionId, abort);
      outcomes.set(
        login.connectionId,
        window.callback.then(
          (request) => ({ ok: true, request }),
          (error: unknown) =>
            error instanceof AppError
              ? { ok: false, code: error.code, details: error.details ?? {} }
              : { ok: false, code: String(error), details: {} },
        ),
      );
    },
    outcome: async (connectionId) => outcomes.get(connectionId) ?? { ok: false, code: 'not opened', details: {} },
    cancel: (connectionId) => aborts.get(connectionId)?.abort(),
    cancelAll: () => {
      for (const abort of aborts.values()) abort.abort();
    },
    forgetSession: platform.forgetSession,
    send: main.send,
    openLink: (url) =>
      platform.openInSystemBrowser(url).then(
        () => 'opened',
        (error: unknown) => (error instanceof AppError ? error.code : String(error)),
      ),
    calls,
    opened,
    refusals,
    errorPages,
    cookies,
    exchanges,
    wakes,
    proxyFor: platform.resolveProxy,
    useNetwork: (network) => platform.setNetwork(() => network),
    ping: async () => {
      const child = platform.startProcess('practice', ['--said', 'hello']);
      const reply = new Promise<unknown>((resolve) => child.onMessage(resolve));
      child.send({ type: 'ping' });
      const response = await reply;
      child.kill();
      await child.exited;
      return response;
    },
    exhaust: async () => {
      const child = platform.startProcess('practice', [], 64);
      child.onMessage(() => undefined);
      child.send({ type: 'exhaust', bytes: new Uint8Array(3) });
      await child.exited;
      return 'ended';
    },
  };
}
