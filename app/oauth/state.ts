import { randomBytes, timingSafeEqual } from 'node:crypto';

/** The `state` of one login (RFC 6749 §10.12): 256 bits from the system's generator. */
export interface State {
  readonly value: string;
  /**
   * Compares in constant time. Returns `true` at most once. A wrong candidate does not use it up: any page can send one
   * to a loopback port, and 256 bits cannot be guessed.
   */
  take(candidate: string): boolean;
}

export function createState(): State {
  const value = randomBytes(32).toString('base64url');
  let taken = false;
  return {
    value,
    take(candidate) {
      const expected = Buffer.from(value);
      const given = Buffer.from(candidate);
      const equal = given.length === expected.length && timingSafeEqual(given, expected);
      if (!equal || taken) return false;
      taken = true;
      return true;
    },
  };
}

/** The `nonce` of one login (OIDC Core §15.5.2). It binds the ID token to the login. */
export const createNonce = (): string => randomBytes(32).toString('base64url');
