/** One call searches so long, then others have their turn. In ms. */
const sliceMs = 20;
/** In one response, about. */
const mostMatches = 2000;

/** What one call found. `next`: where to continue; `null`: the whole body has been searched. */
export interface Slice<Match> {
  matches: Match[];
  next: number | null;
}

/** Whether a call that started now should return, by its time or by what it found. */
export function sliceLimit(): (matches: number) => boolean {
  const until = performance.now() + sliceMs;
  return (matches) => matches >= mostMatches || performance.now() >= until;
}

/** Matches the text itself, wherever it occurs. Without `matchCase`, by Unicode's simple case folding. */
export const textPattern = (query: string, matchCase: boolean): RegExp =>
  new RegExp(query.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), matchCase ? 'gu' : 'giu');
