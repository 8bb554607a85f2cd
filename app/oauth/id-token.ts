import { z } from 'zod';
import { parseJson } from '../http/parse-json.ts';
import { OAuthError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
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
  /** Compared if known. */
  issuer?: string | undefined;
  /** The nonce of the authorization request. `undefined`: the grant has none. */
  nonce?: string | undefined;
  /** Epoch ms. */
  now: number;
}

/** Tolerance for clocks that differ. */
const clockSkewMs = 5 * 60_000;

/**
 * The claims of an ID token from the token endpoint (OIDC Core §3.1.3.7). Does not check the signature: the token came
 * over TLS directly from the service, which point 6 accepts, and it only names the account. `undefined`: unreadable, so
 * it proves nothing. An unsigned token (`alg` `none`) is refused, because this client never requested one (point 8).
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
    throw new OAuthError('id_token.unsigned', message('oauth.idToken.unsigned'));
  // Point 2: an exact match. Only a preset, a discovery document or the user supplies the issuer.
  if (expected.issuer !== undefined && claims.iss !== expected.issuer)
    throw new OAuthError('id_token.issuer_mismatch', message('oauth.idToken.otherIssuer'), {
      serviceMessage: safeText(claims.iss),
      details: { issuer: safeText(claims.iss, 300) },
    });
  checkAudience(claims, expected.clientId);
  if (claims.exp * 1000 + clockSkewMs <= expected.now)
    throw new OAuthError('id_token.expired', message('oauth.idToken.expired'));
  if (expected.nonce !== undefined && claims.nonce !== expected.nonce)
    throw new OAuthError('id_token.nonce_mismatch', message('oauth.idToken.otherLogin'));
  return claims;
}

const audiencesOf = ({ aud }: IdTokenClaims): string[] => (typeof aud === 'string' ? [aud] : aud);

/** Point 4 recommends `azp` with several audiences, but many services omit it. */
export const hasUnnamedParty = (claims: IdTokenClaims): boolean =>
  claims.azp === undefined && audiencesOf(claims).length > 1;

/** Points 3 to 5: the token is for this client. If the service names an authorized party, that is this client too. */
function checkAudience(claims: IdTokenClaims, clientId: string): void {
  const { azp } = claims;
  const audiences = audiencesOf(claims);
  if (audiences.includes(clientId) && (azp === undefined || azp === clientId)) return;
  throw new OAuthError('id_token.audience_mismatch', message('oauth.idToken.otherClient'), {
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
