import { NativeSelect, NumberInput, Switch } from '@mantine/core';
import { useState } from 'react';
import { longestReload, reloadProblem, shortestReload } from '../../../app/shared/resource/reload.ts';
import type { Resource } from '../../../app/shared/resource/resource.ts';
import { useReload, useReloadsPaused } from '../../api/reloads.ts';
import { adviceTitle } from '../../errors/advice.ts';
import { text, textOf } from '../../messages/text.ts';
import { Note } from '../../preview/note.tsx';
import type { EditResource } from '../use-draft.ts';
import classes from './reload-panel.module.css';
import { intervalWords } from './reload-words.ts';
import { RunHistory } from './run-history.tsx';
import { useLimitNote } from './use-limit-note.ts';

/** In seconds. */
const presets = [5, 30, 60, 300, 900, 3600];
/** Shorter intervals get a note. */
const lowSeconds = 5;
const firstOwn = 10;

export interface ReloadPanelProps {
  draft: Resource;
  edit: EditResource;
}

/** When a resource is fetched without the user, and its last runs. */
export function ReloadPanel({ draft, edit }: ReloadPanelProps) {
  const { reload } = draft;
  const { seconds } = reload;
  const [isOwn, setOwn] = useState(seconds !== null && !presets.includes(seconds));
  const change = (part: Partial<Resource['reload']>): void => edit({ reload: { ...reload, ...part } });
  const choose = (value: string): void => {
    setOwn(value === 'own');
    change({ seconds: value === 'off' ? null : value === 'own' ? (seconds ?? firstOwn) : Number(value) });
  };
  return (
    <div className={classes.panel}>
      <div className={classes.fields}>
        <NativeSelect
          label={text('reload.interval')}
          description={text('reload.interval.hint')}
          value={seconds === null ? 'off' : isOwn ? 'own' : String(seconds)}
          data={[
            { value: 'off', label: text('reload.interval.off') },
            ...presets.map((value) => ({ value: String(value), label: intervalWords(value) })),
            { value: 'own', label: text('reload.interval.own') },
          ]}
          onChange={(event) => choose(event.currentTarget.value)}
        />
        {isOwn && seconds !== null ? (
          <OwnInterval value={seconds} onChange={(value) => change({ seconds: value })} />
        ) : null}
        <div className={classes.switches}>
          <Switch
            label={text('reload.atStart')}
            description={text('reload.atStart.hint')}
            checked={reload.atStart}
            onChange={(event) => change({ atStart: event.currentTarget.checked })}
          />
          {seconds === null ? null : (
            <Switch
              label={text('reload.paused')}
              description={text('reload.paused.hint')}
              checked={reload.isPaused}
              onChange={(event) => change({ isPaused: event.currentTarget.checked })}
            />
          )}
        </div>
      </div>
      <Notes draft={draft} />
      <RunHistory id={draft.id} />
    </div>
  );
}

/** Typed seconds. Only a number that can be kept is. */
function OwnInterval({ value, onChange }: { value: number; onChange: (seconds: number) => void }) {
  const [typed, setTyped] = useState<string | number>(value);
  const problem = reloadProblem(typeof typed === 'number' ? typed : Number.NaN);
  return (
    <NumberInput
      className={classes.own ?? ''}
      label={text('reload.own')}
      description={text('reload.own.hint')}
      error={problem === undefined ? null : textOf(problem)}
      value={typed}
      min={shortestReload}
      max={longestReload}
      clampBehavior="none"
      hideControls
      onChange={(next) => {
        setTyped(next);
        if (typeof next === 'number' && reloadProblem(next) === undefined) onChange(next);
      }}
    />
  );
}

function Notes({ draft }: { draft: Resource }) {
  const state = useReload(draft.id);
  const isAllPaused = useReloadsPaused();
  const limit = useLimitNote(draft);
  const { seconds } = draft.reload;
  if (seconds === null) return null;
  return (
    <>
      {state?.status === 'stopped' && state.code !== null ? (
        <Note>{text('reload.note.stopped', { cause: adviceTitle(state.code) })}</Note>
      ) : null}
      {isAllPaused ? <Note>{text('reload.note.allPaused')}</Note> : null}
      {limit === undefined ? null : <Note>{limit}</Note>}
      {seconds < lowSeconds ? <Note>{text('reload.note.short')}</Note> : null}
    </>
  );
}
