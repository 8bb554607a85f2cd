import { RequestError } from '../errors.ts';
import { createItems } from '../settings/items.ts';
import type { Settings } from '../settings/settings.ts';
import { createOwnedItems } from '../vault/owned-items.ts';
import { saveTypedSecrets, type TypedSecrets } from '../vault/owned-secrets.ts';
import type { Vault } from '../vault/vault.ts';
import { credentialSentence, findCredentials } from './credentials.ts';
import { secretValueName } from './keep-secret.ts';
import type { Resource } from './resource.ts';

export interface ResourceStore {
  list(): readonly Resource[];
  /** Throws RequestError `resource.not_found`. */
  get(id: string): Resource;
  find(id: string): Resource | undefined;
  /** Throws RequestError `resource.open_credential`, `input.invalid`; VaultError. */
  save(resource: Resource, secrets: TypedSecrets): void;
  duplicate(id: string): Resource;
  remove(id: string): void;
  /** Throws RequestError `resource.not_found`. */
  restore(id: string): Resource;
  reorder(ids: readonly string[]): void;
  /** Changes the URLs that begin with one origin to begin with another. Answers the changed ids. */
  moveOrigin(from: string, to: string): string[];
  secretNames(resource: Resource): string[];
}

/** A secret header's name in the vault. Header names have no case (RFC 9110 §5.1). */
export const headerSecretName = (header: string): string => `header:${header.toLowerCase()}`;

/** Every secret that this resource may have. */
const possibleSecrets = (resource: Resource): string[] => [
  'basicPassword',
  'bearerToken',
  ...resource.headers.filter((header) => header.secret).map((header) => headerSecretName(header.name)),
  ...resource.secretValues.map(secretValueName),
];

export function createResourceStore(settings: Settings<readonly Resource[]>, vault: Vault): ResourceStore {
  const items = createItems(settings);
  const owned = createOwnedItems(items, vault, notFound);
  return {
    list: items.list,
    get: owned.get,
    find: items.get,
    save: (resource, secrets) => {
      refuseOpenCredentials(resource);
      const possible = possibleSecrets(resource);
      if (Object.keys(secrets).some((name) => !possible.includes(name)))
        throw new RequestError('input.invalid', 'A resource has no such secret.');
      saveTypedSecrets(vault, resource.id, secrets);
      const former = items.get(resource.id);
      // A secret header's value never rests in the file, also where the renderer sent it along.
      const headers = resource.headers.map((header) => (header.secret ? { ...header, value: '' } : header));
      items.put({ ...resource, headers });
      if (former)
        for (const name of possibleSecrets(former)) if (!possible.includes(name)) vault.remove(resource.id, name);
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

/** Every writer comes here: nothing that looks like a credential is stored outside the vault unless the user allowed it (row 56). */
function refuseOpenCredentials(resource: Resource): void {
  const [credential] = findCredentials(resource);
  if (credential === undefined) return;
  const sentence = credentialSentence(credential);
  const advice = credential.place === 'text' ? '' : ' Keep it secret, and it goes to your secrets.';
  throw new RequestError('resource.open_credential', sentence + advice, { details: { place: credential.place } });
}

const notFound = () => new RequestError('resource.not_found', 'This resource no longer exists.');
