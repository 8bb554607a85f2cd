import type { CodeOf, ErrorCode, ErrorLayer } from './error-codes.ts';

/**
 * What every error of Tokenboard carries. One class per layer, told apart by `code`, never by text.
 *
 * - `code`: stable, one of `error-codes.ts`; the renderer turns it into advice (`renderer/errors/advice.ts`).
 * - `message`: one sentence for the user, without secrets.
 * - `serviceMessage`: what the service itself said, already made safe by `safeText` (row 36 of the bar); masked at the border (`api/border.ts`).
 * - `details`: small facts for the advice (a host, a number of seconds), never a secret.
 */
export interface ErrorFacts {
  serviceMessage?: string | undefined;
  details?: Record<string, string | number | boolean> | undefined;
  cause?: unknown;
}

export class AppError<Code extends ErrorCode = ErrorCode> extends Error {
  readonly code: Code;
  readonly serviceMessage: string | undefined;
  readonly details: Record<string, string | number | boolean> | undefined;

  constructor(code: Code, message: string, facts: ErrorFacts = {}) {
    super(message, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.name = new.target.name;
    this.code = code;
    this.serviceMessage = facts.serviceMessage;
    this.details = facts.details;
  }
}

/** The protocol: callbacks, token responses, signatures, what a service says of itself. */
type ProtocolLayer = 'callback' | 'token' | 'oauth1' | 'revoke' | 'device' | 'discovery' | 'id_token' | 'introspection';
export class OAuthError extends AppError<CodeOf<ProtocolLayer>> {}
/** Reaching a server. */
export class HttpError extends AppError<CodeOf<'http'>> {}
/** Secrets at rest. */
export class VaultError extends AppError<CodeOf<'vault'>> {}
/** Files of the app. */
export class SettingsError extends AppError<CodeOf<'settings'>> {}
/** Windows. */
export class PlatformError extends AppError<CodeOf<'window'>> {}
/** What the user asked for cannot be done as asked. */
export class RequestError extends AppError<
  CodeOf<Exclude<ErrorLayer, ProtocolLayer | 'http' | 'vault' | 'settings' | 'window'>>
> {}

/** An error as it crosses the contract: plain data. */
export interface ErrorReport {
  code: ErrorCode;
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
