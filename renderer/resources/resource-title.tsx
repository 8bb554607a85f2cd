import { IconCheck } from '@tabler/icons-react';
import { focusUrl } from '../common/panes.ts';
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
          {name || 'Name'}
        </span>
        <input
          className={classes.input}
          aria-label="Name"
          value={name}
          maxLength={200}
          placeholder="Name"
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
        {saveState.status === 'saving' ? 'Saving…' : null}
        {saveState.status === 'saved' ? (
          <>
            <IconCheck size={13} stroke={1.8} aria-hidden />
            Saved
          </>
        ) : null}
        {saveState.status === 'held' ? 'Not saved yet' : null}
        {saveState.status === 'failed' ? <span className={classes.failed}>Not saved</span> : null}
      </span>
      <span className={classes.spring} />
    </>
  );
}
