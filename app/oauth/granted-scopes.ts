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
