import type { Vault, VaultStatus } from '../vault/vault.ts';
import type { ConnectionChanges } from './connection-changes.ts';
import type { ConnectionStore } from './store.ts';

export interface ChangeVaultKeyDeps {
  vault: Pick<Vault, 'useKey' | 'reset'>;
  connections: Pick<ConnectionStore, 'list'>;
  /** Work that waited for the vault may go on. */
  changedAll(): void;
  changes: Pick<ConnectionChanges, 'connections'>;
}

/** Rejects with VaultError, see `Vault.useKey`. */
export async function useVaultKey(passphrase: string, deps: ChangeVaultKeyDeps): Promise<VaultStatus> {
  const status = await deps.vault.useKey(passphrase);
  tellAll(deps);
  return status;
}

/** Rejects with VaultError, see `Vault.reset`. */
export async function resetVault(deps: ChangeVaultKeyDeps): Promise<VaultStatus> {
  const status = await deps.vault.reset();
  tellAll(deps);
  return status;
}

/** Tokens may be readable now, so the status and renewal time of every connection may have changed. */
function tellAll({ connections, changedAll, changes }: ChangeVaultKeyDeps): void {
  changes.connections(connections.list().map(({ id }) => id));
  changedAll();
}
