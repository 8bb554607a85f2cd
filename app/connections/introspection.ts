import type { Introspection } from '../oauth/introspect.ts';
import type { Vault } from '../vault/vault.ts';
import { enteredSecrets } from './entered-secrets.ts';
import { withExchangesOf } from './exchanges-of.ts';
import type { GrantDeps } from './grants/grant-runner.ts';
import { introspectGrant } from './grants/grants.ts';
import type { ConnectionStore } from './store.ts';
import { noTokenYet, type TokenStore } from './token-store.ts';

export interface IntrospectionDeps {
  connections: Pick<ConnectionStore, 'get'>;
  tokenStore: Pick<TokenStore, 'read'>;
  vault: Pick<Vault, 'read'>;
  /** `signal` aborts when the app ends. */
  grantDeps: GrantDeps & { signal: AbortSignal };
}

/** Asks the service about the stored token (RFC 7662). Does not renew it first. Rejects with an AppError. */
export const createIntrospection =
  ({ connections, tokenStore, vault, grantDeps }: IntrospectionDeps) =>
  async (id: string): Promise<Introspection> => {
    const connection = connections.get(id);
    const tokenSet = tokenStore.read(id)?.tokenSet;
    if (tokenSet === undefined) throw noTokenYet();
    return withExchangesOf('introspect', connection, () =>
      introspectGrant(connection, enteredSecrets(vault, connection), tokenSet, grantDeps),
    );
  };
