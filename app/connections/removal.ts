import type { Vault } from '../vault/vault.ts';
import { readableEnteredSecrets } from './entered-secrets.ts';
import { withExchangesOf } from './exchanges-of.ts';
import type { GrantDeps } from './grants/grant-runner.ts';
import { type Revocation, revokeGrant } from './grants/grants.ts';
import type { Renewals } from './renewal/renewals.ts';
import type { Requests } from './requests.ts';
import type { ConnectionStore } from './store.ts';

export interface RemovalDeps {
  connections: Pick<ConnectionStore, 'get' | 'forgetOwnToken'>;
  vault: Pick<Vault, 'read'>;
  /** `signal` aborts when the app ends. */
  grantDeps: GrantDeps & { signal: AbortSignal };
  requests: Pick<Requests, 'cancel'>;
  renewals: Pick<Renewals, 'end'>;
  forgetSession(id: string): Promise<void>;
  onChange(id: string): void;
}

/**
 * Revokes the token at the service (RFC 7009), then removes it here even if that failed. Also removes the login
 * session, the cookies and a token that the user entered. Rejects with an AppError if the vault cannot be written.
 */
export function createRemoval(deps: RemovalDeps): (id: string) => Promise<Revocation> {
  const { connections, vault, grantDeps, requests, renewals, forgetSession, onChange } = deps;
  return async (id) => {
    const connection = connections.get(id);
    requests.cancel(id);
    try {
      return await renewals.end(id, async (token) => {
        if (token === undefined) return { revoked: 'not_supported' };
        return withExchangesOf('revoke', connection, () =>
          revokeGrant(connection, readableEnteredSecrets(vault, connection), token.tokenSet, grantDeps),
        );
      });
    } finally {
      // The next login must start at the service's login page, not with the old session.
      await forgetSession(id);
      grantDeps.cookies.forget(id);
      connections.forgetOwnToken(id);
      onChange(id);
    }
  };
}
