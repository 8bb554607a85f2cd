import type { ReactNode } from 'react';
import classes from './state-mark.module.css';
import { type State, stateWord } from './states.ts';

// Told apart without colour: disc, half disc, dotted ring, ring with a core, diamond, thin ring; of a resource disc, bars and
// thin ring.
const shapes: Record<State, ReactNode> = {
  authorized: <circle cx="6" cy="6" r="4" fill="currentColor" />,
  renewing: (
    <>
      <circle cx="6" cy="6" r="3.75" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M6 2.25a3.75 3.75 0 0 1 0 7.5z" fill="currentColor" />
    </>
  ),
  authorizing: (
    <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="1.75" strokeDasharray="2.1 2.1" />
  ),
  needs_login: (
    <>
      <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <circle cx="6" cy="6" r="1.5" fill="currentColor" />
    </>
  ),
  failing: <path d="M6 1 11 6 6 11 1 6z" fill="currentColor" />,
  works: <circle cx="6" cy="6" r="4" fill="currentColor" />,
  stale: <path d="M3 2.5h2v7H3zM7 2.5h2v7H7z" fill="currentColor" />,
  not_run: <circle cx="6" cy="6" r="3.5" fill="none" stroke="currentColor" strokeWidth="1.25" />,
  no_authorization: <circle cx="6" cy="6" r="3.5" fill="none" stroke="currentColor" strokeWidth="1.25" />,
};

interface StateMarkProps {
  state: State;
  /** Of something else than a resource or connection. */
  word?: string | undefined;
  withWord?: boolean;
}

/** The state as shape and colour; its word is the title and what a screen reader says. */
export function StateMark({ state, word = stateWord(state), withWord = false }: StateMarkProps) {
  return (
    <span className={classes.mark} data-state={state}>
      <svg viewBox="0 0 12 12" width="12" height="12" role="img" aria-hidden={withWord}>
        <title>{word}</title>
        {shapes[state]}
      </svg>
      {withWord ? <span>{word}</span> : null}
    </span>
  );
}
