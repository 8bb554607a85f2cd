import { IconCircleCheck } from '@tabler/icons-react';
import type { PeakaKey, PeakaPlace } from '../../app/shared/peaka/account.ts';
import { RelativeTime } from '../common/relative-time.tsx';
import { rich } from '../messages/rich.ts';
import { text } from '../messages/text.ts';
import classes from './key-facts.module.css';

interface KeyFactsProps {
  peakaKey: PeakaKey;
  /** Of a project key. */
  project: PeakaPlace | null;
}

/** What Peaka said of the key: its kind, whose it is, what it reaches. */
export function KeyFacts({ peakaKey: { kind, email, userId, checkedAt }, project }: KeyFactsProps) {
  const owner = email || userId;
  return (
    <div className={classes.facts}>
      <IconCircleCheck size={17} stroke={1.8} aria-hidden />
      <div className={classes.words}>
        <p className={classes.kind}>
          {owner === '' ? text(`peaka.account.key.${kind}`) : text(`peaka.account.key.${kind}.of`, { owner })}
        </p>
        <p className={classes.reach}>
          {kind === 'partner'
            ? text('peaka.account.key.partner.reach')
            : project === null
              ? text('peaka.account.key.project.reach')
              : text('peaka.account.key.project.reach.named', { project: project.name || project.id })}{' '}
          {rich('peaka.account.key.checked', { time: () => <RelativeTime time={checkedAt} /> })}
        </p>
      </div>
    </div>
  );
}
