import type { TokenSet } from '../../oauth/token-set.ts';
import type { AppError } from '../../shared/errors.ts';
import type { Vault } from '../../vault/vault.ts';
import { canRenew } from '../grants/grants.ts';
import type { ConnectionStore } from '../store.ts';
import { settingsChange } from '../token-owner.ts';

/** Whether a token can be renewed without the user. False if the connection was deleted. */
export interface Renewability {
  /** There is a refresh token, or the grant needs none, and no other program renews the token. */
  hasMeans(id: string, tokenSet: TokenSet): boolean;
  /** Another program renews the token, which works here until it expires. */
  isHandedOver(id: string): boolean;
  /** Why a token is not renewed although the service would renew it. */
  blocker(id: string, tokenSet: TokenSet): AppError | undefined;
  /** The means are there, and nothing blocks the renewal. */
  canRenew(id: string, tokenSet: TokenSet): boolean;
}

export function createRenewability(
  connections: Pick<ConnectionStore, 'find' | 'get'>,
  vault: Pick<Vault, 'has'>,
  renewedElsewhere: (id: string) => AppError | undefined,
): Renewability {
  const wouldRenew = (id: string, tokenSet: TokenSet): boolean => {
    const connection = connections.find(id);
    return connection !== undefined && canRenew(connection, tokenSet, vault.has(id, 'password'));
  };
  const isHandedOver = (id: string): boolean => renewedElsewhere(id) !== undefined;
  const hasMeans = (id: string, tokenSet: TokenSet): boolean => wouldRenew(id, tokenSet) && !isHandedOver(id);
  const change = (id: string, tokenSet: TokenSet): AppError | undefined =>
    settingsChange(connections.get(id), tokenSet);
  return {
    hasMeans,
    isHandedOver,
    blocker: (id, tokenSet) => (wouldRenew(id, tokenSet) ? (renewedElsewhere(id) ?? change(id, tokenSet)) : undefined),
    canRenew: (id, tokenSet) => hasMeans(id, tokenSet) && change(id, tokenSet) === undefined,
  };
}
