import { z } from 'zod';
import type { Redactor } from '../console/mask/redact.ts';
import { describeTokenType } from '../oauth/token-response.ts';
import { type TokenSet, tokenSetSchema } from '../oauth/token-set.ts';
import { messageSchema } from '../shared/contract/common.ts';
import { errorCodes } from '../shared/error-codes.ts';
import { AppError, type ErrorReport, RequestError, VaultError } from '../shared/errors.ts';
import { message, verbatim } from '../shared/messages/message.ts';
import { safeText } from '../shared/safe-text.ts';
import type { Vault } from '../vault/vault.ts';

/**
 * `rejected`: the service refused the token for good. The token is kept, because the service may be wrong, but only a
 * new login helps.
 */
export interface StoredToken {
  tokenSet: TokenSet;
  rejected?: ErrorReport | undefined;
}

/** For what needs a token where there is none. */
export const noTokenYet = (): RequestError =>
  new RequestError('connection.not_authorized', message('connection.noTokenYet'));

const storedSchema = tokenSetSchema.extend({
  rejected: z
    .object({
      // Another version may use other codes. What counts is that the service refused the token.
      code: z.enum(errorCodes).catch('token.invalid_grant'),
      // A text: version 0.1 stored it.
      message: z.union([messageSchema, z.string().transform(verbatim)]),
      serviceMessage: z.string().optional(),
    })
    .optional(),
});

/** Token sets in the vault, with a copy in memory: a GET must not wait for the disk. */
export interface TokenStore {
  /** `undefined`: no token. Throws VaultError. */
  read(id: string): StoredToken | undefined;
  /**
   * Reads the vault again: what is on the disk counts, not the copy. Throws VaultError and keeps the copy.
   */
  readAgain(id: string): StoredToken | undefined;
  has(id: string): boolean;
  /** The token is in the vault when this returns. */
  write(id: string, token: StoredToken): void;
  /** Keeps the token in memory only, if the vault could not store it. */
  hold(id: string, token: StoredToken): void;
  remove(id: string): void;
  /** Drops the copy, because the vault may hold something else now. */
  forget(id: string): void;
}

/** Stores the service's words masked: after a restart, the secrets in them are unknown until they are used. */
export function createTokenStore(vault: Vault, { serviceMessage }: Pick<Redactor, 'serviceMessage'>): TokenStore {
  const memory = new Map<string, StoredToken>();
  const readAgain = (id: string): StoredToken | undefined => {
    const text = vault.read(id, 'tokenSet');
    const stored = text === undefined ? undefined : readStoredToken(text);
    if (stored) memory.set(id, stored);
    else memory.delete(id);
    return stored;
  };
  return {
    read: (id) => memory.get(id) ?? readAgain(id),
    readAgain,
    has: (id) => memory.has(id) || vault.has(id, 'tokenSet'),
    write: (id, received) => {
      const { tokenSet, rejected } = maskedToken(received, serviceMessage);
      vault.write(id, 'tokenSet', JSON.stringify(rejected === undefined ? tokenSet : { ...tokenSet, rejected }));
      memory.set(id, { tokenSet, rejected });
    },
    hold: (id, token) => memory.set(id, token),
    remove: (id) => {
      memory.delete(id);
      vault.remove(id, 'tokenSet');
    },
    forget: (id) => memory.delete(id),
  };
}

/** The token, or the error if it cannot be read. */
export function readOrError(store: Pick<TokenStore, 'read'>, id: string): StoredToken | undefined | AppError {
  try {
    return store.read(id);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

function maskedToken({ tokenSet, rejected }: StoredToken, serviceMessage: Redactor['serviceMessage']): StoredToken {
  const { account, scopes, tokenType } = tokenSet;
  return {
    tokenSet: {
      ...tokenSet,
      // A known type is never masked: GETs depend on it.
      tokenType: describeTokenType(tokenSet) === undefined ? tokenType : serviceMessage(safeText(tokenType, 60)),
      ...(account === undefined ? {} : { account: serviceMessage(account) }),
      ...(scopes === undefined ? {} : { scopes: scopes.map(serviceMessage) }),
    },
    rejected:
      rejected?.serviceMessage === undefined
        ? rejected
        : { ...rejected, serviceMessage: serviceMessage(rejected.serviceMessage) },
  };
}

/** The `tokenSet` of the vault. Throws VaultError `vault.decrypt_failed`. */
export function readStoredToken(text: string): StoredToken {
  try {
    const { rejected, ...tokenSet } = storedSchema.parse(JSON.parse(text));
    return { tokenSet, rejected };
  } catch (error) {
    throw new VaultError('vault.decrypt_failed', message('connection.tokenDamaged'), { cause: error });
  }
}
