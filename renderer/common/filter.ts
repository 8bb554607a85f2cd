/** Whether every word typed occurs in the text, whatever its case and accents. */
export function matches(text: string, filter: string): boolean {
  if (filter === '') return true;
  const plain = fold(text);
  return fold(filter)
    .split(/\s+/)
    .every((word) => plain.includes(word));
}

/** Without case and accents. */
export const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
