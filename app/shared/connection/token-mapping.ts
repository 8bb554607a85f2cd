import { z } from 'zod';

/**
 * Where a GET carries the token. A header holds `prefix` and the token (`Bearer `, `Zoho-oauthtoken `, or nothing); a
 * query parameter holds only the token.
 */
export const tokenPlacementSchema = z.object({
  in: z.enum(['header', 'query']),
  /** The name of the header or parameter. */
  name: z.string().min(1).max(100),
  prefix: z.string().max(100),
});
export type TokenPlacement = z.infer<typeof tokenPlacementSchema>;

/**
 * JSON Pointers (RFC 6901) to fields that a token response names differently or nests. Empty: the standard's name.
 * Field pointers start at `tokenPointer`, the account's pointer at the root. If a pointer finds nothing, the standard's
 * name is used.
 */
export const tokenMappingSchema = z.object({
  /** The object that holds the token fields (Slack user tokens: `/authed_user`). */
  tokenPointer: z.string().max(500),
  accessToken: z.string().max(500),
  refreshToken: z.string().max(500),
  expiresIn: z.string().max(500),
  /** The account's name. */
  account: z.string().max(500),
});
export type TokenMapping = z.infer<typeof tokenMappingSchema>;
