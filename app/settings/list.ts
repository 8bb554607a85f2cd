import { z } from 'zod';

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
