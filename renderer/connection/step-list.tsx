import { Loader } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import type { Message } from '../../app/shared/messages/message.ts';
import { text, textOf } from '../messages/text.ts';
import classes from './step-list.module.css';

export interface ListedStep {
  step: string;
  state: 'done' | 'current' | 'failed' | 'pending';
  text: Message;
}

/** The steps of something that runs: the finished ones and the current one. */
export function StepList({ label, lines }: { label: string; lines: readonly ListedStep[] }) {
  return (
    <ol className={classes.steps} aria-label={label} aria-live="polite">
      {lines.map((line) => (
        <li key={line.step} className={classes.step} data-state={line.state}>
          <StepMark state={line.state} />
          <span>{textOf(line.text)}</span>
          <span className={classes.hidden}>{text(`connection.progress.step.${line.state}`)}</span>
        </li>
      ))}
    </ol>
  );
}

function StepMark({ state }: { state: ListedStep['state'] }) {
  if (state === 'current') return <Loader size={16} />;
  return (
    <span className={classes.mark} aria-hidden>
      {state === 'done' ? <IconCheck size={12} stroke={2.6} /> : null}
      {state === 'failed' ? <IconX size={12} stroke={2.6} /> : null}
    </span>
  );
}
