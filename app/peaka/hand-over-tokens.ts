import type { ConnectionStore } from '../connections/store.ts';
import type { Tokens } from '../connections/tokens.ts';
import type { TokenSet } from '../oauth/token-set.ts';
import type { Connection } from '../shared/connection/connection.ts';
import { RequestError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
import type { PeakaRenewal } from '../shared/peaka/link.ts';
import type { HandedSource } from './handed-values.ts';

/** Where the tokens for Peaka come from. */
export interface HandOverTokens {
  /**
   * The tokens to plan with. A login for Peaka is expected to bring what the connection's brought. Throws RequestError
   * `peaka.nothing_to_hand_over`, `connection.not_found`; VaultError.
   */
  expected(connectionId: string, renewal: PeakaRenewal): HandedSource['tokenSet'];
  /** Logs in for Peaka, or returns the connection's token, renewed if it expires soon. Rejects with an AppError. */
  obtain(connectionId: string, renewal: PeakaRenewal): Promise<TokenSet>;
  /** The connection's token after a running renewal. Call after renewals here have ended. Rejects with an AppError. */
  last(connectionId: string): Promise<TokenSet>;
  /** Peaka has the tokens of the login for Peaka. */
  received(connectionId: string): void;
}

export interface HandOverTokensDeps {
  connections: Pick<ConnectionStore, 'get'>;
  tokens: Pick<Tokens, 'peek' | 'usableToken' | 'requestApart' | 'settledToken'>;
  /** Epoch ms. */
  now(): number;
}

/** If Peaka refused the values of a login, for example their name, the next try needs no second login. */
const unusedLifetimeMs = 10 * 60_000;

interface Unused {
  connection: Connection;
  tokenSet: TokenSet;
}

export function createHandOverTokens({ connections, tokens, now }: HandOverTokensDeps): HandOverTokens {
  /** In memory only. By connection. */
  const unused = new Map<string, Unused>();

  const unusedOf = (id: string): TokenSet | undefined => {
    const found = unused.get(id);
    // Other settings need a login of their own.
    const isGood = found?.connection === connections.get(id) && now() - found.tokenSet.obtainedAt < unusedLifetimeMs;
    return isGood ? found?.tokenSet : undefined;
  };
  const some = (tokenSet: TokenSet | undefined): TokenSet => {
    if (tokenSet === undefined || tokenSet.accessToken === '') throw nothingToHandOver();
    return tokenSet;
  };

  return {
    expected: (id, renewal) => {
      connections.get(id);
      const tokenSet = tokens.peek(id);
      if (tokenSet === undefined && renewal === 'second_login') return { accessToken: '-', refreshToken: '-' };
      return some(tokenSet);
    },
    obtain: async (id, renewal) => {
      if (renewal !== 'second_login') {
        some(tokens.peek(id));
        return some(await tokens.usableToken(id));
      }
      const found = unusedOf(id);
      if (found !== undefined) return found;
      const connection = connections.get(id);
      const tokenSet = some(await tokens.requestApart(id));
      unused.set(id, { connection, tokenSet });
      return tokenSet;
    },
    last: async (id) => some(await tokens.settledToken(id)),
    received: (id) => {
      unused.delete(id);
    },
  };
}

export const nothingToHandOver = () =>
  new RequestError('peaka.nothing_to_hand_over', message('peaka.nothingToHandOver'));
