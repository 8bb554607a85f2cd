import { z } from 'zod';

/** Whom a refresh token may be sent to. */
const tokenOwnerSchema = z.object({
  /** Of the token and the refresh endpoint at the login. */
  origins: z.array(z.string()),
  clientId: z.string(),
});
export type TokenOwner = z.infer<typeof tokenOwnerSchema>;

const idTokenProblems = ['missing', 'unreadable', 'several_audiences'] as const;
export type IdTokenProblem = (typeof idTokenProblems)[number];

/** What a service granted. Times are epoch milliseconds. Stored in the vault as JSON. */
export const tokenSetSchema = z.object({
  /** Empty only for an OAuth1 client that signs for itself (`tokenWithoutLogin`). */
  accessToken: z.string(),
  /** As the service wrote it; compared without case (RFC 6749 §7.1). `OAuth1` for OAuth1. */
  tokenType: z.string(),
  refreshToken: z.string().optional(),
  /** Absolute; absent where the service did not say. */
  expiresAt: z.number().optional(),
  obtainedAt: z.number(),
  /** When the user logged in; `obtainedAt` moves with each renewal. Absent in token sets of older versions. */
  loggedInAt: z.number().optional(),
  /** When it was last renewed without the user; absent before the first time. */
  refreshedAt: z.number().optional(),
  /** Absolute, where the service tells (`refresh_token_expires_in` and its like). */
  refreshTokenExpiresAt: z.number().optional(),
  /** Seen at the last renewal: the service sent another refresh token. */
  refreshTokenRotates: z.boolean().optional(),
  /** Seen at a renewal: it moved the end of the refresh token, or did not. */
  refreshTokenExtends: z.boolean().optional(),
  /** `Connection.capturedValues`, filled in. */
  values: z.record(z.string(), z.string()).optional(),
  /** Granted scopes, where the service told them. */
  scopes: z.array(z.string()).optional(),
  /** OAuth1 (RFC 5849 §2.3). */
  tokenSecret: z.string().optional(),
  /** `sub` of a checked ID token: who-am-I responses about somebody else are not used (OIDC Core §5.3.2). */
  subject: z.string().optional(),
  /** Of the ID token of the login, where `openid` was requested (OIDC Core §3.1.3.3, §3.1.3.7). Data does not depend on it. */
  idTokenProblem: z.enum(idTokenProblems).optional().catch(undefined),
  /** A name for the account, where the response holds one (`screen_name`, `team.name`, ...). */
  account: z.string().optional(),
  /** Absent in token sets of older versions. */
  owner: tokenOwnerSchema.optional(),
});
export type TokenSet = z.infer<typeof tokenSetSchema>;

/** What of it must never be shown. */
export const secretsOf = ({ accessToken, refreshToken, tokenSecret }: TokenSet): string[] =>
  [accessToken, refreshToken, tokenSecret].filter((part): part is string => part !== undefined && part !== '');
