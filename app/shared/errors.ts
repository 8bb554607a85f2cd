/**
 * What every error of Tokenboard carries. One class per layer, told apart by `code`, never by text.
 *
 * - `code`: stable, `layer.what_happened`; the renderer turns it into advice (`renderer/errors/advice.ts`).
 * - `message`: one sentence for the user, without secrets.
 * - `serviceMessage`: what the service itself said, already made safe by `safeText` (row 36 of the bar); masked at the border (`api/border.ts`).
 * - `details`: small facts for the advice (a host, a number of seconds), never a secret.
 */
export interface ErrorFacts {
  serviceMessage?: string | undefined;
  details?: Record<string, string | number | boolean> | undefined;
  cause?: unknown;
}

export class AppError extends Error {
  readonly code: string;
  readonly serviceMessage: string | undefined;
  readonly details: Record<string, string | number | boolean> | undefined;

  constructor(code: string, message: string, facts: ErrorFacts = {}) {
    super(message, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.name = new.target.name;
    this.code = code;
    this.serviceMessage = facts.serviceMessage;
    this.details = facts.details;
  }
}

/**
 * The protocol: callbacks, token answers, signatures, what a service says of itself. Codes: `callback.*`, `token.*`,
 * `oauth1.*`, `revoke.*`, `device.*`, `discovery.*`, `id_token.*`, `introspection.*`.
 */
export class OAuthError extends AppError {}
/** Reaching a server: `http.*` (offline, timeout, too_large, certificate, proxy, insecure_url). */
export class HttpError extends AppError {}
/** Secrets at rest: `vault.*` (locked, no_keychain, decrypt_failed, wrong_key). */
export class VaultError extends AppError {}
/** Files of the app: `settings.*` (corrupt, unwritable, folder_unusable, folder_in_use, foreign_folder, instance_silent). */
export class SettingsError extends AppError {}
/** Windows: `window.*` (closed, timeout, load_failed, certificate_refused, cancelled). */
export class PlatformError extends AppError {}
/** What the user asked for cannot be done as asked: `input.*`, `resource.*`, `connection.*`, `practice.*`. */
export class RequestError extends AppError {}

/** An error as it crosses the contract: plain data. */
export interface ErrorReport {
  code: string;
  message: string;
  serviceMessage?: string | undefined;
  details?: Record<string, string | number | boolean> | undefined;
}

/** Of one text. Hosts, names and addresses that a server chose may have any length; the window draws them (row 55). */
const longestText = 2_000;
const cut = <Value>(value: Value): Value | string =>
  typeof value === 'string' && value.length > longestText ? `${value.slice(0, longestText)}…` : value;

/** Any thrown value as a report. Unknown errors lose their text: it could hold a secret. */
export function reportError(error: unknown): ErrorReport {
  if (error instanceof AppError) {
    const { code, message, serviceMessage, details } = error;
    return {
      code,
      message: cut(message),
      ...(serviceMessage === undefined ? {} : { serviceMessage: cut(serviceMessage) }),
      ...(details === undefined
        ? {}
        : { details: Object.fromEntries(Object.entries(details).map(([name, value]) => [name, cut(value)])) }),
    };
  }
  return { code: 'app.unexpected', message: 'An unexpected error occurred.' };
}
