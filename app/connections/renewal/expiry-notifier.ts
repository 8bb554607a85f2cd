import type { TokenSet } from '../../oauth/token-set.ts';

/**
 * Reports once when a token that nothing can renew expires. Tokens that expired before the start are reported at the
 * start.
 */
export interface ExpiryNotifier {
  /** Epoch ms, unchanged until reported. `undefined`: nothing to report. */
  toTell(id: string, tokenSet: TokenSet): number | undefined;
  /** Call when the expiry was reported or a renewable token arrived. Returns whether there was something to report. */
  forget(id: string): boolean;
}

export function createExpiryNotifier(now: () => number): ExpiryNotifier {
  const ends = new Map<string, number>();
  return {
    toTell: (id, { expiresAt }) => {
      if (expiresAt !== undefined && expiresAt > now()) ends.set(id, expiresAt);
      else if (ends.get(id) !== expiresAt) ends.delete(id);
      return ends.get(id);
    },
    forget: (id) => ends.delete(id),
  };
}
