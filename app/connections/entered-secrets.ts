import type { Connection, ConnectionSecrets } from '../shared/connection/connection.ts';
import { enteredSecretNames } from '../shared/connection/token-headers.ts';
import { readableSecrets, type TypedSecrets } from '../vault/owned-secrets.ts';
import type { Vault } from '../vault/vault.ts';

/**
 * The secrets that the connection uses: typed ones win over stored ones. What is not needed is not read, so that a
 * damaged secret can be typed anew. Throws VaultError.
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

/** The same without those that cannot be read, for requests that are worth a try without them. */
export const readableEnteredSecrets = (vault: Pick<Vault, 'read'>, connection: Connection): ConnectionSecrets =>
  readableSecrets(vault, connection.id, enteredSecretNames(connection));
