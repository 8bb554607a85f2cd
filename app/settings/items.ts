import { z } from 'zod';
import type { Settings } from './settings.ts';

/** A list that the user orders, kept in one file, with quick access by id. */
export interface Items<Item> {
  list(): readonly Item[];
  get(id: string): Item | undefined;
  /** Replaces by id, or appends. */
  put(item: Item): void;
  /** At this place; at the end where the list is shorter. */
  insert(item: Item, index: number): void;
  indexOf(id: string): number;
  remove(id: string): void;
  /** In this order; those not named keep theirs, behind. */
  reorder(ids: readonly string[]): void;
  /** Several changes, one write. */
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

/** "Sales copy", "Sales copy 2". */
export function copyName(name: string, taken: readonly { name: string }[]): string {
  const names = new Set(taken.map((item) => item.name));
  const base = `${name.replace(/ copy(?: \d+)?$/, '').slice(0, 180)} copy`;
  if (!names.has(base)) return base;
  for (let number = 2; ; number += 1) if (!names.has(`${base} ${number}`)) return `${base} ${number}`;
}

/** The entries of a list that are sound, and how many are not: one bad entry must not take the others with it. */
export function readList<Item>(value: unknown, schema: z.ZodType<Item>): { content: Item[]; lost: number } {
  const items = z.array(z.unknown()).parse(value);
  const content: Item[] = [];
  for (const item of items) {
    const read = schema.safeParse(item);
    if (read.success) content.push(read.data);
  }
  return { content, lost: items.length - content.length };
}
