import { z } from 'zod';

/** Who may receive the refresh token. */
const tokenOwnerSchema = z.object({
  /** Origins of the token and refresh endpoints at the login. */
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
  /** As the service wrote it. Compare case-insensitively (RFC 6749 §7.1). `OAuth1` for OAuth1. */
  tokenType: z.string(),
  refreshToken: z.string().optional(),
  /** Absolute. Absent if the service does not say. */
  expiresAt: z.number().optional(),
  obtainedAt: z.number(),
  /** When the user logged in; `obtainedAt` moves with each renewal. Absent in token sets of older versions. */
  loggedInAt: z.number().optional(),
  /** When the token was last renewed without the user. Absent before the first renewal. */
  refreshedAt: z.number().optional(),
  /** Absolute, if the service says (`refresh_token_expires_in` and similar fields). */
  refreshTokenExpiresAt: z.number().optional(),
  /** Whether the last renewal brought a new refresh token. */
  refreshTokenRotates: z.boolean().optional(),
  /** Whether a renewal extended the refresh token's lifetime. */
  refreshTokenExtends: z.boolean().optional(),
  /** The values of `Connection.capturedValues`. */
  values: z.record(z.string(), z.string()).optional(),
  /** The granted scopes, if the service lists them. */
  scopes: z.array(z.string()).optional(),
  /** OAuth1 (RFC 5849 §2.3). */
  tokenSecret: z.string().optional(),
  /** `sub` of a checked ID token. Userinfo responses about another subject are ignored (OIDC Core §5.3.2). */
  subject: z.string().optional(),
  /**
   * A problem with the login's ID token, if `openid` was requested (OIDC Core §3.1.3.3, §3.1.3.7). Data does not depend
   * on it.
   */
  idTokenProblem: z.enum(idTokenProblems).optional().catch(undefined),
  /** The account's name, if the response contains one (`screen_name`, `team.name`, ...). */
  account: z.string().optional(),
  /** Absent in token sets of older versions. */
  owner: tokenOwnerSchema.optional(),
});
export type TokenSet = z.infer<typeof tokenSetSchema>;

/** The parts of a token set that must never be shown. */
export const secretsOf = ({ accessToken, refreshToken, tokenSecret }: TokenSet): string[] =>
  [accessToken, refreshToken, tokenSecret].filter((part): part is string => part !== undefined && part !== '');
