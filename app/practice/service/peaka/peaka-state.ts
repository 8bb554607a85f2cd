import { randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';

const valueSchema = z.union([z.string(), z.number(), z.boolean()]);
export type Value = z.infer<typeof valueSchema>;

const tokensSchema = z.object({ accessToken: z.string().optional(), refreshToken: z.string().optional() });
export type PeakaTokens = z.infer<typeof tokensSchema>;

const connectionSchema = z.object({
  id: z.string(),
  projectId: z.string(),
  name: z.string(),
  type: z.string(),
  /** The request's `credential`, without tokens. */
  values: z.record(z.string(), valueSchema),
  /** Handed over, or received in a login. `undefined`: the login is not finished, or the type has none. */
  tokens: tokensSchema.optional(),
});
export type PeakaConnection = z.infer<typeof connectionSchema>;

/** The practice Peaka: created at the first start, kept in the state file. */
export const peakaStateSchema = z.object({
  /** Reaches every project. */
  partnerKey: z.string().min(1),
  /** Reaches the first project. */
  projectKey: z.string().min(1),
  /** Of Peaka's own app at the OAuth2 provider. */
  clientSecret: z.string().min(1),
  userId: z.uuid(),
  /** Oldest first. */
  connections: z.array(connectionSchema),
});
export type PeakaState = z.infer<typeof peakaStateSchema>;

export function createPeakaState(): PeakaState {
  const randomKey = () => randomBytes(32).toString('base64url');
  return {
    partnerKey: `partner-${randomKey()}`,
    projectKey: `project-${randomKey()}`,
    clientSecret: randomKey(),
    userId: randomUUID(),
    connections: [],
  };
}
