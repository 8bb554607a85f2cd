import { Button, Loader } from '@mantine/core';
import type { PeakaPlace } from '../../../app/shared/peaka/account.ts';
import { text } from '../../messages/text.ts';
import { Picker } from '../../picker/picker.tsx';
import classes from './dialogs.module.css';

interface PlaceFieldProps {
  label: string;
  value: PeakaPlace | null;
  places: readonly PeakaPlace[];
  isLoading: boolean;
  error: string | undefined;
  /** The choice needs something of the account first. */
  onEdit: (() => void) | undefined;
  onPick: (place: PeakaPlace) => void;
}

/** A project, by its name. */
export function PlaceField({ label, value, places, isLoading, error, onEdit, onPick }: PlaceFieldProps) {
  const name = value?.name ?? text(isLoading ? 'peaka.dialog.project.loading' : 'peaka.dialog.project.choose');
  return (
    <div className={classes.field} data-mistake={error === undefined ? undefined : true}>
      <span className={classes.label} aria-hidden>
        {label}
      </span>
      {onEdit === undefined ? (
        <Picker
          label={text('peaka.dialog.project.chosen', { name })}
          value={value?.id ?? null}
          items={places.map(({ id, name }) => ({ id, label: name }))}
          searchPlaceholder={text('peaka.dialog.project.search')}
          onPick={(id) => {
            const place = places.find((each) => each.id === id);
            if (place !== undefined) onPick(place);
          }}
        >
          {isLoading ? <Loader size={14} /> : null}
          <span className={classes.picked} data-none={value === null || undefined}>
            {name}
          </span>
        </Picker>
      ) : (
        <Button variant="default" className={classes.edit ?? ''} onClick={onEdit}>
          {text('peaka.dialog.project.edit')}
        </Button>
      )}
      {error === undefined ? null : <p className={classes.problem}>{error}</p>}
    </div>
  );
}
