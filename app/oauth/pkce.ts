import { createHash, randomBytes } from 'node:crypto';

/** RFC 7636 §4.1: 32 random octets make a verifier of 43 characters. */
export const createCodeVerifier = () => randomBytes(32).toString('base64url');

/** RFC 7636 §4.2, S256. */
export const codeChallenge = (codeVerifier: string) => createHash('sha256').update(codeVerifier).digest('base64url');
