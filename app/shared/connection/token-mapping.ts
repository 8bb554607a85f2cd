import { z } from 'zod';

/**
 * Where a GET carries the token. A header holds `prefix` and the token (`Bearer `, `Zoho-oauthtoken `, or nothing); a
 * query parameter the token alone.
 */
export const tokenPlacementSchema = z.object({
  in: z.enum(['header', 'query']),
  /** Header or parameter. */
  name: z.string().min(1).max(100),
  prefix: z.string().max(100),
});
export type TokenPlacement = z.infer<typeof tokenPlacementSchema>;

/**
 * JSON Pointers (RFC 6901) of what a token response calls otherwise, or keeps deeper; empty: by the standard's name. Those
 * of the fields start at `tokenPointer`, that of the account at the top. A field that is not there is looked for by the standard's name.
 */
export const tokenMappingSchema = z.object({
  /** The object that holds the token fields (Slack user tokens: `/authed_user`). */
  tokenPointer: z.string().max(500),
  accessToken: z.string().max(500),
  refreshToken: z.string().max(500),
  expiresIn: z.string().max(500),
  /** A name for the account. */
  account: z.string().max(500),
});
export type TokenMapping = z.infer<typeof tokenMappingSchema>;
