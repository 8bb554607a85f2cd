import type { TokenSet } from '../oauth/token-set.ts';
import type { Vault } from '../vault/vault.ts';
import { enteredSecrets } from './entered-secrets.ts';
import type { Requests } from './requests.ts';
import type { ConnectionStore } from './store.ts';

export interface RequestApartDeps {
  connections: Pick<ConnectionStore, 'get'>;
  vault: Pick<Vault, 'read'>;
  requests: Pick<Requests, 'request'>;
  loginTimeoutMs(): number;
  onChange(id: string): void;
}

/** See `Tokens.requestApart`. The caller keeps the token set: nothing is stored here. */
export function createRequestApart(deps: RequestApartDeps): (id: string) => Promise<TokenSet> {
  const { connections, vault, requests, loginTimeoutMs, onChange } = deps;
  return async (id) => {
    const connection = connections.get(id);
    const secrets = enteredSecrets(vault, connection);
    try {
      return await requests.request({
        connection,
        secrets,
        freshSession: false,
        timeoutMs: loginTimeoutMs(),
        apart: true,
      });
    } finally {
      onChange(id);
    }
  };
}
