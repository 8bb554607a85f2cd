import type { TokenSet } from '../../oauth/token-set.ts';
import type { AppError } from '../../shared/errors.ts';
import type { Vault } from '../../vault/vault.ts';
import { canRenew } from '../grants/grants.ts';
import type { ConnectionStore } from '../store.ts';
import { settingsChange } from '../token-owner.ts';

/** Whether a token can be renewed without the user. False for a connection that was deleted. */
export interface Renewability {
  /** A refresh token, or a grant that needs none. */
  hasMeans(id: string, tokenSet: TokenSet): boolean;
  /** Why a token with means is not renewed all the same. */
  blocker(id: string, tokenSet: TokenSet): AppError | undefined;
  /** Means, and no blocker. */
  canRenew(id: string, tokenSet: TokenSet): boolean;
}

export function createRenewability(
  connections: Pick<ConnectionStore, 'find' | 'get'>,
  vault: Pick<Vault, 'has'>,
): Renewability {
  const hasMeans = (id: string, tokenSet: TokenSet): boolean => {
    const connection = connections.find(id);
    return connection !== undefined && canRenew(connection, tokenSet, vault.has(id, 'password'));
  };
  const blocker = (id: string, tokenSet: TokenSet): AppError | undefined =>
    hasMeans(id, tokenSet) ? settingsChange(connections.get(id), tokenSet) : undefined;
  return {
    hasMeans,
    blocker,
    canRenew: (id, tokenSet) => hasMeans(id, tokenSet) && blocker(id, tokenSet) === undefined,
  };
}
