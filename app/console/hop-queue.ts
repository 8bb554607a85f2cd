import type { RawHop } from '../http/hops.ts';

/** Times are those of `performance.now()`. */
export interface WaitingHop {
  hop: RawHop;
  begun: number;
  ended: number;
}

/** By their beginning: what answers a 401 ends before the body of that 401 is let go. */
export interface HopQueue {
  put(hop: WaitingHop): void;
  first(): WaitingHop | undefined;
  take(): void;
  size(): number;
  /** Of all bodies, as they came. */
  bytes(): number;
  /** Whether one waits that had ended by then. */
  hasEndedBy(time: number): boolean;
  clear(): void;
}

const bytesOf = ({ hop: { requestBody, responseBody } }: WaitingHop): number =>
  (requestBody?.length ?? 0) + (responseBody?.length ?? 0);

/** Holes that many at its start are closed: to move ten thousand for each that goes would cost more than the rest. */
const mostHoles = 1_000;

export function createHopQueue(): HopQueue {
  let hops: (WaitingHop | undefined)[] = [];
  let start = 0;
  let bytes = 0;
  return {
    put: (hop) => {
      let place = hops.length;
      while (place > start && (hops[place - 1]?.begun ?? 0) > hop.begun) place -= 1;
      if (place === hops.length) hops.push(hop);
      else hops.splice(place, 0, hop);
      bytes += bytesOf(hop);
    },
    first: () => hops[start],
    take: () => {
      const hop = hops[start];
      if (hop === undefined) return;
      hops[start] = undefined;
      start += 1;
      bytes -= bytesOf(hop);
      if (start < mostHoles && start < hops.length) return;
      hops = hops.slice(start);
      start = 0;
    },
    size: () => hops.length - start,
    bytes: () => bytes,
    hasEndedBy: (time) => hops.some((hop) => hop !== undefined && hop.ended <= time),
    clear: () => {
      hops = [];
      start = 0;
      bytes = 0;
    },
  };
}
