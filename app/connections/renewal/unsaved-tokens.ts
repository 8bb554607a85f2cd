import { AppError, VaultError } from '../../shared/errors.ts';
import { message } from '../../shared/messages/message.ts';
import type { StoredToken, TokenStore } from '../token-store.ts';

/** Tokens that the vault could not store, for example because the disk is full. Kept in memory and written later. */
export interface UnsavedTokens {
  /** Stores the token in the vault. If that fails, keeps it in memory and returns the reason. */
  keep(id: string, token: StoredToken): AppError | undefined;
  /** The current token, whichever process wrote it. Throws VaultError. */
  newest(id: string): StoredToken | undefined;
  /** Drops a token that need not be written any more. */
  drop(id: string): void;
  /** Tries once more to write. */
  close(): void;
}

/** The delay before the next try to store: the disk may have space by then. */
const saveAgainMs = 10_000;

export function createUnsavedTokens(tokens: TokenStore, onSaved: (id: string) => void): UnsavedTokens {
  /** In memory only: these tokens are lost with the process, and the stored ones may be invalid (row 29). */
  const unsaved = new Map<string, StoredToken>();
  let saving: NodeJS.Timeout | undefined;

  const hold = (id: string, token: StoredToken): void => {
    tokens.hold(id, token);
    unsaved.set(id, token);
    saving ??= setTimeout(saveUnsaved, saveAgainMs).unref();
  };
  const saveUnsaved = (): void => {
    clearTimeout(saving);
    saving = undefined;
    for (const [id, token] of unsaved) {
      try {
        tokens.write(id, token);
        unsaved.delete(id);
        onSaved(id);
      } catch {
        hold(id, token);
      }
    }
  };
  return {
    keep: (id, token) => {
      try {
        tokens.write(id, token);
        unsaved.delete(id);
        return undefined;
      } catch (error) {
        // A full disk must not cost the authorization: the old refresh token may already be invalid.
        hold(id, token);
        return error instanceof AppError ? error : new VaultError('vault.unwritable', unwritten, { cause: error });
      }
    },
    // An unwritten token is newer than the stored one.
    newest: (id) => (unsaved.has(id) ? tokens.read(id) : tokens.readAgain(id)),
    drop: (id) => unsaved.delete(id),
    close: () => {
      saveUnsaved();
      clearTimeout(saving);
    },
  };
}

const unwritten = message('connection.unwritten');
