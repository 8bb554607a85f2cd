import { openVault } from '../../../app/vault/open-vault.ts';
import type { Vault } from '../../../app/vault/vault.ts';
import { noKeyStore } from '../../servers/key-stores.ts';
import { temporaryFolder } from './folders.ts';

/** A vault that keeps its secrets in memory. */
export const sessionVault = (): Promise<Vault> =>
  openVault({ folder: temporaryFolder(), environment: {}, keyStore: noKeyStore, keychainTimeoutMs: 5000 });
