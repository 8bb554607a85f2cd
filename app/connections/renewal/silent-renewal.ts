import type { TokenSet } from '../../oauth/token-set.ts';
import type { Vault } from '../../vault/vault.ts';
import { enteredSecrets } from '../entered-secrets.ts';
import { withExchangesOf } from '../exchanges-of.ts';
import type { GrantDeps } from '../grants/grant-runner.ts';
import { renewGrant } from '../grants/grants.ts';
import type { ConnectionStore } from '../store.ts';
import { ownerOf } from '../token-owner.ts';
import { silentRun } from './silent-run.ts';

export interface SilentRenewalDeps {
  connections: Pick<ConnectionStore, 'get'>;
  vault: Pick<Vault, 'read'>;
  grantDeps: GrantDeps;
  loginTimeoutMs(): number;
}

/** Requests a new token set without the user. Rejects with an AppError. */
export const createSilentRenewal =
  ({ connections, vault, grantDeps, loginTimeoutMs }: SilentRenewalDeps) =>
  async (id: string, tokenSet: TokenSet, signal: AbortSignal): Promise<TokenSet> => {
    const connection = connections.get(id);
    const owner = tokenSet.owner ?? ownerOf(connection);
    const response = await withExchangesOf('refresh', connection, () =>
      renewGrant(
        silentRun(connection, enteredSecrets(vault, connection), signal, loginTimeoutMs()),
        tokenSet,
        grantDeps,
      ),
    );
    return { ...response, owner };
  };
