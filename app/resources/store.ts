import { createItems } from '../settings/items.ts';
import type { Settings } from '../settings/settings.ts';
import { RequestError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
import { credentialSentence, findCredentials } from '../shared/resource/credentials.ts';
import type { Resource, ResourceAuthorization } from '../shared/resource/resource.ts';
import { valueSecret } from '../shared/secret-value.ts';
import { createDroppedSecrets } from '../vault/dropped-secrets.ts';
import { createOwnedItems } from '../vault/owned-items.ts';
import { saveTypedSecrets, type TypedSecrets } from '../vault/owned-secrets.ts';
import type { Vault } from '../vault/vault.ts';

export interface ResourceStore {
  list(): readonly Resource[];
  /** Throws RequestError `resource.not_found`. */
  get(id: string): Resource;
  find(id: string): Resource | undefined;
  /**
   * `bringBack`: secrets removed since the app started, which an undo restores. Throws RequestError
   * `resource.open_credential`, `input.invalid`; VaultError.
   */
  save(resource: Resource, secrets: TypedSecrets, bringBack?: readonly string[]): void;
  duplicate(id: string): Resource;
  remove(id: string): void;
  /** Throws RequestError `resource.not_found`. */
  restore(id: string): Resource;
  reorder(ids: readonly string[]): void;
  /** Replaces one origin by another in all URLs. Returns the IDs of changed resources. */
  moveOrigin(from: string, to: string): string[];
  secretNames(resource: Resource): string[];
}

/** The name of a secret header in the vault. Header names are case-insensitive (RFC 9110 §5.1). */
export const headerSecretName = (header: string): string => `header:${header.toLowerCase()}`;

/** Every secret that this resource may have. */
const possibleSecrets = (resource: Resource): string[] => [
  ...(resource.authorization.type === 'basic' && resource.authorization.secretUsername !== true
    ? []
    : ['basicUsername']),
  'basicPassword',
  'bearerToken',
  ...resource.headers.filter((header) => header.secret).map((header) => headerSecretName(header.name)),
  ...resource.secretValues.map(valueSecret),
];

export function createResourceStore(settings: Settings<readonly Resource[]>, vault: Vault): ResourceStore {
  const items = createItems(settings);
  const owned = createOwnedItems(items, vault, notFound);
  const dropped = createDroppedSecrets(vault);
  return {
    list: items.list,
    get: owned.get,
    find: items.get,
    save: (resource, typed, bringBack = []) => {
      refuseOpenCredentials(resource);
      const { id } = resource;
      const possible = possibleSecrets(resource);
      const former = items.get(id);
      const known = [...possible, ...(former === undefined ? [] : possibleSecrets(former))];
      const { secrets, removed } = splitTyped(typed);
      if (
        removed.some((name) => !known.includes(name)) ||
        Object.keys(secrets).some((name) => !possible.includes(name))
      )
        throw new RequestError('input.invalid', message('resource.noSuchSecret'));
      saveTypedSecrets(vault, id, secrets);
      for (const name of removed) dropped.drop(id, name);
      for (const name of bringBack) if (possible.includes(name)) dropped.bringBack(id, name);
      if (former !== undefined) moveRenamed(vault, former, resource, typed);
      // The file never contains the value of a secret header, even if the renderer sent it.
      const headers = resource.headers.map((header) => (header.secret ? { ...header, value: '' } : header));
      items.put({ ...resource, headers, authorization: withoutSecret(resource.authorization) });
      if (former) for (const name of possibleSecrets(former)) if (!possible.includes(name)) dropped.drop(id, name);
    },
    duplicate: (id) => owned.duplicate(id, possibleSecrets),
    remove: owned.remove,
    restore: owned.restore,
    reorder: items.reorder,
    moveOrigin: (from, to) => {
      const changed: string[] = [];
      items.replaceAll((resource) => {
        if (resource.url !== from && !resource.url.startsWith(`${from}/`)) return resource;
        changed.push(resource.id);
        return { ...resource, url: to + resource.url.slice(from.length) };
      });
      return changed;
    },
    secretNames: (resource) => possibleSecrets(resource).filter((name) => vault.has(resource.id, name)),
  };
}

const withoutSecret = (authorization: ResourceAuthorization): ResourceAuthorization =>
  authorization.type === 'basic' && authorization.secretUsername === true
    ? { ...authorization, username: '' }
    : authorization;

function splitTyped(typed: TypedSecrets): { secrets: Record<string, string>; removed: string[] } {
  const secrets: Record<string, string> = {};
  const removed: string[] = [];
  for (const [name, value] of Object.entries(typed))
    if (value === null || value === '') removed.push(name);
    else secrets[name] = value;
  return { secrets, removed };
}

/** A renamed secret header keeps its value. The header's position identifies it. */
function moveRenamed(vault: Vault, former: Resource, next: Resource, typed: TypedSecrets): void {
  if (former.headers.length !== next.headers.length) return;
  const before = possibleSecrets(former);
  const after = possibleSecrets(next);
  next.headers.forEach((header, index) => {
    const was = former.headers[index];
    if (was?.secret !== true || !header.secret) return;
    const [from, to] = [headerSecretName(was.name), headerSecretName(header.name)];
    if (from in typed || to in typed || after.includes(from) || before.includes(to)) return;
    try {
      const value = vault.read(next.id, from);
      if (value !== undefined) vault.write(next.id, to, value);
    } catch {
      // Nobody can decrypt the value now. It is dropped with the former name, and an undo restores it.
    }
  });
}

/**
 * Every write passes here: nothing that looks like a credential is stored outside the vault without the user's
 * permission (row 56).
 */
function refuseOpenCredentials(resource: Resource): void {
  const [credential] = findCredentials(resource);
  if (credential === undefined) return;
  const sentence = credentialSentence(credential);
  throw new RequestError(
    'resource.open_credential',
    credential.place === 'text' ? sentence : message('fields.credential.keep', { sentence }),
    { details: { place: credential.place } },
  );
}

const notFound = () => new RequestError('resource.not_found', message('resource.notFound'));
