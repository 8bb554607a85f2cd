import type { HttpClient } from '../../http/client.ts';
import type { ServiceClocks } from '../../oauth/oauth1-clock.ts';
import type { DeviceLogin } from '../../oauth/settings.ts';
import type { TokenSet } from '../../oauth/token-set.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Connection, ConnectionSecretName, ConnectionSecrets } from '../../shared/connection/connection.ts';
import type { RequestStep } from '../../shared/contract/connections.ts';
import { RequestError } from '../../shared/errors.ts';
import type { Message } from '../../shared/messages/message.ts';
import type { Preset } from '../../shared/preset/preset.ts';
import type { LoginCookies } from '../login-cookies.ts';
import type { LoginWatch } from './login-windows.ts';

/** The origin of the practice service. */
export interface PracticeOrigin {
  /** `undefined` while the service is stopped. */
  current(): string | undefined;
  /** Starts the service if it is stopped. */
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

export interface GrantRun extends LoginWatch {
  connection: Connection;
  secrets: ConnectionSecrets;
  freshSession: boolean;
  timeoutMs: number;
  signal: AbortSignal;
  onStep(step: RequestStep): void;
  onDeviceLogin(login: DeviceLogin): void;
  /** See GrantContext. */
  pastedCallback(): Promise<string>;
}

/**
 * How the main process runs a grant. One file per grant, collected in `grants.ts`. The renderer knows grants by their
 * definitions: `shared/connection/grants/`.
 */
export interface GrantRunner {
  /** Requests a token, with the user's help if the grant needs it. Rejects with an AppError. */
  request(run: GrantRun, deps: GrantDeps): Promise<TokenSet>;
}

/** The error for a secret that the grant requires. */
export const missingSecret = (field: ConnectionSecretName, message: Message): RequestError =>
  new RequestError('connection.invalid', message, { details: { field } });
