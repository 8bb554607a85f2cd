import type { TokenSet } from '../../oauth/token-set.ts';
import { AppError, type ErrorReport } from '../../shared/errors.ts';
import { noTokenYet, type TokenStore } from '../token-store.ts';
import type { FailureRecords } from './failure-records.ts';
import { createUnsavedTokens, type UnsavedTokens } from './unsaved-tokens.ts';

/** The current token of each connection, stored or not yet, and the failure to store it. */
export interface CurrentTokens extends Pick<UnsavedTokens, 'newest' | 'close'> {
  /** Throws RequestError `connection.not_authorized`, the AppError of a rejected token, or VaultError. */
  usable(id: string): TokenSet;
  /**
   * Reads the usable token from the vault again: what is on the disk counts, not the copy in memory. Returns
   * `known` if the vault cannot be read.
   */
  reread(id: string, known: TokenSet): TokenSet;
  /** Saves a new token. If the vault cannot store it, keeps it in memory and retries, so that the login is not lost. */
  save(id: string, tokenSet: TokenSet): void;
  /** Saves the same token with more facts. Keeps the failure of its last renewal. */
  amend(id: string, tokenSet: TokenSet): void;
  /** Stores the service's rejection with the token, so that it is not sent again after a restart. */
  markRejected(id: string, tokenSet: TokenSet, rejected: ErrorReport): void;
  /** Drops an unsaved token, because another token follows. */
  discardUnsaved(id: string): void;
  remove(id: string): void;
}

export function createCurrentTokens(
  store: TokenStore,
  failures: FailureRecords,
  onChange: (id: string) => void,
  onStored: (id: string, tokenSet: TokenSet) => void,
): CurrentTokens {
  const unsaved = createUnsavedTokens(store, (id) => {
    if (failures.of(id)?.error.code.startsWith('vault.')) failures.clear(id);
    onChange(id);
  });

  const usable = (id: string): TokenSet => {
    const token = store.read(id);
    if (!token) throw noTokenYet();
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
      onStored(id, tokenSet);
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
