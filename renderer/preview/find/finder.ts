/** What is looked for. */
export interface FindQuery {
  text: string;
  matchCase: boolean;
}

/** `here`: the match at the place where the user is, or the first one after it. */
export type FindStep = 'here' | 'next' | 'previous';

export interface FindState {
  /** Which match is shown, from 1. 0: none, or not known yet. */
  number: number;
  /** Matches found so far. */
  count: number;
  /** The whole body has been searched. */
  isDone: boolean;
  /** There are more matches than are counted. */
  hasMore?: boolean;
}

/** How a view searches its whole data, not only what it draws. */
export interface Finder {
  /** Goes to a match, and reports what is known so far until all is searched. Stops when `signal` is aborted. */
  find(query: FindQuery, step: FindStep, report: (state: FindState) => void, signal: AbortSignal): Promise<void>;
}
