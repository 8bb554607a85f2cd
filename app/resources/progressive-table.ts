import type { ArrivingTable } from '../shared/preview/preview.ts';
import type { PreviewSink } from './preview/sink.ts';

/** A shorter body is there before anybody could look. */
const leastBytes = 512 * 1024;
/** Between two looks: rows that come faster than that nobody reads. */
const restMs = 400;

/** Looks now and then what a body that arrives has for a table. */
export interface ProgressiveTable {
  /** After a chunk, with the bytes until then. */
  look(bytes: number): void;
  /** It has arrived, or will not: nothing is told any more. */
  end(): void;
}

export interface ProgressiveTableOptions {
  /** A longer body is not shown at all (row 43). */
  limitBytes: number;
  /** `null`: what was told is no table after all, or cannot be shown. */
  onTable(table: ArrivingTable | null): void;
}

export function watchProgressiveTable(
  sink: Pick<PreviewSink, 'arriving'>,
  { limitBytes, onTable }: ProgressiveTableOptions,
): ProgressiveTable {
  let nextLook = 0;
  let asking = false;
  let told = false;
  let ended = false;

  const tell = (table: ArrivingTable | null): void => {
    if (ended || (table === null && !told)) return;
    told = table !== null;
    onTable(table);
  };
  const ask = async (): Promise<void> => {
    asking = true;
    // What is wrong with the body is told at its end.
    const table = await sink.arriving().catch(() => null);
    asking = false;
    nextLook = performance.now() + restMs;
    tell(table);
  };
  const end = (): void => {
    ended = true;
  };
  return {
    look: (bytes) => {
      if (bytes > limitBytes) {
        tell(null);
        return end();
      }
      if (ended || bytes < leastBytes || asking || performance.now() < nextLook) return;
      void ask();
    },
    end,
  };
}
