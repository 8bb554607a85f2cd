import { IconCheck } from '@tabler/icons-react';
import { focusUrl } from '../common/panes.ts';
import { text } from '../messages/text.ts';
import classes from './resource-title.module.css';
import type { SaveState } from './use-draft.ts';

interface ResourceTitleProps {
  name: string;
  onEdit: (name: string) => void;
  onLeave: () => void;
  saveState: SaveState;
}

/** The name, edited in place, and whether everything is saved. */
export function ResourceTitle({ name, onEdit, onLeave, saveState }: ResourceTitleProps) {
  return (
    <>
      <h1 className={classes.heading}>
        {/* The hidden copy makes the field as wide as its text. */}
        <span className={classes.measure} aria-hidden>
          {name || text('resourcePage.name')}
        </span>
        <input
          className={classes.input}
          aria-label={text('resourcePage.name')}
          value={name}
          maxLength={200}
          placeholder={text('resourcePage.name')}
          onChange={(event) => onEdit(event.currentTarget.value)}
          onBlur={onLeave}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            focusUrl();
          }}
        />
      </h1>
      <span className={classes.saved} role="status">
        {saveState.status === 'saving' ? text('resourcePage.save.saving') : null}
        {saveState.status === 'saved' ? (
          <>
            <IconCheck size={13} stroke={1.8} aria-hidden />
            {text('resourcePage.save.saved')}
          </>
        ) : null}
        {saveState.status === 'held' ? text('resourcePage.save.held') : null}
        {saveState.status === 'failed' ? (
          <span className={classes.failed}>{text('resourcePage.save.failed')}</span>
        ) : null}
      </span>
      <span className={classes.spring} />
    </>
  );
}
