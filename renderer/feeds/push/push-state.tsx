import type { PushView } from '../../../app/shared/contract/push.ts';
import { pushFacts } from '../../../app/shared/push/push.ts';
import { RelativeTime } from '../../common/relative-time.tsx';
import { rich } from '../../messages/rich.ts';
import { text } from '../../messages/text.ts';
import classes from './push-state.module.css';

/** `Geckoboard · 500 rows sent 12 sec ago · next in 4 min`, and what was left out. */
export function PushState({ view: { push, state } }: { view: PushView }) {
  const { name } = pushFacts[push.kind];
  const { isSending, sentAt, sentRows, nextAt, error, leftOut } = state;
  return (
    <>
      <p className={`${classes.facts} tabular`}>
        <span>{name}</span>
        {isSending ? (
          <span>{text('target.state.sending')}</span>
        ) : sentAt === null ? (
          <span>{text('target.state.never')}</span>
        ) : (
          <span>
            {rich('target.state.sent', { count: sentRows ?? 0, time: () => <RelativeTime key="time" time={sentAt} /> })}
          </span>
        )}
        {isSending ? null : <Next isOn={push.isOn} seconds={push.seconds} nextAt={nextAt} hasFailed={error !== null} />}
      </p>
      {leftOut === 0 ? null : (
        <p className={classes.leftOut}>{text('target.state.leftOut', { count: leftOut, tool: name })}</p>
      )}
    </>
  );
}

interface NextProps {
  isOn: boolean;
  seconds: number | null;
  nextAt: number | null;
  hasFailed: boolean;
}

function Next({ isOn, seconds, nextAt, hasFailed }: NextProps) {
  if (!isOn) return <span>{text('target.state.never.byItself')}</span>;
  if (nextAt === null) return hasFailed ? <span>{text('target.state.waits')}</span> : null;
  // What has not changed is only looked for.
  if (seconds === null && !hasFailed) return <span>{text('target.state.change')}</span>;
  return <span>{rich('target.state.next', { time: () => <RelativeTime key="time" time={nextAt} /> })}</span>;
}
