import type { Readable, Writable } from 'node:stream';

/** What a command reads and writes. */
export interface Streams {
  stdin: Readable & { isTTY?: boolean | undefined };
  stdout: Writable & { isTTY?: boolean | undefined; columns?: number | undefined };
  stderr: Writable & { isTTY?: boolean | undefined };
  environment: NodeJS.ProcessEnv;
}

/** Resolves when the stream has room for more; its error is a closed reader's, which ends the command elsewhere. */
export function writeAll(stream: Writable, bytes: Uint8Array | string): Promise<void> {
  return new Promise((resolve) => {
    if (stream.destroyed || bytes.length === 0) return resolve();
    stream.write(bytes, () => resolve());
  });
}

/**
 * Text from a service, for a terminal: without characters that would move the cursor, change colours or hide text (C0,
 * C1, marks of direction).
 */
export const forTerminal = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\uFFFD');
