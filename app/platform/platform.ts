import type { WindowExchange } from '../http/exchanges.ts';
import type { NetworkSettings } from '../http/network-settings.ts';
import type { PlatformKind, Region } from '../shared/contract/app.ts';
import type { ErrorPage } from './error-page.ts';
import type { LoginRefusal } from './refusal.ts';

/** What shows windows. Two platforms implement it: `electron/` and `browser/`; both pass the same contract tests. */

export interface AuthorizationWindowRequest {
  /** Each connection has its own session: no cookie is shared between two of them (row 2). */
  connectionId: string;
  /** Never holds a secret: it is shown in the title bar. */
  title: string;
  authorizationUrl: string;
  /** The callback is caught before it reaches the network (row 16), by `matchesCallback` of `oauth/callback.ts`. */
  callbackUrl: string;
  timeoutMs: number;
  /** Starts with an empty session, to log in as somebody else. */
  freshSession: boolean;
  /** What logins of earlier runs left. Put in where the connection has no session in this run yet, and no fresh one is asked for. */
  cookies?: readonly LoginCookie[] | undefined;
  /** What this login leaves for the next run of the app, when its window has gone; told at most once. */
  onCookies?: ((cookies: LoginCookie[]) => void) | undefined;
  signal: AbortSignal;
  /** The window shows a page that refuses windows of apps (`hosts/refusal.ts`); it stays open. `reason`: a sentence. */
  onRefused?(refusal: LoginRefusal): void;
  /** A window of the login shows a page that says why the login cannot go on; `undefined`: it has moved on. */
  onErrorPage?(page: ErrorPage | undefined): void;
  /**
   * A document was asked for in the top frame of the window or of a child, with or without a response: each step of a redirect
   * is one. The callback itself is none, as it is never sent. For the console, and for `hosts/sign-in-prompt.ts`.
   */
  onExchange?(exchange: WindowExchange): void;
}

/** A cookie that has an end: the others go with the app, as a browser has it (RFC 6265 §5.3). */
export interface LoginCookie {
  name: string;
  value: string;
  /** `.example.com`: for its subdomains too; `login.example.com`: for this host alone. */
  domain: string;
  path: string;
  secure: boolean;
  httpOnly: boolean;
  /** `null`: the service did not say. */
  sameSite: 'strict' | 'lax' | 'none' | null;
  /** Epoch s. */
  expires: number;
}

/** The caught request. `url` has its fragment; `body` is there for a form_post response. */
export interface CallbackRequest {
  url: string;
  method: 'GET' | 'POST';
  body?: string | undefined;
}

export interface AuthorizationWindow {
  /**
   * Settles once: with a response at once, while the window closes. Else, when the window has gone, with a PlatformError:
   * `window.closed` (by the user), `window.cancelled` (signal), `window.timeout`, `window.load_failed`,
   * `window.certificate_refused`.
   */
  readonly callback: Promise<CallbackRequest>;
  /** Brings the window to the front. */
  show(): void;
}

export interface MainWindow {
  /** Sends an event of the contract to the renderer. */
  send(event: string, payload: unknown): void;
  show(): void;
  close(): void;
  /** Resolves when the window has gone. */
  readonly closed: Promise<void>;
}

/** Responds to a call of the contract; `request` is not yet validated. Never throws: errors are data. */
export type HandleCall = (channel: string, request: unknown) => Promise<unknown>;

/** A process of the app's own, ended with the app. Messages are JSON values and byte arrays. */
export interface ChildProcess {
  send(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Resolves with the exit code. */
  readonly exited: Promise<number>;
  kill(): void;
}

/** The practice service, and what reads bodies. */
export type ProcessEntry = 'practice' | 'preview';

export interface Platform {
  readonly kind: PlatformKind;
  /** For the about line: `Electron 45.4.1`, `Chromium 156`. */
  readonly description: string;
  region(): Region;
  openMainWindow(handleCall: HandleCall): Promise<MainWindow>;
  openAuthorizationWindow(request: AuthorizationWindowRequest): Promise<AuthorizationWindow>;
  /** Whoever is logged in in the login windows of the connection is so no more. Windows of it are closed already. */
  forgetSession(connectionId: string): Promise<void>;
  /** http and https only (row 7); throws PlatformError `window.url_refused`. */
  openInSystemBrowser(url: string): Promise<void>;
  /** Asks where to save; `undefined` when the user cancels. */
  pickSaveFile(suggestedName: string): Promise<string | undefined>;
  /** By the system, unless the user looks at the app anyway. A platform that cannot leaves it to the title of its window. */
  notify(title: string, body: string): void;
  /**
   * Calls `listener` when the computer woke up or was unlocked; returns what ends it. A platform that is told nothing of it
   * never calls: the scheduler notices by its clocks.
   */
  onWake(listener: () => void): () => void;
  /** The system's proxy for a URL in PAC form (`PROXY host:port; DIRECT`), `undefined`: look at the environment (row 41). */
  resolveProxy(url: string): Promise<string | undefined>;
  /** How the user wants servers to be reached: for every authorization window that opens from now on (row 41). */
  setNetwork(network: () => NetworkSettings): void;
  /** Starts a bundled entry as a process of its own. `heapMebibytes`: it ends when its JavaScript values need more. */
  startProcess(entry: ProcessEntry, args: string[], heapMebibytes?: number): ChildProcess;
}
