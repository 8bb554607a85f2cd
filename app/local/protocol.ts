/**
 * What two processes of one user say to each other over the local socket, after the word `call`: JSON values, one a
 * line, in UTF-8. Loads nothing, because a command that prints a token must start fast.
 */

/** Numbers are chosen by the client, and are unique within its session. */
export type FromClient =
  /** A call of the contract (`shared/contract/`), or a local one (`requests.ts`). */
  | { id: number; call: string; request: unknown }
  /** Its result is no longer wanted. Only local calls end early. */
  | { id: number; cancel: true };

export type FromServer =
  | { id: number; ok: true; value: unknown }
  | { id: number; ok: false; error: unknown }
  /** A part of the result, in base64. The next one follows when the socket has taken it. */
  | { id: number; bytes: string }
  | { id: number; progress: unknown }
  | { event: string; payload: unknown };

/** Of a line, in characters. A larger message of a client ends its session. */
export const longestLine = 8 * 2 ** 20;

/** The first line of a session. `platform/instance-word.ts` reads it. */
export const sessionWord = 'call\n';
