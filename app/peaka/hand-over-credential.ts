import type { ConnectionStore } from '../connections/store.ts';
import { noTokenYet } from '../connections/token-store.ts';
import type { Tokens } from '../connections/tokens.ts';
import type { TokenSet } from '../oauth/token-set.ts';
import type { PeakaValues } from '../shared/peaka/connection-type.ts';
import { needsLoginForPeaka, type PeakaLink } from '../shared/peaka/link.ts';
import type { Vault } from '../vault/vault.ts';
import { type HandedSource, handedValues } from './handed-values.ts';
import { knownValues, linkTokenNames } from './values.ts';

/** Tokens that Peaka alone renews: of a login for Peaka, or handed over for good. */
export type LinkTokens = Pick<TokenSet, 'accessToken' | 'refreshToken' | 'tokenSecret' | 'values'>;

export interface HandOverCredential {
  /** What the connection can give, with these tokens. Throws RequestError `connection.not_found`, VaultError. */
  sourceOf(connectionId: string, tokenSet: HandedSource['tokenSet']): HandedSource;
  /** Keeps tokens as secrets of the link, in place of the earlier ones. Throws VaultError. */
  keepTokens(linkId: string, tokenSet: LinkTokens | undefined): void;
  /** The values for Peaka with these tokens. Throws RequestError `connection.not_found`, VaultError. */
  of(link: PeakaLink, tokenSet: LinkTokens): PeakaValues;
  /**
   * The newest values for Peaka: of the connection if Tokenboard renews, else of the link. Throws RequestError
   * `connection.not_found`, `connection.not_authorized`; VaultError.
   */
  newest(link: PeakaLink): PeakaValues;
  /**
   * The newest values if they are still good. `undefined`: Peaka has renewed its tokens since, so that those here may be
   * invalid, and their use may end the authorization (RFC 9700 §4.14.2).
   */
  current(link: PeakaLink): PeakaValues | undefined;
}

export interface HandOverCredentialDeps {
  connections: Pick<ConnectionStore, 'get'>;
  vault: Pick<Vault, 'read' | 'write' | 'remove'>;
  tokens: Pick<Tokens, 'peek'>;
}

export function createHandOverCredential(deps: HandOverCredentialDeps): HandOverCredential {
  const { connections, vault, tokens } = deps;

  const sourceOf = (connectionId: string, tokenSet: HandedSource['tokenSet']): HandedSource => ({
    connection: connections.get(connectionId),
    clientSecret: vault.read(connectionId, 'clientSecret'),
    tokenSet,
  });
  const tokensOf = (link: PeakaLink, connectionId: string): LinkTokens => {
    const own = tokens.peek(connectionId);
    if (link.renewal === 'update_peaka') {
      if (own === undefined || own.accessToken === '') throw noTokenYet();
      return own;
    }
    const [accessToken, refreshToken, tokenSecret] = linkTokenNames.map((name) => vault.read(link.id, name));
    if (accessToken === undefined) throw noTokenYet();
    return { accessToken, refreshToken, tokenSecret, values: own?.values };
  };
  const of = (link: PeakaLink, tokenSet: LinkTokens): PeakaValues => ({
    ...knownValues(link, vault),
    ...handedValues(link.handed ?? [], sourceOf(link.source ?? '', tokenSet)),
  });
  const newest = (link: PeakaLink): PeakaValues => {
    const connectionId = link.source ?? '';
    // Before the tokens: a connection that is gone has none.
    connections.get(connectionId);
    return of(link, tokensOf(link, connectionId));
  };

  return {
    sourceOf,
    of,
    newest,
    keepTokens: (linkId, tokenSet) => {
      for (const name of linkTokenNames) {
        const value = tokenSet?.[name];
        if (value === undefined) vault.remove(linkId, name);
        else vault.write(linkId, name, value);
      }
    },
    current: (link) => {
      const rotates = link.source === null ? undefined : tokens.peek(link.source)?.refreshTokenRotates;
      return needsLoginForPeaka(link) && rotates !== false ? undefined : newest(link);
    },
  };
}
