/** RFC 5849 §3.3: a nonce is used once with a timestamp, a client and a token. */
export interface Nonces {
  /** Whether the service still accepts this timestamp, in seconds. */
  isTimely(timestamp: number): boolean;
  /** Remembers the nonce. Returns false if it was used before. */
  use(timestamp: number, owner: string, nonce: string): boolean;
  /** The oldest and newest accepted timestamp, in the format of the problem report. */
  acceptable(): string;
}

const toleranceSeconds = 300;

export function createNonces(now: () => number = Date.now): Nonces {
  const used = new Map<string, number>();
  const seconds = () => Math.floor(now() / 1000);
  const isTimely = (timestamp: number) => Math.abs(seconds() - timestamp) <= toleranceSeconds;
  let sweptAt = 0;
  const sweep = () => {
    if (seconds() - sweptAt < 60) return;
    sweptAt = seconds();
    for (const [key, timestamp] of used) if (!isTimely(timestamp)) used.delete(key);
  };
  return {
    isTimely,
    use(timestamp, owner, nonce) {
      sweep();
      const key = JSON.stringify([timestamp, owner, nonce]);
      if (used.has(key)) return false;
      used.set(key, timestamp);
      return true;
    },
    acceptable: () => `${seconds() - toleranceSeconds}-${seconds() + toleranceSeconds}`,
  };
}
