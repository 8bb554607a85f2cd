import type { HttpClient } from '../../http/client.ts';
import type { ServiceClocks } from '../../oauth/oauth1-clock.ts';
import type { DeviceLogin } from '../../oauth/settings.ts';
import type { TokenSet } from '../../oauth/token-set.ts';
import type { AuthorizationWindow, Platform } from '../../platform/platform.ts';
import type { LoginRefusal } from '../../platform/refusal.ts';
import type { SignInPrompt } from '../../platform/sign-in-prompt.ts';
import type { Connection, ConnectionSecretName, ConnectionSecrets } from '../../shared/connection/connection.ts';
import type { RequestStep } from '../../shared/contract/connections.ts';
import { type PlatformError, RequestError } from '../../shared/errors.ts';
import type { Preset } from '../../shared/preset/preset.ts';
import type { LoginCookies } from '../login-cookies.ts';

/** Where the practice service is. */
export interface PracticeOrigin {
  /** `undefined` while it does not run. */
  current(): string | undefined;
  /** Starts it where it does not run. */
  ensure(): Promise<string>;
}

export interface GrantDeps {
  platform: Platform;
  http: HttpClient;
  practice: PracticeOrigin;
  findPreset(id: string | null): Preset | undefined;
  cookies: LoginCookies;
  clocks: ServiceClocks;
  now(): number;
}

export interface GrantRun {
  connection: Connection;
  secrets: ConnectionSecrets;
  freshSession: boolean;
  timeoutMs: number;
  signal: AbortSignal;
  onStep(step: RequestStep): void;
  onDeviceLogin(login: DeviceLogin): void;
  /** See GrantContext. */
  pastedCallback(): Promise<string>;
  onWindow(window: AuthorizationWindow): void;
  /** The system browser was opened at this URL. */
  onLoginUrl(url: string): void;
  /** The window shows a page that refuses windows of apps. */
  onRefused(refusal: LoginRefusal): void;
  /** The window shows an error page of the service; `undefined`: it has moved on to another page. */
  onErrorPage(error: PlatformError | undefined): void;
  /** The window shows a page that asks for a sign-in it cannot do; `undefined`: it has moved on to another page. */
  onSignInPrompt(prompt: SignInPrompt | undefined): void;
}

/**
 * How the main process runs a grant; a file for each, collected in `grants.ts`. What a grant is, the window knows too:
 * `shared/connection/grants/`.
 */
export interface GrantRunner {
  /** A token, with the user where the grant needs one. Rejects with an AppError. */
  request(run: GrantRun, deps: GrantDeps): Promise<TokenSet>;
}

/** A secret that the grant cannot do without. */
export const missingSecret = (field: ConnectionSecretName, message: string): RequestError =>
  new RequestError('connection.invalid', message, { details: { field } });
