import type { TokenSet } from '../../oauth/token-set.ts';
import type { AppError } from '../../shared/errors.ts';
import type { Vault } from '../../vault/vault.ts';
import { canRenew } from '../grants/grants.ts';
import type { ConnectionStore } from '../store.ts';
import { settingsChange } from '../token-owner.ts';

/** Whether a token can be renewed without the user. False if the connection was deleted. */
export interface Renewability {
  /** There is a refresh token, or the grant needs none. */
  hasMeans(id: string, tokenSet: TokenSet): boolean;
  /** Why a token is not renewed although the means are there. */
  blocker(id: string, tokenSet: TokenSet): AppError | undefined;
  /** The means are there, and nothing blocks the renewal. */
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
  const change = (id: string, tokenSet: TokenSet): AppError | undefined =>
    settingsChange(connections.get(id), tokenSet);
  return {
    hasMeans,
    blocker: (id, tokenSet) => (hasMeans(id, tokenSet) ? change(id, tokenSet) : undefined),
    canRenew: (id, tokenSet) => hasMeans(id, tokenSet) && change(id, tokenSet) === undefined,
  };
}
