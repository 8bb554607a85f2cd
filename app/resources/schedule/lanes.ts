/** The runs at one service that no user started. Spreads resources that are due together. */
interface Lane {
  running: number;
  /** On the monotonic clock, like all times here. */
  lastStart: number;
  /** The service asked for a delay. */
  heldUntil: number;
}

/** The most at one service, so that a slow one is not asked by all at once. */
const atOnce = 4;
/** The most at all services: each needs a preview process while it arrives. */
const atOnceInAll = 8;
/** Between two starts at one service, in ms. */
const gapMs = 100;

export interface Lanes {
  /** ms until a run may start at the service; 0: now. `undefined`: when another run ends. */
  msUntilFree(service: string, now: number): number | undefined;
  started(service: string, now: number): void;
  ended(service: string): void;
  /** No run starts at the service before `until`. */
  hold(service: string, until: number): void;
  heldUntil(service: string): number;
}

export function createLanes(): Lanes {
  const lanes = new Map<string, Lane>();
  let running = 0;
  const laneOf = (service: string): Lane => {
    const lane = lanes.get(service) ?? { running: 0, lastStart: Number.NEGATIVE_INFINITY, heldUntil: 0 };
    lanes.set(service, lane);
    return lane;
  };
  return {
    msUntilFree: (service, now) => {
      const lane = laneOf(service);
      if (lane.running >= atOnce || running >= atOnceInAll) return undefined;
      return Math.max(0, lane.heldUntil - now, lane.lastStart + gapMs - now);
    },
    started: (service, now) => {
      const lane = laneOf(service);
      lane.running += 1;
      lane.lastStart = now;
      running += 1;
    },
    ended: (service) => {
      laneOf(service).running -= 1;
      running -= 1;
    },
    hold: (service, until) => {
      const lane = laneOf(service);
      lane.heldUntil = Math.max(lane.heldUntil, until);
    },
    heldUntil: (service) => lanes.get(service)?.heldUntil ?? 0,
  };
}
