import { generateKeyPair, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { z } from 'zod';

/** The identity of this installation's practice service: created at the first start, kept in the state file. */
export const identitySchema = z.object({
  oauth2ClientSecret: z.string().min(1),
  oauth1ClientSecret: z.string().min(1),
  /**
   * The OAuth1 client's key pair for RSA-SHA1. A real service would know only the public key; this one hands out both.
   */
  oauth1PrivateKey: z.string().min(1),
  oauth1PublicKey: z.string().min(1),
  /** Signs the provider's cookies. */
  cookieKeys: z.array(z.string().min(1)).min(1),
  /** Signs ID tokens if a client requests `openid`. */
  signingKey: z.record(z.string(), z.string()),
});
export type Identity = z.infer<typeof identitySchema>;

export const oauth2ClientId = 'practice-client';
/** The name of both clients. */
export const clientName = 'Tokenboard';
export const oauth1ClientId = 'practice-consumer';

const generateKeys = promisify(generateKeyPair);
export const randomText = () => randomBytes(32).toString('base64url');

export async function createIdentity(): Promise<Identity> {
  const [rsa, ec] = await Promise.all([
    generateKeys('rsa', { modulusLength: 2048 }),
    generateKeys('ec', { namedCurve: 'P-256' }),
  ]);
  return identitySchema.parse({
    oauth2ClientSecret: randomText(),
    oauth1ClientSecret: randomText(),
    oauth1PrivateKey: rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }),
    oauth1PublicKey: rsa.publicKey.export({ type: 'spki', format: 'pem' }),
    cookieKeys: [randomText()],
    signingKey: { ...ec.privateKey.export({ format: 'jwk' }), alg: 'ES256', use: 'sig' },
  });
}
