import { RequestError } from '../errors.ts';
import type { HopDetail, HopPage, HopSummary } from './hop.ts';
import type { MaskedHop } from './mask/mask-hop.ts';

/** The last hops, in memory alone: nothing of the console outlives the app unless the user exports it. */
export interface HopStore {
  /** The id of the last hop, 0 before the first. */
  newest(): number;
  /** Takes masked hops only: `maskHop` alone makes them. */
  add(hop: MaskedHop): void;
  /** So many made room for newer ones before they were masked. */
  leaveOut(count: number): void;
  /** Hops after the id, oldest first. */
  list(after: number, limit: number): HopPage;
  /** Throws RequestError `console.hop_gone`. */
  hop(id: number): HopDetail;
  all(): HopDetail[];
  clear(): void;
}

export interface HopStoreLimits {
  hops: number;
  /** Of all texts of all hops together. */
  characters: number;
}

const defaultLimits: HopStoreLimits = { hops: 10_000, characters: 32 * 2 ** 20 };

const sizeOfHeaders = (headers: HopDetail['requestHeaders']): number =>
  headers.reduce((sum, [name, value]) => sum + name.length + value.length, 0);

const sizeOf = (hop: HopDetail): number =>
  hop.url.length +
  sizeOfHeaders(hop.requestHeaders) +
  sizeOfHeaders(hop.responseHeaders) +
  (hop.requestBody?.length ?? 0) +
  (hop.responseBody?.length ?? 0);

const summaryOf = (hop: HopDetail): HopSummary => {
  const { requestHeaders, responseHeaders, requestBody, responseBody, bodyTruncated, ...summary } = hop;
  return summary;
};

export function createHopStore(limits: HopStoreLimits = defaultLimits): HopStore {
  /** By id, oldest first. */
  const hops = new Map<number, HopDetail>();
  let newest = 0;
  let characters = 0;
  let dropped = 0;
  const oldest = () => newest - hops.size + 1;

  const dropOldest = (): void => {
    const hop = hops.get(oldest());
    if (hop === undefined) return;
    characters -= sizeOf(hop);
    hops.delete(hop.id);
    dropped += 1;
  };

  return {
    newest: () => newest,
    add(hop) {
      newest += 1;
      const kept = { ...hop, id: newest };
      hops.set(newest, kept);
      characters += sizeOf(kept);
      while (hops.size > limits.hops || (characters > limits.characters && hops.size > 1)) dropOldest();
    },
    leaveOut: (count) => {
      dropped += count;
    },
    list(after, limit) {
      const page: HopSummary[] = [];
      for (let id = Math.max(after + 1, oldest()); id <= newest && page.length < limit; id += 1) {
        const hop = hops.get(id);
        if (hop !== undefined) page.push(summaryOf(hop));
      }
      return { hops: page, newest, oldest: oldest(), dropped };
    },
    hop(id) {
      const hop = hops.get(id);
      if (hop === undefined)
        throw new RequestError(
          'console.hop_gone',
          'This request is no longer in the console. It was cleared, or newer requests replaced it.',
        );
      return hop;
    },
    all: () => [...hops.values()],
    clear() {
      hops.clear();
      characters = 0;
      dropped = 0;
    },
  };
}
