import { IconChevronRight } from '@tabler/icons-react';
import { type PushKind, pushFacts, pushKinds } from '../../../app/shared/push/push.ts';
import { text } from '../../messages/text.ts';
import classes from './push-dialog.module.css';

/** The tools that rows can be sent to. */
export function KindList({ onChoose }: { onChoose: (kind: PushKind) => void }) {
  return (
    <ul className={classes.kinds} aria-label={text('target.kinds')}>
      {pushKinds.map((kind, index) => (
        <li key={kind}>
          <button
            type="button"
            className={classes.kind}
            data-autofocus={index === 0 || undefined}
            // biome-ignore lint/a11y/noAutofocus: the form that had the focus is gone
            autoFocus={index === 0}
            onClick={() => onChoose(kind)}
          >
            <span className={classes.kindName}>{pushFacts[kind].name}</span>
            <span className={classes.kindWhat}>{text(`target.${kind}.what`)}</span>
            <IconChevronRight size={15} stroke={1.7} aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  );
}
