import { safeText } from '../shared/safe-text.ts';

/**
 * What services call a person, best known to the person first: OIDC Core §5.1 (`email`, `preferred_username`, `name`),
 * RFC 7662 §2.2 (`username`), and the words of services that follow neither.
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

/** A name that a person knows; `undefined` where the claims hold none. Safe to show. */
export function claimsName(claims: Record<string, unknown>): string | undefined {
  for (const name of names) {
    const text = Object.hasOwn(claims, name) ? textOf(claims[name]) : undefined;
    if (text !== undefined) return text;
  }
  return undefined;
}

/** The same, else the subject: it names nobody, but tells two accounts apart. */
export const claimsAccount = (claims: Record<string, unknown>): string | undefined =>
  claimsName(claims) ?? (Object.hasOwn(claims, 'sub') ? textOf(claims.sub) : undefined);

/** One value out of a response, as a name. */
export const accountText = textOf;
