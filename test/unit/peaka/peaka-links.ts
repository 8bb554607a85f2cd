import type { PeakaAccess, PeakaClient } from '../../../app/peaka/client.ts';
import { createPeakaLinks } from '../../../app/peaka/links.ts';
import { SettingsError } from '../../../app/shared/errors.ts';
import { verbatim } from '../../../app/shared/messages/message.ts';
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

/** Links in memory, and how often a change was told. */
export function memoryLinks(vault = memoryVault(), onChange: () => void = () => undefined) {
  let list: readonly PeakaLink[] = [];
  let changes = 0;
  let unwritableId: string | undefined;
  const links = createPeakaLinks(
    {
      read: () => list,
      save: (next) => {
        if (unwritableId !== undefined && next.some(({ peakaId }) => peakaId === unwritableId))
          throw new SettingsError('settings.unwritable', verbatim('x'));
        list = next;
      },
    },
    vault,
    () => {
      changes += 1;
      onChange();
    },
  );
  /** The disk is full once the list has this ID at Peaka. */
  const unwritableFrom = (peakaId: string): void => {
    unwritableId = peakaId;
  };
  return { links, vault, changes: () => changes, unwritableFrom };
}

/** Peaka, played: answers as the test says, and notes every request. */
export function playedPeaka(changes: Partial<PeakaClient> = {}) {
  const calls: [keyof PeakaClient, unknown][] = [];
  const played: Pick<PeakaClient, 'create' | 'get' | 'update' | 'remove' | 'passCallback'> = {
    create: async (_access, _projectId, { name, type }) => ({ id: 'peaka-1', name, type, url: undefined }),
    get: async (_access, _projectId, id) => ({ id, name: '', type: '', url: undefined }),
    update: async (_access, _projectId, id, { name, type }) => ({ id, name, type, url: undefined }),
    remove: async () => undefined,
    passCallback: async () => ({ id: 'peaka-1' }),
    ...changes,
  };
  const noted = Object.fromEntries(
    Object.entries(played).map(([name, call]) => [
      name,
      (...given: unknown[]) => {
        calls.push([name as keyof PeakaClient, given.at(-1)]); // a name of the object above
        return Reflect.apply(call, played, given);
      },
    ]),
  );
  return { calls, client: noted as unknown as typeof played }; // the same functions, noted
}

export const access: PeakaAccess = {
  accountId: 'account-1',
  baseUrl: 'https://partner.peaka.studio/api/v1',
  callbackUrl: 'https://peaka.studio/oauth2/callback',
  apiKey: 'api-key',
};

/** A connection that was handed over, and that Tokenboard renews. */
export const handedLink = (changes: Partial<PeakaLink> = {}): PeakaLink =>
  link({
    way: 'hand_over',
    source: 'connection-1',
    renewal: 'update_peaka',
    handed: ['clientId', 'clientSecret', 'accessToken'],
    ...changes,
  });
