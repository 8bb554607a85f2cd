import { randomUUID } from 'node:crypto';
import { copyName, type Items } from '../settings/items.ts';
import type { Vault } from './vault.ts';

/** A list whose items own secrets. Items and their secrets are copied, removed and restored together. */
export interface OwnedItems<Item> {
  /** Throws `notFound()`, like all methods here. */
  get(id: string): Item;
  /** Inserts a copy right after the item, with the named secrets. */
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
      // Restore the secrets first: an item must not exist without the secrets it needs.
      gone.putSecretsBack();
      items.insert(gone.item, gone.index);
      removed.delete(id);
      return gone.item;
    },
  };
}
