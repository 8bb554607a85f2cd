import { z } from 'zod';

/**
 * What the practice service reports once it listens. Its client credentials protect nothing, so they are not secret.
 */
export const practiceReadySchema = z.object({
  type: z.literal('ready'),
  /** `http://127.0.0.1:41234` */
  origin: z.string(),
  oauth2: z.object({ clientId: z.string(), clientSecret: z.string() }),
  oauth1: z.object({
    clientId: z.string(),
    clientSecret: z.string(),
    privateKey: z.string(),
    /** A token that needs no login. */
    ownToken: z.string(),
    ownTokenSecret: z.string(),
  }),
  /** The API keys of the practice Peaka. The project key reaches the first project. */
  peaka: z.object({ partnerKey: z.string(), projectKey: z.string() }),
  /** For the login page. */
  account: z.object({ username: z.string(), password: z.string() }),
});
export type PracticeReady = z.infer<typeof practiceReadySchema>;

/** Settings that the app may change while the service runs. */
export const practiceCommandSchema = z.object({
  type: z.literal('settings'),
  tokenLifetimeSeconds: z.number().int().min(1).max(86_400),
});
