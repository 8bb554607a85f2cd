import type { BodySummary } from './messages.ts';
import type { ArrivingTable } from './preview.ts';
import type { WorkerLink } from './worker-link.ts';

/** Takes a body in as it arrives. */
export interface PreviewSink {
  /** Wait for the promise where there is one: the worker is behind. The chunk may be reused afterwards. */
  write(chunk: Uint8Array): void | Promise<void>;
  readonly previewId: string;
  /** The table as far as it has come. */
  arriving(): Promise<ArrivingTable | null>;
  end(): Promise<BodySummary>;
  /** The body will not come: forgets what came. */
  abort(): void;
}

/** Chunks of the network are small: they are sent together. */
const batchBytes = 256 * 1024;
const batchesUnderWay = 4;

/** `link` starts the worker where it is not running. */
export function createSink(link: WorkerLink, previewId: string): PreviewSink {
  let batch = new Uint8Array(batchBytes);
  let filled = 0;
  let failed: unknown;
  const underWay = new Set<Promise<void>>();

  const flush = () => {
    if (filled === 0) return;
    const { buffer } = filled === batchBytes ? batch : batch.slice(0, filled);
    batch = new Uint8Array(batchBytes);
    filled = 0;
    const sent = link.sendChunk(previewId, buffer).then(
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
    previewId,
    arriving: () => link.ask('arriving', { previewId }),
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
      return link.ask('end', { previewId });
    },
    abort: () => {
      filled = 0;
      link.ask('forget', { previewId }).catch(() => undefined);
    },
  };
}
