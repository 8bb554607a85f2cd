import { AppError, VaultError } from '../../shared/errors.ts';
import type { StoredToken, TokenStore } from '../token-store.ts';

/** Tokens that must not be lost to a full disk: what the vault cannot take is held in memory, and written later. */
export interface UnsavedTokens {
  /** In the vault; else in memory, and returns why. */
  keep(id: string, token: StoredToken): AppError | undefined;
  /** As it is now, whichever process wrote it. Throws VaultError. */
  newest(id: string): StoredToken | undefined;
  /** It need not be written any more. */
  drop(id: string): void;
  /** Tries once more. */
  close(): void;
}

/** How often a token that could not be stored is tried again: the disk may have room by then. */
const saveAgainMs = 10_000;

export function createUnsavedTokens(tokens: TokenStore, onSaved: (id: string) => void): UnsavedTokens {
  /** In memory alone: they are lost with the process, and what is stored may be dead (row 29). */
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
        // A full disk must not cost the authorization: the old refresh token may be dead already.
        hold(id, token);
        return error instanceof AppError ? error : new VaultError('vault.unwritable', unwritten, { cause: error });
      }
    },
    // What could not be written is newer than what is there.
    newest: (id) => (unsaved.has(id) ? tokens.read(id) : tokens.readAgain(id)),
    drop: (id) => unsaved.delete(id),
    close: () => {
      saveUnsaved();
      clearTimeout(saving);
    },
  };
}

const unwritten = 'A secret could not be saved. Its file could not be written.';
