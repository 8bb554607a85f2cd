import { z } from 'zod';

/** More are none that anybody chose. All of them cross to the window with every status of the connection (row 55). */
const mostScopes = 500;
/** As long as one that a connection may ask for (`connectionSchema`). */
const longestScope = 1_000;

/** What a service calls scopes, bounded: each once, without those that are empty or too long to be one. */
export function boundedScopes(scopes: Iterable<string>): string[] {
  const kept = new Set<string>();
  for (const scope of scopes) {
    if (scope !== '' && scope.length <= longestScope) kept.add(scope);
    if (kept.size === mostScopes) break;
  }
  return [...kept];
}

/** RFC 6749 §3.3 has a text with spaces; some separate by commas, others send a list (Spring Security OAuth, Twitch). */
export const scopeField = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .catch(undefined);

/** The scopes of such a field. `undefined`: it says nothing. */
export const scopesIn = (scope: z.infer<typeof scopeField>): string[] | undefined =>
  scope === undefined ? undefined : boundedScopes(typeof scope === 'string' ? scope.split(/[\s,]+/) : scope);
