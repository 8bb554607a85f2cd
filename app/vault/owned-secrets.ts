import type { Vault } from './vault.ts';

/** Secrets typed by the user: a value sets one, `null` removes it, an absent name keeps it. */
export type TypedSecrets = Readonly<Record<string, string | null>>;

export function saveTypedSecrets(vault: Vault, owner: string, secrets: TypedSecrets): void {
  for (const [name, value] of Object.entries(secrets)) {
    if (value === null || value === '') vault.remove(owner, name);
    else if (readable(vault, owner, name) !== value) vault.write(owner, name, value);
  }
}

/** The readable ones among the named secrets, e.g. to restore them by an undo. */
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
