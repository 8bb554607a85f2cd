import type { Connection, ConnectionSecrets } from '../../shared/connection/connection.ts';
import type { GrantRun } from '../grants/grant-runner.ts';

/** A grant that runs without the user: nobody watches its steps, and no window opens. */
export const silentRun = (
  connection: Connection,
  secrets: ConnectionSecrets,
  signal: AbortSignal,
  timeoutMs: number,
): GrantRun => ({
  connection,
  secrets,
  signal,
  freshSession: false,
  timeoutMs,
  onStep: () => undefined,
  onDeviceLogin: () => undefined,
  pastedCallback: () => new Promise(() => undefined),
  onWindow: () => undefined,
  onLoginUrl: () => undefined,
  onRefused: () => undefined,
  onErrorPage: () => undefined,
  onSignInPrompt: () => undefined,
});
