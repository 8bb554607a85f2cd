import type { FindQuery } from '../find/finder.ts';

/** Where a text occurs in another, in UTF-16 units. Without `matchCase`, by Unicode's simple case folding. */
export function matchesIn(source: string, { text, matchCase }: FindQuery): { from: number; to: number }[] {
  const pattern = new RegExp(text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), matchCase ? 'gu' : 'giu');
  return Array.from(source.matchAll(pattern), ({ index, 0: found }) => ({ from: index, to: index + found.length }));
}
