import { z } from 'zod';
import { parseJson } from '../http/parse-json.ts';
import { OAuthError } from '../shared/errors.ts';
import { safeText } from '../shared/safe-text.ts';

/** OIDC Core §2. */
const claimsSchema = z.looseObject({
  iss: z.string(),
  sub: z.string().min(1),
  aud: z.union([z.string(), z.array(z.string())]),
  azp: z.string().optional(),
  exp: z.number(),
  nonce: z.string().optional(),
});
export type IdTokenClaims = z.infer<typeof claimsSchema>;

export interface ExpectedIdToken {
  clientId: string;
  /** Where it is known. */
  issuer?: string | undefined;
  /** That of the authorization request; `undefined` where the grant has none. */
  nonce?: string | undefined;
  /** Epoch ms. */
  now: number;
}

/** Clocks differ. */
const clockSkewMs = 5 * 60_000;

/**
 * The claims of an ID token that came from the token endpoint (OIDC Core §3.1.3.7). Its signature is not checked: it came
 * over TLS straight from the service, which §3.1.3.7 point 6 accepts instead, and it grants nothing here; it names the
 * account. `undefined`: it cannot be read, so it names nobody and proves nothing. An unsigned one (`alg` `none`) is
 * refused all the same: this client never asked for one (point 8).
 * Throws OAuthError `id_token.unsigned`, `id_token.issuer_mismatch`, `id_token.audience_mismatch`, `id_token.expired`,
 * `id_token.nonce_mismatch`.
 */
export function readIdToken(idToken: string, expected: ExpectedIdToken): IdTokenClaims | undefined {
  const parts = idToken.split('.');
  const header = z.looseObject({ alg: z.string() }).safeParse(readPart(parts[0]));
  const parsed = claimsSchema.safeParse(readPart(parts[1]));
  if (parts.length !== 3 || !header.success || !parsed.success) return undefined;
  const claims = parsed.data;
  if (header.data.alg.toLowerCase() === 'none' || parts[2] === '')
    throw new OAuthError('id_token.unsigned', 'The ID token is not signed.');
  // Point 2: exactly. Known only where a preset, a discovery document or the user told it.
  if (expected.issuer !== undefined && claims.iss !== expected.issuer)
    throw new OAuthError('id_token.issuer_mismatch', 'The ID token is from another issuer.', {
      serviceMessage: safeText(claims.iss),
      details: { issuer: safeText(claims.iss, 300) },
    });
  checkAudience(claims, expected.clientId);
  if (claims.exp * 1000 + clockSkewMs <= expected.now)
    throw new OAuthError('id_token.expired', 'The ID token has already expired.');
  if (expected.nonce !== undefined && claims.nonce !== expected.nonce)
    throw new OAuthError('id_token.nonce_mismatch', 'The ID token belongs to another login (its nonce differs).');
  return claims;
}

const audiencesOf = ({ aud }: IdTokenClaims): string[] => (typeof aud === 'string' ? [aud] : aud);

/** Point 4 recommends `azp` beside several audiences; many services leave it out. */
export const hasUnnamedParty = (claims: IdTokenClaims): boolean =>
  claims.azp === undefined && audiencesOf(claims).length > 1;

/** Points 3 to 5: for this client, and where the service names the party it was made for, that is this client, too. */
function checkAudience(claims: IdTokenClaims, clientId: string): void {
  const { azp } = claims;
  const audiences = audiencesOf(claims);
  if (audiences.includes(clientId) && (azp === undefined || azp === clientId)) return;
  throw new OAuthError('id_token.audience_mismatch', 'The ID token is for another client.', {
    serviceMessage: safeText((azp === undefined ? audiences : [azp]).join(', '), 300),
  });
}

function readPart(part: string | undefined): unknown {
  if (part === undefined || !/^[\w-]+$/.test(part)) return undefined;
  try {
    return parseJson(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
