import { TextInput } from '@mantine/core';
import { IconFlask, IconPlus, IconSearch } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { PresetSummary } from '../../app/shared/preset/preset-summary.ts';
import { createResource } from '../actions/resource-actions.ts';
import { tryPractice } from '../actions/try-practice.ts';
import { usePresets, useResources } from '../api/queries.ts';
import { Badge } from '../badge/badge.tsx';
import { matches } from '../common/filter.ts';
import { shortcut } from '../common/platform.ts';
import { connectTo } from '../connection/connection-actions.ts';
import { text } from '../messages/text.ts';
import classes from './welcome.module.css';

/** Nothing is selected. Without resources this is the start: the service, then its login, then the data. */
export function Welcome() {
  const isEmpty = useResources().length === 0;
  return (
    <div className={classes.page}>
      {isEmpty ? (
        <ServiceChooser />
      ) : (
        <div className={classes.none}>
          <p>{text('welcome.choose', { shortcut: shortcut('palette') })}</p>
        </div>
      )}
    </div>
  );
}

function ServiceChooser() {
  const presets = usePresets();
  const [search, setSearch] = useState('');
  const [isStarting, setStarting] = useState(false);
  const services = presets
    .filter((preset) => !preset.practice)
    .filter(({ name, description }) => matches(`${name} ${description}`, search.trim()));
  const [first] = services;

  const practise = async (): Promise<void> => {
    setStarting(true);
    await tryPractice('authorization_code');
    setStarting(false);
  };

  return (
    <div className={classes.column}>
      <h1 className={classes.title}>{text('welcome.title')}</h1>
      <p className={classes.lead}>{text('welcome.lead')}</p>
      <TextInput
        className={classes.search ?? ''}
        aria-label={text('welcome.search')}
        placeholder={text('welcome.search')}
        value={search}
        data-pane-focus
        leftSection={<IconSearch size={15} stroke={1.7} aria-hidden />}
        onChange={(event) => setSearch(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && search.trim() !== '' && first !== undefined) void connectTo(first.id);
          if (event.key === 'Escape') setSearch('');
        }}
      />
      <ul className={classes.tiles} aria-label={text('welcome.services')}>
        {search.trim() === '' ? (
          <Tile
            label={text('welcome.practice')}
            description={text('welcome.practice.text')}
            icon={<IconFlask size={18} stroke={1.6} aria-hidden />}
            isMain
            isDisabled={isStarting}
            onPick={() => void practise()}
          />
        ) : null}
        {services.map((preset) => (
          <ServiceTile key={preset.id} preset={preset} />
        ))}
        <Tile
          label={text('welcome.other')}
          description={text('welcome.other.text')}
          icon={<IconPlus size={18} stroke={1.6} aria-hidden />}
          onPick={() => void createResource()}
        />
      </ul>
      <p className={classes.status} role="status">
        {services.length === 0 ? text('welcome.noMatch') : null}
      </p>
    </div>
  );
}

function ServiceTile({ preset }: { preset: PresetSummary }) {
  return (
    <Tile
      label={preset.name}
      description={preset.description}
      icon={<Badge preset={preset} size={28} />}
      onPick={() => void connectTo(preset.id)}
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

function Tile({ label, description, icon, isMain = false, isDisabled = false, onPick }: TileProps) {
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
