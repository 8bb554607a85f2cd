/** What waits for one token endpoint. */
export interface HostQueue {
  waiting: string[];
  running: number;
  /** Transient failures in a row, of any connection. */
  failures: number;
  /** On the clock of `performance.now()`. */
  pausedUntil: number;
}

/** Kind to a service, and enough: a thousand renewals of 300 ms are done in 75 s, which is less than they are early. */
const atOnce = 4;
const firstPauseMs = 1_000;
/** A service that had a problem is tried again this soon, by one connection, however long the others wait. */
const longestPauseMs = 60_000;

export const newHostQueue = (): HostQueue => ({ waiting: [], running: 0, failures: 0, pausedUntil: 0 });

/** While the service fails one tries for all. */
export const mayRun = (queue: HostQueue, monotonic: number): boolean =>
  queue.waiting.length > 0 && queue.pausedUntil <= monotonic && queue.running < (queue.failures === 0 ? atOnce : 1);

/** `waitMs`: what the failure itself asks for. */
export function noteFailure(queue: HostQueue, waitMs: number, monotonic: number): void {
  // Those that left together fail together: that is one failure.
  if (queue.pausedUntil > monotonic) return;
  queue.failures += 1;
  const pause = Math.max(waitMs, firstPauseMs * 2 ** Math.min(queue.failures - 1, 10));
  queue.pausedUntil = monotonic + Math.min(pause, longestPauseMs);
}

/** Returns whether the service is back after failures. */
export function noteSuccess(queue: HostQueue): boolean {
  const wasFailing = queue.failures > 0;
  queue.failures = 0;
  queue.pausedUntil = 0;
  return wasFailing;
}
