import { z } from 'zod';
import { text } from '../shared/messages/text.ts';
import type { Settings } from './settings.ts';

/** A list in the user's order, stored in one file, with fast access by ID. */
export interface Items<Item> {
  list(): readonly Item[];
  get(id: string): Item | undefined;
  /** Replaces by ID, or appends. */
  put(item: Item): void;
  /** Inserts at this index, or at the end of a shorter list. */
  insert(item: Item, index: number): void;
  indexOf(id: string): number;
  remove(id: string): void;
  /** Puts the named items into this order. The others follow in their old order. */
  reorder(ids: readonly string[]): void;
  /** Changes several items with one write. */
  replaceAll(change: (item: Item) => Item): void;
}

export function createItems<Item extends { id: string; name: string }>(
  settings: Settings<readonly Item[]>,
): Items<Item> {
  let byId = index(settings.read());
  const save = (next: readonly Item[]): void => {
    settings.save(next);
    byId = index(next);
  };
  const list = () => settings.read();
  return {
    list,
    get: (id) => byId.get(id),
    put: (item) =>
      save(byId.has(item.id) ? list().map((other) => (other.id === item.id ? item : other)) : [...list(), item]),
    insert: (item, at) => save([...list().slice(0, at), item, ...list().slice(at)]),
    indexOf: (id) => list().findIndex((item) => item.id === id),
    remove: (id) => save(list().filter((item) => item.id !== id)),
    reorder: (ids) => {
      const named = new Set(ids);
      const first = [...named].flatMap((id) => byId.get(id) ?? []);
      save([...first, ...list().filter((item) => !named.has(item.id))]);
    },
    replaceAll: (change) => {
      const next = list().map(change);
      if (next.some((item, at) => item !== list()[at])) save(next);
    },
  };
}

const index = <Item extends { id: string }>(items: readonly Item[]) => new Map(items.map((item) => [item.id, item]));

/** "Sales copy", "Sales copy 2", in the language of the app. */
export function copyName(name: string, taken: readonly { name: string }[]): string {
  const names = new Set(taken.map((item) => item.name));
  const base = withoutCopy(name).slice(0, 180);
  const first = text('items.copy', { name: base });
  if (!names.has(first)) return first;
  for (let number = 2; ; number += 1) {
    const next = text('items.copy.number', { name: base, number });
    if (!names.has(next)) return next;
  }
}

function withoutCopy(name: string): string {
  const first = text('items.copy', { name: '' });
  if (name.endsWith(first)) return name.slice(0, -first.length);
  const [before = '', after = ''] = text('items.copy.number', { name: '', number: '#' }).split('#');
  if (!name.endsWith(after)) return name;
  const numbered = name.slice(0, name.length - after.length);
  const base = numbered.replace(/\d+$/, '');
  return base !== numbered && base.endsWith(before) ? base.slice(0, -before.length) : name;
}

/** The valid entries of a list, and the number of invalid ones: one bad entry must not lose the others. */
export function readList<Item>(value: unknown, schema: z.ZodType<Item>): { content: Item[]; lost: number } {
  const items = z.array(z.unknown()).parse(value);
  const content: Item[] = [];
  for (const item of items) {
    const read = schema.safeParse(item);
    if (read.success) content.push(read.data);
  }
  return { content, lost: items.length - content.length };
}
