/** The list with one item moved to an index of the result. */
export function moved<Item>(list: readonly Item[], from: number, to: number): Item[] {
  const next = [...list];
  const [item] = next.splice(from, 1);
  if (item === undefined) return next;
  next.splice(Math.max(0, Math.min(to, next.length)), 0, item);
  return next;
}

/** Where a dragged row lands: `gap` is the line between rows that is nearest to the pointer. */
export function dropIndex(from: number, gap: number): number {
  return gap > from ? gap - 1 : gap;
}
