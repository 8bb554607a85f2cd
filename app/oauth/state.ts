import { randomBytes, timingSafeEqual } from 'node:crypto';

/** The `state` of one login (RFC 6749 §10.12): 256 bits from the system's generator, and good for one comparison. */
export interface State {
  readonly value: string;
  /** In constant time. `true` at most once, and never after a first try: a second answer is somebody else's. */
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
      const fresh = !taken;
      taken = true;
      return equal && fresh;
    },
  };
}

/** The `nonce` of one login (OIDC Core §15.5.2): it binds the ID token to it. */
export const createNonce = (): string => randomBytes(32).toString('base64url');
