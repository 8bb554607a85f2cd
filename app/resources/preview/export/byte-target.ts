import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { RequestError } from '../../../shared/errors.ts';
import { message } from '../../../shared/messages/message.ts';
import type { WriteTarget } from './write-choices.ts';

/** Takes the bytes of a job. */
export interface ByteTarget {
  open(): void;
  write(bytes: Uint8Array): void;
  /** All is written. */
  close(): void;
  /** Leaves nothing. */
  abort(): void;
  /** The next bytes to send back. `undefined`: none are waiting. */
  take(): Uint8Array | undefined;
  /** How many bytes wait to be sent back. */
  waiting(): number;
}

/** Of one message to main, and of what waits for it. */
export const partBytes = 4 * 2 ** 20;

export const byteTarget = (target: WriteTarget): ByteTarget =>
  'path' in target ? fileTarget(target.path) : memoryTarget(target.limitBytes);

function fileTarget(path: string): ByteTarget {
  let fd: number | undefined;
  const close = (): void => {
    if (fd !== undefined) closeSync(fd);
    fd = undefined;
  };
  return {
    open: () => {
      fd = openSync(path, 'wx', 0o600);
    },
    write: (bytes) => {
      if (fd === undefined) return;
      for (let from = 0; from < bytes.length; ) from += writeSync(fd, bytes, from);
    },
    close,
    abort: () => {
      close();
      rmSync(path, { force: true });
    },
    take: () => undefined,
    waiting: () => 0,
  };
}

function memoryTarget(limitBytes: number | null): ByteTarget {
  let waiting: Uint8Array[] = [];
  let total = 0;
  let sent = 0;
  return {
    open: () => undefined,
    write: (bytes) => {
      total += bytes.length;
      if (limitBytes !== null && total > limitBytes)
        throw new RequestError('feed.too_large', message('feeds.tooLarge', { mebibytes: limitBytes / 2 ** 20 }));
      // A copy: the writer uses its bytes again.
      for (let from = 0; from < bytes.length; from += partBytes)
        waiting.push(new Uint8Array(bytes.subarray(from, from + partBytes)));
    },
    close: () => undefined,
    abort: () => {
      waiting = [];
    },
    take: () => {
      const [first, ...rest] = waiting;
      if (first === undefined) return undefined;
      let length = first.length;
      const parts = [first];
      for (const part of rest) {
        if (length + part.length > partBytes) break;
        parts.push(part);
        length += part.length;
      }
      waiting = waiting.slice(parts.length);
      sent += length;
      return parts.length === 1 ? first : new Uint8Array(Buffer.concat(parts, length));
    },
    waiting: () => total - sent,
  };
}
