import type { PeakaField } from '../../../app/shared/peaka/connection-type.ts';
import type { PeakaLink } from '../../../app/shared/peaka/link.ts';
import type { Vault } from '../../../app/vault/vault.ts';

export const field = (name: string, changes: Partial<PeakaField> = {}): PeakaField => ({
  name,
  kind: 'text',
  required: false,
  description: '',
  isSecret: false,
  ...changes,
});

export const link = (changes: Partial<PeakaLink> = {}): PeakaLink => ({
  id: 'link-1',
  accountId: 'account-1',
  project: { id: 'project-1', name: 'Dashboards' },
  peakaId: 'peaka-1',
  name: 'Sales',
  type: 'hubspot',
  way: 'form',
  state: 'ready',
  createdAt: 1,
  updatedAt: 1,
  source: null,
  renewal: null,
  pending: null,
  values: {},
  clientId: '',
  ownCallbackUrl: '',
  ...changes,
});

/** The secrets of links, by `owner/name`. */
export function memoryVault(): { stored: Map<string, string> } & Pick<
  Vault,
  'read' | 'write' | 'has' | 'remove' | 'removeOwner'
> {
  const stored = new Map<string, string>();
  return {
    stored,
    read: (owner, name) => stored.get(`${owner}/${name}`),
    write: (owner, name, value) => void stored.set(`${owner}/${name}`, value),
    has: (owner, name) => stored.has(`${owner}/${name}`),
    remove: (owner, name) => {
      stored.delete(`${owner}/${name}`);
      return () => undefined;
    },
    removeOwner: (owner) => {
      for (const key of stored.keys()) if (key.startsWith(`${owner}/`)) stored.delete(key);
      return () => undefined;
    },
  };
}
