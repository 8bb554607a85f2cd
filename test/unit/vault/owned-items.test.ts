import { describe, expect, it } from 'vitest';
import { createItems } from '../../../app/settings/items.ts';
import { createOwnedItems } from '../../../app/vault/owned-items.ts';
import { sessionVault } from './session-vault.ts';

interface Item {
  id: string;
  name: string;
  colour: string;
}
const itemOf = (id: string): Item => ({ id, name: `Item ${id}`, colour: 'red' });

async function itemsOf(...ids: string[]) {
  let content: readonly Item[] = ids.map(itemOf);
  const items = createItems<Item>({
    read: () => content,
    save: (next) => {
      content = next;
    },
  });
  const vault = await sessionVault();
  const owned = createOwnedItems(items, vault, () => new Error('no such item'));
  return { items, vault, owned, ids: () => content.map(({ id }) => id) };
}

describe('items that own secrets', () => {
  it('are copied right behind the original, with the secrets that are named', async () => {
    const { vault, owned, ids } = await itemsOf('first', 'a', 'b');
    vault.write('a', 'clientSecret', 'one');
    vault.write('a', 'tokenSet', 'not for the copy');
    const copy = owned.duplicate('a', ({ colour }) => (colour === 'red' ? ['clientSecret', 'missing'] : []));
    expect(copy).toEqual({ id: copy.id, name: 'Item a copy', colour: 'red' });
    expect(ids()).toEqual(['first', 'a', copy.id, 'b']);
    expect(owned.get(copy.id)).toEqual(copy);
    expect(vault.read(copy.id, 'clientSecret')).toBe('one');
    expect(vault.has(copy.id, 'tokenSet')).toBe(false);
    expect(vault.has(copy.id, 'missing')).toBe(false);
    expect(vault.read('a', 'clientSecret')).toBe('one');
  });

  it('are removed with their secrets, and come back with them where they stood, once', async () => {
    const { items, vault, owned, ids } = await itemsOf('a', 'b', 'c');
    vault.write('b', 'clientSecret', 'one');
    vault.write('c', 'clientSecret', 'two');
    owned.remove('b');
    expect(ids()).toEqual(['a', 'c']);
    expect(vault.has('b', 'clientSecret')).toBe(false);
    expect(vault.read('c', 'clientSecret')).toBe('two');
    expect(owned.restore('b')).toEqual(itemOf('b'));
    expect(ids()).toEqual(['a', 'b', 'c']);
    expect(vault.read('b', 'clientSecret')).toBe('one');
    // It is there: a second undo changes nothing.
    expect(owned.restore('b')).toEqual(itemOf('b'));
    expect(ids()).toEqual(['a', 'b', 'c']);
    items.remove('b');
    expect(() => owned.restore('b')).toThrow('no such item');
  });

  it('are not found when they never were there', async () => {
    const { owned } = await itemsOf('a');
    for (const use of [owned.get, owned.remove, owned.restore, (id: string) => owned.duplicate(id, () => [])])
      expect(() => use('x')).toThrow('no such item');
  });
});
