import type { TokenSet } from '../../oauth/token-set.ts';
import { AppError, type ErrorReport, RequestError } from '../../shared/errors.ts';
import type { TokenStore } from '../token-store.ts';
import type { FailureRecords } from './failure-records.ts';
import { createUnsavedTokens, type UnsavedTokens } from './unsaved-tokens.ts';

/** The token that each connection has now, stored or not yet, and the failure to store it. */
export interface CurrentTokens extends Pick<UnsavedTokens, 'newest' | 'close'> {
  /** Throws RequestError `connection.not_authorized`, the AppError of a rejected token, or VaultError. */
  usable(id: string): TokenSet;
  /**
   * The usable token as the vault has it now: another process may have renewed, rejected or removed it. `known` where
   * the vault cannot be read.
   */
  reread(id: string, known: TokenSet): TokenSet;
  /**
   * Saves a new token. Where the vault cannot take it, it is held in memory and written as soon as it can be: the user
   * must not have logged in for nothing.
   */
  save(id: string, tokenSet: TokenSet): void;
  /** Saves the same token with more facts. The failure of its last renewal stays. */
  amend(id: string, tokenSet: TokenSet): void;
  /** Keeps the token with the service's rejection, so that no other process asks in vain. */
  markRejected(id: string, tokenSet: TokenSet, rejected: ErrorReport): void;
  /** Another token follows: an unsaved one is not written any more. */
  discardUnsaved(id: string): void;
  remove(id: string): void;
}

export function createCurrentTokens(
  store: TokenStore,
  failures: FailureRecords,
  onChange: (id: string) => void,
): CurrentTokens {
  const unsaved = createUnsavedTokens(store, (id) => {
    if (failures.of(id)?.error.code.startsWith('vault.')) failures.clear(id);
    onChange(id);
  });

  const usable = (id: string): TokenSet => {
    const token = store.read(id);
    if (!token) throw new RequestError('connection.not_authorized', 'This connection has no token yet. Request one.');
    if (token.rejected) {
      const { code, message, serviceMessage } = token.rejected;
      throw new AppError(code, message, { serviceMessage });
    }
    return token.tokenSet;
  };

  const amend = (id: string, tokenSet: TokenSet): void => {
    const error = unsaved.keep(id, { tokenSet });
    if (error) failures.noteUnsaved(id, error);
  };

  return {
    newest: unsaved.newest,
    usable,
    reread: (id, known) => {
      try {
        unsaved.newest(id);
      } catch {
        return known;
      }
      return usable(id);
    },
    save: (id, tokenSet) => {
      failures.clear(id);
      amend(id, tokenSet);
    },
    amend,
    markRejected: (id, tokenSet, rejected) => {
      unsaved.keep(id, { tokenSet, rejected });
    },
    discardUnsaved: unsaved.drop,
    remove: store.remove,
    close: unsaved.close,
  };
}
