import type { Connection } from '../../app/shared/connection/connection.ts';
import { presetCategories } from '../../app/shared/preset/categories.ts';
import type { Preset } from '../../app/shared/preset/preset.ts';
import type { PresetSummary } from '../../app/shared/preset/preset-summary.ts';
import { readPreset, usePreferences, usePresets } from '../api/queries.ts';
import { Badge } from '../badge/badge.tsx';
import { matches } from '../common/filter.ts';
import { withCallback } from '../common/loopback-callback.ts';
import { text } from '../messages/text.ts';
import { toastError } from '../notices/toast.tsx';
import { Picker, type PickerItem } from '../picker/picker.tsx';
import { findPresets } from '../presets/find-presets.ts';
import classes from './connection-dialog.module.css';
import { applyPreset } from './draft.ts';
import type { ConnectionFormState } from './form-state.ts';
import type { PracticeDraft } from './practice-draft.ts';
import { PresetFacts } from './preset-facts.tsx';
import pickerClasses from './preset-field.module.css';

const customId = 'custom';

const customItem = (): PickerItem => ({
  id: customId,
  label: text('connection.preset.custom'),
  description: text('connection.preset.custom.description'),
  icon: <Badge preset={undefined} size={28} />,
  always: true,
});

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
      next = id === customId ? undefined : await readPreset(id);
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
        value={draft.presetId ?? customId}
        searchPlaceholder={text('connection.preset.search')}
        find={(search) => {
          const custom = customItem();
          const found = findPresets(presets, search, categoryOf).map((preset) => presetItem(preset));
          return matches(custom.label, search) ? [...found, custom] : found;
        }}
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
      {preset === undefined ? null : <PresetFacts key={preset.id} preset={preset} />}
    </div>
  );
}

const presetItem = (preset: PresetSummary, group?: string): PickerItem => ({
  id: preset.id,
  label: preset.name,
  description: preset.description,
  icon: <Badge preset={preset} size={28} />,
  ...(group === undefined ? {} : { group }),
});

const categoryOf = (preset: PresetSummary): string => text(`preset.category.${preset.category}`);

/** Custom, the recent ones, then all by category. */
function presetItems(presets: readonly PresetSummary[], recent: readonly string[]): PickerItem[] {
  const used = recent.flatMap((id) => presets.filter((preset) => preset.id === id));
  const others = presets.filter((preset) => !used.includes(preset));
  const places = new Map(presetCategories.map((category, at) => [category, at]));
  const place = ({ practice, category }: PresetSummary): number => (practice ? 100 : (places.get(category) ?? 0));
  return [
    customItem(),
    ...used.map((preset) => presetItem(preset, text('connection.preset.recent'))),
    ...others.sort((a, b) => place(a) - place(b)).map((preset) => presetItem(preset, categoryOf(preset))),
  ];
}
