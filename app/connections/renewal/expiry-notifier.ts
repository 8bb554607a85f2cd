import type { TokenSet } from '../../oauth/token-set.ts';

/** When tokens end that nothing can renew: it is told then, once. What ended before the start is seen at the start. */
export interface ExpiryNotifier {
  /** Epoch ms, the same until it was told; `undefined`: nothing to tell. */
  toTell(id: string, tokenSet: TokenSet): number | undefined;
  /** It was told, or there is a token that can be renewed. Returns whether there was something to tell. */
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
