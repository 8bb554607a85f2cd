import type { CodeOf, ErrorCode, ErrorLayer } from './error-codes.ts';
import { inEnglish, type Message, message } from './messages/message.ts';

/**
 * What every error of Tokenboard carries. One class per layer. Distinguish errors by `code`, never by text.
 *
 * - `code`: stable, one of `error-codes.ts`. The renderer turns it into advice (`renderer/errors/advice.ts`).
 * - `text`: one sentence for the user, without secrets, as a message of the catalogues. `message` is its English, for
 *   logs.
 * - `serviceMessage`: what the service said, made safe by `safeText` (row 36 of the bar) and masked at the border
 *   (`api/border.ts`).
 * - `details`: small facts for the advice (a host, a number of seconds, a reason as a message), never a secret.
 */
export interface ErrorFacts {
  serviceMessage?: string | undefined;
  details?: ErrorDetails | undefined;
  cause?: unknown;
}

export type ErrorDetails = Record<string, string | number | boolean | Message>;

export class AppError<Code extends ErrorCode = ErrorCode> extends Error {
  readonly code: Code;
  readonly text: Message;
  readonly serviceMessage: string | undefined;
  readonly details: ErrorDetails | undefined;

  constructor(code: Code, text: Message, facts: ErrorFacts = {}) {
    super('', facts.cause === undefined ? undefined : { cause: facts.cause });
    // Read when it is needed: an error may be thrown before the texts are loaded.
    Object.defineProperty(this, 'message', { get: () => inEnglish(text) });
    this.name = new.target.name;
    this.code = code;
    this.text = text;
    this.serviceMessage = facts.serviceMessage;
    this.details = facts.details;
  }
}

/** The protocol: callbacks, token responses, signatures, discovery documents. */
type ProtocolLayer = 'callback' | 'token' | 'oauth1' | 'revoke' | 'device' | 'discovery' | 'id_token' | 'introspection';
export class OAuthError extends AppError<CodeOf<ProtocolLayer>> {}
/** Errors of reaching a server. */
export class HttpError extends AppError<CodeOf<'http'>> {}
/** Errors of the vault. */
export class VaultError extends AppError<CodeOf<'vault'>> {}
/** Errors of the app's own files. */
export class SettingsError extends AppError<CodeOf<'settings'>> {}
/** Errors of windows. */
export class PlatformError extends AppError<CodeOf<'window'>> {}
/** The user's request cannot be carried out as it stands. */
export class RequestError extends AppError<
  CodeOf<Exclude<ErrorLayer, ProtocolLayer | 'http' | 'vault' | 'settings' | 'window'>>
> {}

/** An error as plain data, for the contract. */
export interface ErrorReport {
  code: ErrorCode;
  message: Message;
  serviceMessage?: string | undefined;
  details?: ErrorDetails | undefined;
}

/**
 * Per text, in characters. A server may choose hosts, names and addresses of any length, and the window must draw them
 * (row 55).
 */
const longestText = 2_000;
const cutText = (text: string): string => (text.length > longestText ? `${text.slice(0, longestText)}…` : text);

/** A fact of an error, or a value of its message. */
function cut<Value extends string | number | boolean | Message>(value: Value): Value | string | Message {
  if (typeof value === 'string') return cutText(value);
  return typeof value === 'object' ? cutMessage(value) : value;
}

/** The values of a message come from servers too. */
const cutMessage = ({ id, values }: Message): Message =>
  values === undefined
    ? { id }
    : {
        id,
        values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, cut(value)])),
      };

/** Turns any thrown value into a report. Unknown errors lose their text, which could contain a secret. */
export function reportError(error: unknown): ErrorReport {
  if (error instanceof AppError) {
    const { code, text, serviceMessage, details } = error;
    return {
      code,
      message: cutMessage(text),
      ...(serviceMessage === undefined ? {} : { serviceMessage: cutText(serviceMessage) }),
      ...(details === undefined
        ? {}
        : { details: Object.fromEntries(Object.entries(details).map(([name, value]) => [name, cut(value)])) }),
    };
  }
  return { code: 'app.unexpected', message: message('core.unexpected') };
}
