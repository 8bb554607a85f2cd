import type { WindowExchange } from '../http/exchanges.ts';
import type { NetworkSettings } from '../http/network-settings.ts';
import type { PlatformKind, Region } from '../shared/contract/app.ts';
import type { ErrorPage } from './error-page.ts';
import type { Forward } from './forward.ts';
import type { LoginStart } from './login-start.ts';
import type { LoginRefusal } from './refusal.ts';
import type { TrayState } from './tray.ts';

/**
 * What shows windows. Two platforms implement this interface, `electron/` and `browser/`. Both pass the same contract
 * tests. A third, `terminal/`, has no main window: what needs one fails with PlatformError `window.no_window`.
 */

export interface AuthorizationWindowRequest {
  /** Each connection has its own session. Sessions share no cookies (row 2). */
  connectionId: string;
  /** Shown in the title bar, so it must not contain a secret. */
  title: string;
  authorizationUrl: string;
  /** The callback is caught before it reaches the network (row 16), by `matchesCallback`. */
  callbackUrl: string;
  /** A page that visits `from` is sent on to `to` by status 307. Nothing at `from` reaches the network either. */
  forward?: Forward | undefined;
  timeoutMs: number;
  /** Starts with an empty session, to log in as someone else. */
  freshSession: boolean;
  /**
   * Cookies of logins before the last restart. Used if the connection has no session yet and no fresh one is requested.
   */
  cookies?: readonly LoginCookie[] | undefined;
  /** Receives this login's cookies for the next run of the app, after its window is gone. Called at most once. */
  onCookies?: ((cookies: LoginCookie[]) => void) | undefined;
  signal: AbortSignal;
  /**
   * The window shows a page that refuses embedded windows (`refusal.ts`). The window stays open.
   */
  onRefused?(refusal: LoginRefusal): void;
  /** A window of the login shows a page that says why the login failed. `undefined`: the window left that page. */
  onErrorPage?(page: ErrorPage | undefined): void;
  /**
   * The top frame of the window or a child requested a document, with or without a response. Each step of a redirect
   * counts, and so does a visit that was sent on (`forward`). Omits the callback, which is never sent. For the console and `sign-in-prompt.ts`.
   */
  onExchange?(exchange: WindowExchange): void;
}

/** A cookie with an expiry. Cookies without one end with the app, as in a browser (RFC 6265 §5.3). */
export interface LoginCookie {
  name: string;
  value: string;
  /** `.example.com` includes subdomains; `login.example.com` is this host only. */
  domain: string;
  path: string;
  secure: boolean;
  httpOnly: boolean;
  /** `null`: the service did not say. */
  sameSite: 'strict' | 'lax' | 'none' | null;
  /** Epoch s. */
  expires: number;
}

/** The caught request. `url` includes its fragment; `body` is set for a form_post response. */
export interface CallbackRequest {
  url: string;
  method: 'GET' | 'POST';
  body?: string | undefined;
}

export interface AuthorizationWindow {
  /**
   * Settles once. Resolves with the callback at once, while the window closes. Otherwise rejects when the window is
   * gone, with a PlatformError: `window.closed` (by the user), `window.cancelled` (signal), `window.timeout`,
   * `window.load_failed`, `window.certificate_refused`.
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
  /** Resolves when the window is gone. */
  readonly closed: Promise<void>;
}

/** Handles a call of the contract; `request` is not validated yet. Never throws: errors are data. */
export type HandleCall = (channel: string, request: unknown) => Promise<unknown>;

/** A child process of the app, which ends with the app. Messages are JSON values and byte arrays. */
export interface ChildProcess {
  send(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Resolves with the exit code. */
  readonly exited: Promise<number>;
  kill(): void;
}

/** The practice service, or the preview process, which parses bodies. */
export type ProcessEntry = 'practice' | 'preview';

export interface Platform {
  readonly kind: PlatformKind;
  /** For the about dialog: `Electron 45.4.1`, `Chromium 156`. */
  readonly description: string;
  region(): Region;
  /** The user's languages as BCP 47 tags, the preferred one first. */
  languages(): string[];
  /** The app's language was chosen or changed: draws the texts of the system again, such as its menu. */
  languageChanged(): void;
  /** Shows an icon in the system's tray, by which the user reaches the app without its window; `undefined` removes it. */
  showTray(state: TrayState | undefined): void;
  /** Whether the system starts the app when the user logs in. `undefined`: this platform cannot be started so. */
  readonly loginStart: LoginStart | undefined;
  openMainWindow(handleCall: HandleCall): Promise<MainWindow>;
  openAuthorizationWindow(request: AuthorizationWindowRequest): Promise<AuthorizationWindow>;
  /** Logs out of the connection's login windows. Those windows are already closed. */
  forgetSession(connectionId: string): Promise<void>;
  /** http and https only (row 7). Throws PlatformError `window.url_refused`. */
  openInSystemBrowser(url: string): Promise<void>;
  /** Asks where to save. `undefined`: the user cancelled. */
  pickSaveFile(suggestedName: string): Promise<string | undefined>;
  /** Shows a file in the system's file manager. */
  showInFolder(path: string): Promise<void>;
  /**
   * Shows a system notification, unless the app has the focus. A platform without notifications changes its window's
   * title.
   */
  notify(title: string, body: string): void;
  /**
   * Calls `listener` when the computer wakes up or is unlocked. Returns the function that stops this. A platform
   * without such events never calls it: the scheduler notices by its clocks.
   */
  onWake(listener: () => void): () => void;
  /**
   * The system's proxy for a URL in PAC form (`PROXY host:port; DIRECT`). `undefined`: use the environment (row 41).
   */
  resolveProxy(url: string): Promise<string | undefined>;
  /** Sets how to reach servers, for every authorization window opened from now on (row 41). */
  setNetwork(network: () => NetworkSettings): void;
  /** Starts a bundled entry as a process. `heapMebibytes`: the process ends if its JavaScript heap needs more. */
  startProcess(entry: ProcessEntry, args: string[], heapMebibytes?: number): ChildProcess;
}
