import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, useDeferredValue, useId, useMemo, useRef, useState } from 'react';
import { presetCategories } from '../../app/shared/preset/categories.ts';
import type { PresetSummary } from '../../app/shared/preset/preset-summary.ts';
import { usePreferences, usePresets } from '../api/queries.ts';
import { Badge } from '../badge/badge.tsx';
import { text } from '../messages/text.ts';
import { findPresets } from './find-presets.ts';
import classes from './preset-gallery.module.css';
import { useTileKeys } from './use-tile-keys.ts';

const categoryName = ({ category }: PresetSummary): string => text(`preset.category.${category}`);
const services = presetCategories.filter((category) => category !== 'practice');
type Category = (typeof services)[number];

interface PresetGalleryProps {
  onPick: (presetId: string) => void;
  /** Tiles before the services. */
  before: ReactNode;
  /** Tiles after those that a search found. */
  found: ReactNode;
}

/** All services: by category, or as a search finds them. One stop of Tab each for search, categories and tiles. */
export function PresetGallery({ onPick, before, found: afterFound }: PresetGalleryProps) {
  const presets = usePresets();
  const recent = usePreferences()?.recentPresets;
  const [typed, setTyped] = useState('');
  const [category, setCategory] = useState<Category>();
  const search = useDeferredValue(typed.trim());
  const tiles = useRef<HTMLDivElement>(null);
  useTileKeys(tiles);
  const find = (text: string): PresetSummary[] =>
    findPresets(
      presets.filter((preset) => !preset.practice && (category === undefined || preset.category === category)),
      text,
      categoryName,
    );
  // biome-ignore lint/correctness/useExhaustiveDependencies: what `find` reads.
  const found = useMemo(() => find(search), [presets, search, category]);
  const used = useMemo(
    () => (recent ?? []).flatMap((id) => presets.filter((preset) => preset.id === id && !preset.practice)),
    [recent, presets],
  );
  const isWhole = search === '' && category === undefined;

  return (
    <>
      <TextInput
        className={classes.search ?? ''}
        aria-label={text('welcome.search')}
        placeholder={text('welcome.search')}
        value={typed}
        data-pane-focus
        leftSection={<IconSearch size={15} stroke={1.7} aria-hidden />}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          // What is shown may lag behind what is typed.
          const [first] = event.key === 'Enter' && typed.trim() !== '' ? find(typed) : [];
          if (first !== undefined) onPick(first.id);
          if (event.key === 'Escape') setTyped('');
          if (event.key === 'ArrowDown') {
            event.preventDefault();
            tiles.current?.querySelector('button')?.focus();
          }
        }}
      />
      <Categories chosen={category} onChoose={setCategory} />
      <div ref={tiles} className={classes.all}>
        {isWhole ? (
          <>
            <Group label={text('preset.group.start')}>{before}</Group>
            {used.length === 0 ? null : (
              <Group label={text('connection.preset.recent')}>
                {used.map((preset) => (
                  <ServiceTile key={preset.id} preset={preset} onPick={onPick} />
                ))}
              </Group>
            )}
            {services.map((each) => (
              <Group key={each} label={text(`preset.category.${each}`)}>
                {found
                  .filter((preset) => preset.category === each && !used.includes(preset))
                  .map((preset) => (
                    <ServiceTile key={preset.id} preset={preset} onPick={onPick} />
                  ))}
              </Group>
            ))}
          </>
        ) : (
          <Group
            label={text(search !== '' || category === undefined ? 'preset.group.found' : `preset.category.${category}`)}
          >
            {found.map((preset) => (
              <ServiceTile key={preset.id} preset={preset} onPick={onPick} />
            ))}
            {afterFound}
          </Group>
        )}
      </div>
      <p className={classes.status} role="status">
        {search === '' ? null : text('preset.found', { count: found.length })}
      </p>
    </>
  );
}

function Group({ label, children }: { label: string; children: ReactNode }) {
  const id = useId();
  const isEmpty = Array.isArray(children) && children.length === 0;
  if (isEmpty) return null;
  return (
    <section className={classes.group}>
      <h2 id={id} className={classes.heading}>
        {label}
      </h2>
      <ul className={classes.tiles} aria-labelledby={id}>
        {children}
      </ul>
    </section>
  );
}

/** A radio group: one stop of Tab, arrows choose. */
function Categories({
  chosen,
  onChoose,
}: {
  chosen: Category | undefined;
  onChoose: (category: Category | undefined) => void;
}) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={text('preset.category')} className={classes.categories}>
      {[undefined, ...services].map((each) => (
        <label key={each ?? 'all'} className={classes.category} data-checked={each === chosen || undefined}>
          <input type="radio" name={name} checked={each === chosen} onChange={() => onChoose(each)} />
          {each === undefined ? text('preset.category.all') : text(`preset.category.${each}`)}
        </label>
      ))}
    </div>
  );
}

/** What the user should know before choosing. */
const warnings = {
  live: null,
  legacy: null,
  retiring: 'preset.status.retiring',
  closed_to_new: 'preset.status.closed_to_new',
} as const;

function ServiceTile({ preset, onPick }: { preset: PresetSummary; onPick: (presetId: string) => void }) {
  const warning = warnings[preset.status];
  return (
    <Tile
      label={preset.name}
      description={warning === null ? preset.description : text(warning)}
      icon={<Badge preset={preset} size={28} />}
      onPick={() => onPick(preset.id)}
    />
  );
}

interface TileProps {
  label: string;
  description: string;
  icon: ReactNode;
  isMain?: boolean;
  isDisabled?: boolean;
  onPick: () => void;
}

/** A tile of the gallery. Arrow keys move between them; only the focused one, or the first, is a stop of Tab. */
export function Tile({ label, description, icon, isMain = false, isDisabled = false, onPick }: TileProps) {
  return (
    <li>
      <button
        type="button"
        className={classes.tile}
        data-main={isMain || undefined}
        aria-label={label}
        title={description}
        disabled={isDisabled}
        onClick={onPick}
      >
        <span className={classes.icon}>{icon}</span>
        <span className={classes.text}>
          <span className={classes.name}>{label}</span>
          <span className={classes.description}>{description}</span>
        </span>
      </button>
    </li>
  );
}
