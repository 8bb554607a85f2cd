import type { Vault } from './vault.ts';

/** Secrets as the user typed them: a value sets, `null` removes, absent keeps. */
export type TypedSecrets = Readonly<Record<string, string | null>>;

export function saveTypedSecrets(vault: Vault, owner: string, secrets: TypedSecrets): void {
  for (const [name, value] of Object.entries(secrets)) {
    if (value === null || value === '') vault.remove(owner, name);
    else if (readable(vault, owner, name) !== value) vault.write(owner, name, value);
  }
}

/** What can be read of them, e.g. to bring them back after an undo. */
export function readableSecrets(
  vault: Pick<Vault, 'read'>,
  owner: string,
  names: readonly string[],
): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of names) {
    const value = readable(vault, owner, name);
    if (value !== undefined) found[name] = value;
  }
  return found;
}

function readable(vault: Pick<Vault, 'read'>, owner: string, name: string): string | undefined {
  try {
    return vault.read(owner, name);
  } catch {
    return undefined;
  }
}
