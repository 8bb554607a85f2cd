/** The scopes that a client may request. `practice.page.scope.<scope>` describes each on the consent page. */
export const scopes = ['openid', 'sales:read', 'inventory:read', 'profile:read', 'offline_access'] as const;

/** The requested scopes that exist, or all data scopes if none is requested (RFC 6749 §3.3: a pre-defined default). */
export function knownScopes(requested: string | undefined): string[] {
  if (requested === undefined || requested.trim() === '') return scopes.filter((value) => value !== 'openid');
  const asked = new Set(requested.split(' '));
  return scopes.filter((value) => asked.has(value));
}
