import type { ReactNode } from 'react';
import { text } from '../messages/text.ts';
import type { Kind } from './exchange-words.ts';
import classes from './list.module.css';

const square = (
  <rect x="2.5" y="2.5" width="7" height="7" rx="1.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
);
const ring = <circle cx="6" cy="6" r="3.5" fill="none" stroke="currentColor" strokeWidth="1.5" />;

// Told apart without colour: frame, filled frame, disc, half disc, crossed ring, rings, arrows.
const shapes: Record<Kind, ReactNode> = {
  window: square,
  request_token: <rect x="2" y="2" width="8" height="8" rx="1.5" fill="currentColor" />,
  device: <rect x="2" y="2" width="8" height="8" rx="1.5" fill="currentColor" />,
  token: <circle cx="6" cy="6" r="4" fill="currentColor" />,
  refresh: (
    <>
      <circle cx="6" cy="6" r="3.75" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M6 2.25a3.75 3.75 0 0 1 0 7.5z" fill="currentColor" />
    </>
  ),
  revoke: (
    <>
      {ring}
      <path d="M3.6 8.4l4.8-4.8" stroke="currentColor" strokeWidth="1.5" />
    </>
  ),
  introspect: ring,
  discovery: ring,
  account: ring,
  get: <path d="M3.5 2.2v7.6L10 6z" fill="currentColor" />,
  peaka: <path d="M6 1.5l4.5 4.5L6 10.5 1.5 6z" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  push: <path d="M3.5 2.2v7.6L10 6z" fill="currentColor" />,
  feed: <path d="M8.5 2.2v7.6L2 6z" fill="currentColor" />,
};

/** The kind as shape, colour and word. */
export function KindMark({ kind }: { kind: Kind }) {
  return (
    <span className={classes.kind} data-kind={kind}>
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden focusable="false">
        <title>{text(`console.kind.${kind}`)}</title>
        {shapes[kind]}
      </svg>
      <span className={classes.kindWord}>{text(`console.kind.${kind}`)}</span>
    </span>
  );
}
