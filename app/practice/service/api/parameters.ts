/** A query parameter that the API cannot read. Its text becomes the answer: status 400. */
export class BadParameter extends Error {}

/** `YYYY-MM-DD`. */
export function dayOf(text: string | null): string | undefined {
  if (text === null || text === '') return undefined;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new BadParameter('A day is written like 2026-01-31.');
  return text;
}

/** A whole number. */
export function countOf(text: string | null): number | undefined {
  if (text === null || text === '') return undefined;
  if (!/^\d{1,9}$/.test(text)) throw new BadParameter('A number of rows is a whole number.');
  return Number(text);
}

/** A whole number of at most `most`; a larger one counts as `most`. */
export const upTo = (text: string | null, absent: number, most: number): number =>
  Math.min(countOf(text) ?? absent, most);
