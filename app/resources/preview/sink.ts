import type { ArrivingTable } from '../../shared/preview/preview.ts';
import type { BodySummary, PageFacts, PageField } from './messages.ts';

/** Takes a body in as it arrives. */
export interface PreviewSink {
  /** Await the promise, if there is one: the process is behind. The chunk may be reused afterwards. */
  write(chunk: Uint8Array): void | Promise<void>;
  readonly previewId: string;
  /** The table as far as it has arrived. */
  arriving(): Promise<ArrivingTable | null>;
  /** A page has arrived. What is written next starts another one. */
  endPage(wants: string[], dropRepeat: boolean): Promise<PageFacts>;
  /** The page that is arriving does not count: neither what was written of it, nor what is not sent yet. */
  dropPage(): void;
  end(): Promise<{ summary: BodySummary; fields: PageField[] }>;
  /** The body is incomplete, or nobody waits for it: drops what arrived, and stops work on it. */
  abort(): void;
}

export interface SinkTarget extends Pick<PreviewSink, 'previewId' | 'arriving' | 'endPage' | 'end' | 'abort'> {
  /** Transfers the bytes. Resolves when the process has read them. */
  send(bytes: Uint8Array): Promise<unknown>;
}

/** Network chunks are small, so they are sent in batches. */
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
    endPage: async (wants, dropRepeat) => {
      flush();
      if (failed !== undefined) throw failed;
      return target.endPage(wants, dropRepeat);
    },
    dropPage: () => {
      filled = 0;
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
