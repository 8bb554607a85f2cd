import { IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { Connection } from '../../app/shared/connection/connection.ts';
import type { Preset } from '../../app/shared/preset/preset.ts';
import type { PresetSummary } from '../../app/shared/preset/preset-summary.ts';
import { readPreset, usePreferences, usePresets } from '../api/queries.ts';
import { Badge } from '../badge/badge.tsx';
import { withCallback } from '../common/loopback-callback.ts';
import { OpenLink } from '../common/open-link.tsx';
import { text } from '../messages/text.ts';
import { toastError } from '../notices/toast.tsx';
import { Picker, type PickerItem } from '../picker/picker.tsx';
import classes from './connection-dialog.module.css';
import { applyPreset } from './draft.ts';
import type { ConnectionFormState } from './form-state.ts';
import type { PracticeDraft } from './practice-draft.ts';
import pickerClasses from './preset-field.module.css';

const customItem = 'custom';

interface PresetFieldProps {
  form: ConnectionFormState;
  practice: PracticeDraft;
  onPicked: () => void;
}

/** The choice of the service. Its preset fills in the known fields and shows its notes. */
export function PresetField({ form, practice, onPicked }: PresetFieldProps) {
  const { preset, draft } = form;
  const startOver = (next: Connection): void => {
    form.startOver(next);
    onPicked();
  };
  const presets = usePresets();
  const recent = usePreferences()?.recentPresets;
  const items = presetItems(presets, recent ?? []);

  const pick = async (id: string): Promise<void> => {
    let next: Preset | undefined;
    try {
      next = id === customItem ? undefined : await readPreset(id);
      const made = next?.practice ? await practice.take(next) : undefined;
      if (made !== undefined) return startOver(made);
    } catch (error) {
      return toastError(error);
    }
    const applied = applyPreset(practice.giveBack(draft), next ?? null, preset);
    // A callback URL that the service prescribes already fits its window.
    startOver(next?.callbackUrl === undefined ? withCallback(applied) : applied);
  };

  return (
    <div className={classes.field}>
      <span className={classes.label} aria-hidden>
        {text('connection.preset')}
      </span>
      <Picker
        label={text('connection.preset.chosen', { name: preset?.name ?? text('connection.preset.custom') })}
        items={items}
        value={draft.presetId ?? customItem}
        searchPlaceholder={text('connection.preset.search')}
        onPick={(id) => void pick(id)}
      >
        <Badge preset={preset} size={28} />
        <span className={pickerClasses.text}>
          <span className={pickerClasses.name}>{preset?.name ?? text('connection.preset.custom')}</span>
          <span className={pickerClasses.description}>
            {preset?.description ?? text('connection.preset.custom.description')}
          </span>
        </span>
      </Picker>
      {preset === undefined || preset.notes.length === 0 ? null : <Notes key={preset.id} preset={preset} />}
    </div>
  );
}

function presetItems(presets: readonly PresetSummary[], recent: readonly string[]): PickerItem[] {
  const item = (preset: PresetSummary, group: string): PickerItem => ({
    id: preset.id,
    label: preset.name,
    description: preset.description,
    icon: <Badge preset={preset} size={28} />,
    group,
  });
  const isRecent = (preset: PresetSummary): boolean => recent.includes(preset.id);
  return [
    {
      id: customItem,
      label: text('connection.preset.custom'),
      description: text('connection.preset.custom.description'),
      icon: <Badge preset={undefined} size={28} />,
      always: true,
    },
    ...recent.flatMap((id) =>
      presets.filter((preset) => preset.id === id).map((preset) => item(preset, text('connection.preset.recent'))),
    ),
    ...presets
      .filter((preset) => !preset.practice && !isRecent(preset))
      .map((preset) => item(preset, text('connection.preset.services'))),
    ...presets
      .filter((preset) => preset.practice && !isRecent(preset))
      .map((preset) => item(preset, text('connection.preset.practice'))),
  ];
}

function Notes({ preset }: { preset: Preset }) {
  const [isOpen, setOpen] = useState(false);
  const listId = useId();
  return (
    <div>
      <button
        type="button"
        className={classes.disclosure}
        aria-expanded={isOpen}
        aria-controls={listId}
        onClick={() => setOpen(!isOpen)}
      >
        <IconChevronRight size={14} stroke={1.8} aria-hidden />
        {text('connection.preset.notes', { count: preset.notes.length, name: preset.name })}
      </button>
      <div id={listId} hidden={!isOpen}>
        <ul className={classes.notes}>
          {preset.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
          {preset.documentationUrl === undefined ? null : (
            <li>
              <OpenLink url={preset.documentationUrl}>{text('connection.preset.documentation')}</OpenLink>
            </li>
          )}
        </ul>
      </div>
    </div>
  );
}
