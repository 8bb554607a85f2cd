import { z } from 'zod';

/** Nobody chooses more than this. Every status of the connection carries all of them to the window (row 55). */
const mostScopes = 500;
/** The same limit as for requested scopes (`connectionSchema`). */
const longestScope = 1_000;

/** The granted scopes, bounded and without duplicates. Drops empty ones and those too long to be a scope. */
export function boundedScopes(scopes: Iterable<string>): string[] {
  const kept = new Set<string>();
  for (const scope of scopes) {
    if (scope !== '' && scope.length <= longestScope) kept.add(scope);
    if (kept.size === mostScopes) break;
  }
  return [...kept];
}

/**
 * RFC 6749 §3.3: a string separated by spaces. Some services use commas or send a list (Spring Security OAuth, Twitch).
 */
export const scopeField = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .catch(undefined);

/** The scopes in such a field. `undefined`: the field is absent. */
export const scopesIn = (scope: z.infer<typeof scopeField>): string[] | undefined =>
  scope === undefined ? undefined : boundedScopes(typeof scope === 'string' ? scope.split(/[\s,]+/) : scope);
