import type { Introspection } from '../../oauth/introspect.ts';
import type { TokenSet } from '../../oauth/token-set.ts';
import type { Connection, ConnectionSecrets } from '../../shared/connection/connection.ts';
import type { GrantDeps } from './grant-runner.ts';

/** A request about a token that is there already. */
export interface TokenRequest {
  connection: Connection;
  secrets: ConnectionSecrets;
  tokenSet: TokenSet;
}

export type TokenRequestDeps = GrantDeps & { signal: AbortSignal };

/** What the main process does with a token by its protocol, whatever the grant. */
export interface ProtocolRunner {
  /** Rejects with an AppError. */
  revoke(request: TokenRequest, deps: TokenRequestDeps): Promise<void>;
  /** RFC 7662; absent where the protocol has no such request. Rejects with an AppError. */
  introspect?(request: TokenRequest, deps: TokenRequestDeps): Promise<Introspection>;
}
