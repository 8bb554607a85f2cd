import type { Vault } from './vault.ts';

/** Secrets removed since the app started. An undo restores them, even if nobody can decrypt them now. */
export interface DroppedSecrets {
  drop(owner: string, name: string): void;
  /** Restores a dropped secret, unless another took its place. */
  bringBack(owner: string, name: string): void;
}

export function createDroppedSecrets(vault: Vault): DroppedSecrets {
  const dropped = new Map<string, () => void>();
  const keyOf = (owner: string, name: string): string => JSON.stringify([owner, name]);
  return {
    drop: (owner, name) => {
      if (vault.has(owner, name)) dropped.set(keyOf(owner, name), vault.remove(owner, name));
    },
    bringBack: (owner, name) => {
      const key = keyOf(owner, name);
      if (vault.has(owner, name)) return;
      dropped.get(key)?.();
      dropped.delete(key);
    },
  };
}
