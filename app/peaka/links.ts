import { createItems } from '../settings/items.ts';
import type { Settings } from '../settings/settings.ts';
import { RequestError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
import type { PeakaLink } from '../shared/peaka/link.ts';
import type { Vault } from '../vault/vault.ts';

/** What was made at Peaka from here. Every change is on the disk when the function returns, and is told to `onChange`. */
export interface PeakaLinks {
  list(): readonly PeakaLink[];
  find(id: string): PeakaLink | undefined;
  /** Throws RequestError `peaka.link_not_found`. */
  get(id: string): PeakaLink;
  /** The links that were handed over from a connection here. */
  ofConnection(connectionId: string): PeakaLink[];
  /** Creates or replaces by ID. */
  put(link: PeakaLink): void;
  /** Changes a link that still exists. Returns it. Throws RequestError `peaka.link_not_found`. */
  change(id: string, change: Partial<PeakaLink>): PeakaLink;
  /** With its secrets. Does nothing if it is gone. */
  remove(id: string): void;
}

export function createPeakaLinks(
  settings: Settings<readonly PeakaLink[]>,
  vault: Pick<Vault, 'removeOwner'>,
  onChange: () => void,
): PeakaLinks {
  const items = createItems(settings);
  const get = (id: string): PeakaLink => {
    const link = items.get(id);
    if (link === undefined) throw new RequestError('peaka.link_not_found', message('peaka.linkNotFound'));
    return link;
  };
  const put = (link: PeakaLink): void => {
    items.put(link);
    onChange();
  };
  return {
    list: items.list,
    find: items.get,
    get,
    ofConnection: (connectionId) => items.list().filter(({ source }) => source === connectionId),
    put,
    change: (id, change) => {
      const changed = { ...get(id), ...change };
      put(changed);
      return changed;
    },
    remove: (id) => {
      if (items.get(id) === undefined) return;
      items.remove(id);
      vault.removeOwner(id);
      onChange();
    },
  };
}
