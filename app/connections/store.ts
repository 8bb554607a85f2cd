import { createItems } from '../settings/items.ts';
import type { Settings } from '../settings/settings.ts';
import { type Connection, type ConnectionSecretName, typedSecretNames } from '../shared/connection/connection.ts';
import { refuseOpenCredentials } from '../shared/connection/open-credentials.ts';
import { keepHeaderSecrets, secretNamesOf, tokenHeaderSecret } from '../shared/connection/token-headers.ts';
import { RequestError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
import { valueSecret } from '../shared/secret-value.ts';
import { createOwnedItems } from '../vault/owned-items.ts';
import { saveTypedSecrets, type TypedSecrets } from '../vault/owned-secrets.ts';
import type { Vault } from '../vault/vault.ts';

export interface ConnectionStore {
  list(): readonly Connection[];
  /** Throws RequestError `connection.not_found`. */
  get(id: string): Connection;
  find(id: string): Connection | undefined;
  /**
   * Throws RequestError `connection.open_credential`, as `save` would. Called before a login, so that the user does not
   * log in for nothing.
   */
  requireStorable(connection: Connection): void;
  /** Creates or replaces by id. Throws RequestError `connection.open_credential`, `input.invalid`; VaultError. */
  save(connection: Connection, secrets: TypedSecrets): void;
  /** Copies the secrets but not the token: a copy is for logging in as someone else. */
  duplicate(id: string): Connection;
  remove(id: string): void;
  /** Undoes `remove`, token included, until the app ends. Throws RequestError `connection.not_found`. */
  restore(id: string): Connection;
  reorder(ids: readonly string[]): void;
  /** Removes the token that the user entered (OAuth1), together with the authorization. */
  forgetOwnToken(id: string): void;
  /** The names of the stored secrets. */
  secretNames(id: string): ConnectionSecretName[];
}

const typedNames = new Set<string>(typedSecretNames);
/** Secrets that the connection itself names: of headers, and of `{name}`. */
const namedSecrets = ({ tokenHeaders, secretValues }: Connection): ConnectionSecretName[] => [
  ...tokenHeaders.flatMap(({ name, secret }) => (secret ? tokenHeaderSecret(name) : [])),
  ...secretValues.map(valueSecret),
];
/** A copy is for logging in as someone else, so it gets no token, not even one that the user entered. */
const copiedNames = (connection: Connection): ConnectionSecretName[] => [
  'clientSecret',
  'password',
  'privateKey',
  ...namedSecrets(connection),
];

export function createConnectionStore(settings: Settings<readonly Connection[]>, vault: Vault): ConnectionStore {
  const items = createItems(settings);
  const owned = createOwnedItems(items, vault, notFound);
  return {
    list: items.list,
    get: owned.get,
    find: items.get,
    requireStorable: (draft) => refuseOpenCredentials(keepHeaderSecrets(draft).connection, items.get(draft.id)),
    save: (draft, typed) => {
      const { connection, secrets: ofHeaders } = keepHeaderSecrets(draft);
      const secrets: TypedSecrets = { ...ofHeaders, ...typed };
      refuseOpenCredentials(connection, items.get(connection.id));
      const named = namedSecrets(connection);
      const isKnown = (name: string) => typedNames.has(name) || named.some((each) => each === name);
      const unknown = Object.keys(secrets).find((name) => !isKnown(name));
      if (unknown !== undefined) throw new RequestError('input.invalid', message('connection.noSuchSecret'));
      // Write the secrets first: a connection must not exist without the secrets it needs.
      const { password, ...others } = secrets;
      saveTypedSecrets(vault, connection.id, others);
      if (!connection.rememberPassword) vault.remove(connection.id, 'password');
      else if (password !== undefined) saveTypedSecrets(vault, connection.id, { password });
      const former = items.get(connection.id);
      items.put(connection);
      for (const name of former === undefined ? [] : namedSecrets(former))
        if (!named.includes(name)) vault.remove(connection.id, name);
    },
    duplicate: (id) => owned.duplicate(id, copiedNames),
    remove: owned.remove,
    restore: owned.restore,
    reorder: items.reorder,
    forgetOwnToken: (id) => {
      for (const name of ['ownToken', 'ownTokenSecret'] satisfies ConnectionSecretName[]) vault.remove(id, name);
    },
    secretNames: (id) => {
      const connection = items.get(id);
      return connection === undefined ? [] : secretNamesOf(connection).filter((name) => vault.has(id, name));
    },
  };
}

const notFound = () => new RequestError('connection.not_found', message('connection.notFound'));
