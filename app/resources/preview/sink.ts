import type { ArrivingTable } from '../../shared/preview/preview.ts';
import type { BodySummary } from './messages.ts';

/** Takes a body in as it arrives. */
export interface PreviewSink {
  /** Wait for the promise where there is one: the process is behind. The chunk may be reused afterwards. */
  write(chunk: Uint8Array): void | Promise<void>;
  readonly previewId: string;
  /** The table as far as it has come. */
  arriving(): Promise<ArrivingTable | null>;
  end(): Promise<BodySummary>;
  /** The body will not come, or nobody waits for it: forgets what came, and stops what works on it. */
  abort(): void;
}

export interface SinkTarget extends Pick<PreviewSink, 'previewId' | 'arriving' | 'end' | 'abort'> {
  /** The bytes are given away. Resolves when they were taken in. */
  send(bytes: Uint8Array): Promise<unknown>;
}

/** Chunks of the network are small: they are sent together. */
const batchBytes = 256 * 1024;
const batchesUnderWay = 4;

export function createSink({ send, ...target }: SinkTarget): PreviewSink {
  let batch = new Uint8Array(batchBytes);
  let filled = 0;
  let failed: unknown;
  const underWay = new Set<Promise<void>>();

  const flush = () => {
    if (filled === 0) return;
    const bytes = filled === batchBytes ? batch : batch.slice(0, filled);
    if (filled === batchBytes) batch = new Uint8Array(batchBytes);
    filled = 0;
    const sent: Promise<void> = send(bytes).then(
      () => void underWay.delete(sent),
      (error: unknown) => {
        failed ??= error;
        underWay.delete(sent);
      },
    );
    underWay.add(sent);
  };
  const room = async () => {
    while (underWay.size >= batchesUnderWay) await Promise.race(underWay);
    if (failed !== undefined) throw failed;
  };

  return {
    ...target,
    write: (chunk) => {
      for (let at = 0; at < chunk.byteLength; ) {
        const part = chunk.subarray(at, at + batchBytes - filled);
        batch.set(part, filled);
        filled += part.byteLength;
        at += part.byteLength;
        if (filled === batchBytes) flush();
      }
      if (underWay.size >= batchesUnderWay || failed !== undefined) return room();
    },
    end: async () => {
      flush();
      if (failed !== undefined) throw failed;
      return target.end();
    },
    abort: () => {
      filled = 0;
      target.abort();
    },
  };
}
