import { randomUUID } from 'node:crypto';
import { copyName, type Items } from '../settings/items.ts';
import type { Vault } from './vault.ts';

/** A list whose items own secrets: both are copied, removed and brought back together. */
export interface OwnedItems<Item> {
  /** Throws `notFound()`, as all of these do. */
  get(id: string): Item;
  /** A copy right behind it, with the secrets of these names. */
  duplicate(id: string, secretNames: (item: Item) => readonly string[]): Item;
  remove(id: string): void;
  /** Undoes `remove` until the app ends. */
  restore(id: string): Item;
}

export function createOwnedItems<Item extends { id: string; name: string }>(
  items: Items<Item>,
  vault: Vault,
  notFound: () => Error,
): OwnedItems<Item> {
  const removed = new Map<string, { item: Item; index: number; putSecretsBack(): void }>();
  const get = (id: string): Item => {
    const item = items.get(id);
    if (!item) throw notFound();
    return item;
  };
  return {
    get,
    duplicate: (id, secretNames) => {
      const original = get(id);
      const copy = { ...original, id: randomUUID(), name: copyName(original.name, items.list()) };
      vault.copyOwner(id, copy.id, secretNames(original));
      items.insert(copy, items.indexOf(id) + 1);
      return copy;
    },
    remove: (id) => {
      const item = get(id);
      const index = items.indexOf(id);
      items.remove(id);
      removed.set(id, { item, index, putSecretsBack: vault.removeOwner(id) });
    },
    restore: (id) => {
      const existing = items.get(id);
      if (existing) return existing;
      const gone = removed.get(id);
      if (!gone) throw notFound();
      // The secrets first: an item must not be there without what it needs.
      gone.putSecretsBack();
      items.insert(gone.item, gone.index);
      removed.delete(id);
      return gone.item;
    },
  };
}
