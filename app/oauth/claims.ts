import { safeText } from '../shared/safe-text.ts';

/**
 * Names of a person, the most recognizable first: OIDC Core §5.1 (`email`, `preferred_username`, `name`), RFC 7662 §2.2
 * (`username`), and names that only some services use.
 */
const names = [
  'email',
  'preferred_username',
  'name',
  'username',
  'user_name',
  'userPrincipalName',
  'mail',
  'emailAddress',
  'login',
  'displayName',
  'display_name',
  'screen_name',
] as const;

const textOf = (value: unknown): string | undefined => {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = safeText(String(value), 200);
  return text === '' ? undefined : text;
};

/** A name that the person recognizes, safe to show. `undefined`: the claims contain none. */
export function claimsName(claims: Record<string, unknown>): string | undefined {
  for (const name of names) {
    const text = Object.hasOwn(claims, name) ? textOf(claims[name]) : undefined;
    if (text !== undefined) return text;
  }
  return undefined;
}

/** Like `claimsName`, with the subject as a fallback. It names nobody, but distinguishes two accounts. */
export const claimsAccount = (claims: Record<string, unknown>): string | undefined =>
  claimsName(claims) ?? (Object.hasOwn(claims, 'sub') ? textOf(claims.sub) : undefined);

/** Reads one value of a response as a name. */
export const accountText = textOf;
