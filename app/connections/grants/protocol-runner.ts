import type { Introspection } from '../../oauth/introspect.ts';
import type { TokenSet } from '../../oauth/token-set.ts';
import type { Connection, ConnectionSecrets } from '../../shared/connection/connection.ts';
import type { GrantDeps } from './grant-runner.ts';

/** A request about an existing token. */
export interface TokenRequest {
  connection: Connection;
  secrets: ConnectionSecrets;
  tokenSet: TokenSet;
}

export type TokenRequestDeps = GrantDeps & { signal: AbortSignal };

/** What the main process can do with a token of this protocol, whatever the grant. */
export interface ProtocolRunner {
  /** Rejects with an AppError. */
  revoke(request: TokenRequest, deps: TokenRequestDeps): Promise<void>;
  /** RFC 7662. Absent if the protocol has no introspection. Rejects with an AppError. */
  introspect?(request: TokenRequest, deps: TokenRequestDeps): Promise<Introspection>;
}
