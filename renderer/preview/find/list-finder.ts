import type { Finder, FindQuery, FindState, FindStep } from './finder.ts';

/** Matches kept at most. Nobody goes through more. */
const mostMatches = 100_000;

interface ListFinderOptions<Match> {
  /** Searches a part of the body. `from`: 0, then `next` of the last response; `null`: all is searched. */
  slice(query: FindQuery, from: number): Promise<{ matches: Match[]; next: number | null }>;
  /** Brings a match into view. */
  show(match: Match): void | Promise<void>;
  /** Whether a match is before the place where the user is. */
  isBefore(match: Match): boolean;
}

/** Finds in a body whose matches arrive in order, part by part. Keeps them for the next step. */
export function createListFinder<Match>({ slice, show, isBefore }: ListFinderOptions<Match>): Finder {
  let query: FindQuery = { text: '', matchCase: false };
  let matches: Match[] = [];
  let next: number | null = 0;
  let index = -1;

  const isDone = () => next === null || matches.length >= mostMatches;
  const state = (): FindState => ({
    number: index + 1,
    count: matches.length,
    isDone: isDone(),
    ...(next !== null && isDone() ? { hasMore: true } : {}),
  });
  /** The match to go to. `undefined`: it may not have arrived yet. */
  const target = (step: FindStep): number | undefined => {
    const last = matches.length - 1;
    if (last === -1) return isDone() ? -1 : undefined;
    if (step === 'here') {
      const at = matches.findIndex((match) => !isBefore(match));
      return at === -1 ? (isDone() ? 0 : undefined) : at;
    }
    if (step === 'next') return index < last ? index + 1 : isDone() ? 0 : undefined;
    return index > 0 ? index - 1 : isDone() ? last : undefined;
  };

  return {
    async find(wanted, step, report, signal) {
      if (wanted.text !== query.text || wanted.matchCase !== query.matchCase) {
        query = wanted;
        matches = [];
        next = 0;
        index = -1;
      }
      let isShown = false;
      for (;;) {
        const at = isShown ? undefined : target(step);
        if (at !== undefined) {
          isShown = true;
          index = at;
          const match = matches[at];
          if (match !== undefined) await show(match);
          if (signal.aborted) return;
        }
        report(state());
        if (next === null || isDone()) return;
        const found: { matches: Match[]; next: number | null } = await slice(wanted, next);
        if (signal.aborted) return;
        for (const match of found.matches) matches.push(match);
        next = found.next;
      }
    },
  };
}
