import type { ArrivingTable } from '../shared/preview/preview.ts';
import type { PreviewSink } from './preview/sink.ts';

/** A shorter body arrives before anyone could look. */
const leastBytes = 512 * 1024;
/** The time between two updates: nobody reads rows that arrive faster. */
const restMs = 400;

/** Shows the table of a body while it arrives, from time to time. */
export interface ProgressiveTable {
  /** Call after each chunk, with the number of bytes so far. */
  look(bytes: number): void;
  /** The body has arrived or was given up: no more updates. */
  end(): void;
}

export interface ProgressiveTableOptions {
  /** Longer bodies are not shown at all (row 43). */
  limitBytes: number;
  /** `null`: the body reported so far is not a table after all, or cannot be shown. */
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
    // Errors in the body are reported at its end.
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

export interface PagesSoFar {
  bytes: number;
  pageCount: number;
}

/** Shows the table of a body whose pages arrive: at once after the first page, then from time to time. */
export function watchPages(
  sink: Pick<PreviewSink, 'arriving'>,
  onTable: (table: ArrivingTable, soFar: PagesSoFar) => void,
): { look(soFar: PagesSoFar): void; end(): void } {
  let nextLook = 0;
  let asking = false;
  let ended = false;
  const ask = async (soFar: PagesSoFar): Promise<void> => {
    asking = true;
    const table = await sink.arriving().catch(() => null);
    asking = false;
    nextLook = performance.now() + restMs;
    if (!ended && table !== null) onTable(table, soFar);
  };
  return {
    look: (soFar) => {
      if (!ended && !asking && performance.now() >= nextLook) void ask(soFar);
    },
    end: () => {
      ended = true;
    },
  };
}
