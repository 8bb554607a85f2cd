import { createHmac, verify } from 'node:crypto';
import { sameText } from '../same-text.ts';
import { encode } from './percent-encoding.ts';

export const signatureMethods = ['HMAC-SHA1', 'HMAC-SHA256', 'RSA-SHA1', 'PLAINTEXT'] as const;
export type SignatureMethod = (typeof signatureMethods)[number];

export interface SignatureKeys {
  clientSecret: string;
  /** Empty before a token is used. */
  tokenSecret: string;
  /** The client's key, PEM. */
  publicKey: string;
}

/** RFC 5849 §3.4.2 to §3.4.4. HMAC-SHA256 works as §3.4.2 with another hash. */
export function isSignatureRight(
  method: SignatureMethod,
  baseString: string,
  signature: string,
  keys: SignatureKeys,
): boolean {
  const key = `${encode(keys.clientSecret)}&${encode(keys.tokenSecret)}`;
  switch (method) {
    case 'HMAC-SHA1':
      return sameText(createHmac('sha1', key).update(baseString).digest('base64'), signature);
    case 'HMAC-SHA256':
      return sameText(createHmac('sha256', key).update(baseString).digest('base64'), signature);
    case 'RSA-SHA1':
      return verify('sha1', Buffer.from(baseString), keys.publicKey, Buffer.from(signature, 'base64'));
    case 'PLAINTEXT':
      return sameText(key, signature);
  }
}
