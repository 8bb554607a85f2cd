/** The renewals that wait for one token endpoint. */
export interface HostQueue {
  waiting: string[];
  running: number;
  /** Consecutive transient failures, of any connection. */
  failures: number;
  /** On the clock of `performance.now()`. */
  pausedUntil: number;
}

/** Gentle on the service, and fast enough: a thousand renewals of 300 ms take 75 s, less than the renewal margin. */
const atOnce = 4;
const firstPauseMs = 1_000;
/** After a failure one connection tries the service again this soon, however long the others wait. */
const longestPauseMs = 60_000;

export const newHostQueue = (): HostQueue => ({ waiting: [], running: 0, failures: 0, pausedUntil: 0 });

/** While the service fails, one renewal tries for all. */
export const mayRun = (queue: HostQueue, monotonic: number): boolean =>
  queue.waiting.length > 0 && queue.pausedUntil <= monotonic && queue.running < (queue.failures === 0 ? atOnce : 1);

/** `waitMs`: the delay that the failure asks for. */
export function noteFailure(queue: HostQueue, waitMs: number, monotonic: number): void {
  // Requests that left together fail together: count one failure.
  if (queue.pausedUntil > monotonic) return;
  queue.failures += 1;
  const pause = Math.max(waitMs, firstPauseMs * 2 ** Math.min(queue.failures - 1, 10));
  queue.pausedUntil = monotonic + Math.min(pause, longestPauseMs);
}

/** Returns whether the service has recovered from failures. */
export function noteSuccess(queue: HostQueue): boolean {
  const wasFailing = queue.failures > 0;
  queue.failures = 0;
  queue.pausedUntil = 0;
  return wasFailing;
}
