import type { Connection, ConnectionSecrets } from '../shared/connection/connection.ts';
import { enteredSecretNames } from '../shared/connection/token-headers.ts';
import { readableSecrets, type TypedSecrets } from '../vault/owned-secrets.ts';
import type { Vault } from '../vault/vault.ts';

/**
 * The secrets that the connection uses. Typed values win over stored ones. Secrets that are not needed are not read, so
 * that the user can replace a damaged one. Throws VaultError.
 */
export function enteredSecrets(
  vault: Pick<Vault, 'read'>,
  connection: Connection,
  typed: TypedSecrets = {},
): ConnectionSecrets {
  const secrets: ConnectionSecrets = {};
  for (const name of enteredSecretNames(connection)) {
    const value = Object.hasOwn(typed, name) ? typed[name] : vault.read(connection.id, name);
    if (value) secrets[name] = value;
  }
  return secrets;
}

/** Like `enteredSecrets`, without the secrets that cannot be read. For requests that may succeed without them. */
export const readableEnteredSecrets = (vault: Pick<Vault, 'read'>, connection: Connection): ConnectionSecrets =>
  readableSecrets(vault, connection.id, enteredSecretNames(connection));
