/** What a process of ours inherits: everything but the app's own variables, which hold the vault's key. */
export function processEnvironment(environment: NodeJS.ProcessEnv): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment))
    if (value !== undefined && !name.startsWith('TOKENBOARD_')) kept[name] = value;
  return kept;
}
