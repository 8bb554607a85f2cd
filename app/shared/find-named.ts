export interface Named {
  id: string;
  name: string;
}

/** A shorter beginning of an ID is a coincidence. */
const shortestId = 4;

/**
 * The item that a person means: by its ID, its name, or a beginning of one of them. A whole name counts more than a
 * beginning, and the exact letters more than their case. Several items: the text is ambiguous.
 */
export function findNamed<Item extends Named>(items: readonly Item[], text: string): Item[] {
  const wanted = text.toLowerCase();
  const ways: ((item: Item) => boolean)[] = [
    ({ id }) => id === text,
    ({ name }) => name === text,
    ({ name }) => name.toLowerCase() === wanted,
    ({ id, name }) =>
      name.toLowerCase().startsWith(wanted) || (text.length >= shortestId && id.toLowerCase().startsWith(wanted)),
  ];
  for (const way of ways) {
    const found = items.filter(way);
    if (found.length > 0) return found;
  }
  return [];
}
